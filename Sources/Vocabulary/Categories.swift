/// A category of goals that the format has a code for.
public struct Category: Sendable, Equatable {
  /// The code in records: `key`, `excellence`.
  public let code: String
  /// What it is called.
  public let label: Localized
  /// Other wordings that mean the same.
  public let synonyms: [String]
}

/// The categories of goals; a wording that is not among them has no code.
public struct Categories: Sendable {
  /// Every category, in the order of the file.
  public let all: [Category]
  private let byWording: [[Unicode.Scalar]: Category]

  /// The categories of this version of the format; a damaged file ends the process.
  public static let standard: Categories =
    builtIn("categories", PackageResources.categories_yaml, Categories.init(yaml:))

  init(all: [Category]) {
    self.all = all
    var byWording: [[Unicode.Scalar]: Category] = [:]
    for category in all {
      for wording in [category.label.zh] + category.synonyms { byWording[Array(wording.unicodeScalars)] = category }
    }
    self.byWording = byWording
  }

  /// The category of a code.
  public func category(code: String) -> Category? {
    all.first { $0.code == code }
  }

  /// The category that a wording names; white space in it does not count, for a cell may break it over lines.
  public func category(for wording: some Sequence<Unicode.Scalar>) -> Category? {
    byWording[wording.filter { !$0.properties.isWhitespace }]
  }
}

extension Categories {
  /// Reads the vocabulary file `categories.yaml`.
  public init(yaml: [UInt8]) throws(VocabularyError) {
    let root = try YAMLNode.vocabulary(yaml)
    var all: [Category] = []
    var seen: Set<[UInt8]> = []
    for node in try root.required("categories").requiredSequence() {
      let zh = try node.required("zh")
      let wordings = [(text: try zh.requiredString(), node: zh)] + (try node.required("synonyms").strings())
      for (text, node) in wordings where !seen.insert(Array(text.utf8)).inserted {
        throw .duplicate(line: node.line, column: node.column, term: text)
      }
      let label = Localized(zh: try zh.requiredString(), en: try node.required("en").requiredString())
      let code = try node.required("code").requiredString()
      all.append(Category(code: code, label: label, synonyms: wordings.dropFirst().map(\.text)))
    }
    self.init(all: all)
  }
}
