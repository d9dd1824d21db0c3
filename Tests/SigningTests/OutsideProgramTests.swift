import Foundation
import Testing

@testable import Signing

/// Our keys and signatures are everybody's, and everybody's are ours.
@Suite struct OutsideProgramTests {
  @Test(.enabled(if: OutsideProgram.openssl != nil, "openssl is not installed"), arguments: SignatureAlgorithm.allCases)
  func `openssl accepts our signatures, and no others`(_ algorithm: SignatureAlgorithm) throws {
    let openssl = try #require(OutsideProgram.openssl)
    let folder = try Folder()
    let key = try sampleKey(algorithm)
    try key.write(to: folder.path + "/a.key")
    try folder.write("tagmanifest", sampleBytes)
    try folder.write("signature", signature(of: sampleBytes, by: key).signature)
    let command =
      ["pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", "a.key.pub", "-sigfile", "signature", "-in", "tagmanifest"]
      + algorithm.opensslOptions
    #expect(try openssl.run(command, in: folder.path))
    try folder.write("tagmanifest", sampleBytes + [0x0A])
    #expect(try !openssl.run(command, in: folder.path))
  }

  @Test(.enabled(if: OutsideProgram.openssl != nil, "openssl is not installed"), arguments: SignatureAlgorithm.allCases)
  func `we accept openssl's keys and signatures`(_ algorithm: SignatureAlgorithm) throws {
    let openssl = try #require(OutsideProgram.openssl)
    let folder = try Folder()
    let path = folder.path
    #expect(try openssl.run(["genpkey", "-algorithm", algorithm.keyType, "-out", "a.key"], in: path))
    #expect(try openssl.run(["pkey", "-in", "a.key", "-pubout", "-out", "a.pub"], in: path))
    try folder.write("tagmanifest", sampleBytes)
    let command =
      ["pkeyutl", "-sign", "-rawin", "-inkey", "a.key", "-in", "tagmanifest", "-out", "signature"]
      + algorithm.opensslOptions
    #expect(try openssl.run(command, in: path))
    let key = try #require(PublicKey(pem: try folder.read("a.pub")))
    #expect(key.algorithm == algorithm)
    #expect(key.accepts(try folder.read("signature"), of: sampleBytes))
    #expect(!key.accepts(try folder.read("signature"), of: sampleBytes + [0x0A]))
    try folder.write("a.key", folder.read("a.key"))
    #expect(try PrivateKey(file: path + "/a.key").publicKey == key)
  }

  @Test(.enabled(if: OutsideProgram.openssl != nil, "openssl is not installed"), arguments: SignatureAlgorithm.allCases)
  func `openssl opens our encrypted keys, and we its`(_ algorithm: SignatureAlgorithm) throws {
    let openssl = try #require(OutsideProgram.openssl)
    let folder = try Folder()
    let path = folder.path
    let key = try sampleKey(algorithm)
    let passphrase = try Passphrase(file: folder.write("passphrase", "geheim 口令\n"))
    // Of one file for both, openssl would take the second line as the new passphrase.
    try folder.write("again", folder.read("passphrase"))
    try folder.write("wrong", "geheim\n")
    try key.write(to: path + "/a.key", passphrase: passphrase)
    #expect(
      try openssl.run(["pkey", "-in", "a.key", "-passin", "file:passphrase", "-pubout", "-out", "a.pub"], in: path))
    #expect(PublicKey(pem: try folder.read("a.pub")) == key.publicKey)
    #expect(try !openssl.run(["pkey", "-in", "a.key", "-passin", "file:wrong", "-noout"], in: path))
    for scheme in [["-scrypt"], ["-v2", "aes-128-cbc"], ["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA512"]] {
      let command = ["pkcs8", "-topk8", "-in", "a.key", "-passin", "file:passphrase", "-passout", "file:again"]
      #expect(try openssl.run(command + scheme + ["-out", "b.key"], in: path))
      try folder.write("b.key", folder.read("b.key"))
      #expect(try PrivateKey(file: path + "/b.key", passphrase: passphrase).publicKey == key.publicKey)
    }
  }

  @Test(.enabled(if: OutsideProgram.openssl != nil, "openssl is not installed"))
  func `keys of other algorithms are refused`() throws {
    let openssl = try #require(OutsideProgram.openssl)
    let folder = try Folder()
    let curve = ["-pkeyopt", "ec_paramgen_curve:P-256"]
    for (algorithm, options) in [("RSA", []), ("EC", curve), ("X25519", []), ("ED448", [])] {
      let command = ["genpkey", "-algorithm", algorithm] + options
      #expect(try openssl.run(command + ["-out", "a.key"], in: folder.path))
      #expect(try openssl.run(["pkey", "-in", "a.key", "-pubout", "-out", "a.pub"], in: folder.path))
      let path = try folder.write("a.key", folder.read("a.key"))
      #expect(throws: KeyError.self, "\(algorithm)") { try PrivateKey(file: path) }
      #expect(PublicKey(pem: try folder.read("a.pub")) == nil)
    }
  }

  @Test(.enabled(if: OutsideProgram.python != nil, "no Python with cryptography: run make test, or set JDX_PYTHON"))
  func `Python's cryptography accepts our signature files, and we its`() throws {
    let python = try #require(OutsideProgram.python)
    let folder = try Folder()
    let key = try sampleKey()
    let passphrase = try Passphrase(file: folder.write("passphrase", "geheim"))
    try key.write(to: folder.path + "/a.key", passphrase: passphrase)
    try folder.write("tagmanifest", sampleBytes)
    try folder.write("a.json", signature(of: sampleBytes, by: key).json.canonical)
    let script = """
      import base64, hashlib, json
      from cryptography.hazmat.primitives import serialization
      signature = json.load(open("a.json"))
      der = base64.b64decode(signature["publicKey"])
      assert hashlib.sha256(der).hexdigest() == signature["key"] and signature["algorithm"] == "ed25519"
      signed = open("tagmanifest", "rb").read()
      public = serialization.load_der_public_key(der)
      public.verify(base64.b64decode(signature["signature"]), signed)
      private = serialization.load_pem_private_key(open("a.key", "rb").read(), b"geheim")
      open("theirs", "wb").write(private.sign(signed + b"!"))
      """
    #expect(try python.run(["-c", script], in: folder.path))
    #expect(key.publicKey.accepts(try folder.read("theirs"), of: sampleBytes + [UInt8(ascii: "!")]))
    try folder.write("tagmanifest", sampleBytes + [0x0A])
    #expect(try !python.run(["-c", script], in: folder.path))
  }
}

extension SignatureAlgorithm {
  /// What `openssl pkeyutl` must be told.
  fileprivate var opensslOptions: [String] {
    switch self {
    case .ed25519: []
    case .sm2: ["-digest", "sm3", "-pkeyopt", "distid:1234567812345678"]
    }
  }
}
