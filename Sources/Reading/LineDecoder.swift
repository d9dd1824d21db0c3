import Glibc

/// Decodes a text of which a batch of whole lines is known at a time.
///
/// The encoding is told by the first batch that is not all ASCII, in the way of ``decode(_:)``; what follows must keep
/// to it.
public struct LineDecoder: Sendable {
  /// The encoding, nil while all lines were ASCII.
  private var encoding: String?
  /// Where the batch begins and ends in the file.
  private var start = 0
  private var end = 0

  /// A decoder that has seen nothing.
  public init() {}

  /// Whether a file that begins so can't be read by lines: UTF-16 parts them otherwise, and of what is no text the whole
  /// tells what it is.
  public static func needsWhole(_ head: [UInt8]) -> Bool {
    head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || FileKind(signatureOf: head) != nil
      || UTF16Decoding.byteOrder(of: head) != nil
  }

  /// Goes on to the next batch; returns where its first line begins, behind a byte order mark.
  public mutating func advance(to batch: [UInt8]) throws(ReadingError) -> Int {
    let isFirst = end == 0
    (start, end) = (end, end + batch.count)
    if encoding == nil, isFirst || batch.contains(where: { $0 >= 0x80 }) {
      let text: DecodedText
      do throws(ReadingError) { text = try decode(batch) } catch { throw error.moved(by: start) }
      if text.scalars.contains(where: { $0.value >= 0x80 }) || text.hasBOM { encoding = text.encoding }
      if isFirst, text.hasBOM { return text.encoding == "UTF-8" ? 3 : 4 }
    } else if let offset = firstNUL(of: batch) {
      throw .notText(offset: start + offset, reason: .controlCharacter(0))
    }
    return 0
  }

  /// The text of a line of the batch; may be asked from several threads at once.
  public func scalars(of line: ArraySlice<UInt8>) throws(ReadingError) -> [Unicode.Scalar] {
    let encoding = encoding ?? "UTF-8"
    let (scalars, badOffset) = decode(line, as: encoding)
    if let badOffset { throw .undecodable(offset: start + badOffset, encodingsTried: [encoding]) }
    return scalars
  }
}

private func firstNUL(of bytes: [UInt8]) -> Int? {
  bytes.withUnsafeBytes { bytes in
    guard let start = bytes.baseAddress, let found = memchr(start, 0, bytes.count) else { return nil }
    return UnsafeRawPointer(found) - start
  }
}

extension ReadingError {
  /// The same of bytes that stand so much further on.
  fileprivate func moved(by distance: Int) -> ReadingError {
    switch self {
    case .notText(let offset, let reason): .notText(offset: offset + distance, reason: reason)
    case .undecodable(let offset, let tried): .undecodable(offset: offset + distance, encodingsTried: tried)
    default: self
    }
  }
}
