import Archive

/// Why a key can't be made or used; the path is the key file's.
public enum KeyError: Error, Sendable {
  /// The system refused a call on the file.
  case file(FileFailure)
  /// There is a file of that name, which is not written over.
  case exists(path: String)
  /// Others than the owner may read or write the file.
  case loosePermissions(path: String, mode: Int)
  /// The file holds no private key of a known algorithm.
  case notAKey(path: String)
  /// The key is encrypted and no passphrase was given.
  case needsPassphrase(path: String)
  /// The passphrase does not open the key, or the key is damaged.
  case wrongPassphrase(path: String)
  /// The passphrase's file is empty, longer than 1024 bytes, or holds a NUL byte.
  case illegalPassphrase(path: String)
  /// libcrypto has no memory, no randomness, or was built without the algorithm.
  case refused
}
