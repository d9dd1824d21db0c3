import ChineseText
import Plan
import Vocabulary

/// A profile's words together with those that its shape knows in any case; the profile's own are asked first.
struct ShapeWords: Sendable {
  private let own: Profile.Words
  private let shared: Profile.Words
  /// Labels within cells.
  let labels: FieldWords<Profile.Column>
  /// Labels above and below the tables.
  let form: FieldWords<Profile.Field>
  /// What a profile's documents are; `nil` where there is no profile.
  let kind: Document.Kind?
  /// Patterns that speak for a line being the title.
  let titles: [LinePattern]

  init(_ profile: Profile) {
    self.init(own: profile.words, shape: profile.shape, kind: profile.kind, titles: profile.titles)
  }

  /// What the shape knows by itself.
  init(_ shape: Profile.Shape) { self.init(own: Profile.Words(), shape: shape, kind: nil, titles: []) }

  private init(own: Profile.Words, shape: Profile.Shape, kind: Document.Kind?, titles: [LinePattern]) {
    self.own = own
    self.kind = kind
    self.titles = titles
    shared = ShapeWords.shared(shape)
    labels = FieldWords([own.labels, shared.labels])
    form = FieldWords([own.form, shared.form])
  }

  /// Every word of the profile and of its shape, patterns without their signs.
  var all: [String] { own.all + shared.all + ShapeWords.unitEndings }

  private static func shared(_ shape: Profile.Shape) -> Profile.Words {
    switch shape {
    case .ledger: ledger
    case .outline: outline
    }
  }

  private static let ledger = builtIn("ledger", PackageResources.ledger_yaml, Profile.Words.init(yaml:))
  private static let outline = builtIn("outline", PackageResources.outline_yaml, Profile.Words.init(yaml:))

  /// The column that a header's words name, and how many characters speak for it.
  func column(_ header: [Unicode.Scalar]) -> (column: Profile.Column, weight: Int)? {
    guard !header.isEmpty, header.count <= 24 else { return nil }
    return ShapeWords.column(header, own) ?? ShapeWords.column(header, shared)
  }

  private static func column(_ header: [Unicode.Scalar], _ words: Profile.Words) -> (Profile.Column, Int)? {
    var best: (column: Profile.Column, weight: Int)?
    for column in Profile.Column.allCases {
      guard let pattern = words.columns[column]?.best(for: header), pattern.weight > best?.weight ?? 0 else { continue }
      best = (column, pattern.weight)
    }
    return best
  }

  /// What stands below a heading, where its words tell; the pattern that states most decides.
  func part(_ heading: [Unicode.Scalar]) -> Profile.Part? {
    for words in [own, shared] {
      let fitting = Profile.Part.allCases.compactMap { part in
        words.parts[part]?.best(for: heading).map { (part: part, weight: $0.weight) }
      }
      if let best = fitting.max(by: { $0.weight < $1.weight }) { return best.part }
    }
    return nil
  }

  /// The wordings of all labels.
  var labelWords: [String] { own.labels.values.flatMap(\.self) + shared.labels.values.flatMap(\.self) }

  func isBoilerplate(_ line: [Unicode.Scalar]) -> Bool {
    own.boilerplate.contains { $0.fits(line) } || shared.boilerplate.contains { $0.fits(line) }
  }

  /// The code of a category's wording, by the profile or the vocabulary.
  func categoryCode(_ label: String) -> String? {
    own.categories.first { $0.value.contains(label) }?.key
      ?? Categories.standard.category(for: label.unicodeScalars)?.code
  }

  /// Whether a name ends as that of a unit does.
  func endsAsUnit(_ name: [Unicode.Scalar]) -> Bool {
    (own.unitEndings + ShapeWords.unitEndings).contains { ending in
      name.count > ending.unicodeScalars.count
        && name.suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars)
    }
  }

  private static let unitEndings = [
    "局", "委", "办", "厅", "院", "部", "会", "室", "处", "科", "中心", "集团", "公司", "政府", "管委", "银行", "法院", "大队", "支队", "总队", "总站",
    "区",
    "市", "县", "镇", "街道", "乡", "所", "站", "队", "社", "校", "学院", "大学", "学校", "医院", "单位", "部门", "企业", "科室", "处室", "团", "联",
    "署",
    "台", "馆", "专班", "机构", "股", "海关", "组", "各级",
  ]
}
