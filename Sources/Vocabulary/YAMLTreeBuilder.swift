/// Builds the tree of one document from the events of the parser.
///
/// The open lists and mappings lie on a stack of its own, so that depth is a number to compare, not calls to survive.
struct TreeBuilder {
  let limits: YAMLLimits

  /// A list or mapping whose end has not come.
  private struct Open {
    let isMapping: Bool
    let line: Int
    let column: Int
    var elements: [YAMLNode] = []
    var pairs: [YAMLPair] = []
    var pendingKey: (text: String, node: YAMLNode)?
    var firstLines: [[UInt8]: Int] = [:]
  }

  init(limits: YAMLLimits) {
    self.limits = limits
  }

  func build(from events: inout EventStream) throws(YAMLError) -> YAMLNode {
    var open: [Open] = []
    var root: YAMLNode?
    var documents = 0
    var nodes = 0
    while true {
      let event = try events.next()
      if let tag = event.tag { throw YAMLError(line: event.line, column: event.column, problem: .tag(tag)) }
      var finished: YAMLNode?
      switch event.kind {
      case .streamEnd:
        guard let root else { throw YAMLError(line: event.line, column: event.column, problem: .noDocument) }
        return root
      case .documentStart:
        documents += 1
        if documents > 1 { throw YAMLError(line: event.line, column: event.column, problem: .severalDocuments) }
      case .alias(let name):
        throw YAMLError(line: event.line, column: event.column, problem: .alias(name))
      case .scalar(let text, let isPlain):
        finished = YAMLNode(.scalar(text, isPlain: isPlain), line: event.line, column: event.column)
      case .sequenceStart, .mappingStart:
        var isMapping = false
        if case .mappingStart = event.kind { isMapping = true }
        if let top = open.last, top.isMapping, top.pendingKey == nil {
          throw YAMLError(line: event.line, column: event.column, problem: .keyNotScalar)
        }
        open.append(Open(isMapping: isMapping, line: event.line, column: event.column))
        if open.count > limits.depth {
          throw YAMLError(line: event.line, column: event.column, problem: .tooDeep(limit: limits.depth))
        }
      case .sequenceEnd, .mappingEnd:
        guard let top = open.popLast() else { continue }
        let content: YAMLNode.Content = top.isMapping ? .mapping(top.pairs) : .sequence(top.elements)
        finished = YAMLNode(content, line: top.line, column: top.column)
      case .documentEnd, .other: break
      }
      guard let node = finished else { continue }
      nodes += 1
      if nodes > limits.nodes {
        throw YAMLError(line: node.line, column: node.column, problem: .tooManyNodes(limit: limits.nodes))
      }
      if open.isEmpty { root = node } else { try add(node, to: &open[open.count - 1]) }
    }
  }

  private func add(_ node: YAMLNode, to open: inout Open) throws(YAMLError) {
    guard open.isMapping else {
      open.elements.append(node)
      return
    }
    if let key = open.pendingKey {
      open.pairs.append(YAMLPair(key: key.text, keyNode: key.node, value: node))
      open.pendingKey = nil
      return
    }
    guard let text = node.string else {
      throw YAMLError(line: node.line, column: node.column, problem: .keyNotScalar)
    }
    if let first = open.firstLines.updateValue(node.line, forKey: Array(text.utf8)) {
      throw YAMLError(line: node.line, column: node.column, problem: .duplicateKey(text, firstLine: first))
    }
    open.pendingKey = (text, node)
  }
}
