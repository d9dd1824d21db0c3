import Import
import Plan
import QingdaoPlugin
import Testing

/// However a sheet was flattened, it says the same.
@Suite struct SheetShapeTests {
  /// What one goal is told by: category, number, name, sentences.
  private static let goals: [(String, Int, String, [String])] = [
    ("重点目标", 1, "完善养老服务", ["新建社区食堂30处。", "养老床位增长5%。"]),
    ("重点目标", 2, "规范社会组织", ["完成年检1200家。"]),
    ("创优目标", 1, "争创示范城市", ["力争2个县入选。", "形成经验3项。"]),
    ("保障目标", 1, "加强队伍建设", ["培训800人次。"]),
  ]

  enum Shape: String, CaseIterable, Sendable {
    case downwards, downwardsWithoutBlankLines, downwardsCategoryMissing, downwardsRepeated, downwardsParagraphs
    case across, acrossCategoryMissing, acrossEmpty, acrossHeaderRepeated, bars, withoutTabs, wideBlanks
    case wideBars, drawn, commas, oneBlank, uprightCategories
    case otherLabels, numberMarks, otherLineEnds

    private var leavesEmpty: Bool {
      [.downwards, .downwardsParagraphs, .downwardsWithoutBlankLines, .acrossEmpty, .otherLineEnds].contains(self)
    }

    /// The table as text.
    var table: String {
      var header = ["类别", "序号", "目标名称", "目标内容"]
      if self == .otherLabels { header = ["目标 类型", "编 号", "工作目标", "具体措施（可量化）"] }
      var rows: [[String]] = [header]
      var previous = ""
      for (index, goal) in SheetShapeTests.goals.enumerated() {
        let number = self == .numberMarks ? ["（一）", "２", "1.", "①"][index] : String(goal.1)
        let content = goal.3.joined(separator: self == .downwardsParagraphs ? "\n" : "")
        var cells = [goal.0, number, goal.2, content]
        if goal.0 == previous {
          if leavesEmpty { cells[0] = "" }
          if self == .downwardsCategoryMissing || self == .acrossCategoryMissing { cells.removeFirst() }
        }
        previous = goal.0
        if self == .acrossHeaderRepeated, index == 2 { rows.append(header) }
        if self == .uprightCategories { cells[0] = cells[0].map(String.init).joined(separator: "\n") }
        rows.append(cells)
      }
      return rows.map(line).joined(separator: "")
    }

    private func line(_ cells: [String]) -> String {
      switch self {
      case .downwardsWithoutBlankLines: cells.map { "\t\($0)\n" }.joined()
      case .downwards, .downwardsCategoryMissing, .downwardsRepeated, .downwardsParagraphs:
        cells.map { "\t\($0)\n" }.joined() + "\n"
      case .otherLineEnds: cells.map { "\t\($0)\r\n" }.joined() + "\r\n"
      case .bars: "| " + cells.joined(separator: " | ") + " |\n"
      case .wideBars: cells.joined(separator: "｜") + "\n"
      case .drawn: "├──┼──┼──┼──┤\n│" + cells.joined(separator: "│") + "│\n"
      case .commas: cells.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
      case .oneBlank: cells.joined(separator: " ") + "\n"
      case .uprightCategories: cells.joined(separator: "\n") + "\n"
      case .withoutTabs: cells.joined(separator: "\n") + "\n"
      case .wideBlanks: cells.joined(separator: "    ") + "\n"
      default: cells.joined(separator: "\t") + "\n"
      }
    }
  }

  @Test(arguments: Shape.allCases)
  func saysTheSame(_ shape: Shape) throws {
    let text = "2022年度市直单位业务目标\n\n单位名称：烟台市民政局  负责人：示例甲  电话：00000000\n\n" + shape.table
    let session = try imported(text)
    checkLaws(session, "\(shape)")
    let items = items(of: session)
    let goals = items.filter { $0.role == .goal }
    #expect(goals.map(\.title) == SheetShapeTests.goals.map { Optional($0.2) })
    #expect(goals.map(\.number) == SheetShapeTests.goals.map { Optional($0.1) })
    #expect(goals.map { $0.category?.label } == SheetShapeTests.goals.map { Optional($0.0) })
    #expect(goals.map { $0.category?.code } == ["key", "key", "excellence", nil])
    let measures = goals.map { goal in items.filter { $0.parent == goal.id }.compactMap(\.text) }
    #expect(measures == SheetShapeTests.goals.map(\.3))
    #expect(items.count == goals.count + measures.joined().count)
  }

  private func items(of session: ImportSession) -> [Item] {
    View(of: session.contents.revisions).items.flatMap(\.heads).compactMap(\.item)
  }

  @Test func sectionsAboveTheirTablesNameTheCategory() throws {
    let text = """
      烟台市民政局２０２２年度目标责任书
      一、重点目标（60分）
      序号\t目标名称\t目标内容
      1\t完善养老服务\t新建社区食堂30处。
      二、保障目标（40分）
      序号\t目标名称\t目标内容
      1\t加强队伍建设\t培训800人次。
      """
    let goals = items(of: try imported(text)).filter { $0.role == .goal }
    #expect(goals.map { $0.category?.label } == ["重点目标", "保障目标"])
  }

  @Test(arguments: ["首页 政务公开 工作动态", "网站首页 > 政务公开", "信息索引号：370600-2022", "字体：大 中 小"])
  func whatAPagePutsAboveTheTitleIsNoPartOfIt(line: String) throws {
    let text = "\(line)\n2022年度市直单位业务目标\n单位名称：烟台市民政局\n\n" + Shape.across.table
    let session = try imported(text)
    checkLaws(session, "\(line)")
    let documents = View(of: session.contents.revisions).documents.flatMap(\.heads).compactMap(\.document)
    #expect(documents.map(\.title) == ["2022年度市直单位业务目标"])
  }

  @Test func aLineBrokenWithinASentenceGoesOn() throws {
    let text = """
      2022年度市直单位业务目标
      单位名称：烟台市民政局
      目标名称\t目标内容
      完善养老服务\t新建社区食堂30处，
      养老床位增长5%。
      培训护理员500人。
      """
    let measures = items(of: try imported(text)).filter { $0.role == .measure }
    #expect(measures.map(\.text) == ["新建社区食堂30处，\n养老床位增长5%。", "培训护理员500人。"])
  }

  @Test func whoAnswersForAGoalIsAContactAndInNoRecord() throws {
    let text = """
      2022年度市直单位业务目标
      单位名称：烟台市民政局
      序号\t目标名称\t目标内容\t责任人\t联系电话
      1\t完善养老服务\t新建社区食堂30处。\t示例甲\t00000000
      2\t规范社会组织\t完成年检1200家。\t示例乙\t00000001
      填报人：示例丙    审核人：示例丁
      """
    let session = try imported(text)
    checkLaws(session, "persons")
    let contacts = session.imported.flatMap(\.assembly.contacts)
    #expect(contacts.map(\.name) == ["示例丙", "示例甲", "示例乙"])
    #expect(contacts.map(\.phone) == [nil, "00000000", "00000001"])
    let records = session.imported.flatMap(\.assembly.records)
    let values = records.map { String(decoding: JSON.object($0.body).canonical, as: UTF8.self) }
    #expect(!values.contains { $0.contains("示例") })
  }
}

/// A text imported as the command does it, when it was read.
func imported(_ text: String, options: ImportSession.Options = ImportSession.Options()) throws -> ImportSession {
  var session = ImportSession(adapters: CorpusCase.adapters, options: options)
  session.run([SourceFile(displayPath: "sheet.txt", name: "sheet.txt", bytes: Array(text.utf8))])
  if case .failed(let error) = session.outcomes.first?.outcome { throw error }
  return session
}
