import CFormat

/// The published README, specification, schemas and vocabularies, by which a bundle explains itself.
enum FormatFiles {
  /// By path below the bag.
  static let all: [String: [UInt8]] = {
    var out: [String: [UInt8]] = [:]
    for place in 0..<format_file_count() {
      let file = format_file_at(place)
      out["data/" + String(cString: file.path)] = Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
    }
    return out
  }()
}
