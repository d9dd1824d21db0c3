import Testing

@testable import Vocabulary

@Suite struct CitiesTests {
  let cities = Cities.standard

  @Test(arguments: [
    ("370200", "青岛市", "青岛"), ("370600", "烟台市", "烟台"), ("370700", "潍坊市", "潍坊"), ("371000", "威海市", "威海"),
    ("371100", "日照市", "日照"), ("440300", "深圳市", "深圳"), ("370000", "山东省", "山东"), ("110000", "北京市", "北京"),
    ("450000", "广西壮族自治区", "广西"), ("650000", "新疆维吾尔自治区", "新疆"), ("810000", "香港特别行政区", "香港"),
    ("150000", "内蒙古自治区", "内蒙古"),
    ("222400", "延边朝鲜族自治州", "延边州"), ("632500", "海南藏族自治州", "海南州"), ("653200", "和田地区", "和田"),
    ("652800", "巴音郭楞蒙古自治州", "巴音郭楞州"), ("152200", "兴安盟", "兴安盟"), ("654000", "伊犁哈萨克自治州", "伊犁州"),
  ])
  func knowsDivision(code: String, name: String, shortName: String) throws {
    let city = try #require(cities.city(code: code))
    #expect(city.name == name)
    #expect(city.shortName == shortName)
    #expect(cities.city(name: name) == city)
    #expect(cities.cities(shortName: shortName).contains(city))
  }

  @Test func findsTheProvince() throws {
    let qingdao = try #require(cities.city(code: "370200"))
    #expect(cities.province(of: qingdao)?.name == "山东省")
    let beijing = try #require(cities.city(code: "110000"))
    #expect(cities.province(of: beijing) == beijing)
    #expect(beijing.level == .municipality)
  }

  @Test func keepsAbolishedDivisionsApart() throws {
    let laiwu = try #require(cities.city(name: "莱芜市"))
    #expect(laiwu.successor == "370100")
    #expect(cities.all.filter { $0.successor != nil }.count == 1)
  }

  @Test func putsTheProvinceFirstWhereTwoShareAName() {
    #expect(cities.cities(shortName: "吉林").map(\.code) == ["220000", "220200"])
  }

  @Test func loadsWithoutDuplicates() throws {
    _ = try Cities(yaml: PackageResources.cities_yaml)
    #expect(Set(cities.all.map(\.code)).count == cities.all.count)
    #expect(cities.all.filter { $0.level == .province }.count == 30)
    #expect(cities.all.filter { $0.level == .municipality }.count == 4)
    #expect(cities.all.filter { $0.level == .prefecture && $0.successor == nil }.count == 333)
    #expect(cities.all.allSatisfy { cities.province(of: $0) != nil })
  }

  @Test(arguments: [
    ("对标深圳市、上海", ["深圳市", "上海"]),
    ("山东省青岛市海洋局", ["山东省", "青岛市"]),
    ("青海省海南州共和", ["青海省", "海南州"]),
    ("海南自由贸易港", ["海南"]),
    ("国家级以上海洋牧场", []),
    ("北京朝阳区与长沙县", ["北京"]),
    ("胶东经济圈青岛区域协同", ["青岛"]),
    ("深圳市场监管", ["深圳"]),
    ("年日照时数增加，日照港扩建", ["日照"]),
    ("吉林市和吉林", ["吉林市", "吉林"]),
    ("来宾名单", []), ("来宾市", ["来宾市"]),
  ])
  func findsMentions(text: String, expected: [String]) {
    let scalars = Array(text.unicodeScalars)
    let found = cities.mentions(in: scalars)
    #expect(found.map { String(String.UnicodeScalarView(scalars[$0.range])) } == expected)
    #expect(found.allSatisfy { $0.isFullName == ($0.city.name.unicodeScalars.count == $0.range.count) })
  }
}
