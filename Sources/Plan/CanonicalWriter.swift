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
    guard var value else { return }
    value.withUTF8 { value in
      if JSON.hasEscaped(value) {
        begin(key)
        JSON.writeString(value, into: &bytes)
      } else {
        begin(key, value)
      }
    }
  }

  public mutating func member(_ key: StaticString, _ value: Int?) {
    guard let value else { return }
    begin(key)
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    writeDigits(of: value.magnitude)
  }

  /// Writes a list of strings as a member; an empty one is absent.
  public mutating func member(_ key: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    list(key) { out in
      for value in values {
        out.begin(nil)
        JSON.writeString(value, into: &out.bytes)
      }
    }
  }

  private mutating func writeDigits(of number: UInt) {
    if number >= 10 { writeDigits(of: number / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
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

  /// Begins a member or a value; with a text that needs no escapes, that is all of it.
  private mutating func begin(_ key: StaticString?, _ text: UnsafeBufferPointer<UInt8>? = nil) {
    let isFirst = self.isFirst
    self.isFirst = false
    let key = key.map { UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount) }
    bytes.append(addingCapacity: (key?.count ?? 0) + (text?.count ?? 0) + 6) { span in
      if !isFirst { span.append(UInt8(ascii: ",")) }
      if let key {
        span.appendQuoted(key)
        span.append(UInt8(ascii: ":"))
      }
      if let text { span.appendQuoted(text) }
    }
  }
}
