import Crypto
import Foundation
import Vocabulary

/// The frame of every HTML report: one file that needs nothing else, no network and no script.
///
/// The page is `header` (title, summary), a bar with filters and, where scripts run, a search box and buttons to fold, then
/// `main`. What can be searched and filtered is an element of class `entry`; with class `is-TOKEN` it belongs to the
/// filter of that token and has its colour; a `card` has an edge of it, a `badge` its ground. Folding is `details`; for printing all of them are opened. Tables repeat their `thead` on each
/// page. The policy of the page allows its own style and script by their hashes, and nothing else.
struct ReportPage {
  /// What can be shown or hidden; without scripts too.
  struct Filter {
    /// ASCII letters, as in the class `is-TOKEN` of the entries.
    let token: StaticString
    let label: String
    let count: Int
  }

  let title: String
  let language: Language
  /// What stands above the bar, in a `header`.
  let header: HTML
  /// What is searched, filtered and folded.
  let main: HTML
  var filters: [Filter] = []
  /// The colours of the classes `is-TOKEN`.
  var tones: [(token: StaticString, tone: Tone)] = []
  /// Rules beside those of the frame; no words of documents.
  var style: StaticString = ""
  /// Whether the printed page lies on its side.
  var isLandscape = false

  /// The whole file.
  var text: String {
    let style =
      PageStyle.frame + "\(self.style)" + tones.map { PageStyle.tone($0.token, $0.tone) }.joined()
      + filters.map { PageStyle.filter($0.token) }.joined()
      + "@page{size:A4\(isLandscape ? " landscape" : "")}\n"
    let policy = [
      "default-src 'none'", "style-src '\(ReportPage.hash(style))'", "script-src '\(ReportPage.hash(PageScript.text))'",
      "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
    let head = HTML.lines([
      .empty("meta", with: ["charset": "utf-8"]),
      .empty("meta", with: ["http-equiv": "Content-Security-Policy", "content": policy]),
      .empty("meta", with: ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .empty("meta", with: ["name": "referrer", "content": "no-referrer"]), .element("title", title),
    ])
    let boxes = filters.map { filter in
      HTML.empty(
        "input", class: "box",
        with: ["type": "checkbox", "id": "show-\(filter.token)", "checked": "", "aria-label": filter.label])
    }
    let body = HTML.lines([.element("header", class: "top", [header])] + boxes + [bar, .element("main", [main])])
    return """
      <!DOCTYPE html>
      <html lang="\(language == .zhHans ? "zh-Hans" : "en")">
      <head>
      \(head.markup)<style>\(style)</style>
      </head>
      <body>
      \(body.markup)<script>\(PageScript.text)</script>
      </body>
      </html>

      """
  }

  /// Filters as chips; the tools that take a script are hidden until it runs.
  private var bar: HTML {
    let word = { (words: Localized) in words[language] }
    let chips = filters.map { filter in
      HTML.element(
        "label", class: "chip is-\(filter.token)", with: ["for": "show-\(filter.token)"],
        [.text(filter.label + " "), .element("b", String(filter.count))])
    }
    let tools = HTML.element(
      "span", class: "tools", with: ["hidden": ""],
      [
        .empty("input", with: ["type": "search", "id": "search", "placeholder": word(PageWords.search)]),
        .element("output", with: ["id": "found"], ""),
        .element("button", with: ["type": "button", "id": "open"], word(PageWords.open)),
        .element("button", with: ["type": "button", "id": "close"], word(PageWords.close)),
      ])
    return .element("nav", class: "bar", with: ["aria-label": word(PageWords.filters)], chips + [tools])
  }

  /// As a content security policy writes it (W3C CSP level 3, 2.3.1).
  private static func hash(_ text: String) -> String {
    "sha256-" + Data(SHA256.hash(data: Array(text.utf8))).base64EncodedString()
  }
}

private enum PageWords {
  static let search = Localized(zh: "搜索：词语用空格隔开", en: "Search: words apart by blanks")
  static let open = Localized(zh: "全部展开", en: "Unfold all")
  static let close = Localized(zh: "全部折叠", en: "Fold all")
  static let filters = Localized(zh: "显示哪些", en: "What is shown")
}
