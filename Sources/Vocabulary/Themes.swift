/// What a bureau's goals are about, and the words by which a text is told to speak of it.
public struct Theme: Sendable, Equatable {
  /// The code in records: `marine-economy`.
  public let code: String
  /// What it is called.
  public let label: Localized
  /// Words that tell the theme alone.
  public let strong: [String]
  /// Words of which it takes two that differ.
  public let weak: [String]
  /// Words that hold one of another meaning within them, and tell nothing of this theme.
  public let others: [String]
}

/// The themes that the format has codes for; a record may hold others.
public struct Themes: Sendable {
  /// Every theme, in the order of the file.
  public let all: [Theme]
  /// Words that, right behind another, make a body's name of it: 局 in 教育局.
  public let bodies: [String]
  /// Words that begin like a body and are none: 部署.
  public let noBodies: [String]
  /// Whether a user added to them.
  public let isExtended: Bool

  /// The themes of this version of the format.
  public static let standard = builtIn("themes", PackageResources.themes_yaml, Themes.init(yaml:))

  init(all: [Theme], bodies: [String], noBodies: [String], isExtended: Bool = false) {
    self.all = all
    self.bodies = bodies
    self.noBodies = noBodies
    self.isExtended = isExtended
  }

  /// The theme of a code; nil for one that is not listed.
  public func theme(code: String) -> Theme? {
    all.first { $0.code.utf8.elementsEqual(code.utf8) }
  }
}

extension Themes {
  /// Reads the vocabulary file `themes.yaml`; its header comment tells what the words do.
  ///
  /// A code stands once in the file, a word once in its theme.
  public init(yaml: [UInt8]) throws(VocabularyError) {
    let root = try YAMLNode.vocabulary(yaml)
    var codes: Set<[UInt8]> = []
    var all: [Theme] = []
    for node in try root.required("themes").requiredSequence() {
      _ = try Themes.word(try node.required("code"), new: &codes)
      all.append(try Theme(node))
    }
    var ends: Set<[UInt8]> = []
    let bodies = try Themes.words(root.required("bodies"), new: &ends)
    self.init(all: all, bodies: bodies, noBodies: try Themes.words(root.required("noBodies"), new: &ends))
  }

  /// These and those of a file of a user's own: new ones, and more words for those that there are.
  ///
  /// Of a new theme the file states `code`, `zh` and words, `en` where it has one; of a known one `code` and words.
  public func extended(yaml: [UInt8]) throws(VocabularyError) -> Themes {
    let root = try YAMLNode.vocabulary(yaml)
    try root.allow(["themes", "bodies", "noBodies"])
    var codes: Set<[UInt8]> = []
    var all = all
    for node in try root.required("themes").requiredSequence() {
      try node.allow(["code", "zh", "en", "strong", "weak", "others"])
      let code = try Themes.word(try node.required("code"), new: &codes)
      if let place = all.firstIndex(where: { $0.code.utf8.elementsEqual(code.utf8) }) {
        all[place] = try all[place].with(node)
      } else {
        let zh = try node.required("zh").requiredString()
        let bare = Theme(
          code: code, label: Localized(zh: zh, en: try node.optionalString("en") ?? zh), strong: [], weak: [],
          others: [])
        let theme = try bare.with(node)
        guard !theme.strong.isEmpty || theme.weak.count > 1 else { throw node.shapeError("strong") }
        all.append(theme)
      }
    }
    var ends: Set<[UInt8]> = []
    let more = try Themes.words(root["bodies"], new: &ends)
    let fewer = try Themes.words(root["noBodies"], new: &ends)
    return Themes(all: all, bodies: bodies + more, noBodies: noBodies + fewer, isExtended: true)
  }

  fileprivate static func words(_ node: YAMLNode?, new: inout Set<[UInt8]>) throws(VocabularyError) -> [String] {
    var words: [String] = []
    for (_, node) in try node?.strings() ?? [] { words.append(try word(node, new: &new)) }
    return words
  }

  private static func word(_ node: YAMLNode, new: inout Set<[UInt8]>) throws(VocabularyError) -> String {
    let word = try node.requiredString()
    guard new.insert(Array(word.utf8)).inserted else {
      throw .duplicate(line: node.line, column: node.column, term: word)
    }
    return word
  }
}

extension Theme {
  fileprivate init(_ node: YAMLNode) throws(VocabularyError) {
    code = try node.required("code").requiredString()
    label = Localized(zh: try node.required("zh").requiredString(), en: try node.required("en").requiredString())
    var words: Set<[UInt8]> = []
    strong = try Themes.words(node.required("strong"), new: &words)
    weak = try Themes.words(node["weak"], new: &words)
    others = try Themes.words(node["others"], new: &words)
  }

  /// The theme with more words; a label that the node states takes the place of its own.
  fileprivate func with(_ node: YAMLNode) throws(VocabularyError) -> Theme {
    var new: Set<[UInt8]> = []
    let added = (
      try Themes.words(node["strong"], new: &new), try Themes.words(node["weak"], new: &new),
      try Themes.words(node["others"], new: &new)
    )
    let joined = { (old: [String], more: [String]) in
      old + more.filter { word in !old.contains { $0.utf8.elementsEqual(word.utf8) } }
    }
    return Theme(
      code: code,
      label: Localized(
        zh: try node.optionalString("zh") ?? label.zh, en: try node.optionalString("en") ?? label.en),
      strong: joined(strong, added.0), weak: joined(weak, added.1), others: joined(others, added.2))
  }
}
