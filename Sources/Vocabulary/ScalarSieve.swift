/// Lets through the scalars of a set, and few others: each scalar of a text is asked for, and a look-up costs far more.
struct ScalarSieve: Sendable {
  /// By the last eight bits.
  private var holes = [Bool](repeating: false, count: 256)

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars { holes[Int(scalar.value & 0xFF)] = true }
  }

  func passes(_ scalar: Unicode.Scalar) -> Bool { holes[Int(scalar.value & 0xFF)] }
}
