import ChineseText
import Reading

/// A document in other words that is read as the document is: what can be sent with a report of an error.
public struct Sample: Sendable, Equatable {
  public enum Form: Sendable, Equatable {
    /// A file of the same kind, in the same encoding.
    case same
    /// The text alone, in UTF-8: the kind of file can't be written.
    case text
  }

  public let bytes: [UInt8]
  public let form: Form
  /// How many letters and ideographs the text has, and how many of them stayed.
  public let counted: Int
  public let kept: Int

  init(bytes: [UInt8], form: Form, _ texts: [(old: [Unicode.Scalar], new: [Unicode.Scalar])]) {
    self.bytes = bytes
    self.form = form
    var (counted, kept) = (0, 0)
    for (old, new) in texts {
      for (was, stands) in zip(old, new) where DisguisedText.isLetter(was) {
        counted += 1
        if was == stands { kept += 1 }
      }
    }
    self.counted = counted
    self.kept = kept
  }

  /// Makes a sample of a file.
  ///
  /// Plain text, CSV, Markdown and web pages, DOCX and XLSX stay what they are; of all else the text is taken.
  public init(of file: [UInt8], in disguise: Disguise, limits: ReadingLimits = ReadingLimits()) throws(ReadingError) {
    try limits.checkFileSize(file.count)
    switch FileKind(signatureOf: file) ?? FileKind(markupOf: file) {
    case nil:
      let decoded = try decode(file)
      self.init(of: decoded, in: disguise)
    case .html:
      let decoded = try decode(file)
      let (new, texts) = Markup(decoded.scalars, .html, disguise).disguised()
      let encoded = decoded.encoded(new)
      self.init(bytes: encoded ?? new.utf8, form: .same, texts)
    case .docx, .xlsx:
      let text = try readFile(file, limits: limits).scalars
      // Of a damaged file that its reader bears with, something may be left that it does not.
      if let office = OfficeSample(file, in: disguise), (try? readFile(office.bytes, limits: limits)) != nil {
        self.init(bytes: office.bytes, form: .same, office.texts)
      } else {
        self.init(ofText: text, in: disguise)
      }
    default:
      // Some readers can't go on from a file alone; a text can be read again by anybody.
      self.init(ofText: try readFile(file, limits: limits).scalars, in: disguise)
    }
  }

  /// Makes a sample of a text.
  public init(ofText text: [Unicode.Scalar], in disguise: Disguise) {
    let new = disguise.text(text)
    self.init(bytes: new.utf8, form: .text, [(text, new)])
  }

  private init(of decoded: DecodedText, in disguise: Disguise) {
    let hasAll = decoded.encoding.hasPrefix("UTF") || decoded.encoding == "GB18030"
    let disguise = hasAll ? disguise : disguise.within { decoded.encoded([$0]) != nil }
    let new = disguise.text(decoded.scalars)
    let encoded = decoded.encoded(new)
    self.init(bytes: encoded ?? new.utf8, form: encoded == nil ? .text : .same, [(decoded.scalars, new)])
  }
}
