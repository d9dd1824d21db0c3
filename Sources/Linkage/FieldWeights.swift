import Glibc

/// How much it tells that two entries are of one city, one body, one category, or not.
///
/// Learned from the entries themselves without labels (I. Fellegi and A. Sunter, "A Theory for Record Linkage", 1969):
/// a field weighs by how often it agrees among pairs that the words make certain, against pairs taken at random. Where
/// cities are compared with each other, the city tells nothing.
struct FieldWeights: Sendable {
  /// Per field, the logarithm of the odds where it agrees and where it differs.
  private let weights: [(agrees: Float, differs: Float)]

  /// Weighs nothing.
  static let none = FieldWeights(weights: Entry.Field.allCases.map { _ in (0, 0) })

  private init(weights: [(agrees: Float, differs: Float)]) { self.weights = weights }

  /// - Parameters:
  ///   - certain: what agrees in pairs that are certain, as `Agreements` gives it.
  ///   - random: the same of pairs at random.
  init(certain: [UInt8], random: [UInt8]) {
    weights = Entry.Field.allCases.indices.map { field in
      let share = { (pairs: [UInt8]) -> Float in
        var counts: (agree: Float, all: Float) = (1, 2)
        for pair in pairs {
          switch pair >> UInt8(2 * field) & 3 {
          case 1: counts = (counts.agree + 1, counts.all + 1)
          case 2: counts.all += 1
          default: break
          }
        }
        return counts.agree / counts.all
      }
      let (m, u) = (share(certain), share(random))
      // Where certain pairs agree no more often than others, the field says nothing.
      return m > u ? (log(m / u), max(-8, log((1 - m) / (1 - u)))) : (0, 0)
    }
  }

  func callAsFunction(_ agreement: UInt8) -> Float {
    var out: Float = 0
    for (field, weight) in weights.enumerated() {
      switch agreement >> UInt8(2 * field) & 3 {
      case 1: out += weight.agrees
      case 2: out += weight.differs
      default: break
      }
    }
    return out
  }
}

/// Whether the fields of two entries agree: two bits a field, 0 unknown, 1 agrees, 2 differs.
struct Agreements {
  private let a: EntryTable
  private let b: EntryTable

  init(_ a: EntryTable, _ b: EntryTable) { (self.a, self.b) = (a, b) }

  func callAsFunction(_ x: Int, _ y: Int) -> UInt8 {
    var out: UInt8 = 0
    for field in 0..<Entry.Field.allCases.count {
      let (p, q) = (a.field(x, field), b.field(y, field))
      if p != 0, q != 0 { out |= (p == q ? 1 : 2) << UInt8(2 * field) }
    }
    return out
  }
}
