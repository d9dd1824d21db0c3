import ChineseText
import Reading
import Testing

@testable import Sampling

/// Text of any kind keeps its length and its kinds of characters, and none of its words.
@Suite struct HostileTextTests {
  private let disguise = Disguise(words: SampleFile.words, names: ["张示例"], key: SampleKey(known: [4]))

  private func changed(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let new = disguise.text(scalars)
    #expect(new.count == scalars.count)
    for (was, stands) in zip(scalars, new) { #expect(Runs.kind(was) == Runs.kind(stands), "\(was) \(stands)") }
    return new.string
  }

  @Test func nothingOfNothing() { #expect(changed("") == "") }

  @Test func otherPlanesAndScripts() {
    let texts = ["𠀀𠀁𠮷野屋", "㐀㐁㐂", "豈更車", "ゴミの日", "서울특별시", "Ωμέγα", "Привет", "⽬⽂⼯", "\u{E000}\u{E001}", "\u{F0000}"]
    for text in texts {
      for (was, stands) in zip(text.unicodeScalars, changed(text).unicodeScalars)
      where !SampleFile.words.covers([was])[0] {
        #expect(was != stands, "\(text)")
      }
    }
  }

  @Test func marksWithoutAWordStay() {
    let marks = "★☆①②Ⅳ㈠〔〕《》“”…—|\t\u{3000}\u{200B}\u{FEFF}\r\n🙂👩‍👩‍👧％‰℃"
    #expect(changed(marks) == marks)
  }

  @Test func aHugeLine() {
    let line = String(repeating: "鲲鹏展翅", count: 100_000)
    let new = changed(line)
    #expect(!new.contains("鲲鹏"))
  }

  @Test func composedAndDecomposedLettersKeepTheirMarks() {
    let new = changed("caf\u{E9} cafe\u{301}")
    #expect(new.unicodeScalars.contains("\u{301}"))
    #expect(!new.contains("caf"))
  }

  @Test func aNameOfWordsGoesToo() {
    #expect(!changed("联系人：张示例，电话 0532-0000000").contains("张示例"))
    let known = Disguise(words: SampleFile.words, names: ["高升"], key: SampleKey(known: [4]))
    #expect(!known.text(Array("负责人：高升".unicodeScalars)).string.contains("高升"))
  }

  @Test func whatIsRepeatedStaysRepeated() {
    let new = Array(changed("鲲鹏镇，鲲鹏镇，鲲鹏镇").unicodeScalars)
    #expect(new[0..<4] == new[4..<8])
  }

  @Test func yearsMoveTogether() throws {
    let new = changed("2030年、2031年；二〇三一年")
    let years = new.matches(of: #/[0-9]{4}/#).compactMap { Int($0.output) }
    #expect(years.count == 2)
    #expect(years.last.map { $0 - 1 } == years.first)
    #expect(years.first != 2030)
  }

  @Test func rangesStayInOrder() {
    for text in ["5%—8%", "12到15个", "3—4家", "1.5—2.5万亩", "8—9家", "98%至99%", "1—9件", "从0.8到0.9"] {
      let values = changed(text).matches(of: #/[0-9.]+/#).compactMap { Double($0.output) }
      #expect(values.count == 2)
      #expect(values[0] < values[1], "\(text)")
    }
  }

  /// Whatever blanks stand in it, a date is one of the calendar, and the first day of a range comes first.
  @Test func datesStayDates() throws {
    for text in ["2031年3月5日", "2031 年 3 月 25 日", "3月5—7日", "3 月 28 日"] {
      let new = changed(text)
      #expect(new.contains("3月") || new.contains("3 月"))
      let days = new.matches(of: #/([0-9]+)(?: ?日|—)/#).compactMap { Int($0.output.1) }
      #expect(!days.isEmpty && days.allSatisfy((1...31).contains) && days == days.sorted(), "\(new)")
    }
  }

  @Test func whatSaysMoreThanANumberStays() {
    let new = changed("节约640余万元，培训三百多人，规模2000P，补贴1200余 元")
    for word in ["余万元", "多人", "P，", "余 元"] { #expect(new.contains(word), "\(new)") }
    #expect(!new.contains("640") && !new.contains("2000") && !new.contains("1200"))
  }

  /// A city that adapters know their own papers by stays; others move, but never to one of these.
  @Test func citiesThatAdaptersGoByStay() {
    #expect(changed("潍坊市与威海市").hasPrefix("潍坊市"))
    for number in UInt8(0)...40 {
      let disguise = Disguise(words: SampleFile.words, key: SampleKey(known: [number]))
      let new = disguise.text(Array("烟台市".unicodeScalars)).string
      #expect(new != "烟台市" && new != "潍坊市" && new != "威海市")
    }
  }

  @Test func numbersOfListsStayAndFiguresDoNot() {
    let new = changed("一、（二）3. ④第5章 6月 第三季度，完成37个，增长8.5%")
    for mark in ["一、（二）3. ④第5章 6月 第三季度"] { #expect(new.hasPrefix(mark)) }
    #expect(!new.contains("37"))
    #expect(!new.contains("8.5"))
  }

  @Test func chineseNumeralsStillCount() {
    let new = changed("完成三十五个")
    #expect(!new.contains("三十五"))
    let figure = quantities(in: Array(new.unicodeScalars), context: QuantityContext(defaultRole: .target)).first
    #expect(figure?.unit == "个")
    #expect(figure?.low?.count == 2)
  }
}
