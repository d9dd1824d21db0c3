import Testing

@testable import Archive

@Suite struct SHA256HexTests {
  /// The examples of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func theStandardsExamplesHold(_ text: String, _ hex: String) {
    #expect(SHA256Hex.of(Array(text.utf8)) == hex)
    #expect(SHA256Hex.isHex(Array(hex.utf8)))
  }

  @Test func piecesGiveTheHashOfTheWhole() {
    let bytes = noise(1_000)
    var hash = SHA256Hex()
    hash.update(Array(bytes.prefix(300)))
    _ = hash.hex
    bytes.dropFirst(300).withUnsafeBytes { hash.update($0) }
    #expect(hash.hex == SHA256Hex.of(bytes))
  }

  @Test func onlyLowercaseDigitsCount() {
    let hex = SHA256Hex.of([])
    #expect(!SHA256Hex.isHex(Array(hex.uppercased().utf8)))
    #expect(!SHA256Hex.isHex(Array(hex.utf8.dropLast())))
    #expect(!SHA256Hex.isHex(Array(hex.utf8.dropLast()) + [UInt8(ascii: "g")]))
  }
}
