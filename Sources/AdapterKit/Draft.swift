import ChineseText
import Plan
import Vocabulary

/// A value and whether the document states it or only implies it.
public struct Fact<Value: Sendable>: Sendable {
  public var value: Value
  public var isInferred: Bool

  public init(_ value: Value, inferred: Bool = false) {
    self.value = value
    isInferred = inferred
  }
}

extension Fact: Equatable where Value: Equatable {}

/// What an adapter understood of a document, before ids are given.
public struct Draft: Sendable, Equatable {
  public struct Person: Sendable, Equatable {
    public var role: Contact.Role
    public var name: String?
    public var phone: String?
    public var email: String?

    public init(role: Contact.Role, name: String? = nil, phone: String? = nil, email: String? = nil) {
      self.role = role
      self.name = name
      self.phone = phone
      self.email = email
    }
  }

  /// A figure and how the builder understood it.
  public struct Figure: Sendable, Equatable {
    public var quantity: Quantity
    public var role: Indicator.Role
  }

  public struct Item: Sendable, Equatable {
    public var role: Plan.Item.Role
    /// Index of the parent among the draft's items; always smaller than its own.
    public var parent: Int?
    public var category: Plan.Item.Category?
    public var number: Int?
    public var title: Range<Int>?
    public var aim: Range<Int>?
    /// What the item says itself, in order; joined by line ends.
    public var text: [Range<Int>]
    public var period: Period?
    public var due: Plan.Item.Due?
    public var parties: [Plan.Item.Party]
    public var benchmarkCities: [CityReference]
    public var review: String?
    public var figures: [Figure]
  }

  /// Where it is not the adapter's.
  public var kind: Document.Kind?
  public var title: Fact<String>?
  public var organization: Fact<String>?
  public var city: Fact<City>?
  public var period: Fact<Period>?
  public var date: Fact<CalendarDate>?
  public var number: String?
  public var people: [Person] = []
  public internal(set) var items: [Item] = []
  public internal(set) var claims: [Claim] = []
  /// Of stretches whose words stand in pieces, with words of others between them: the pieces, ascending.
  public internal(set) var pieces: [Range<Int>: [Range<Int>]] = [:]
  public internal(set) var diagnostics: [Diagnostic] = []
}

/// What a stretch of the repaired text was understood as.
public struct Claim: Sendable, Equatable {
  public enum Owner: Sendable, Equatable {
    case document
    /// Index among the draft's items.
    case item(Int)
    /// A mark, a label, a table's header; names the rule that decided.
    case structure(String)
    case boilerplate(String)
  }

  public var range: Range<Int>
  public var owner: Owner
}
