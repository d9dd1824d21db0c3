import Archive
import CCrypto
import Glibc

extension PrivateKey {
  /// Writes the key to `path`, readable by its owner alone, and the public key to `path.pub`.
  ///
  /// Both are new files: a key that is written over is lost.
  public func write(to path: String, passphrase: Passphrase? = nil) throws(KeyError) {
    guard let secret = privatePEM(passphrase), let open = publicPEM else { throw .refused }
    var files: [AtomicFile] = []
    for (path, bytes, mode) in [(path, secret, mode_t(0o600)), (path + ".pub", open, mode_t(0o644))] {
      files.append(
        try PrivateKey.file(path) { () throws(FileFailure) in
          let file = try AtomicFile(newFile: path, mode: mode)
          try file.write(bytes)
          return file
        })
    }
    var written: [String] = []
    for file in files {
      do throws(KeyError) {
        try PrivateKey.file(file.path) { () throws(FileFailure) in try file.commit() }
        written.append(file.path)
      } catch {
        // Half a pair is of no use to anybody.
        for path in written { unlink(path) }
        throw error
      }
    }
  }

  /// The public key in PEM (SubjectPublicKeyInfo).
  var publicPEM: [UInt8]? { pem { PEM_write_bio_PUBKEY($0, key.pointer) } }

  /// PKCS#8 in PEM; with a passphrase encrypted by AES-256-CBC under a key that scrypt makes of it (RFC 7914), at the
  /// strength that openssl uses.
  func privatePEM(_ passphrase: Passphrase?) -> [UInt8]? {
    defer { ERR_clear_error() }
    guard let plain = EVP_PKEY2PKCS8(key.pointer) else { return nil }
    defer { PKCS8_PRIV_KEY_INFO_free(plain) }
    guard let passphrase else { return pem { PEM_write_bio_PKCS8_PRIV_KEY_INFO($0, plain) } }
    guard let scheme = PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), nil, 16, nil, 1 << 14, 8, 1) else { return nil }
    let sealed = passphrase.bytes.withUnsafeBytes { bytes in
      PKCS8_set0_pbe(bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), plain, scheme)
    }
    guard let sealed else {
      X509_ALGOR_free(scheme)
      return nil
    }
    defer { X509_SIG_free(sealed) }
    return pem { PEM_write_bio_PKCS8($0, sealed) }
  }

  private static func file<Value>(_ path: String, _ body: () throws(FileFailure) -> Value) throws(KeyError) -> Value {
    do throws(FileFailure) { return try body() } catch {
      throw error.errno == EEXIST ? .exists(path: path) : .file(error)
    }
  }
}
