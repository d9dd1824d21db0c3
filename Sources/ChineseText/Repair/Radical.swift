/// A character of a dictionary's radicals in place of the one that it looks like: ⽂ (U+2F42) for 文 (U+6587).
///
/// Fonts draw both with one shape, and a PDF file that tells shapes alone gives back the wrong one of the two.
enum Radical {
  /// Runs of them, with what they stand for.
  static func findings(in text: [Unicode.Scalar]) -> [(range: Range<Int>, plain: [Unicode.Scalar])] {
    var findings: [(range: Range<Int>, plain: [Unicode.Scalar])] = []
    var at = 0
    while at < text.count {
      let start = at
      var plain: [Unicode.Scalar] = []
      while at < text.count, let scalar = self.plain(text[at]) {
        plain.append(scalar)
        at += 1
      }
      if plain.isEmpty { at += 1 } else { findings.append((start..<at, plain)) }
    }
    return findings
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2F00...0x2FD5: kangxi[Int(scalar.value - 0x2F00)]
    case 0x2E80...0x2EF3: supplement[scalar.value]
    default: nil
    }
  }

  /// U+2F00 and what follows, as Unicode decomposes them, but for three in the form that simplified texts have: 户, 青, 黄.
  private static let kangxi = Array(
    ("一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴"
      + "廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
      + "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵"
      + "邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黄黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠").unicodeScalars)

  /// Those of U+2E80 and what follows that stand for whole characters and not for parts of them.
  private static let supplement: [UInt32: Unicode.Scalar] = [
    0x2E9D: "月", 0x2E9F: "母", 0x2EA0: "民", 0x2EA9: "王", 0x2EAC: "示", 0x2EC1: "虎", 0x2EC4: "西", 0x2EC5: "见", 0x2EC6: "角",
    0x2EC9: "贝", 0x2ECB: "车", 0x2ED1: "長", 0x2ED3: "长", 0x2ED4: "门", 0x2ED8: "青", 0x2ED9: "韦", 0x2EDA: "页", 0x2EDB: "风",
    0x2EDC: "飞", 0x2EDD: "食", 0x2EE2: "马", 0x2EE3: "骨", 0x2EE4: "鬼", 0x2EE5: "鱼", 0x2EE6: "鸟", 0x2EE7: "卤", 0x2EE8: "麦",
    0x2EE9: "黄", 0x2EEA: "黾", 0x2EEC: "齐", 0x2EEE: "齿", 0x2EF0: "龙", 0x2EF3: "龟",
  ]
}
