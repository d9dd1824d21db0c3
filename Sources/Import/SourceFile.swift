/// A file to import, as bytes.
public struct SourceFile: Sendable {
  /// As the user wrote it, for messages.
  public var displayPath: String
  /// The last path component; `nil` for standard input.
  public var name: String?
  public var bytes: [UInt8]

  public init(displayPath: String, name: String?, bytes: [UInt8]) {
    self.displayPath = displayPath
    self.name = name
    self.bytes = bytes
  }
}
