import CCrypto

/// SM2 with SM3 (GB/T 32918, GM/T 0009) by libcrypto: signatures in DER, another one every time.
enum SM2 {
  /// The signer's id that GM/T 0009 gives where no other is agreed.
  private static let signerID = Array("1234567812345678".utf8)

  static func sign(_ bytes: [UInt8], key: LibcryptoKey) -> [UInt8]? {
    inContext(of: key) { context in
      var count = 0
      guard EVP_DigestSignInit(context, nil, EVP_sm3(), nil, key.pointer) == 1,
        EVP_DigestSign(context, nil, &count, bytes, bytes.count) == 1
      else { return nil }
      var signature = [UInt8](repeating: 0, count: count)
      guard EVP_DigestSign(context, &signature, &count, bytes, bytes.count) == 1 else { return nil }
      return Array(signature.prefix(count))
    }
  }

  static func accepts(_ signature: [UInt8], of bytes: [UInt8], key der: [UInt8]) -> Bool {
    guard let key = LibcryptoKey(publicDER: der) else { return false }
    let answer = inContext(of: key) { context -> Bool in
      EVP_DigestVerifyInit(context, nil, EVP_sm3(), nil, key.pointer) == 1
        && EVP_DigestVerify(context, signature, signature.count, bytes, bytes.count) == 1
    }
    return answer ?? false
  }

  private static func inContext<Value>(of key: LibcryptoKey, _ body: (OpaquePointer) -> Value?) -> Value? {
    defer { ERR_clear_error() }
    guard let digest = EVP_MD_CTX_new() else { return nil }
    defer { EVP_MD_CTX_free(digest) }
    guard let context = EVP_PKEY_CTX_new(key.pointer, nil) else { return nil }
    defer { EVP_PKEY_CTX_free(context) }
    guard EVP_PKEY_CTX_set1_id(context, signerID, Int32(signerID.count)) == 1 else { return nil }
    EVP_MD_CTX_set_pkey_ctx(digest, context)
    return body(digest)
  }
}
