import AdapterKit
import ChineseText
import Synchronization
import Vocabulary

/// A program that was started and has said what it is; it answers one request after another.
final class ProgramProcess: Sendable {
  let introduction: Introduction
  private let program: AdapterProgram
  private let limits: ProgramLimits
  private let state: Mutex<State>

  private struct State: ~Copyable {
    var conversation: Conversation
    var requests = 0
    /// Whether it may be asked again.
    var isUsable = true
  }

  init(_ program: AdapterProgram, _ limits: ProgramLimits) throws(ProgramFailure) {
    self.program = program
    self.limits = limits
    var conversation: Conversation
    do throws(ProgramProblem) { conversation = try Conversation(program, limits) } catch {
      throw ProgramFailure(program: program, problem: error)
    }
    do throws(ProgramProblem) {
      conversation.ask(Introduction.request(limits), seconds: limits.helloSeconds)
      introduction = try Introduction(try conversation.nextLine())
    } catch {
      throw ProgramFailure(program: program, problem: error, lastWords: conversation.lastWords())
    }
    state = Mutex(State(conversation: conversation))
  }

  /// Whether it may be asked about another document.
  var isUsable: Bool { introduction.capabilities.contains(.batch) && state.withLock { $0.isUsable } }

  /// Asks about a document.
  func ask(_ source: SourceText, into answer: inout some Answer) throws(ProgramFailure) {
    try state.withLock { (state: inout State) throws(ProgramFailure) in
      state.requests += 1
      let number = state.requests
      do throws(ProgramProblem) {
        let line = DocumentRequest.line(number, type(of: answer).want, source)
        state.conversation.ask(line, seconds: limits.seconds)
        try take(number, source, &state.conversation, into: &answer)
      } catch {
        var failure = ProgramFailure(program: program, problem: error)
        if !failure.isRefusal {
          failure.lastWords = state.conversation.lastWords()
          state.isUsable = cancel(number, error, &state.conversation)
        }
        throw failure
      }
    }
  }

  private func take<Kind: Answer>(
    _ number: Int, _ source: SourceText, _ conversation: inout Conversation, into answer: inout Kind
  ) throws(ProgramProblem) {
    for count in 1...limits.messages {
      let line = try conversation.nextLine()
      var refusal: Localized?
      do throws(MessageProblem) {
        var (type, members) = try Message.parse(line, over: source.scalars)
        let request = try members.integer("request", 0...Int(Int32.max))
        let answered = try members.present(request, "request")
        guard answered == number else { throw .otherRequest(answered, wanted: number) }
        switch type {
        case "done": try answer.finish()
        case "failed": refusal = try members.phrase()
        case let type where Kind.types.contains(type): try answer.take(type, &members)
        default: throw .unknownType(type, known: Kind.types + ["done", "failed"])
        }
        try members.finish()
        if type == "done" { return }
      } catch {
        throw .message(number: count, excerpt: Message.excerpt(line), error)
      }
      if let refusal { throw .refused(refusal) }
    }
    throw .tooManyMessages(limits.messages)
  }

  /// Has the program end an answer that is not wanted any more; whether it did, and may be asked again.
  private func cancel(_ number: Int, _ problem: ProgramProblem, _ conversation: inout Conversation) -> Bool {
    guard introduction.capabilities.contains(.cancel) else { return false }
    switch problem {
    case .tooSlow, .message, .tooManyMessages: break
    default: return false
    }
    conversation.ask(DocumentRequest.cancel(number), seconds: limits.cancelSeconds)
    while let line = try? conversation.nextLine() {
      guard let message = try? Message.parse(line, over: []) else { continue }
      if message.type == "done" || message.type == "failed" { return true }
    }
    return false
  }
}
