/// A step from a node to one within it.
public enum YAMLStep: Sendable, Equatable {
  case key(String)
  case index(Int)
}

extension YAMLNode {
  /// The node without one within it; a list or mapping that is left empty goes too, `nil` where nothing is left.
  ///
  /// A mapping that is an element of a list goes with the list that it loses: `{points: 40, title: [x]}` with x.
  public func without(_ path: ArraySlice<YAMLStep>) -> YAMLNode? {
    guard let step = path.first else { return nil }
    let rest = path.dropFirst()
    switch (content, step) {
    case (.mapping(let pairs), .key(let key)):
      let kept = pairs.compactMap { pair -> YAMLPair? in
        guard pair.key == key else { return pair }
        return pair.value.without(rest).map { YAMLPair(key: pair.key, keyNode: pair.keyNode, value: $0) }
      }
      return kept.isEmpty ? nil : YAMLNode(.mapping(kept), line: line, column: column)
    case (.sequence(let nodes), .index(let index)):
      let kept = nodes.enumerated().compactMap { at, node -> YAMLNode? in
        guard at == index else { return node }
        let left = node.without(rest)
        return left?.mapping?.count == node.mapping?.count ? left : nil
      }
      return kept.isEmpty ? nil : YAMLNode(.sequence(kept), line: line, column: column)
    default: return self
    }
  }
}
