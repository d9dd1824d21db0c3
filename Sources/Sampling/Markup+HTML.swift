import ChineseText

extension Markup.Rules {
  /// Web pages: the attributes that say how a page looks and is encoded stay.
  static let html = Markup.Rules(
    lines: Set(
      """
      p P div DIV br BR tr TR li LI ul UL ol OL table TABLE title TITLE h1 h2 h3 h4 h5 h6 H1 H2 H3 H4 H5 H6 section article
      body BODY head HEAD dt dd dl header footer nav option pre blockquote caption
      """.split(whereSeparator: \.isWhitespace).map(String.init)),
    cells: ["td", "TD", "th", "TH"], silent: ["script", "SCRIPT", "style", "STYLE"],
    attribute: { element, name, value in
      let isPlain = value.allSatisfy(\.isASCII)
      switch name.lowercased() {
      case "class", "id", "style", "type", "rel", "charset", "http-equiv", "colspan", "rowspan", "width", "height",
        "align", "valign", "border", "cellpadding", "cellspacing", "lang", "dir", "role", "size", "color", "bgcolor",
        "face", "nowrap", "hidden", "start", "xmlns":
        return isPlain ? .keep : .words
      case "content" where isPlain && value.string.lowercased().contains("charset="): return .keep
      case "value" where element.lowercased() == "li": return .keep
      case let name where name.hasPrefix("on"): return .empty
      case "name" where element.lowercased() == "meta": return isPlain ? .keep : .disguise
      default: return .disguise
      }
    })
}
