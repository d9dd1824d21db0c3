import CCrypto

/// A key in libcrypto's memory, freed with the last reference; of an algorithm that is known here.
final class LibcryptoKey {
  let pointer: OpaquePointer
  let algorithm: SignatureAlgorithm

  /// Takes the key over; `nil` where its algorithm is none of ours.
  init?(_ pointer: OpaquePointer) {
    let found = SignatureAlgorithm.allCases.first { EVP_PKEY_is_a(pointer, $0.keyType) == 1 }
    guard let found else {
      EVP_PKEY_free(pointer)
      return nil
    }
    self.pointer = pointer
    algorithm = found
  }

  deinit { EVP_PKEY_free(pointer) }

  /// A new key pair; `nil` where libcrypto finds no memory or no randomness.
  convenience init?(generating algorithm: SignatureAlgorithm) {
    guard let context = EVP_PKEY_CTX_new_from_name(nil, algorithm.keyType, nil) else { return nil }
    defer { EVP_PKEY_CTX_free(context) }
    var key: OpaquePointer?
    guard EVP_PKEY_keygen_init(context) == 1, EVP_PKEY_generate(context, &key) == 1, let key else { return nil }
    self.init(key)
  }

  /// The public key of its DER form (SubjectPublicKeyInfo, RFC 5280); `nil` where the bytes are none.
  convenience init?(publicDER bytes: [UInt8]) {
    let key = bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      var start = buffer.baseAddress
      return d2i_PUBKEY(nil, &start, buffer.count)
    }
    ERR_clear_error()
    guard let key else { return nil }
    self.init(key)
  }

  /// The public half in DER (SubjectPublicKeyInfo).
  var publicDER: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, Int(i2d_PUBKEY(pointer, nil))))
    bytes.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      if start != nil { i2d_PUBKEY(pointer, &start) }
    }
    return bytes
  }
}

/// What libcrypto writes in PEM; `nil` where it fails.
func pem(_ write: (OpaquePointer) -> Int32) -> [UInt8]? {
  guard let output = BIO_new(BIO_s_mem()) else { return nil }
  defer { BIO_free(output) }
  guard write(output) == 1 else { return nil }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = BIO_read(output, &piece, Int32(piece.count))
    guard count > 0 else { return bytes }
    bytes += piece[..<Int(count)]
  }
}

/// What libcrypto reads out of PEM; `nil` where it finds nothing that it knows.
func reading<Value>(_ bytes: [UInt8], _ read: (OpaquePointer) -> Value?) -> Value? {
  bytes.withUnsafeBufferPointer { buffer in
    guard let input = BIO_new_mem_buf(buffer.baseAddress, Int32(clamping: buffer.count)) else { return nil }
    defer {
      BIO_free(input)
      ERR_clear_error()
    }
    return read(input)
  }
}
