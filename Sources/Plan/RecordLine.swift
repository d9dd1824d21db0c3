import Crypto

/// A line of a file of records: its object, and what its bytes tell without being written again.
public struct RecordLine: Sendable {
  public let object: JSONObject
  /// Whether the bytes are ``JSONObject/canonical`` of the object.
  public let isCanonical: Bool
  /// The revision that a record of this line has, where the bytes tell it.
  let revision: String?

  /// `nil` where the value is no object.
  ///
  /// - Parameter bytes: the line without its end.
  public init?(_ bytes: [UInt8], depthLimit: Int = JSON.depthLimit) throws(JSONError) {
    let read = try bytes.withUnsafeBufferPointer { bytes throws(JSONError) -> RecordLine? in
      var parser = JSONParser(bytes: bytes, depthLimit: depthLimit)
      guard case .object(let object) = try parser.whole() else { return nil }
      let stated = parser.isCanonical ? parser.revision : nil
      return RecordLine(
        object: object, isCanonical: parser.isCanonical, revision: stated.map { Revision.of(bytes, without: $0) })
    }
    guard let read else { return nil }
    self = read
  }

  private init(object: JSONObject, isCanonical: Bool, revision: String?) {
    self.object = object
    self.isCanonical = isCanonical
    self.revision = revision
  }
}

extension Revision {
  /// The hash of a canonical object's bytes but for the member that stands in `place`, and the comma beside it.
  fileprivate static func of(_ bytes: UnsafeBufferPointer<UInt8>, without place: Range<Int>) -> String {
    let isLast = bytes[place.upperBound] == UInt8(ascii: "}")
    let isFirst = place.lowerBound == 1
    let rest = place.upperBound + (isLast ? 0 : 1)
    let kept = place.lowerBound - (isLast && !isFirst ? 1 : 0)
    var hash = SHA256()
    hash.update(bufferPointer: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[..<kept])))
    hash.update(bufferPointer: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes[rest...])))
    return hex(hash.finalize())
  }
}
