import Archive
import Plan

/// The key of an item's row: ascending keys are the order of results, newest year first, then by document and place.
///
/// It follows from the row, whichever bundle came first; rows that agree in all of it take the next free one.
enum RowKey {
  private static let placeBits: Int64 = 29
  private static let documentBits: Int64 = 22

  static func first(year: Int?, document: String, start: Int?) -> Int64 {
    let yearPart = Int64(4095 - min(max(year ?? 0, 0), 4095))
    let place = Int64(min(max(start ?? 0, 0), 1 << 25)) << 3
    return (yearPart << documentBits | hash(document)) << placeBits | place + 1
  }

  private static func hash(_ text: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int64((hash ^ hash >> 32) & ((1 << UInt64(documentBits)) - 1))
  }
}
