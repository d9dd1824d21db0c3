import Sheet

/// Writes XML element by element, in UTF-8, indented.
struct XMLText {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  /// An element with others in it.
  mutating func element(_ name: String, _ attributes: [(String, String)] = [], _ body: (inout XMLText) -> Void) {
    line("<\(name)\(attributes.map { " \($0.0)=\"\(MarkupText.escaped($0.1))\"" }.joined())>")
    depth += 1
    body(&self)
    depth -= 1
    line("</\(name)>")
  }

  /// An element with text; none where there is none.
  mutating func text(_ name: String, _ text: String?) {
    if let text { line(text.isEmpty ? "<\(name)/>" : "<\(name)>\(MarkupText.escaped(text))</\(name)>") }
  }

  private mutating func line(_ text: String) {
    bytes += Array(repeating: UInt8(ascii: " "), count: 2 * depth)
    bytes += text.utf8
    bytes.append(UInt8(ascii: "\n"))
  }
}
