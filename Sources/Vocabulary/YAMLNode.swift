/// One value of a YAML document, with the place where it begins.
///
/// Lines and columns count from 1, columns in Unicode scalars. Anchors' aliases, tags and keys that are not scalars do
/// not occur: `YAMLNode.parse` refuses them.
public struct YAMLNode: Sendable {
  /// What a node holds.
  public enum Content: Sendable {
    /// A scalar; `isPlain` is false where it stood in quotes or in a block, and so is a string whatever it looks like.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// A mapping in the order of the file; the keys are scalars and all differ.
    case mapping([YAMLPair])
  }

  /// The value itself.
  public let content: Content
  /// The line on which the value begins, from 1.
  public let line: Int
  /// The column at which the value begins, from 1, in Unicode scalars.
  public let column: Int

  /// Makes a node; meant for tests and for values that no file holds.
  public init(_ content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }
}

/// A key of a mapping and its value.
public struct YAMLPair: Sendable {
  /// The key; `keyNode` has its place.
  public let key: String
  /// The key as a scalar node.
  public let keyNode: YAMLNode
  /// The value.
  public let value: YAMLNode
}

extension YAMLNode {
  /// The text of a scalar, plain or quoted; nil for a list or a mapping.
  public var string: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The whole number that a plain scalar writes in ASCII digits, with an optional minus; nil otherwise.
  public var int: Int? {
    guard case .scalar(let text, true) = content else { return nil }
    var digits = text.utf8[...]
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// The truth value of a plain `true` or `false`; nil otherwise.
  public var bool: Bool? {
    switch content {
    case .scalar("true", true): true
    case .scalar("false", true): false
    default: nil
    }
  }

  /// True for a plain scalar that stands for nothing: empty, `~` or `null`.
  public var isNull: Bool {
    switch content {
    case .scalar("", true), .scalar("~", true), .scalar("null", true): true
    default: false
    }
  }

  /// The elements of a list; nil for anything else.
  public var sequence: [YAMLNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  /// The pairs of a mapping in the order of the file; nil for anything else.
  public var mapping: [YAMLPair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// The value of a key of a mapping, compared scalar by scalar; nil where there is none.
  public subscript(key: String) -> YAMLNode? {
    mapping?.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// An element of a list; nil beyond its ends.
  public subscript(index: Int) -> YAMLNode? {
    guard let nodes = sequence, nodes.indices.contains(index) else { return nil }
    return nodes[index]
  }
}
