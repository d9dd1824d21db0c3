import Testing

@testable import Vocabulary

@Suite struct OrganizationsTests {
  private let bodies = Organizations.standard

  @Test(arguments: [
    ("青岛市教育局", "education", "370200"), ("威海教育局", "education", "371000"), ("市教育局", "education", nil),
    ("教育局", "education", nil), ("市场监管局", "market", nil), ("烟台市市场监督管理局", "market", "370600"),
    ("潍坊市场监管局", "market", "370700"), ("市委组织部", "party-organisation", nil),
    ("日照市委组织部", "party-organisation", "371100"), ("市政府办公室", "general-office", nil),
  ])
  func aNameLeadsToItsBodyAndCity(name: String, code: String, city: String?) {
    let found = bodies.reference(name)
    #expect(found?.organization.code == code)
    #expect(found?.city?.code == city)
  }

  @Test func formerNamesLeadToTheSameBody() throws {
    let ecology = try #require(bodies.reference("市环保局")).organization
    #expect(ecology == bodies.reference("青岛市生态环境局")?.organization)
    let former = try #require(ecology.names.first { $0.text == "环境保护局" })
    #expect(former.isFormer && former.to == "2018-12")
    let present = try #require(ecology.names.first)
    #expect(!present.isFormer && present.from == "2019-01" && present.to == nil)
  }

  /// A district's bureau is another one than the city's.
  @Test(arguments: ["崂山区教育局", "市南区教育局", "文登区教育局", "示例集团", "", "市", "青岛市"])
  func othersAreNone(name: String) { #expect(bodies.reference(name) == nil) }

  @Test(arguments: [
    ("市生态环保局", "生态环境局"), ("青岛市农业和农村局", "农业农村局"), ("交通运输管理局", nil), ("交通运局", "交通运输局"),
    ("教体局", nil), ("生态环境局", nil), ("崂山区生态环境局", nil),
  ])
  func aSlipIsToldWithTheNearestName(name: String, nearest: String?) {
    #expect(bodies.nearest(to: name)?.text == nearest)
  }

  @Test func aNameOrCodeThatStandsTwiceIsAnError() {
    let body = "  - {code: a, level: government, names: [甲局]}\n"
    #expect(throws: VocabularyError.self) { try Organizations(yaml: Array("bodies:\n\(body)\(body)".utf8)) }
    let level = Array("bodies:\n  - {code: a, level: nowhere, names: [甲局]}\n".utf8)
    #expect(throws: VocabularyError.self) { try Organizations(yaml: level) }
  }
}
