/// A fixed map from scalars to values, without the cost of a seeded hash: it is asked at each scalar of a text.
///
/// Open addressing with a multiplicative hash (Knuth, The Art of Computer Programming, vol. 3, section 6.4); at most half full.
struct ScalarMap<Value: Sendable>: Sendable {
  /// The scalars by their slots, `free` where none stands.
  private var keys: [UInt32]
  private var values: [Value?]
  private let shift: UInt32
  /// A bit for the low twelve bits of each scalar that has a value, so that most scalars of a text are dismissed at once.
  private let lowBits: [UInt64]

  private static var free: UInt32 { .max }

  init(_ entries: [Unicode.Scalar: Value]) {
    var bits: UInt32 = 3
    while 1 << bits < entries.count * 2 { bits += 1 }
    shift = 32 - bits
    keys = Array(repeating: Self.free, count: 1 << bits)
    values = Array(repeating: nil, count: 1 << bits)
    var lowBits = [UInt64](repeating: 0, count: 64)
    for scalar in entries.keys { lowBits[Self.word(scalar)] |= Self.bit(scalar) }
    self.lowBits = lowBits
    for (scalar, value) in entries {
      var slot = home(scalar)
      while keys[slot] != Self.free { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = scalar.value
      values[slot] = value
    }
  }

  /// Every scalar that has a value, with it.
  var entries: [(scalar: Unicode.Scalar, value: Value)] {
    zip(keys, values).compactMap { key, value in
      guard let scalar = Unicode.Scalar(key), let value else { return nil }
      return (scalar, value)
    }
  }

  @inline(__always) subscript(scalar: Unicode.Scalar) -> Value? { mayHave(scalar) ? value(of: scalar) : nil }

  /// Whether the scalar may have a value; most have none.
  @inline(__always) func mayHave(_ scalar: Unicode.Scalar) -> Bool {
    // Without the check of bounds: there are 2 to the power of 6 words.
    lowBits.withUnsafeBufferPointer { $0[Self.word(scalar)] & Self.bit(scalar) != 0 }
  }

  /// The value of a scalar that may have one.
  func value(of scalar: Unicode.Scalar) -> Value? {
    var slot = home(scalar)
    while keys[slot] != Self.free {
      if keys[slot] == scalar.value { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  private func home(_ scalar: Unicode.Scalar) -> Int { Int((scalar.value &* 2_654_435_769) >> shift) }

  @inline(__always) private static func word(_ scalar: Unicode.Scalar) -> Int { Int(scalar.value >> 6 & 63) }
  @inline(__always) private static func bit(_ scalar: Unicode.Scalar) -> UInt64 { 1 &<< UInt64(scalar.value & 63) }
}
