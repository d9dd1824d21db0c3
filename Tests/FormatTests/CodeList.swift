import AdapterKit
import ChineseText
import Plan
import Testing
import Vocabulary

/// A closed list of codes: its labels, its type in the program, and the places in the schemas that list it.
struct CodeList: Sendable, CustomTestStringConvertible {
  let labels: LabelSet
  let codes: [String]
  let schema: String
  let places: [[String]]

  var testDescription: String { labels.rawValue }

  private init<T: CaseIterable & RawRepresentable<String>>(
    _ labels: LabelSet, _: T.Type, _ schema: String, _ places: [String]...
  ) {
    self.labels = labels
    self.schema = schema
    self.places = places
    codes = T.allCases.map(\.rawValue)
  }

  private static func member(_ names: String...) -> [String] {
    ["$defs", "content", "properties"] + Array(names.map { [$0] }.joined(separator: ["items", "properties"]))
  }

  static let all: [CodeList] = [
    CodeList(.documentKinds, Document.Kind.self, "document", member("kind")),
    CodeList(.itemRoles, Item.Role.self, "item", member("role")),
    CodeList(.partyRoles, Item.Party.Role.self, "item", member("parties", "role")),
    CodeList(.indicatorRoles, Indicator.Role.self, "indicator", member("role")),
    CodeList(
      .comparators, Indicator.Comparator.self, "indicator", member("comparator"), member("qualifiers", "comparator")),
    CodeList(.valueKinds, Indicator.ValueKind.self, "indicator", member("valueKind")),
    CodeList(.commitments, Indicator.Commitment.self, "indicator", member("commitment")),
    CodeList(.linkTypes, Link.Kind.self, "link", member("type")),
    CodeList(.contactRoles, Contact.Role.self, "contact", ["properties", "role"]),
    CodeList(
      .segmentClasses, Segment.Class.self, "accounting-report", ["$defs", "segment", "properties", "class"]),
    CodeList(.repairKinds, Repair.Kind.self, "accounting-report", ["$defs", "repair", "properties", "kind"]),
    CodeList(
      .severities, Diagnostic.Severity.self, "accounting-report", ["$defs", "warning", "properties", "severity"]),
  ]
}

/// Program, schemas and vocabularies know the same codes in the same order.
@Suite struct CodeListTests {
  @Test(arguments: CodeList.all)
  func labelsAndSchemasHaveTheCodesOfTheProgram(_ list: CodeList) throws {
    #expect(Labels.standard.codes(list.labels) == list.codes)
    for place in list.places {
      var value: JSON? = .object(try Repository.schema(list.schema))
      for name in place { value = value?.object?[name] }
      #expect(value?.object?["enum"]?.array?.compactMap(\.string) == list.codes, "\(place)")
    }
  }

  /// A reason for review may be any words; all other sets of labels are closed.
  @Test func noSetOfLabelsIsForgotten() {
    #expect(Set(LabelSet.allCases).subtracting(CodeList.all.map(\.labels)).isSubset(of: [.reviewReasons]))
  }

  @Test func divisionsAreComplete() {
    let present = Cities.standard.all.filter { $0.successor == nil }
    #expect(present.count { $0.level == .prefecture } == 333)
    #expect(present.count { $0.level != .prefecture } == 34)
    #expect(!Cities.standard.edition.isEmpty)
    let economicCircle = ["370200", "370600", "370700", "371000", "371100"]
    #expect(
      economicCircle.map { Cities.standard.city(code: $0)?.name } == ["青岛市", "烟台市", "潍坊市", "威海市", "日照市"])
  }

  @Test func unitsHaveScalesAndBases() {
    #expect(Units.standard.scales.contains { $0.term == "万亿" && $0.factor == "1000000000000" })
    #expect(Units.standard.terms.allSatisfy { DecimalString.isWellFormed($0.factor) && !$0.base.isEmpty })
  }
}
