/// The elements and texts of a web page, in the order in which they begin.
///
/// What lies within a node stands right behind it, up to its ``Node/end``.
struct HTMLTree {
  struct Node {
    var tag: HTMLTag
    var parent: Int
    /// Behind the last node within it.
    var end: Int
    /// The text of a text node, in ``HTMLTree/scalars``.
    var text: Range<Int>?
    /// Those of ``HTMLTree/kept`` that it has, by lower-case name.
    var attributes: [String: String] = [:]
    /// Whether the page does not show it.
    var isHidden = false
  }

  /// The attributes that reading asks for.
  static let kept: Set<String> = [
    "style", "hidden", "class", "id", "role", "colspan", "rowspan", "border", "start", "reversed", "type", "value",
    "href", "align",
  ]

  private(set) var nodes: [Node] = []
  private(set) var scalars: [Unicode.Scalar] = []
  private var open: [Int] = []

  /// How many elements are open.
  var depth: Int { open.count }

  mutating func begin(_ tag: HTMLTag, _ attributes: [String: String]) {
    var node = Node(tag: tag, parent: open.last ?? -1, end: nodes.count + 1, text: nil, attributes: attributes)
    node.isHidden = HTMLTree.isHidden(attributes)
    open.append(nodes.count)
    nodes.append(node)
  }

  mutating func end() {
    guard let last = open.popLast() else { return }
    nodes[last].end = nodes.count
  }

  mutating func add(_ text: some Sequence<Unicode.Scalar>) {
    let start = scalars.count
    scalars.append(contentsOf: text)
    if let last = nodes.indices.last, let range = nodes[last].text, nodes[last].parent == open.last ?? -1 {
      nodes[last].text = range.lowerBound..<scalars.count
    } else {
      nodes.append(
        Node(tag: .other, parent: open.last ?? -1, end: nodes.count + 1, text: start..<scalars.count))
    }
  }

  mutating func finish() {
    while !open.isEmpty { end() }
  }

  /// Shows what a page's programs would show: an element that hides most of the page's text.
  mutating func show(_ node: Int) { nodes[node].isHidden = false }

  private static let hiding: [(name: [UInt8], value: [UInt8])] = [
    ("display", "none"), ("visibility", "hidden"), ("mso-hide", "all"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  private static func isHidden(_ attributes: [String: String]) -> Bool {
    if attributes["hidden"] != nil { return true }
    guard let style = attributes["style"] else { return false }
    let bare = style.utf8.filter { $0 > 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return bare.indices.contains { start in
      bare[start] == 0x3A
        && hiding.contains { (name, value) in
          bare[..<start].suffix(name.count).elementsEqual(name) && bare[(start + 1)...].starts(with: value)
        }
    }
  }
}
