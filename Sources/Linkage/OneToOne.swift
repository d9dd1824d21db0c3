/// Choices of one partner at most for each entry.
struct OneToOne {
  /// A pair that may be chosen; the higher its gain, the better.
  struct Choice {
    var a: Int32
    var b: Int32
    var gain: Float
  }

  /// Per entry of the first side the place of the chosen pair among the choices, or -1; the same of the second side.
  private(set) var ofA: [Int32]
  private(set) var ofB: [Int32]
  /// The best first.
  let choices: [Choice]

  /// The best pair first, then the best of what is left; then exchanges that raise the sum of what a component gains:
  /// one pair for another, or two for two.
  ///
  /// Among equals the pair whose places lie nearest, then the one that stands first: an order that is total wherever
  /// two pairs compete.
  init(_ choices: [Choice], counts: (a: Int, b: Int)) {
    self.choices = choices.sorted { x, y in
      if x.gain != y.gain { return x.gain > y.gain }
      let distances = (abs(x.a - x.b), abs(y.a - y.b))
      if distances.0 != distances.1 { return distances.0 < distances.1 }
      return (x.a + x.b, x.a) < (y.a + y.b, y.a)
    }
    ofA = [Int32](repeating: -1, count: counts.a)
    ofB = [Int32](repeating: -1, count: counts.b)
    for place in self.choices.indices where isFree(place) { take(place) }
    for _ in 0..<OneToOne.rounds where !improve() { break }
  }

  /// Exchanges are tried so many times; real components are settled after one or two.
  private static let rounds = 4

  private func isFree(_ place: Int) -> Bool { ofA[Int(choices[place].a)] < 0 && ofB[Int(choices[place].b)] < 0 }

  private mutating func take(_ place: Int) {
    ofA[Int(choices[place].a)] = Int32(truncatingIfNeeded: place)
    ofB[Int(choices[place].b)] = Int32(truncatingIfNeeded: place)
  }

  private mutating func drop(_ place: Int32) {
    guard place >= 0 else { return }
    ofA[Int(choices[Int(place)].a)] = -1
    ofB[Int(choices[Int(place)].b)] = -1
  }

  /// Whether anything was exchanged.
  private mutating func improve() -> Bool {
    var rows: [Int32: [Int]] = [:]
    for place in choices.indices where !isChosen(place) {
      let theirs = ofB[Int(choices[place].b)]
      if theirs >= 0 { rows[choices[Int(theirs)].a] = [] }
    }
    for place in choices.indices { rows[choices[place].a]?.append(place) }
    var changed = false
    for place in choices.indices where !isChosen(place) {
      let (mine, theirs) = (ofA[Int(choices[place].a)], ofB[Int(choices[place].b)])
      guard mine >= 0 || theirs >= 0 else { continue }
      // Who loses the partner takes the best that is free then.
      let freed = mine < 0 ? -1 : choices[Int(mine)].b
      let next =
        theirs < 0
        ? nil
        : rows[choices[Int(theirs)].a]?.first { other in
          let b = choices[other].b
          return b != choices[place].b && (b == freed || ofB[Int(b)] < 0)
        }
      let now = (mine < 0 ? 0 : choices[Int(mine)].gain) + (theirs < 0 ? 0 : choices[Int(theirs)].gain)
      guard choices[place].gain + (next.map { choices[$0].gain } ?? 0) > now + 1e-3 else { continue }
      drop(mine)
      drop(theirs)
      take(place)
      if let next { take(next) }
      changed = true
    }
    return changed
  }

  private func isChosen(_ place: Int) -> Bool { ofA[Int(choices[place].a)] == Int32(truncatingIfNeeded: place) }
}
