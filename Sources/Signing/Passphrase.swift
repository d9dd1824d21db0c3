/// What opens an encrypted key: the first line of a file.
public struct Passphrase: Sendable {
  /// libcrypto's buffer for a passphrase is no longer.
  private static let longest = 1024

  let bytes: [UInt8]

  /// A passphrase from a file that only its owner may read, or from a pipe.
  public init(file path: String) throws(KeyError) {
    try requireSecret(path)
    let line = try small(path).prefix { $0 != UInt8(ascii: "\n") }
    let bytes = Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    guard !bytes.isEmpty, bytes.count <= Passphrase.longest, !bytes.contains(0) else {
      throw .illegalPassphrase(path: path)
    }
    self.bytes = bytes
  }
}
