import Testing

@testable import ChineseText

@Suite struct PlaceSetTests {
  /// Around the bounds of words of 64 bits.
  private static let places = [0, 5, 63, 64, 127, 128, 300]

  private var set: PlaceSet {
    var set = PlaceSet(count: 301)
    for place in Self.places { set.insert(place) }
    return set
  }

  @Test func theFirstAndTheLastPlaceAreFound() {
    for place in 0...300 {
      #expect(set.contains(place) == Self.places.contains(place))
      #expect(set.first(from: place) == Self.places.first { $0 >= place })
      for floor in [0, 1, 63, 64, 65, 128, 129, 299] where floor <= place {
        #expect(set.last(from: floor, through: place) == Self.places.last { (floor...place).contains($0) })
      }
    }
    #expect(set.first(from: 301) == nil && set.first(from: 9_000) == nil && set.first(from: -1) == 0)
    #expect(set.last(from: 0, through: -1) == nil && set.last(from: 9, through: 8) == nil)
  }

  @Test func aPlaceIsTakenOut() {
    var set = set
    set.remove(64)
    #expect(!set.contains(64) && set.first(from: 64) == 127 && set.last(from: 0, through: 126) == 63)
  }
}
