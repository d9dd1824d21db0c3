import AdapterKit
import Plan
import TestSupport

/// Records of an invented bureau, as a document of the house can say them.
struct GeneratedRecords {
  private var generator: SeededGenerator
  private var items: [Item] = []

  private static let deeds = ["新建", "改造", "培训", "组织", "引进", "修复", "完成", "发放"]
  private static let things = [
    ("公厕", "座"), ("步道", "公里"), ("辅导员", "人次"), ("展览", "场"), ("项目", "个"), ("林地", "万亩"), ("补贴", "万元"),
  ]
  private static let names = ["提升服务能力", "补齐设施短板", "推进数字转型", "守牢安全底线", "打造特色品牌", "优化营商环境"]
  private static let units = ["综合处", "规划处", "市财政局", "市水利局", "执法支队", "办公室"]
  private static let dues = ["10月底前", "长期", "年底前", "6月底前", "全年", "第三季度"]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func sheet() -> DocumentRecords {
    let document = document(.targetSheet, title: "2031年度市直单位业务目标")
    let (hasNumbers, hasCategories, hasUnits, hasDues) = (coin, coin, coin, coin)
    for (code, label) in [("key", "重点目标"), ("excellence", "创优目标")] where hasCategories || code == "key" {
      for number in 1...Int.random(in: 1...4, using: &generator) {
        let id = document.id + "." + (hasCategories ? "\(code)-\(number)" : "goal-\(number)")
        var goal = Item(
          id: id, document: document.id, reading: "", role: .goal,
          category: hasCategories ? Item.Category(code: code, label: label) : nil, number: hasNumbers ? number : nil,
          title: pick(Self.names) + (coin ? "“十佳”" : ""), period: document.period)
        if code == "excellence", coin {
          goal.benchmarkCities = [CityReference(code: "330100", name: "杭州市")]
          if coin { goal.benchmarkCities.append(CityReference(code: "320500", name: "苏州市")) }
          goal.text = "\(figure())，\(coin ? "力争" : "")\(figure())。"
        }
        if hasUnits { goal.parties = parties([.responsible, .cooperating]) }
        if hasDues, coin { goal.due = due() }
        items.append(goal)
        addMeasures(below: goal, numbered: coin)
      }
    }
    if coin { addNotes(document, ["注：1.本表一式两份。", "2.数据截至上年末。"]) }
    return records(document)
  }

  mutating func ledger() -> DocumentRecords {
    let document = document(.taskLedger, title: "青岛市示例事务局2031年重点任务台账")
    let (hasSections, hasAims, hasOwn) = (coin, coin, coin)
    var number = 0
    for section in 1...(hasSections ? Int.random(in: 1...3, using: &generator) : 1) {
      var parent: String?
      if hasSections {
        parent = document.id + ".section-\(section)"
        items.append(
          Item(
            id: document.id + ".section-\(section)", document: document.id, reading: "", role: .section,
            number: section, title: pick(["产业提升", "民生保障", "生态治理"])))
      }
      for at in 1...Int.random(in: 1...4, using: &generator) {
        number += 1
        var task = Item(
          id: (parent ?? document.id) + ".task-\(at)", document: document.id, reading: "", parent: parent,
          role: .task, number: number, title: pick(Self.names), period: document.period)
        if hasAims, coin { task.aim = "\(figure())，\(figure())" }
        let isOwn = hasOwn && coin
        if !isOwn || coin {
          task.parties = parties([.lead, .cooperating])
          task.due = due()
        }
        if coin { task.text = "纳入考核" }
        items.append(task)
        if isOwn {
          for measure in 1...Int.random(in: 2...3, using: &generator) {
            items.append(
              Item(
                id: task.id + ".m\(measure)", document: document.id, reading: "", parent: task.id, role: .measure,
                text: figure(), due: due(), parties: parties([.lead])))
          }
        } else {
          addMeasures(below: task, numbered: coin)
        }
      }
    }
    if coin { addNotes(document, ["注：每季度末报送进展。"]) }
    return records(document)
  }

  // MARK: Parts

  private var coin: Bool { mutating get { Bool.random(using: &generator) } }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: values.indices, using: &generator)]
  }

  private mutating func figure() -> String {
    let (thing, unit) = pick(Self.things)
    return pick(Self.deeds) + thing + "\(Int.random(in: 2...900, using: &generator))" + unit + (coin ? "以上" : "")
  }

  private mutating func due() -> Item.Due {
    let text = pick(Self.dues)
    let dates = ["10月底前": "2031-10-31", "年底前": "2031-12-31", "6月底前": "2031-06-30", "第三季度": "2031-09-30"]
    return Item.Due(date: dates[text], text: text)
  }

  /// One or two units of each role, none of them twice.
  private mutating func parties(_ roles: [Item.Party.Role]) -> [Item.Party] {
    var units = Self.units.shuffled(using: &generator)
    return roles.flatMap { role in
      (0..<(coin ? 1 : 2)).compactMap { _ in units.popLast().map { Item.Party(name: $0, role: role) } }
    }
  }

  private mutating func addMeasures(below item: Item, numbered: Bool) {
    let count = Int.random(in: 1...4, using: &generator)
    for measure in 1...count {
      let end = numbered && measure < count ? "；" : "。"
      items.append(
        Item(
          id: item.id + ".m\(measure)", document: item.document, reading: "", parent: item.id, role: .measure,
          number: numbered ? measure : nil, text: figure() + (coin ? "，" + figure() : "") + end))
    }
  }

  private mutating func addNotes(_ document: Document, _ notes: [String]) {
    for (at, note) in notes.enumerated() {
      items.append(
        Item(
          id: document.id + ".context-\(at + 1)", document: document.id, reading: "", role: .context, text: note))
    }
  }

  private mutating func document(_ kind: Document.Kind, title: String) -> Document {
    Document(
      id: "cn370200.市示例事务局.2031.\(kind.rawValue)", kind: kind, title: title,
      city: CityReference(code: "370200", name: "青岛市"), organization: "青岛市示例事务局", period: Period(year: 2031),
      date: coin ? "2031-01-10" : nil,
      source: Document.Source(path: nil, sha256: nil, mediaType: "text/plain", encoding: nil, scalars: 0),
      text: Document.Text(path: "", sha256: "", scalars: 0), adapter: Document.Adapter(id: "", version: 1))
  }

  private func records(_ document: Document) -> DocumentRecords {
    DocumentRecords(document: document, items: items, indicators: [], contacts: [])
  }
}
