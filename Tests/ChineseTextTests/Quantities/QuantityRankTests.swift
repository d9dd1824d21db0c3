import ChineseText
import Testing

/// Places in an order, which are figures of a kind of their own.
struct QuantityRankTests {
  private func ranks(_ line: String) -> [String] {
    read(line).filter { $0.valueKind == .rank }.map {
      "\($0.quote) \($0.comparator) \($0.low ?? "")..\($0.high ?? "") \($0.unit)"
    }
  }

  @Test(arguments: [
    ("居全国第3、第5、第6位", ["第3 eq 3..3 位", "第5 eq 5..5 位", "第6位 eq 6..6 位"]),
    ("分别居全省第2和第4名", ["第2 eq 2..2 名", "第4名 eq 4..4 名"]),
    ("分列全省第3、5、6位", ["第3 eq 3..3 位", "5 eq 5..5 位", "6位 eq 6..6 位"]),
    ("居全国第三位", ["第三位 eq 3..3 位"]), ("位居全省首位", ["首位 eq 1..1 位"]), ("稳居榜首", ["榜首 eq 1..1 位"]),
    ("位居全省第一", ["第一 eq 1..1 位"]), ("进入全国前十", ["前十 le ..10 位"]), ("力争进入前三名", ["前三名 le ..3 名"]),
    ("由第8位升至第5位", ["第8位 eq 8..8 位", "第5位 eq 5..5 位"]), ("保持在第2—3位", ["第2—3位 between 2..3 位"]),
  ])
  func placesThatAreTaken(line: String, expected: [String]) {
    #expect(ranks(line) == expected)
    #expect(read(line).count == expected.count)
  }

  @Test(arguments: [
    "位列第一方阵", "保持全省前列", "坚持安全第一", "坚持把安全放在首位", "对排名前10位的企业进行表扬", "进入第3批试点", "居全省倒数第三名",
    "第一产业增加值", "学科进入前1?。", "学科排名进入前1%", "列入前三季度计划", "保持“第一”的劲头", "第3、第5、第6项",
  ])
  func placesThatNothingTakes(line: String) {
    #expect(ranks(line) == [])
  }

  @Test func aCountBesideAPlaceStays() {
    #expect(values("新增12家，居全省第2位，总数达到30家") == ["12家 eq 12..12 家", "第2位 eq 2..2 位", "30家 eq 30..30 家"])
  }
}
