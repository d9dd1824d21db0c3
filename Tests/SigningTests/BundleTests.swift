import Archive
import Packaging
import Plan
import Testing

@testable import Signing

/// Signatures on bundles.
@Suite struct BundleTests {
  private func packed(_ texts: [String]) throws -> [UInt8] {
    var contents = BundleContents()
    for text in texts { contents.add(text: Array(text.utf8)) }
    let sink = MemorySink()
    try writeBundle(contents, to: sink)
    return sink.bytes
  }

  private func signed(_ bundle: [UInt8], by key: PrivateKey) throws -> [UInt8] {
    let signature = try signature(of: readBundle(bundle).seal.tagManifest, by: key)
    return try with(signature.json.canonical + [0x0A], named: signature.fileName, bundle)
  }

  private func with(_ bytes: [UInt8], named name: String, _ bundle: [UInt8]) throws -> [UInt8] {
    let sink = MemorySink()
    try writeBundle(bundle, withSignature: bytes, named: name, to: sink)
    return sink.bytes
  }

  private func standings(_ bundle: [UInt8], trust: TrustFile? = nil) throws -> [Standing] {
    let seal = try readBundle(bundle).seal
    let day = try #require(CalendarDate("2031-01-01"))
    return seal.signatures.sorted { $0.key < $1.key }.map { name, bytes in
      CheckedSignature(
        bytes, named: name, over: seal.tagManifest, reliance: trust.map { Reliance(on: $0, day: day) }, cities: []
      ).standing
    }
  }

  @Test func `a signature changes nothing of what is signed`() throws {
    let plain = try packed(["甲\n"])
    let (first, second) = (try sampleKey(), try sampleKey())
    let once = try signed(plain, by: first)
    #expect(try readBundle(once).fingerprint == readBundle(plain).fingerprint)
    #expect(try signed(once, by: first) == once)
    let twice = try signed(once, by: second)
    #expect(try twice == signed(signed(plain, by: second), by: first))
    #expect(try standings(plain) == [])
    #expect(try standings(twice) == [.signed, .signed])
    let trust = try TrustFile(yaml: Array("keys: [{key: \(first.publicKey.id)}]".utf8))
    #expect(try Set(standings(twice, trust: trust)) == [.trusted, .untrusted])
  }

  /// Whoever changes the content can make the manifests fit, and not the signature.
  @Test func `an old signature on new content is broken`() throws {
    let key = try sampleKey()
    let old = try readBundle(signed(packed(["新增学位12个\n"]), by: key)).seal
    let (name, bytes) = try #require(old.signatures.first)
    let forged = try with(bytes, named: name, packed(["新增学位13个\n"]))
    #expect(try standings(forged) == [.broken])
    let trust = try TrustFile(yaml: Array("keys: [{key: \(key.publicKey.id)}]".utf8))
    #expect(try standings(forged, trust: trust) == [.broken])
  }

  @Test func `a changed bit of a signed bundle is found, wherever it is`() throws {
    let bytes = try signed(packed(["甲\n"]), by: sampleKey())
    for offset in bytes.indices {
      var changed = bytes
      changed[offset] ^= 1 << (offset % 8)
      if (try? readBundle(changed)) != nil { Issue.record("bit \(offset % 8) of byte \(offset)") }
    }
  }

  @Test func `a signature under another name, or what is none, is broken`() throws {
    let plain = try packed(["甲\n"])
    let file = try signature(of: readBundle(plain).seal.tagManifest, by: sampleKey())
    #expect(try standings(with(file.json.canonical, named: "a.json", plain)) == [.broken])
    #expect(try standings(with(Array("{}".utf8), named: file.fileName, plain)) == [.broken])
    #expect(try standings(with([], named: "deep/er.txt", plain)) == [.broken])
  }
}
