/// A fixed set of scalars of the basic plane, a bit each: it is asked at each scalar of a text.
struct ScalarSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1 << 10)

  /// The scalars of `text`; those beyond the basic plane are left out.
  init(_ text: String) {
    for scalar in text.unicodeScalars where scalar.value <= 0xFFFF { bits[Int(scalar.value >> 6)] |= Self.bit(scalar) }
  }

  /// The scalars of `text`, and all of the basic plane outside a range whose bounds lie on multiples of 64.
  init(allBut range: ClosedRange<UInt32>, with text: String) {
    self.init(text)
    for word in bits.indices where !range.contains(UInt32(word << 6)) { bits[word] = .max }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0xFFFF && bits[Int(scalar.value >> 6)] & Self.bit(scalar) != 0
  }

  /// The first place at `start` or later where one of the scalars stands.
  @inline(__always) func first(in text: [Unicode.Scalar], from start: Int) -> Int? {
    guard start >= 0, start < text.count else { return nil }
    // Without the checks of bounds: the words are 2 to the power of 10, and the index goes over the text.
    return bits.withUnsafeBufferPointer { bits in
      text.withUnsafeBufferPointer { text in
        var index = start
        while index < text.count {
          let value = text[index].value
          if value <= 0xFFFF, bits[Int(value >> 6)] & 1 << UInt64(value & 63) != 0 { return index }
          index &+= 1
        }
        return nil
      }
    }
  }

  private static func bit(_ scalar: Unicode.Scalar) -> UInt64 { 1 << UInt64(scalar.value & 63) }
}
