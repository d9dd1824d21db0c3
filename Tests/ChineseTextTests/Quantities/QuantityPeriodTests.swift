import ChineseText
import Testing

/// The days a figure is meant for, told from the words beside it in a plan of 2031.
struct QuantityPeriodTests {
  private func periods(_ line: String) -> [String] {
    read(line).map { $0.period.map { "\($0.start) \($0.end)" } ?? "-" }
  }

  @Test(arguments: [
    ("6月底前新建码头5座", "2031-01-01 2031-06-30"), ("到6月底新建码头5座", "2031-01-01 2031-06-30"),
    ("6月30日前，新建码头5座", "2031-01-01 2031-06-30"),
    ("一季度末新建码头5座", "2031-01-01 2031-03-31"), ("三季度末前新建码头5座", "2031-01-01 2031-09-30"),
    ("第二季度新建码头5座", "2031-04-01 2031-06-30"),
    ("前三季度新建码头5座", "2031-01-01 2031-09-30"), ("下半年新建码头5座", "2031-07-01 2031-12-31"),
    ("二月新建码头5座", "2031-02-01 2031-02-28"),
    ("1—11月，新建码头5座", "2031-01-01 2031-11-30"), ("3月至6月新建码头5座", "2031-03-01 2031-06-30"),
    ("年底，新建码头5座", "2031-01-01 2031-12-31"),
    ("明年上半年新建码头5座", "2032-01-01 2032-06-30"), ("2032年2月底前新建码头5座", "2032-01-01 2032-02-29"),
    ("2032 年新建码头5座", "2032-01-01 2032-12-31"),
    ("2032—2034年新建码头5座", "2032-01-01 2034-12-31"), ("2032年至2034年，累计新建码头5座", "2032-01-01 2034-12-31"),
    ("“十五五”期间新建码头5座", "2026-01-01 2030-12-31"), ("到“十六五”末，覆盖率达到80%", "2035-01-01 2035-12-31"),
    ("9月1日至10月7日举办活动3场", "2031-09-01 2031-10-07"), ("9月1日—7日举办活动3场", "2031-09-01 2031-09-07"),
    ("“十六五”时期，新建码头5座", "2031-01-01 2035-12-31"), ("今年以来新建码头5座", "2031-01-01 2031-12-31"),
  ])
  func theWordsOfTimeGiveDays(line: String, expected: String) {
    #expect(periods(line) == [expected])
  }

  @Test(arguments: [
    "6月前新建码头5座", "三季度前新建码头5座", "2030年前新建码头5座", "2028年以来新建码头5座", "近三年新建码头5座", "今后五年新建码头5座", "春节前新建码头5座", "每年底新建码头5座",
    "历时6个月新建码头5座", "“十五五”规划码头5座", "产值比2030年增长9%", "去年同期增长9%", "12.6月报新建码头5座",
  ])
  func wordsThatDoNotSayWhichDays(line: String) {
    #expect(periods(line).allSatisfy { $0 == "-" })
    #expect(!periods(line).isEmpty)
  }

  @Test func theLastTimeNamedHolds() {
    #expect(periods("年内新建码头5座，6月底前新建泊位3个") == ["2031-01-01 2031-12-31", "2031-01-01 2031-06-30"])
    #expect(periods("2032年6月30日前新建码头5座") == ["2032-01-01 2032-06-30"])
    #expect(periods("2032年6月30日新建码头5座") == ["2032-06-30 2032-06-30"])
  }

  @Test func anAdverbialOfTimeIsNoPartOfWhatIsCounted() {
    #expect(subjects("1至6月新建码头5座") == ["新建码头"])
    #expect(subjects("春节前新建码头5座") == ["新建码头"])
  }

  @Test func ofTwoTimesNamedTogetherNeitherIsTaken() {
    #expect(periods("2031年、2032年分别完成投资5亿元、6亿元") == ["-", "-"])
    #expect(periods("2031年和2032年完成投资5亿元") == ["-"])
  }

  @Test func withoutAYearOnlyAPlanOrAYearGivesDays() {
    #expect(read("6月底前新建码头5座", year: nil).map(\.period) == [nil])
    #expect(read("“十五五”末新建码头5座", year: nil).map { $0.period?.start } == ["2030-01-01"])
  }
}
