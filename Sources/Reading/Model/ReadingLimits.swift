/// What a reader takes from one file at most; everything that reads bytes keeps to these.
public struct ReadingLimits: Sendable, Equatable {
  /// Bytes of a file: 256 MiB.
  public var fileSize = 256 << 20
  /// Parts of a ZIP package.
  public var parts = 20_000
  /// Bytes of one part of a package, uncompressed: 256 MiB.
  public var partSize = 256 << 20
  /// Bytes of all parts that are read, uncompressed: 512 MiB.
  public var totalSize = 512 << 20
  /// How many times its compressed size a part of more than 1 MiB may have.
  public var ratio = 250
  /// Depth of elements in XML and HTML.
  public var depth = 512
  /// Attributes of an element in XML, the namespaces that hold for it included.
  public var attributes = 512
  /// Elements of a web page: 262,144.
  public var elements = 1 << 18
  /// Tables within tables.
  public var tableDepth = 32
  /// Scalars of a file's text: 16 million, far more than a thousand pages.
  public var scalars = 16 << 20
  /// Cells of all tables of a file, covered and empty ones included.
  public var cells = 2 << 20
  /// The last column and row of a sheet.
  public var columns = 16_384
  public var rows = 1 << 20
  /// Pages of a document.
  public var pages = 5_000
  /// Seconds that a program which reads a file for us may take.
  public var seconds = 60
  /// Bytes of memory that such a program may take: 2 GiB.
  public var memory = 2 << 30

  /// The defaults.
  public init() {}

  /// - Throws: `.limitExceeded` for a file of more bytes than are read.
  public func checkFileSize(_ bytes: Int) throws(ReadingError) {
    guard bytes <= fileSize else { throw .limitExceeded(.fileSize, allowed: fileSize, part: nil) }
  }
}

/// One of ``ReadingLimits``, named in errors.
public enum ReadingLimit: String, Sendable, CaseIterable {
  case fileSize, parts, partSize, totalSize, ratio, depth, attributes, elements, tableDepth, scalars, cells, columns,
    rows, pages, seconds, memory
}
