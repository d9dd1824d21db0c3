import Testing

@testable import Linkage

/// What the engine promises of any two sides, on invented entries.
@Suite struct LinkageTests {
  static func table(_ entries: [Entry]) -> EntryTable {
    var table = EntryTable()
    for entry in entries { table.append(entry) }
    return table.ordered().table
  }

  static func linkage(_ a: [Entry], _ b: [Entry]) -> [String] {
    let (x, y) = (table(a), table(b))
    return EntryLinks(from: x, to: y).links.map { "\(x.id($0.from)) \($0.kind.rawValue) \(y.id($0.to)) \($0.score)" }
  }

  /// Links without their scores.
  static func found(_ a: [Entry], _ b: [Entry]) -> [String] {
    linkage(a, b).map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
  }

  static let bays = ["雁", "鹭", "鸥", "鹤", "鹳", "鹬", "鸬", "鸢", "鹈", "鸮"]
  static let works = ["灯塔修缮", "航标更新", "码头加固", "渔具回收", "水渠清淤", "苗木补植", "水鸟监测", "站房翻建"]

  /// Entries of one frame that only the place and the work tell apart.
  static func side(_ letter: String, _ places: [(String, String)], detail: String = "按季度通报进展") -> [Entry] {
    places.enumerated().map { index, place in
      Entry(
        id: "\(letter)\(index)", title: "抓好\(place.0)滩\(place.1)",
        text: "全年对\(place.0)滩\(place.1)开展\(index % 7 + 2)轮现场核对，\(detail)，落实专人值守。", city: "甲市", category: "重点")
    }
  }

  static let all = bays.flatMap { bay in works.map { (bay + "嘴", $0) } }

  @Test func `a name that differs in one character is another thing`() {
    let old = Self.side("a", Self.all)
    var others = Self.all.filter { $0.0 != "鹬嘴" }
    others.append(("鹬尾", Self.works[0]))
    let new = Self.side("b", others, detail: "逐月调度")
    let found = Self.found(old, new)
    #expect(found.count == 72)
    #expect(found.allSatisfy { !$0.hasSuffix("b72") })
  }

  @Test func `what all titles share tells nothing, other words for it cost little`() {
    let old = Self.side("a", Self.all)
    let new = Self.side("b", Self.all, detail: "逐月调度").map { entry in
      var entry = entry
      entry.title = "扎实" + entry.title
      return entry
    }
    #expect(Self.found(old, new) == Self.all.indices.map { "a\($0) renames b\($0)" }.sorted(by: Self.bySecond))
  }

  private static func bySecond(_ a: String, _ b: String) -> Bool {
    (a.split(separator: " ").last ?? "") < (b.split(separator: " ").last ?? "")
  }

  @Test func `exchanging the sides exchanges from and to, and no order of entries matters`() {
    let old = Self.side("a", Self.all.filter { $0.1 != "码头加固" })
    let new = Self.side("b", Self.all.reversed().filter { $0.0 != "鸢嘴" }, detail: "逐月调度")
    let forth = Self.linkage(old, new)
    #expect(!forth.isEmpty && Self.linkage(old.shuffled(), new.shuffled()) == forth)
    let (x, y) = (Self.table(old), Self.table(new))
    let mirrored = EntryLinks(from: y, to: x).links.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    #expect(mirrored.map { "\(x.id($0.to)) \($0.kind.rawValue) \(y.id($0.from)) \($0.score)" } == forth)
  }

  @Test func `under a mere heading the text's first clause is the name, and a lead-in is none`() {
    let old = [
      Entry(id: "a1", title: "民生实事", text: "完成渡口候船棚改造，改造候船棚40处，惠及居民2万户。"),
      Entry(id: "a2", title: "", text: "坚持便民利民，推行船员证异地申领，全流程网上办理。"),
      Entry(id: "a3", title: "党建引领", text: "深化党员亮身份活动，建设过硬支部，推动党建与业务融合。"),
    ]
    let new = [
      Entry(id: "b1", title: "民生实事", text: "完成海岛饮水管线改造，改造管线40公里，惠及居民2万户。"),
      Entry(id: "b2", title: "", text: "坚持便民利民，推行皮划艇带牌销售，全流程网上办理。"),
      Entry(id: "b3", title: "党建引领", text: "深化党员亮身份活动，创建模范支部，推动党建与巡航融合。"),
    ]
    #expect(Self.found(old, new) == ["a3 continues b3"])
  }

  static let split = [
    Entry(id: "a1", title: "渡口与栈桥管护", text: "更换三处渡口缆绳并检修绞盘；加固木栈桥护栏，更换破损桥板，增设夜间照明。"),
    Entry(id: "a2", title: "举办潮间带摄影展", text: "征集作品两百幅，在游客中心布展一个月。"),
  ]
  static let parts = [
    Entry(id: "b1", title: "渡口管护", text: "更换三处渡口缆绳并检修绞盘，建立巡查记录。"),
    Entry(id: "b2", title: "栈桥管护", text: "加固木栈桥护栏，更换破损桥板，增设夜间照明。"),
    Entry(id: "b3", title: "编写乡土教材", text: "组织教师采写故事，印制三千册。"),
  ]

  @Test func `an entry that two share between them is split, and merged the other way`() {
    #expect(Self.found(Self.split, Self.parts) == ["a1 splits b1", "a1 splits b2"])
    #expect(Self.found(Self.parts, Self.split) == ["b1 merges a1", "b2 merges a1"])
  }

  @Test func `a part has a clause of the whole that no other part says`() {
    let ledger = [Entry(id: "a1", title: "栈桥与苗圃养护", text: "更换木栈桥破损桥板260块，苗圃补植海桐1200株，设置观鸟牌40块。")]
    let named = [
      Entry(id: "b1", title: "栈桥养护", text: "更换木栈桥破损桥板200块，加装防滑条。"),
      Entry(id: "b2", title: "苗圃养护", text: "苗圃补植海桐900株，扩种黑松。"),
    ]
    #expect(Self.found(ledger, named) == ["a1 splits b1", "a1 splits b2"])
    let whole = Entry(id: "b1", title: "栈桥养护", text: "更换木栈桥破损桥板200块，苗圃补植海桐900株，加装防滑条。")
    #expect(!Self.found(ledger, [whole, named[1]]).contains("a1 splits b2"))
  }

  @Test func `a pair known to continue may still be split, a ruled one not`() {
    let (x, y) = (Self.table(Self.split), Self.table(Self.parts))
    var rulings = EntryLinks.Rulings()
    rulings.continued = [(0, 0)]
    #expect(EntryLinks(from: x, to: y, rulings: rulings).links.map(\.kind) == [.splits, .splits])
    rulings = EntryLinks.Rulings()
    rulings.same = [(0, 0)]
    #expect(EntryLinks(from: x, to: y, rulings: rulings).links.map(\.kind) == [.renames])
  }

  @Test func `a title that the text never takes up is a slot, and the first clause names the entry`() {
    let old = [
      Entry(id: "a1", title: "年度重头戏", text: "推行船员证异地申领，编印指南4套，形成可复制做法，为岛民出行提供便利。"),
      Entry(id: "a2", title: "滩涂巡护", text: "组织滩涂巡护60轮，清理废网8吨。"),
    ]
    let new = [
      Entry(id: "b1", title: "年度重头戏", text: "筹建贝类育苗车间，编印指南4套，形成可复制做法，为岛民出行提供便利。"),
      Entry(id: "b2", title: "滩涂巡护", text: "组织滩涂巡护70轮，清理废网9吨。"),
    ]
    #expect(Self.found(old, new) == ["a2 continues b2"])
    #expect(!old[0].isNamed && old[1].isNamed)
  }

  @Test func `where cities are compared, another city is no sign against a pair`() {
    let old = Self.side("a", Self.all)
    let new = Self.side("b", Self.all, detail: "逐月调度").map { entry in
      var entry = entry
      entry.city = "乙市"
      return entry
    }
    #expect(Self.found(old, new).count == Self.all.count)
  }

  @Test func `one thing under two names is one thing, and the evidence says so`() throws {
    let other = { (id: String) in Entry(id: id, title: "苗圃扩繁", text: "扩繁乡土树种苗木九个品系。") }
    let old = Entry(id: "a", title: "改厕", text: "完成三百户改厕。")
    let new = Entry(id: "b", title: "厕所革命", text: "“厕所革命”惠及三百户。")
    let (x, y) = (Self.table([old, other("c")]), Self.table([new, other("d")]))
    let linkage = EntryLinks(from: x, to: y)
    #expect(linkage.links.map { x.id($0.from) + y.id($0.to) } == ["ab", "cd"])
    #expect(try #require(linkage.evidence(linkage.links[0..<1]).first).terms.contains("改厕=厕所革命"))
  }

  @Test func `another thing beside a thing under another name keeps them apart`() {
    let old = [
      Entry(id: "a1", title: "北坡改厕", text: "北坡改厕三百户，配齐抽粪车。"),
      Entry(id: "a2", title: "南坡改厕", text: "南坡改厕二百户，配齐抽粪车。"),
    ]
    let new = [Entry(id: "b1", title: "南坡厕所革命", text: "南坡厕所革命覆盖二百户，配齐抽粪车。")]
    #expect(Self.found(old, new) == ["a2 renames b1"])
  }

  @Test func `what is left of few entries is matched on less, unless a name stands in another's place`() {
    let entry = { (id: String, title: String) in Entry(id: id, title: title, text: "") }
    let old = [entry("a1", "渡口值守"), entry("a2", "少年读书月"), entry("a3", "浮桥检修")]
    let new = [entry("b1", "渡口值守"), entry("b2", "少年读书月暨海岛漂流书箱展演")]
    #expect(Self.found(old, new) == ["a1 continues b1", "a2 renames b2"])
    #expect(Self.found(old, [entry("b1", "渡口值守"), entry("b2", "吊桥检修")]) == ["a1 continues b1"])
  }

  @Test func `quotation marks part no words`() {
    let entry = { (id: String, title: String) in Entry(id: id, title: title, text: "") }
    let (plain, quoted) = (Self.table([entry("a", "灯笼鱼认养计划")]), Self.table([entry("a", "“灯笼鱼”认养计划")]))
    #expect(plain.signs == quoted.signs)
  }

  @Test func `rulings win over every score`() {
    let (x, y) = (Self.table(Self.split), Self.table(Self.parts))
    var rulings = EntryLinks.Rulings()
    rulings.same = [(1, 2)]
    rulings.different = [(0, 0)]
    let links = EntryLinks(from: x, to: y, rulings: rulings).links
    #expect(links.map { [$0.from, $0.to] } == [[0, 1], [1, 2]])
    #expect(links.map(\.isRuled) == [false, true] && links.last?.score == 1000)
  }

  @Test func `empty sides, empty entries and equal entries are matched or not, in order`() {
    #expect(Self.found([], []).isEmpty)
    #expect(Self.found(Self.split, []).isEmpty && Self.found([], Self.split).isEmpty)
    let empty = [Entry(id: "a", title: "", text: "")]
    #expect(Self.found(empty, empty).isEmpty)
    let twins = (1...3).map { Entry(id: "a\($0)", title: "整修海堤步道", text: "整修步道两公里，补植行道树。") }
    #expect(Self.found(twins, twins) == ["a1 continues a1", "a2 continues a2", "a3 continues a3"])
  }

  @Test func `evidence names the words, the figures and the fields`() throws {
    let (x, y) = (
      Self.table([Entry(id: "a", title: "修复雁嘴灯塔", text: "投入35.5万元，更换灯器2套。", city: "甲市", category: "重点")]),
      Self.table([Entry(id: "b", title: "雁嘴灯塔修复", text: "投入35.5万元，更换灯器3套。", city: "甲市", category: "创优")])
    )
    let linkage = EntryLinks(from: x, to: y)
    let evidence = try #require(linkage.evidence(linkage.links[...]).first)
    #expect(evidence.figures == ["35.5万元"] && evidence.agree == [.city] && evidence.differ == [.category])
    #expect(evidence.terms.contains("雁嘴灯塔"))
  }

  @Test("lines that only their number tells apart are two lines, and one line keeps its number")
  func numbersOfNames() {
    let line = { (id: String, number: Int, length: Int) in
      Entry(id: id, title: "", text: "继续修建环湖\(number)号线，隧洞累计贯通\(length)公里，站厅封顶3座。")
    }
    let old = [line("a", 31, 14), line("b", 32, 9)]
    let new = [line("c", 32, 15), line("d", 33, 9)]
    #expect(Self.found(old, new) == ["b continues c"])
  }

  @Test("what one plan has of both is told apart by one sign that each text repeats")
  func namesOfOneSign() {
    let mains = { (id: String, kind: String, length: Int, last: String) in
      Entry(id: id, title: "破损供\(kind)管网换新", text: "随路面翻修一并施工，换新破损供\(kind)管网\(length)公里，\(last)。")
    }
    let old = [mains("a", "气", 70, "入冬前做完楼栋立管"), mains("b", "热", 45, "入冬前做完打压查漏")]
    let new = [mains("c", "气", 66, "入冬前做完楼栋立管"), mains("d", "水", 45, "入冬前做完冲洗通水")]
    #expect(Self.found(old, new) == ["a continues c"])
  }
}
