import Glibc

/// A text with the places of its scalars among its bytes.
struct TextPlaces {
  private let text: [UInt8]
  /// Where each scalar begins, and where the text ends.
  private let places: [UInt32]
  /// Scalars.
  var count: Int { places.count - 1 }
  var scalars: [Unicode.Scalar] { Array(String(decoding: text, as: UTF8.self).unicodeScalars) }

  /// `nil` where the text is not UTF-8, or of 4 GiB and more.
  init?(_ text: [UInt8]) {
    guard text.count < UInt32.max else { return nil }
    let places = text.withUnsafeBufferPointer { bytes -> [UInt32]? in
      var places: [UInt32] = []
      places.reserveCapacity(bytes.count / 2 + 1)
      var at = 0
      if let start = bytes.baseAddress {
        while at < bytes.count {
          places.append(UInt32(at))
          let length = UTF8Form.length(start, at, bytes.count)
          guard length > 0 else { return nil }
          at += length
        }
      }
      places.append(UInt32(at))
      return places
    }
    guard let places else { return nil }
    (self.text, self.places) = (text, places)
  }

  /// How many of the `limit` bytes at `words` are those of the scalars from `start` to `end`, which are in the text: all of
  /// these, or none.
  func matches(_ words: UnsafePointer<UInt8>, limit: Int, from start: Int, to end: Int) -> Int {
    let range = Int(places[start])..<Int(places[end])
    guard range.count <= limit else { return 0 }
    return text.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress, memcmp(first + range.lowerBound, words, range.count) == 0 else { return 0 }
      return range.count
    }
  }
}
