import Linkage
import Vocabulary

/// What a person decided of pairs, against whatever their words say.
///
///     same:
///       - {from: A17, to: B4}
///     different:
///       - {from: A18, to: B4}
public struct LinkRulings: Sendable {
  /// Two ids, and where they stand in the file.
  public struct Pair: Sendable {
    public let from: String
    public let to: String
    public let line: Int
  }

  /// Pairs that are one matter, each id once.
  public let same: [Pair]
  /// Pairs that are not.
  public let different: [Pair]
}

/// Why a file of rulings can't be used; lines count from 1.
public enum LinkRulingError: Error, Sendable {
  case yaml(YAMLError)
  case missing(field: String, line: Int)
  case unknownField(String, line: Int)
  case wrongForm(field: String, line: Int)
  /// An id is tied to two others, or one pair is both same and different.
  case contradictory(id: String, line: Int, firstLine: Int)
  /// An id that the file named by `from` or `to` does not have.
  case unknownID(String, field: String, line: Int)
}

extension LinkRulings {
  /// Reads the YAML of a file of rulings.
  public init(yaml: [UInt8]) throws(LinkRulingError) {
    let root: YAMLNode
    do throws(YAMLError) { root = try YAMLNode.parse(yaml) } catch { throw .yaml(error) }
    try self.init(root)
  }

  /// - Parameter others: further fields of the file, which somebody else reads.
  init(_ root: YAMLNode, besides others: [String] = []) throws(LinkRulingError) {
    try LinkRulings.refuseUnknown(root, ["same", "different"] + others)
    same = try LinkRulings.pairs(root, "same")
    different = try LinkRulings.pairs(root, "different")
    var lines: (from: [[UInt8]: Int], to: [[UInt8]: Int]) = ([:], [:])
    for pair in same {
      let (from, to) = (Array(pair.from.utf8), Array(pair.to.utf8))
      if let first = lines.from[from] { throw .contradictory(id: pair.from, line: pair.line, firstLine: first) }
      if let first = lines.to[to] { throw .contradictory(id: pair.to, line: pair.line, firstLine: first) }
      (lines.from[from], lines.to[to]) = (pair.line, pair.line)
    }
    for pair in different {
      let first = lines.from[Array(pair.from.utf8)]
      if let first, first == lines.to[Array(pair.to.utf8)] {
        throw .contradictory(id: pair.from, line: pair.line, firstLine: first)
      }
    }
  }

  private static func pairs(_ root: YAMLNode, _ field: String) throws(LinkRulingError) -> [Pair] {
    guard let list = root[field] else { return [] }
    guard let entries = list.sequence else { throw .wrongForm(field: field, line: list.line) }
    var out: [Pair] = []
    for entry in entries {
      try refuseUnknown(entry, ["from", "to"])
      out.append(Pair(from: try text(entry, "from"), to: try text(entry, "to"), line: entry.line))
    }
    return out
  }

  static func text(_ node: YAMLNode, _ field: String) throws(LinkRulingError) -> String {
    guard let found = node[field] else { throw .missing(field: field, line: node.line) }
    guard let string = found.string, !string.isEmpty else { throw .wrongForm(field: field, line: found.line) }
    return string
  }

  static func refuseUnknown(_ node: YAMLNode, _ known: [String]) throws(LinkRulingError) {
    guard let pairs = node.mapping else { throw .wrongForm(field: known.joined(separator: ", "), line: node.line) }
    for pair in pairs where !known.contains(pair.key) { throw .unknownField(pair.key, line: pair.keyNode.line) }
  }

  /// The rulings by places of two sides that are in the order of their ids.
  public func places(from: EntryTable, to: EntryTable) throws(LinkRulingError) -> EntryLinks.Rulings {
    var out = EntryLinks.Rulings()
    for pair in same { out.same.append(try LinkRulings.places(pair, from, to)) }
    for pair in different { out.different.append(try LinkRulings.places(pair, from, to)) }
    return out
  }

  private static func places(
    _ pair: Pair, _ from: EntryTable, _ to: EntryTable
  ) throws(LinkRulingError) -> (from: Int, to: Int) {
    guard let a = from.place(ofID: pair.from) else { throw .unknownID(pair.from, field: "from", line: pair.line) }
    guard let b = to.place(ofID: pair.to) else { throw .unknownID(pair.to, field: "to", line: pair.line) }
    return (a, b)
  }
}
