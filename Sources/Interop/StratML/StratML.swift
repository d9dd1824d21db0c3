import Plan

/// Strategy Markup Language: plans as goals, objectives and, in part 2, performance indicators (ISO 17469).
public enum StratML {
  /// Part 1 has goals and objectives, part 2 indicators too.
  public enum Part: Sendable { case one, two }

  /// What a document's id needs and the plan may not say.
  public struct Given: Sendable {
    public var city: CityReference?
    public var organization: String?
    public var year: Int?
    public var name: String?

    public init(city: CityReference? = nil, organization: String? = nil, year: Int? = nil, name: String? = nil) {
      self.city = city
      self.organization = organization
      self.year = year
      self.name = name
    }
  }

  /// What `Given` should have said.
  public enum Missing: Sendable, Equatable { case city, organization, year }

  /// The member under which a record keeps what only StratML has.
  static let member = "x-stratml"

  static let roots = ["StrategicPlan", "PerformancePlanOrReport"]

  /// The namespaces of both parts, of the ISO and of the earlier ANSI schemas.
  static let namespaces: [String] = [
    "urn:ISO:std:iso:17469:tech:xsd:stratml_core", "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport",
    "http://www.stratml.net", "http://www.stratml.net/PerformancePlanOrReport",
  ]

  /// Whether the first tag of a file is that of a plan.
  static func begins(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(8192), as: UTF8.self)
    guard start.unicodeScalars.first(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }) == "<" else {
      return false
    }
    return start.split(separator: "<").contains { tag in
      let name = tag.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
      return roots.contains { name == $0 || name.hasSuffix(":" + $0) }
    }
  }

  /// The columns of our tables that stand as `header：value` lines in OtherInformation, for what StratML has no element.
  static let itemColumns = noted(
    .items, ["角色", "类别代码", "类别", "目的", "起始日期", "截止日期", "完成日期", "完成时限", "主题", "标杆城市", "待核"])
  static let indicatorColumns = noted(
    .indicators, ["作用", "比较", "下限", "上限", "数值类型", "承诺", "起始日期", "截止日期", "标杆城市", "条件", "待核"])

  private static func noted(_ table: PlanTable, _ headers: [String]) -> [PlanColumn] {
    table.columns.filter { headers.contains($0.header) }
  }
}
