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

  /// The themes of this version of the format.
  public static let standard = builtIn("themes", PackageResources.themes_yaml, Themes.init(yaml:))

  init(all: [Theme], bodies: [String], noBodies: [String]) {
    self.all = all
    self.bodies = bodies
    self.noBodies = noBodies
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
}
