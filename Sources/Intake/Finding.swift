import Plan

/// One thing that a sender has to correct, or to look at again.
public struct Finding: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A document that is due and did not come.
    case missing
    /// A signature does not fit what the bundle holds.
    case brokenSignature
    case unsigned
    /// No signature is by a key that is trusted.
    case untrusted
    /// The key that must sign did not.
    case otherKey
    /// A record breaks a rule of the format.
    case rule
    /// Fewer goals or figures than must be there.
    case tooFew
    /// Two sides say different things of one record.
    case conflict
    /// A document of another year, and none of the year that is asked for.
    case otherYear
    /// Two documents were read from the same bytes.
    case sameSource
    /// It was read by its headings, or by another adapter than that of the form.
    case otherForm
    /// A head of the form, or of last year's document, is not there.
    case headingGone
    /// A head that last year's document did not have.
    case headingNew
    /// A category that is not of the form, not of the vocabulary, or was not there last year.
    case categoryNew
    /// A category of the form, or of last year's document, is not there.
    case categoryGone
    /// A goal stands word for word as in the year before, figures and all.
    case copied
    /// A goal of the year before is not there.
    case goalGone
    /// A figure of a goal that goes on is not there.
    case figureGone
  }

  public enum Severity: String, Sendable, CaseIterable {
    /// It goes back.
    case correct
    /// A person should look; it may be right.
    case check
  }

  /// What one side says of a record in conflict.
  public struct Side: Sendable, Equatable {
    public let words: String
    /// Who made the revision; absent where it was read from a file.
    public let by: String?
    public let date: String?
    /// The files that hold it.
    public let files: [String]
  }

  public let kind: Kind
  public let severity: Severity
  /// The file that it is in.
  public var file: String?
  /// The id of the record that it is about.
  public var record: String?
  /// The words of the document, or the name of what is meant.
  public var quote: String?
  /// What stood there in the year before: the record's id and words.
  public var earlier: (id: String, words: String)?
  /// The rule: a fault's code, a standing, a kind of document.
  public var rule: String?
  /// Numbers that were found and wanted.
  public var counts: (found: Int, wanted: Int)?
  public var sides: [Side] = []

  init(_ kind: Kind, file: String? = nil, record: String? = nil, quote: String? = nil, rule: String? = nil) {
    self.init(kind, kind.usual, file: file, record: record, quote: quote, rule: rule)
  }

  init(
    _ kind: Kind, _ severity: Severity, file: String? = nil, record: String? = nil, quote: String? = nil,
    rule: String? = nil
  ) {
    (self.kind, self.severity) = (kind, severity)
    (self.file, self.record, self.quote, self.rule) = (file, record, quote, rule)
  }
}

extension Finding.Kind {
  fileprivate var usual: Finding.Severity {
    switch self {
    case .missing, .brokenSignature, .unsigned, .untrusted, .otherKey, .rule, .tooFew, .conflict, .otherYear: .correct
    case .sameSource, .otherForm, .headingGone, .headingNew, .categoryNew, .categoryGone, .copied, .goalGone,
      .figureGone:
      .check
    }
  }
}
