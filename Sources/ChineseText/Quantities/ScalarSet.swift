/// A fixed set of scalars of the basic plane, a bit each: it is asked at each scalar of a text.
struct ScalarSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1 << 10)

  /// The scalars of `text`; those beyond the basic plane are left out.
  init(_ text: String) {
    for scalar in text.unicodeScalars where scalar.value <= 0xFFFF { bits[Int(scalar.value >> 6)] |= Self.bit(scalar) }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value <= 0xFFFF && bits[Int(scalar.value >> 6)] & Self.bit(scalar) != 0
  }

  private static func bit(_ scalar: Unicode.Scalar) -> UInt64 { 1 << UInt64(scalar.value & 63) }
}
