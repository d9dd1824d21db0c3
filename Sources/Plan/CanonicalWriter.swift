/// Writes canonical JSON member by member, for lines too many to be built as ``JSON`` values first.
///
/// Keys are ASCII without characters to escape and are given in ascending order; that they are is the caller's word.
public struct CanonicalWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// Whether the next member or value is the first of its object or list.
  private var isFirst = true

  public init() {}

  /// Appends a line end.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    isFirst = true
  }

  /// Writes an object whose members `body` writes; with a key, as a member.
  public mutating func object(_ key: StaticString? = nil, _ body: (inout CanonicalWriter) -> Void) {
    begin(key)
    enclose("{", "}", body)
  }

  /// Writes a list whose values `body` writes; with a key, as a member.
  public mutating func list(_ key: StaticString? = nil, _ body: (inout CanonicalWriter) -> Void) {
    begin(key)
    enclose("[", "]", body)
  }

  /// Writes a member; one without a value is absent.
  public mutating func member(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    begin(key)
    JSON.writeString(value, into: &bytes)
  }

  public mutating func member(_ key: StaticString, _ value: Int?) {
    guard let value else { return }
    begin(key)
    bytes.append(contentsOf: String(value).utf8)
  }

  private mutating func enclose(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout CanonicalWriter) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    isFirst = true
    body(&self)
    bytes.append(UInt8(ascii: close))
    isFirst = false
  }

  private mutating func begin(_ key: StaticString?) {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    guard let key else { return }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }
}
