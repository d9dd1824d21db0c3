import Archive

/// An office document in a ZIP archive (OOXML, OFD, ODF): its parts by name, and their relationships.
struct PackageFile {
  /// A relationship of a part to another one (ECMA-376 part 2, 6.5).
  struct Relationship: Equatable {
    let id: String
    /// The last segment of the type's address, which is the same in the transitional and the strict form:
    /// `officeDocument`, `styles`, `worksheet`.
    let type: String
    /// The path of the other part, without `/` in front.
    let target: String
  }

  /// The paths of all parts, in the directory's order, without `/` in front.
  let names: [String]

  private let archive: ForeignArchive
  private let kind: FileKind
  private let limits: ReadingLimits
  private var budget: Int
  /// What reading a part takes of the budget at least: a sheet may name the same small part time and again.
  private static let leastCost = 4_096

  /// Opens a package.
  init(_ bytes: [UInt8], kind: FileKind, limits: ReadingLimits) throws(ReadingError) {
    try limits.checkFileSize(bytes.count)
    do throws(ArchiveError) {
      archive = try ForeignArchive(bytes, limits: ArchiveLimits(limits))
    } catch {
      throw ReadingError(error, kind: kind, part: nil, limits: limits)
    }
    names = archive.entries.map { $0.path.utf8.first == UInt8(ascii: "/") ? String($0.path.dropFirst()) : $0.path }
    self.kind = kind
    self.limits = limits
    budget = limits.totalSize
  }

  /// Whether there is a part of that name.
  func has(_ name: String) -> Bool { archive.entry(named: name) != nil }

  /// The bytes of the part of that name, found whatever the case of its letters; `nil` where there is none.
  mutating func part(named name: String) throws(ReadingError) -> [UInt8]? {
    guard let entry = archive.entry(named: name), !entry.isDirectory else { return nil }
    guard !entry.isEncrypted else { throw .encrypted(kind) }
    let cost = max(entry.size, Self.leastCost)
    guard cost <= budget else { throw .limitExceeded(.totalSize, allowed: limits.totalSize, part: name) }
    do throws(ArchiveError) {
      let bytes = try archive.read(entry)
      budget -= cost
      return bytes
    } catch {
      throw ReadingError(error, kind: kind, part: name, limits: limits)
    }
  }

  /// The relationships of a part, or with `""` of the package; those to other files and addresses are left out.
  mutating func relationships(of name: String) throws(ReadingError) -> [Relationship] {
    let (folder, file) = Self.split(name)
    let part = (folder.isEmpty ? "" : folder + "/") + "_rels/" + file + ".rels"
    guard let bytes = try self.part(named: part) else { return [] }
    var stream = try XMLStream(bytes, kind: kind, part: part, limits: limits)
    var found: [Relationship] = []
    while let event = try stream.next() {
      guard case .start = event, stream.name == "Relationship", stream.attribute("TargetMode") != "External",
        let id = stream.attribute("Id"), let type = stream.attribute("Type"), let target = stream.attribute("Target")
      else { continue }
      guard found.count < limits.parts else { throw .limitExceeded(.parts, allowed: limits.parts, part: part) }
      let segment = type.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
      found.append(Relationship(id: id, type: segment, target: Self.resolve(target, from: folder)))
    }
    return found
  }

  /// A stream over the part of that name; `nil` where there is none.
  mutating func stream(named name: String) throws(ReadingError) -> XMLStream? {
    guard let bytes = try part(named: name) else { return nil }
    return try XMLStream(bytes, kind: kind, part: name, limits: limits)
  }

  private static func split(_ name: String) -> (folder: String, file: String) {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", name) }
    return (String(name[..<slash]), String(name[name.utf8.index(after: slash)...]))
  }

  /// A target with its `.` and `..` followed, from a folder, or from the package's root with a `/` in front.
  static func resolve(_ target: String, from folder: String) -> String {
    let slash = UInt8(ascii: "/")
    let path = target.utf8.map { $0 == UInt8(ascii: "\\") ? slash : $0 }
    var segments = path.first == slash ? [] : Array(folder.utf8).split(separator: slash).map(Array.init)
    for segment in path.split(separator: slash) {
      switch String(decoding: segment, as: UTF8.self) {
      case ".": continue
      case "..": _ = segments.popLast()
      default: segments.append(Array(segment))
      }
    }
    return String(decoding: Array(segments.joined(separator: [slash])), as: UTF8.self)
  }
}
