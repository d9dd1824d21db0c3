import ChineseText

/// What is matched: a goal, a task or a row of a plan, in plain strings.
public struct Entry: Sendable {
  /// Unique among the entries of its side.
  public var id: String
  /// Its name; empty where it has none.
  public var title: String
  /// All else that it says.
  public var text: String
  /// Whose plan it stands in; absent where it is not stated.
  public var city: String?
  /// The body that answers for it.
  public var organization: String?
  /// Where the plan puts it.
  public var category: String?

  /// An entry of these words.
  public init(
    id: String, title: String, text: String, city: String? = nil, organization: String? = nil, category: String? = nil
  ) {
    (self.id, self.title, self.text) = (id, title, text)
    (self.city, self.organization, self.category) = (city, organization, category)
  }

  /// What two entries either have in common or not, whatever it says.
  public enum Field: String, Sendable, CaseIterable {
    case city, organization, category
  }

  /// Whether the title says what the entry is about: it is no mere heading (改革创新项目), and the text takes a word of
  /// it up.
  public var isNamed: Bool {
    var reader = TextSigns()
    reader.read(title)
    let name = reader.signs
    reader.read(text)
    return !CommonWords.isHeading(name) && CommonWords.isRepeated(name, in: reader.signs)
  }

  subscript(field: Field) -> String? {
    switch field {
    case .city: city
    case .organization: organization
    case .category: category
    }
  }
}
