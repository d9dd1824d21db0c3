/// Something that takes bytes in order: a file, a descriptor, memory.
public protocol ByteSink: AnyObject {
  /// Takes all of `bytes`, or fails; after a failure the sink's content is of no use.
  func write(_ bytes: UnsafeRawBufferPointer) throws(FileFailure)
  /// A folder for bytes that must wait before they are written here; nil leaves it to the system's for temporary files.
  var scratchFolder: String? { get }
}

extension ByteSink {
  /// The system's folder for temporary files.
  public var scratchFolder: String? { nil }

  /// Takes all of `bytes`, or fails.
  public func write(_ bytes: [UInt8]) throws(FileFailure) {
    try bytes.withRawBytes { buffer throws(FileFailure) in try write(buffer) }
  }
}

extension [UInt8] {
  /// `withUnsafeBytes` that keeps the type of the error.
  func withRawBytes<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try withUnsafeBufferPointer { buffer throws(Failure) in try body(UnsafeRawBufferPointer(buffer)) }
  }
}

/// Collects bytes in memory.
public final class MemorySink: ByteSink {
  /// Everything written so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty collection.
  public init() {}

  /// Appends `bytes`; cannot fail.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
    self.bytes.append(contentsOf: bytes)
  }
}

/// Writes to an open descriptor, such as standard output (1), which it neither owns nor closes.
public final class DescriptorSink: ByteSink {
  private let descriptor: Int32
  private let name: String

  /// A sink for `descriptor`; `name` stands for the path in errors.
  public init(_ descriptor: Int32, named name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Writes all of `bytes`; a reader who went away fails with `EPIPE` (the program ignores `SIGPIPE`).
  public func write(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
    try Descriptor.write(bytes, to: descriptor, named: name)
  }
}
