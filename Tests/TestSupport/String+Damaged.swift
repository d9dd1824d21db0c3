extension String {
  /// The text with one to four of its ASCII characters replaced, taken out or given twice.
  package func damaged(by random: inout some RandomNumberGenerator) -> String {
    var bytes = Array(utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      guard bytes[index] < 0x80 else { continue }
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.remove(at: index)
      case 1: bytes.insert(bytes[index], at: index)
      // Digits above all, since they place things.
      case 2: bytes[index] = UInt8.random(in: 0x30...0x39, using: &random)
      default: bytes[index] = UInt8.random(in: 0x20...0x7E, using: &random)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
