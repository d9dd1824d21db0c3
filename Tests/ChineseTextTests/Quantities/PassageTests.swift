import Testing

@testable import ChineseText

@Suite struct PassageTests {
  /// A line with `‖` where a sentence begins and `|` where only a clause does.
  private func parted(_ line: String) -> String {
    let text = Array(line.unicodeScalars)
    let passage = Passage(text)
    var out: [Unicode.Scalar] = []
    for index in text.indices {
      if index > 0, passage.sentenceStart(index) == index {
        out.append("‖")
      } else if index > 0, passage.clauseStart(index) == index {
        out.append("|")
      }
      out.append(text[index])
    }
    return out.string
  }

  @Test(arguments: [
    "抓港口，|建5处。‖抓渔业；‖抓安全",
    // What is quoted or put in brackets ends no sentence around it, and a whole quotation keeps its closing mark.
    "做到“快。|准。|狠”，|完成5项",
    "提出“补短板。|”的要求，|完成5项",
    "他说：|“要快。”‖各处完成5项",
    "完成5项（一季度2项；|二季度3项），|再建6处",
    // Numbers, times and ratios hold their marks.
    "投资1,200万元，|增长3.5%，|比例3:1，|10：30开会",
    "名称\t‖完成5项",
    "服务5万人次.‖建5处｡‖见e.g.附件",
    "1.抓港口。‖2．抓渔业",
    // A mark that never closes changes nothing.
    "（一季度2项；‖二季度3项。‖“再建6处。‖完",
  ])
  func `sentences and clauses begin where they should`(marked: String) {
    let plain = String(String.UnicodeScalarView(marked.unicodeScalars.filter { $0 != "‖" && $0 != "|" }))
    #expect(parted(plain) == marked)
  }
}
