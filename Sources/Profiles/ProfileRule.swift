import Vocabulary

/// One rule of a profile's file: a word, a pattern or a column in one of its lists.
public struct ProfileRule: Sendable, Equatable {
  /// Where it stands, from 1.
  public let line: Int
  public let column: Int
  /// The keys that lead to it, parted by points: `columns.responsible`, `evidence.title`.
  public let key: String
  /// As it is written.
  public let text: String
  let path: [YAMLStep]
}

/// A profile's file, rule by rule: what it says, and what it would say without one of its rules.
public struct ProfileRules: Sendable {
  /// In the order of the file.
  public let all: [ProfileRule]
  private let root: YAMLNode

  /// What only names the profile is no rule.
  private static let names = ["profile", "version", "name", "summary", "kind", "shape"]

  public init(yaml: [UInt8]) throws(ProfileError) {
    root = try ProfileReader.parse(yaml)
    all = (root.mapping ?? []).filter { !ProfileRules.names.contains($0.key) }.flatMap {
      ProfileRules.rules(in: $0.value, keys: [$0.key], path: [.key($0.key)], isElement: false)
    }
  }

  private static func rules(in node: YAMLNode, keys: [String], path: [YAMLStep], isElement: Bool) -> [ProfileRule] {
    switch node.content {
    case .mapping(let pairs):
      let inner = pairs.flatMap {
        rules(in: $0.value, keys: keys + [$0.key], path: path + [.key($0.key)], isElement: false)
      }
      guard inner.isEmpty, isElement else { return inner }
      return [rule(node, pairs.compactMap(\.value.string).joined(separator: " "), keys, path)]
    case .sequence(let nodes):
      return nodes.enumerated().flatMap {
        rules(in: $0.element, keys: keys, path: path + [.index($0.offset)], isElement: true)
      }
    case .scalar(let text, _): return isElement ? [rule(node, text, keys, path)] : []
    }
  }

  private static func rule(_ node: YAMLNode, _ text: String, _ keys: [String], _ path: [YAMLStep]) -> ProfileRule {
    ProfileRule(line: node.line, column: node.column, key: keys.joined(separator: "."), text: text, path: path)
  }

  /// The whole; `nil` where it is no profile.
  public var profile: Profile? { ProfileRules.profile(root) }

  /// The profile without one of its rules; `nil` where it is none without it.
  public func profile(without rule: ProfileRule) -> Profile? {
    root.without(rule.path[...]).flatMap(ProfileRules.profile)
  }

  private static func profile(_ root: YAMLNode) -> Profile? {
    var reader = ProfileReader()
    let profile = reader.profile(root)
    return reader.problems.isEmpty ? profile : nil
  }
}
