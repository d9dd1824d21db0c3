/// What was found in a file: all its text in the file's order, how the text is built, and where each piece stands.
public struct FileText: Sendable, Equatable {
  /// The kind of file that its content shows, as an IANA media type (`text/plain`).
  public let mediaType: String
  /// The IANA name of the encoding, for files that are text themselves.
  public let encoding: String?
  /// Whether a text file began with a byte order mark.
  public let hasBOM: Bool
  /// All text of the file: headers, notes, hidden and deleted text included, decoded.
  ///
  /// Cells are parted by a tab, rows and paragraphs by a line feed, where the file is not plain text itself.
  public let scalars: [Unicode.Scalar]
  /// Headings, paragraphs and tables over `scalars`, asides left out; `nil` for plain text, whose blocks are found in
  /// the repaired text.
  public let blocks: [Block]?
  /// Stretches that are no running text of the document, ascending and apart.
  public let asides: [Aside]
  /// Where the file's pieces begin, ascending by `start`; the first one stands at 0. Empty for plain text, where a line
  /// and a column tell the place.
  public let anchors: [Anchor]
  /// What a person should know of how the file was read.
  public let notices: [ReadingNotice]

  /// Makes the text of a file.
  public init(
    mediaType: String, encoding: String? = nil, hasBOM: Bool = false, scalars: [Unicode.Scalar], blocks: [Block]?,
    asides: [Aside] = [], anchors: [Anchor] = [], notices: [ReadingNotice] = []
  ) {
    self.mediaType = mediaType
    self.encoding = encoding
    self.hasBOM = hasBOM
    self.scalars = scalars
    self.blocks = blocks
    self.asides = asides
    self.anchors = anchors
    self.notices = notices
  }

  /// What a file of its kind is called by: `txt`, `docx`.
  public var fileExtension: String { MediaType.fileExtensions[mediaType] ?? "bin" }

  /// Where in the file the scalar at an offset stands; `nil` for plain text.
  public func place(of offset: Int) -> FilePlace? {
    var (low, high) = (0, anchors.count)
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? anchors[low - 1].place : nil
  }
}

/// A stretch of a file's text that is no running text of the document.
public struct Aside: Sendable, Equatable {
  /// Why it is none.
  public enum Kind: String, Sendable, CaseIterable {
    /// What a page repeats at its head and foot.
    case pageHeader, pageFooter, pageNumber
    /// A remark in the margin.
    case comment
    /// What a web page holds beside its main text: navigation, share buttons, 打印/关闭; a table of contents.
    case navigation
    /// Text of a change that deletes it; dropped from the repaired text.
    case deletedText
    /// Text that the file hides; dropped from the repaired text.
    case hiddenText
    /// The reading over a word, pinyin for instance; dropped from the repaired text.
    case ruby
    /// A sheet that the workbook hides; dropped from the repaired text.
    case hiddenSheet
  }

  public let kind: Kind
  /// In scalars of the file's text.
  public let range: Range<Int>

  /// Makes an aside.
  public init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}
