/// A fixed map from scalars to values, without the cost of a seeded hash: it is asked at each scalar of a text.
///
/// Open addressing with a multiplicative hash (Knuth, The Art of Computer Programming, vol. 3, section 6.4); at most half full.
struct ScalarMap<Value: Sendable>: Sendable {
  /// Scalar and the place of its value plus one; 0 where nothing stands.
  private var slots: [(scalar: UInt32, place: Int32)]
  private var values: [Value]
  private let shift: UInt32

  init(_ entries: [Unicode.Scalar: Value]) {
    var bits: UInt32 = 3
    while 1 << bits < entries.count * 2 { bits += 1 }
    shift = 32 - bits
    slots = Array(repeating: (0, 0), count: 1 << bits)
    values = []
    values.reserveCapacity(entries.count)
    for (scalar, value) in entries {
      values.append(value)
      var slot = home(scalar)
      while slots[slot].place != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (scalar.value, Int32(values.count))
    }
  }

  subscript(scalar: Unicode.Scalar) -> Value? {
    var slot = home(scalar)
    while true {
      let (key, place) = slots[slot]
      if place == 0 { return nil }
      if key == scalar.value { return values[Int(place) - 1] }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  private func home(_ scalar: Unicode.Scalar) -> Int { Int((scalar.value &* 2_654_435_769) >> shift) }
}
