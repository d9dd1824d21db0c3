import Archive
import Conformance
import TestSupport

/// Damages a file that is read: its bytes, or the markup in it, with the archive around it whole again.
struct FileDamage {
  private var damage: DocumentDamage

  init(seed: UInt64, longest: Int) { damage = DocumentDamage(seed: seed, longest: longest) }

  mutating func damaged(_ file: [UInt8], splicing other: [UInt8]) -> [UInt8] {
    if !damage.chance(4), let parts = FileDamage.parts(of: file) {
      return rebuilt(parts, splicing: FileDamage.parts(of: other) ?? [])
    }
    var bytes = file
    for _ in 0...damage.number(below: 3) { change(&bytes, splicing: other) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], splicing other: [UInt8]) {
    switch damage.number(below: 8) {
    case 0: damage.changeBytes(&bytes)
    case 1: bytes = damage.damaged(bytes, splicing: other)
    case 2..<4: changeNumber(&bytes)
    case 4: exchangeNames(&bytes)
    default: changeElement(&bytes)
    }
  }

  // MARK: Packages

  typealias Part = (path: String, content: [UInt8])

  private mutating func rebuilt(_ sound: [Part], splicing other: [Part]) -> [UInt8] {
    var parts = sound
    for _ in 0...damage.number(below: 3) where !parts.isEmpty {
      let (one, two) = (damage.number(below: parts.count), damage.number(below: parts.count))
      switch damage.number(below: 20) {
      case 0: (parts[one].content, parts[two].content) = (parts[two].content, parts[one].content)
      case 1: parts.remove(at: one)
      case 2: parts[one].content = other.isEmpty ? [] : other[damage.number(below: other.count)].content
      default: change(&parts[one].content, splicing: parts[two].content)
      }
    }
    return FileDamage.archive(of: parts)
  }

  static func archive(of parts: [Part]) -> [UInt8] {
    var zip = ZipFixture()
    for part in parts { zip.add(part.path, part.content) }
    return zip.bytes
  }

  /// `nil` where the file is no archive.
  static func parts(of file: [UInt8]) -> [Part]? {
    guard let archive = try? ForeignArchive(file, limits: ArchiveLimits()) else { return nil }
    return archive.entries.compactMap { entry in (try? archive.read(entry)).map { (entry.path, $0) } }
  }

  // MARK: Markup

  private static let numbers = [
    "0", "-1", "2", "7", "33", "600", "16385", "1048577", "2147483648", "18446744073709551616", "1e308", "nan", "",
    "99999999999999999999999999999999",
  ]

  /// A number in the markup becomes another one.
  private mutating func changeNumber(_ bytes: inout [UInt8]) {
    let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
    let from = damage.number(below: max(1, bytes.count))
    guard let start = bytes[min(from, bytes.count)...].firstIndex(where: isDigit) else { return }
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: FileDamage.numbers[damage.number(below: FileDamage.numbers.count)].utf8)
  }

  /// Elements of one name get another's that stands in the file too, so that what is whole stays whole.
  private mutating func exchangeNames(_ bytes: inout [UInt8]) {
    let tags = Tag.all(in: bytes)
    guard !tags.isEmpty else { return }
    let (one, other) = (tags[damage.number(below: tags.count)], tags[damage.number(below: tags.count)])
    let (from, to) = (Array(bytes[one.name]), Array(bytes[other.name]))
    for tag in tags.reversed() where bytes[tag.name].elementsEqual(from) { bytes.replaceSubrange(tag.name, with: to) }
  }

  /// An element with all that is in it is lost, repeated, put somewhere else or into itself many times.
  private mutating func changeElement(_ bytes: inout [UInt8]) {
    let tags = Tag.all(in: bytes)
    guard !tags.isEmpty else { return }
    let first = damage.number(below: tags.count)
    guard let range = Tag.element(at: first, of: tags, in: bytes) else { return }
    let element = Array(bytes[range])
    let elsewhere = tags[damage.number(below: tags.count)].start
    switch damage.number(below: 5) {
    case 0: bytes.removeSubrange(range)
    case 1: bytes.insert(contentsOf: element, at: range.upperBound)
    case 2: bytes.insert(contentsOf: element, at: elsewhere)
    case 3:
      let count = min(1 + damage.number(below: 200), damage.longest * 10 / element.count)
      bytes.insert(contentsOf: Array(repeatElement(element, count: max(1, count)).joined()), at: range.upperBound)
    default:
      let depth = 1 + damage.number(below: damage.chance(3) ? 600 : 40)
      let close = Array("</".utf8) + bytes[tags[first].name] + [UInt8(ascii: ">")]
      let open = Array(bytes[range.lowerBound..<(bytes[range].firstIndex(of: UInt8(ascii: ">")) ?? range.lowerBound)])
      guard open.last != UInt8(ascii: "/"), !open.isEmpty else { return }
      let opening = Array(repeatElement(open + [UInt8(ascii: ">")], count: depth).joined())
      bytes.replaceSubrange(range, with: opening + element + Array(repeatElement(close, count: depth).joined()))
    }
  }
}

/// A tag of markup that opens or closes an element.
private struct Tag {
  let start: Int
  let name: Range<Int>
  let isClosing: Bool

  static func all(in bytes: [UInt8]) -> [Tag] {
    let letters: (UInt8) -> Bool = { (0x61...0x7A).contains($0 | 0x20) || $0 == 0x3A || (0x30...0x39).contains($0) }
    return bytes.indices.compactMap { at in
      guard bytes[at] == UInt8(ascii: "<") else { return nil }
      let isClosing = at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "/")
      let from = at + (isClosing ? 2 : 1)
      let end = bytes[min(from, bytes.count)...].firstIndex { !letters($0) } ?? bytes.count
      return from < end ? Tag(start: at, name: from..<end, isClosing: isClosing) : nil
    }
  }

  /// The element that a tag opens, to its own closing tag; the tag alone where it has none.
  static func element(at first: Int, of tags: [Tag], in bytes: [UInt8]) -> Range<Int>? {
    guard !tags[first].isClosing else { return nil }
    let start = tags[first].start
    guard let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
    if bytes[close - 1] == UInt8(ascii: "/") { return start..<close + 1 }
    var depth = 0
    for tag in tags[first...] where bytes[tag.name] == bytes[tags[first].name] {
      guard let end = bytes[tag.start...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      if bytes[end - 1] == UInt8(ascii: "/") { continue }
      depth += tag.isClosing ? -1 : 1
      if depth == 0 { return start..<end + 1 }
    }
    return start..<close + 1
  }
}
