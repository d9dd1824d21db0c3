import Sheet

/// A piece of HTML; names are of the code, and words of documents come in only through `text` and attribute values, both
/// escaped: what a document says is never markup.
struct HTML: Sendable {
  /// Well-formed also as XML, but for elements that HTML leaves open (`br`, `input`).
  let markup: String

  private init(markup: String) { self.markup = markup }

  /// Nothing.
  static let none = HTML(markup: "")

  /// Words.
  static func text(_ words: String) -> HTML { HTML(markup: MarkupText.escaped(DisplayWidth.printable(words))) }

  /// An element with others in it.
  static func element(
    _ name: StaticString, class names: String? = nil, with attributes: KeyValuePairs<StaticString, String> = [:],
    _ children: [HTML]
  ) -> HTML {
    let body = children.map(\.markup).joined()
    return HTML(markup: "<\(name)\(HTML.written(names, attributes))>\(body)</\(name)>")
  }

  /// An element with words in it.
  static func element(
    _ name: StaticString, class names: String? = nil, with attributes: KeyValuePairs<StaticString, String> = [:],
    _ words: String
  ) -> HTML {
    element(name, class: names, with: attributes, [.text(words)])
  }

  /// An element that holds nothing.
  static func empty(
    _ name: StaticString, class names: String? = nil, with attributes: KeyValuePairs<StaticString, String> = [:]
  ) -> HTML {
    HTML(markup: "<\(name)\(HTML.written(names, attributes))>")
  }

  /// Pieces one behind another.
  static func all(_ pieces: [HTML]) -> HTML { HTML(markup: pieces.map(\.markup).joined()) }

  /// Each piece on a line of its own, so that a page of many can be looked through and cut by other programs.
  static func lines(_ pieces: [HTML]) -> HTML { HTML(markup: pieces.map { $0.markup + "\n" }.joined()) }

  private static func written(_ names: String?, _ attributes: KeyValuePairs<StaticString, String>) -> String {
    let classes = names.map { " class=\"\(MarkupText.escaped($0))\"" } ?? ""
    return classes
      + attributes.map { " \($0.key)=\"\(MarkupText.escaped(DisplayWidth.printable($0.value)))\"" }.joined()
  }
}
