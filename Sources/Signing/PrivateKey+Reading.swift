import CCrypto

extension PrivateKey {
  /// Reads a key file: PKCS#8 in PEM, encrypted or not, from `keygen` or from openssl.
  public init(file path: String, passphrase: Passphrase? = nil) throws(KeyError) {
    let bytes = try small(path)
    // A public key named by mistake should not be made secret.
    guard bytes.firstRange(of: "PRIVATE KEY-----".utf8) != nil else { throw .notAKey(path: path) }
    try requireSecret(path)
    var answer = Answer(passphrase: passphrase)
    let found = withUnsafeMutablePointer(to: &answer) { answer in
      reading(bytes) { PEM_read_bio_PrivateKey($0, nil, tell, answer) }
    }
    guard let found else {
      switch (answer.wasAsked, passphrase) {
      case (true, nil): throw .needsPassphrase(path: path)
      case (true, _): throw .wrongPassphrase(path: path)
      case (false, _): throw .notAKey(path: path)
      }
    }
    guard let key = LibcryptoKey(found) else { throw .notAKey(path: path) }
    self.init(key)
  }
}

/// What libcrypto is told when it asks for the passphrase, and whether it asked.
private struct Answer {
  let passphrase: Passphrase?
  var wasAsked = false
}

/// Without a passphrase it says so; libcrypto's own way would be to ask the terminal.
private func tell(
  _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int32, _ isWriting: Int32, _ context: UnsafeMutableRawPointer?
) -> Int32 {
  guard let answer = context?.assumingMemoryBound(to: Answer.self) else { return -1 }
  answer.pointee.wasAsked = true
  guard let passphrase = answer.pointee.passphrase, let buffer, passphrase.bytes.count <= Int(size) else { return -1 }
  for (index, byte) in passphrase.bytes.enumerated() { buffer[index] = CChar(bitPattern: byte) }
  return Int32(passphrase.bytes.count)
}
