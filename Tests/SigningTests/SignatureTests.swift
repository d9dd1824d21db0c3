import Foundation
import Plan
import Testing

@testable import Signing

@Suite struct SignatureTests {
  @Test(arguments: SignatureAlgorithm.allCases)
  func `a signature fits its bytes, and no others`(_ algorithm: SignatureAlgorithm) throws {
    let signature = try signature(of: sampleBytes, by: sampleKey(algorithm))
    #expect(signature.fits(sampleBytes) == true)
    for index in sampleBytes.indices {
      var changed = sampleBytes
      changed[index] ^= 1 << (index % 8)
      #expect(signature.fits(changed) == false)
    }
    #expect(signature.fits([]) == false)
    #expect(signature.fits(sampleBytes + [0x0A]) == false)
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func `no changed signature fits`(_ algorithm: SignatureAlgorithm) throws {
    let whole = try signature(of: sampleBytes, by: sampleKey(algorithm))
    let other = try signature(of: sampleBytes, by: sampleKey(algorithm))
    var candidates = [[], other.signature, whole.signature + [0], Array(whole.signature.dropLast())]
    for bit in 0..<whole.signature.count * 8 {
      var changed = whole.signature
      changed[bit / 8] ^= 1 << (bit % 8)
      candidates.append(changed)
    }
    for candidate in candidates {
      let changed = Signature(
        algorithm: whole.algorithm, key: whole.key, publicKey: whole.publicKey, signature: candidate,
        label: whole.label)
      #expect(changed.fits(sampleBytes) == false)
    }
  }

  /// RFC 8032, section 7.1, test 2: one key and one text give one signature.
  @Test func `Ed25519 signs as its standard says`() throws {
    let seed = bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    let expected = bytes(
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")
    #expect(Ed25519.sign([0x72], key: seed) == expected)
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func `its file comes back as it was`(_ algorithm: SignatureAlgorithm) throws {
    let label = Signature.Label(
      signer: "示例单位", city: CityReference(code: "370200", name: "青岛市"), date: CalendarDate("2031-03-01"))
    for label in [label, Signature.Label()] {
      let signature = try signature(of: sampleBytes, by: sampleKey(algorithm), label: label)
      let again = try Signature(file: signature.json.canonical)
      #expect(again.json == signature.json && again.label == label && again.fits(sampleBytes) == true)
    }
  }

  @Test func `members of a later version are left alone`() throws {
    var object = try signature(of: sampleBytes, by: sampleKey()).json
    object["certificate"] = .string("…")
    object["x-note"] = .integer(1)
    #expect(try Signature(object).fits(sampleBytes) == true)
  }

  @Test func `an algorithm of a later version is unknown, not broken`() throws {
    var object = try signature(of: sampleBytes, by: sampleKey()).json
    object["algorithm"] = .string("ml-dsa-65")
    let signature = try Signature(object)
    #expect(signature.fits(sampleBytes) == nil)
    #expect(signature.standing(over: sampleBytes, reliance: nil, cities: []) == .unknown)
  }

  @Test func `what is wrong with a file is named`() throws {
    let whole = try signature(of: sampleBytes, by: sampleKey()).json
    let hex = String(repeating: "0", count: 64)
    let cases: [(String, String, JSON?)] = [
      ("/key", "key", nil), ("/key", "key", .string(hex)), ("/key", "key", .integer(1)),
      ("/publicKey", "publicKey", nil), ("/publicKey", "publicKey", .string("%")),
      ("/key", "publicKey", .string("")), ("/publicKey", "publicKey", .string("AA")),
      ("/signature", "signature", nil), ("/signature", "signature", .string("AAAA\n")),
      ("/signature", "signature", .string("AB==")), ("/algorithm", "algorithm", nil),
      ("/algorithm", "algorithm", .bool(true)), ("/signer", "signer", .integer(1)),
      ("/date", "date", .string("2031-02-30")),
      ("/city", "city", .string("370200")),
    ]
    for (path, member, value) in cases {
      var object = whole
      object[member] = value
      #expect(throws: SignatureFault(path: path), "\(member)") { try Signature(file: object.canonical) }
    }
  }

  @Test func `hostile files are refused`() throws {
    let whole = try signature(of: sampleBytes, by: sampleKey()).json.canonical
    let twice = Array(#"{"key":"a","key":"b"}"#.utf8)
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 60_000)
    let long = Array(#"{"signer":""#.utf8) + [UInt8](repeating: 0x61, count: 1 << 20) + Array(#""}"#.utf8)
    for bytes in [
      [], [0xFF], twice, deep, long, Array("null".utf8), Array("[]".utf8), whole + whole, Array(whole.dropLast()),
    ] {
      #expect(throws: SignatureFault.self) { try Signature(file: bytes) }
    }
  }

  @Test func `no changed bit of a signature's file makes it another's`() throws {
    let label = Signature.Label(signer: "示例单位", date: CalendarDate("2031-03-01"))
    let whole = try signature(of: sampleBytes, by: sampleKey(), label: label)
    let file = whole.json.canonical
    for bit in 0..<file.count * 8 {
      var changed = file
      changed[bit / 8] ^= 1 << (bit % 8)
      guard let read = try? Signature(file: changed), read.fits(sampleBytes) == true else { continue }
      // Only what the signer says of itself is not signed.
      #expect(read.key == whole.key && read.signature == whole.signature, "bit \(bit)")
    }
  }

  @Test func `a key's id is the hash of its DER form, and DER has one form`() throws {
    let key = try sampleKey().publicKey
    #expect(PublicKey(der: key.der) == key)
    #expect(PublicKey(der: key.der + [0]) == nil)
    #expect(PublicKey(der: Array(key.der.dropLast())) == nil)
    #expect(PublicKey(der: []) == nil)
    // The same key with a length in two bytes: BER, not DER.
    var long = key.der
    long.replaceSubrange(1..<2, with: [0x81, 0x2A])
    #expect(PublicKey(der: long) == nil)
  }
}

func bytes(_ hex: String) -> [UInt8] {
  let digits = Array(hex)
  return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
}
