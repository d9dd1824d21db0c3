import ChineseText
import Testing

/// The last day that a time limit means.
@Suite struct DeadlinesTests {
  private func day(_ text: String, year: Int? = 2023) -> [Int]? {
    let scalars = Array(text.unicodeScalars)
    return deadline(in: scalars, 0..<scalars.count, year: year).map { [$0.year, $0.month, $0.day] }
  }

  @Test(arguments: [
    ("10月底前", [2023, 10, 31]), ("2024年2月", [2024, 2, 29]), ("12月20日前", [2023, 12, 20]), ("年底", [2023, 12, 31]),
    ("第三季度", [2023, 9, 30]), ("上半年", [2023, 6, 30]), ("十一月中旬", [2023, 11, 20]), ("3月—10月", [2023, 10, 31]),
    ("2025年", [2025, 12, 31]), ("９ 月末", [2023, 9, 30]),
    ("明年3月底前", [2024, 3, 31]), ("次年一季度", [2024, 3, 31]), ("2021—2025年", [2025, 12, 31]),
    ("2021年至2025年", [2025, 12, 31]),
    ("到“十四五”末", [2025, 12, 31]), ("“十五五”末前", [2030, 12, 31]),
    ("2031.6", [2031, 6, 30]), ("2031-02", [2031, 2, 28]), ("2031/11", [2031, 11, 30]),
  ])
  func namesADay(text: String, expected: [Int]) {
    #expect(day(text) == expected)
  }

  @Test(arguments: ["长期", "全年推进", "每季度末", "6月前", "尽快", "持续到12月", "“十四五”规划", "2025年前"])
  func namesNoOneDay(text: String) {
    #expect(day(text) == nil)
  }

  @Test func needsAYear() {
    #expect(day("10月底前", year: nil) == nil)
  }
}
