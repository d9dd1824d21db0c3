import Plan
import Vocabulary

/// What a person decides of a merge's conflicts: who, when, and conflict by conflict which side holds and why.
///
///     by: 省汇总组
///     date: 2031-04-01
///     resolutions:
///       - id: key-1.m2.i1
///         group: figure
///         take: 3f2a91b0
///         why: 两家单位已商定
///       - id: key-3
///         group: wording
///         from: weihai.jdx
///         why: 以牵头单位为准
public struct ResolutionFile: Sendable {
  public struct Resolution: Sendable {
    public enum Choice: Sendable, Equatable {
      /// What the head says whose revision begins so; of the group `record`, all that it says.
      case head(String)
      /// What was said before the sides parted.
      case base
      /// The record is gone.
      case removed
      /// The record stays, as its other groups give it.
      case kept
      /// What the sender of this name says.
      case sender(String)
    }

    /// A whole id, or its end as `show` prints it.
    public var id: String
    /// The beginning of the reading's revision, where two rows of one id are in conflict.
    public var reading: String?
    public var group: String
    /// Absent where `fields` say all.
    public var choice: Choice?
    /// Members of the group to set, over what is chosen; `nil` removes one.
    public var fields: [(name: String, value: JSON?)]
    public var why: String
    /// Where it stands in the file.
    public var line: Int
  }

  public let by: String
  public let date: String
  public let resolutions: [Resolution]
}

/// Why a file of resolutions can't be used; lines count from 1.
public enum ResolutionError: Error, Sendable {
  /// The file has not the form of one, or a member that it sets not that of a record.
  case form(FixError)
  /// Nothing of this id is in conflict.
  case noConflict(id: String, line: Int)
  /// The record is in conflict, but not there.
  case noGroup(String, id: String, open: [String], line: Int)
  /// Several rows in conflict are meant alike.
  case fitsSeveral(id: String, rows: Int, line: Int)
  /// No side of the conflict is what it takes.
  case noSide(String, id: String, line: Int)
  /// No bundle of this name was sent.
  case noSender(String, line: Int)
  /// The same conflict is decided twice.
  case decidedTwice(id: String, group: String, line: Int)
  /// Other conflicts of the record are not decided; a revision that replaces all heads would drop their sides.
  case leavesOpen([String], id: String, line: Int)
}

extension ResolutionFile {
  /// Reads the YAML of a file of resolutions.
  public init(yaml: [UInt8]) throws(ResolutionError) {
    do throws(FixError) { self = try ResolutionFile.read(yaml) } catch { throw .form(error) }
  }

  private static func read(_ yaml: [UInt8]) throws(FixError) -> ResolutionFile {
    let root: YAMLNode
    do throws(YAMLError) { root = try YAMLNode.parse(yaml) } catch { throw .yaml(error) }
    let (by, date, entries) = try FixFile.head(of: root, list: "resolutions")
    var resolutions: [Resolution] = []
    for entry in entries { resolutions.append(try resolution(entry)) }
    return ResolutionFile(by: by, date: date, resolutions: resolutions)
  }

  private static func resolution(_ entry: YAMLNode) throws(FixError) -> Resolution {
    try FixFile.refuseUnknown(entry, ["id", "reading", "group", "take", "from", "set", "why"])
    var choice: Resolution.Choice?
    if entry["take"] != nil { choice = Self.choice(try FixFile.text(entry, "take")) }
    if let from = entry["from"] {
      guard choice == nil else { throw .wrongForm(field: "from", line: from.line) }
      choice = .sender(try FixFile.text(entry, "from"))
    }
    var fields: [(name: String, value: JSON?)] = []
    if let set = entry["set"] { fields = try FixFile.fields(set) }
    guard choice != nil || !fields.isEmpty else { throw .missing(field: "take, from, set", line: entry.line) }
    return Resolution(
      id: try FixFile.text(entry, "id"), reading: entry["reading"] == nil ? nil : try FixFile.text(entry, "reading"),
      group: try FixFile.text(entry, "group"), choice: choice, fields: fields, why: try FixFile.text(entry, "why"),
      line: entry.line)
  }

  private static func choice(_ word: String) -> Resolution.Choice {
    switch word {
    case "base": .base
    case "removed": .removed
    case "kept": .kept
    default: .head(word)
    }
  }
}
