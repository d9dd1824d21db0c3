extension DocumentDamage {
  /// Puts in what nobody writes: very long lines, deep numbering, huge numbers, marks of other scripts, broken characters.
  mutating func insertHostileRun(_ bytes: inout [UInt8]) {
    let run = hostileRun()
    // At a line's beginning it is a line or a cell of its own, elsewhere a part of words, or of a character.
    var at = place(in: bytes)
    if chance(2), let newline = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) { at = newline + 1 }
    bytes.insert(contentsOf: run, at: at)
  }

  private mutating func hostileRun() -> [UInt8] {
    if !keepsCharacters, chance(4) { return DocumentDamage.broken[number(below: DocumentDamage.broken.count)] }
    if chance(5) { return repeated(Array(DocumentDamage.numbers[number(below: DocumentDamage.numbers.count)].utf8)) }
    if chance(4) { return enumerators() }
    if chance(6) { return nested() }
    return repeated(Array(DocumentDamage.pieces[number(below: DocumentDamage.pieces.count)].utf8))
  }

  /// Mostly a few, seldom as many as there may be.
  private mutating func count(of size: Int) -> Int {
    let most = chance(40) ? longest : [3, 3, 30, 30, 300, 1000][number(below: 6)]
    return max(1, min(most, longest) / max(1, size))
  }

  private mutating func repeated(_ piece: [UInt8]) -> [UInt8] {
    Array(repeatElement(piece, count: count(of: piece.count)).joined())
  }

  private mutating func enumerators() -> [UInt8] {
    let styles: [(Int) -> String] = [
      { "\($0)、推进示例。\n" }, { "（\($0)）推进示例；" }, { "\($0).\($0).\($0).1 示例\n" }, { "第\($0)，推进。" }, { "，\($0)是推进示例" },
      { "\("一二三四五六七八九十".map(String.init)[$0 % 10])要推进示例\($0)个。" }, { "，一是推进\($0)项" }, { "\t\($0)\n" }, { "①②③\($0)\n" },
    ]
    let style = styles[number(below: styles.count)]
    return (1...count(of: 20)).flatMap { Array(style($0).utf8) }
  }

  private mutating func nested() -> [UInt8] {
    let pairs = [("（", "）"), ("“", "”"), ("《", "》"), ("【", "】"), ("(", ")"), ("[", "]")]
    let (open, close) = pairs[number(below: pairs.count)]
    let depth = count(of: 6)
    let closing = chance(3) ? 0 : depth
    return Array((String(repeating: open, count: depth) + "示例！" + String(repeating: close, count: closing)).utf8)
  }

  /// Bytes that are no character of UTF-8: lone surrogates, overlong forms, half a character, a mark of byte order.
  private static let broken: [[UInt8]] = [
    [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xC0, 0x80], [0xE0, 0x80, 0x8A], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8],
    [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0], [0, 0, 0, 0], [0x1A], [0x7F], [1, 2, 3], [0x80, 0x80],
  ]

  private static let numbers = [
    String(repeating: "9", count: 400), "0." + String(repeating: "0", count: 400) + "1%", "1万", "3亿5万", "一万",
    "1,111,111",
    "1 000", "-1", "1-2-3", "12.5.7", "百分之", "１２３４５", "①", "〇", "9223372036854775807个", "99999999999999999亿元", "1e400",
    "三分之一", "零点零", "五六七", "2031年", "2031-02-31", "13月32日", "0532-00000000", "翻", "5个以上", "不少于", "分别达到3、4、",
  ]

  private static let pieces = [
    "示", "示例", "a", " ", "\t", "\n", "\r", "|", "。", "，", "；", "：", "！", "、", "!", "?", ".", "-", "·示", "建·设", "# b",
    "A b ",
    "e\u{301}", "\u{301}", "\u{200D}\u{1F469}", "\u{FE0F}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}",
    "\u{2028}", "\u{85}", "\u{3000}", "\u{A0}", "\u{10FFFF}", "\u{E000}", "ａ", "\u{1100}\u{1161}", "《", "“", "）",
    "联系人：", "联 系 人：示例联系人\n", "联系电话：0532-0000000 ", "单位名称：", "标杆城市：深圳", "标杆值：5个\n", "责任单位：示例处，", "类别\t序号\t目标名称\t目标内容\n",
    "序号\n目标名称\n目标内容\n", "重点目标\n", "\t创优目标\n", "目标名称\t", "会议指出，", "会议认为：", "一要", "；一是", "，二是推进", "在工作上",
    "市示例局召开会议，", "（来源：示例", "记者", "青岛市、", "学习深圳", "附件1\n", "注：", "第1页\n",
  ]
}
