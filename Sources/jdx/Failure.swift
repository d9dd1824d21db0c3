import Vocabulary

/// An error for people: what, where, and what to do next.
struct Failure: Error {
  var exit: Exit
  var message: Localized
  var hint: Localized?
  /// `fixes.yaml:4`, where there is such a place; it stands first, as in compilers' messages.
  var place: String?

  init(_ exit: Exit, at place: String? = nil, _ message: Localized, hint: Localized? = nil) {
    self.exit = exit
    self.place = place
    self.message = message
    self.hint = hint
  }

  func report() {
    let start = place.map { $0 + ": " } ?? ""
    printError(start + say(zh: "错误：", en: "error: ") + message[language])
    if let hint { printError(say(zh: "  办法：", en: "  hint: ") + hint[language]) }
  }
}
