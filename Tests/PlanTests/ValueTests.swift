import TestSupport
import Testing

@testable import Plan

@Suite struct ValueTests {
  @Test func `decimals are ordered as numbers`() throws {
    let ascending = [
      "-100000000000000000000", "-99.5", "-99.49", "-1", "-0.001", "0", "0.0009", "0.001", "0.1", "1", "1.01", "1.1",
      "2",
      "9.99", "10", "99", "100", "99999999999999999999.1", "99999999999999999999.11",
    ]
    let numbers = try ascending.map { try #require(DecimalString($0)) }
    for (i, a) in numbers.enumerated() {
      for (j, b) in numbers.enumerated() {
        #expect((a < b) == (i < j) && (a == b) == (i == j), "\(ascending[i]) \(ascending[j])")
      }
    }
  }

  @Test(arguments: [("1", "1.0"), ("0", "-0"), ("-0.00", "0.0"), ("5.10", "5.1"), ("-3", "-3.000")])
  func `trailing zeros and a minus before zero change no number`(a: String, b: String) {
    #expect(DecimalString(a) == DecimalString(b))
  }

  @Test(arguments: [
    "", "-", ".5", "5.", "01", "00", "+1", "1e3", "1,000", " 1", "1 ", "1.2.3", "--1", "１", "0x1", "1.-2",
  ])
  func `what is no decimal string is refused`(string: String) {
    #expect(!DecimalString.isWellFormed(string))
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "2023-1-01", "2023/01/01", "20230101",
    "0000-01-01",
    "2023-01-01 ", "２０２３-01-01", "2023-01-", "+023-01-01", "",
  ])
  func `there is no such day`(string: String) {
    #expect(CalendarDate(string) == nil)
  }

  @Test func `days are read, written and ordered`() throws {
    for string in ["0001-01-01", "2000-02-29", "2023-12-31", "2024-02-29", "9999-12-31"] {
      let date = try #require(CalendarDate(string))
      #expect(date.description == string)
      #expect(date.compact.utf8.elementsEqual(string.utf8.filter { $0 != UInt8(ascii: "-") }))
    }
    #expect((1...12).map { CalendarDate.days(in: $0, of: 2023) }.reduce(0, +) == 365)
    let days = try ["2022-12-31", "2023-01-01", "2023-01-02", "2023-02-01", "2024-01-01"].map {
      try #require(CalendarDate($0))
    }
    #expect(days.shuffled().sorted() == days)
    #expect(Period(year: 2023) == Period(start: "2023-01-01", end: "2023-12-31"))
    #expect(Period(year: 2023).year == 2023)
  }
}

@Suite struct IdentityTests {
  @Test func `the city's name is cut from the beginning, after the province's`() {
    let cutting = [["云东省"], ["礁州"]]
    #expect(Identity.local("礁州市海产发展局", cutting: cutting) == "市海产发展局")
    #expect(Identity.local("云东省礁州市海产发展局", cutting: cutting) == "市海产发展局")
    #expect(Identity.local("市海产发展局", cutting: cutting) == "市海产发展局")
    #expect(Identity.local("海产局（礁州）", cutting: cutting) == "海产局(礁州)")
    #expect(Identity.local("礁州", cutting: cutting) == "礁州")
  }

  @Test func `a document's id is a path of names`() {
    let id = { (organization: String, last: String?) in
      Identity.document(
        cityCode: "371099", organization: organization, cutting: [["礁州"]], year: 2023, kind: .meetingReport, last: last)
    }
    #expect(id("礁州市海产局", "d20230228") == "cn371099.市海产局.2023.meetingReport.d20230228")
    #expect(id("海产局（礁州）", nil) == "cn371099.海产局_x0028_礁州_x0029_.2023.meetingReport")
    #expect(id("Ａ_局", "a.b") == "cn371099.A_x005F_局.2023.meetingReport.a_x002E_b")
    #expect(id("𠮷局〇", nil) == "cn371099._x20BB7_局〇.2023.meetingReport")
  }

  @Test func `items and figures are named below their owner`() {
    #expect(Identity.item(under: "d", role: .goal, categoryCode: "key", ordinal: 2) == "d.key-2")
    #expect(Identity.item(under: "d", role: .goal, categoryCode: nil, ordinal: 1) == "d.goal-1")
    #expect(Identity.item(under: "d", role: .task, categoryCode: "key", ordinal: 1) == "d.task-1")
    #expect(Identity.item(under: "d.key-2", role: .measure, categoryCode: nil, ordinal: 3) == "d.key-2.m3")
    #expect(Identity.indicator(of: "d.key-2.m3", ordinal: 1) == "d.key-2.m3.i1")
  }

  @Test func `an escaped name is legal in an id, and different names stay different`() {
    var random = Seeded(seed: 3)
    let alphabet = Array("海局_x0028-.( 〇𠮷é\u{1}Aa".unicodeScalars)
    var names: [String: String] = [:]
    for _ in 0..<3_000 {
      let scalars = (0..<Int.random(in: 1...6, using: &random)).compactMap { _ in alphabet.randomElement(using: &random)
      }
      let name = String(String.UnicodeScalarView(scalars))
      let escaped = Identity.escaped(name)
      #expect(Identity.isWellFormed("cn1." + escaped))
      if let other = names.updateValue(name, forKey: escaped) {
        #expect(other.unicodeScalars.elementsEqual(name.unicodeScalars))
      }
    }
  }

  @Test(arguments: ["", "1a", "-a", ".a", "a b", "a:b", "a(b)", "é", "a\u{0}"])
  func `what is no name is refused`(id: String) {
    #expect(!Identity.isWellFormed(id))
  }
}
