import Plan
import Vocabulary

/// What a program says of itself when it is started.
struct Introduction: Sendable, Equatable {
  static let protocolVersion = 1

  var id: String
  var version: Int
  var name: Localized
  var summary: Localized
  var kind: Document.Kind
  var capabilities: Set<Capability>

  /// What not every program can do; names that are not known here are passed over.
  enum Capability: String, Sendable {
    /// It reads one document after another; else it is started for each request.
    case batch
    /// It ends an answer that is not wanted any more.
    case cancel
  }

  /// The line that asks for it.
  static func request(_ limits: ProgramLimits) -> [UInt8] {
    var bounds = JSONObject()
    bounds["answerBytes"] = .integer(limits.answerBytes)
    bounds["lineBytes"] = .integer(limits.lineBytes)
    bounds["messages"] = .integer(limits.messages)
    bounds["seconds"] = .integer(limits.seconds)
    var hello = JSONObject()
    hello["limits"] = .object(bounds)
    hello["protocol"] = .array([.integer(protocolVersion)])
    hello["type"] = .string("hello")
    return hello.canonical + [UInt8(ascii: "\n")]
  }

  /// Reads the answer.
  init(_ line: [UInt8]) throws(ProgramProblem) {
    let answer: Answer
    do throws(MessageProblem) { answer = try Answer(line) } catch {
      throw .message(number: 1, excerpt: Message.excerpt(line), error)
    }
    switch answer {
    case .introduction(let introduction): self = introduction
    case .otherProtocol(let version): throw .otherProtocol(version)
    case .refusal(let words): throw .refused(words)
    }
  }

  private enum Answer {
    case introduction(Introduction)
    case otherProtocol(Int)
    case refusal(Localized)

    init(_ line: [UInt8]) throws(MessageProblem) {
      var (type, members) = try Message.parse(line, over: [])
      switch type {
      case "adapter":
        let version = try members.integer("protocol", 1...1_000_000)
        let spoken = try members.present(version, "protocol")
        guard spoken == Introduction.protocolVersion else {
          // Of another version nothing else is known.
          self = .otherProtocol(spoken)
          return
        }
        self = .introduction(try Introduction(&members))
      case "failed": self = .refusal(try members.phrase())
      default: throw .unknownType(type, known: ["adapter", "failed"])
      }
      try members.finish()
    }
  }

  private init(_ members: inout Members) throws(MessageProblem) {
    let id = try members.text("id", limit: 160)
    self.id = try members.present(id, "id")
    guard Introduction.isIdentifier(self.id) else { throw .wrongForm("id", .identifier) }
    let version = try members.integer("version", 1...1_000_000)
    self.version = try members.present(version, "version")
    let (name, summary) = (try members.phrase("name"), try members.phrase("summary"))
    self.name = try members.present(name, "name")
    self.summary = try members.present(summary, "summary")
    let kind = try members.choice("kind", Document.Kind.self)
    self.kind = try members.present(kind, "kind")
    capabilities = Set(try members.texts("capabilities").compactMap(Capability.init))
  }

  /// `example.task-cards`: up to four words of small letters, digits and hyphens.
  private static func isIdentifier(_ id: String) -> Bool {
    let words = id.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return words.count <= 4
      && words.allSatisfy { word in
        (1...40).contains(word.count) && word.first.map { (97...122).contains($0) } ?? false
          && word.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
      }
  }
}
