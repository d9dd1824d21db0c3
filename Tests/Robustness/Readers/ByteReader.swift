import Import
import Reading

/// What takes bytes of others apart; each is fuzzed for itself.
public enum ByteReader: String, CaseIterable, Sendable {
  /// A ZIP archive, and the documents that a person packed into one.
  case zip
  /// A document of each kind.
  case docx, xlsx, ofd, html, mhtml
  /// An old Office file, as far as we look into it.
  case ole
  /// Text in any encoding, as plain text, Markdown or CSV.
  case encodings
  /// A line of records.
  case record
  /// A bundle, also with its manifests, and then its revisions, made to fit what is in it.
  case bundle

  /// What came of one input.
  public struct Outcome: Sendable {
    /// `read`, or why not: `refused: damaged`.
    public var result: String
    /// The laws that did not hold.
    public var breaches: [String]
    /// Whether the bytes were of the reader's kind at all.
    public var isOfItsKind = true
  }

  /// Gives bytes to the reader.
  public func tried(_ bytes: [UInt8]) -> Outcome {
    switch self {
    case .zip: return outcome { breaches throws(ReadingError) in try breaches.checkArchive(bytes) }
    case .ole: return outcome { _ throws(ReadingError) in _ = try OfficeContent(ole: bytes) }
    case .record:
      let outcome = JSONTrial(bytes: bytes).run()
      return Outcome(result: outcome.result, breaches: outcome.breaches)
    case .bundle: return triedBundle(bytes)
    case .docx, .xlsx, .ofd, .html, .mhtml, .encodings:
      guard (FileKind(signatureOf: bytes) ?? FileKind(markupOf: bytes))?.rawValue == kind else {
        return Outcome(result: "another kind", breaches: [], isOfItsKind: false)
      }
      return outcome { breaches throws(ReadingError) in
        if self == .encodings { breaches.checkDecoding(try decode(bytes), of: bytes) }
        try breaches.checkReading(bytes)
      }
    }
  }

  private func triedBundle(_ bytes: [UInt8]) -> Outcome {
    guard let forms = BundleDamage.forms(of: bytes) else {
      return Outcome(result: "another kind", breaches: [], isOfItsKind: false)
    }
    let outcomes = forms.map { BundleTrial(bytes: $0).run() }
    return Outcome(
      result: outcomes.contains { $0.result == "read" } ? "read" : "refused", breaches: outcomes.flatMap(\.breaches))
  }

  /// What ``FileKind`` says of its files; `nil` for text.
  private var kind: String? { self == .encodings ? nil : rawValue }

  private func outcome(_ body: (inout Breaches) throws(ReadingError) -> Void) -> Outcome {
    var breaches = Breaches()
    do throws(ReadingError) {
      try body(&breaches)
      return Outcome(result: "read", breaches: breaches.found)
    } catch {
      return Outcome(
        result: "refused: \(String(describing: error).prefix { $0.isLetter })", breaches: breaches.found)
    }
  }
}

extension Breaches {
  /// Reads a file twice, and checks what holds of every file.
  @discardableResult
  mutating func checkReading(_ bytes: [UInt8]) throws(ReadingError) -> TextReading {
    let reading = try TextReading(bytes)
    checkFile(reading)
    check(try TextReading(bytes).file == reading.file, "reading is repeatable")
    return reading
  }
}
