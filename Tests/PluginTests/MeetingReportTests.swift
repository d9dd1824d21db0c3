import AdapterKit
import ChineseText
import Plan
import Reading
import Testing
import WeihaiPlugin

@Suite("Meeting reports")
struct MeetingReportTests {
  private func source(_ text: String) -> SourceText {
    let scalars = repaired(Array(text.unicodeScalars)).text
    return SourceText(scalars: scalars, blocks: plainTextBlocks(scalars))
  }

  private func draft(_ text: String) -> (items: [Draft.Item], source: SourceText) {
    let source = source(text)
    var builder = DraftBuilder(source)
    MeetingReport().read(source, into: &builder)
    return (builder.draft.items, source)
  }

  private static let opening = "3月5日，海州市教育局召开2031年全市教育工作会议。"

  @Test(
    "what only counts with 一要 or only tells of a meeting is no meeting report", arguments: MeetingReportTests.others)
  func refused(kind: String, text: String) {
    #expect(Recognition(MeetingReport(), in: source(text)).score < Recognition.threshold, "\(kind)")
  }

  @Test("a short report is recognised")
  func recognised() {
    let text = MeetingReportTests.opening + "会议要求，一要抓招商；二要抓落实。"
    #expect(Recognition(MeetingReport(), in: source(text)).score >= Recognition.threshold)
  }

  @Test(
    "title and aim of a task, and what else its first sentence says",
    arguments: [
      ("抓好招商，在扩大投资上求突破。", "抓好招商|在扩大投资上求突破|"),
      ("在扩大投资上求突破，抓好招商。", "抓好招商|在扩大投资上求突破|"),
      ("抓好招商，全年新签约项目30个。", "抓好招商||全年新签约项目30个。"),
      ("抓好招商，新签约项目30个，在扩大投资上求突破。", "抓好招商|在扩大投资上求突破|新签约项目30个"),
      ("抓好招商，力争在双招双引上走在前列。", "抓好招商|力争在双招双引上走在前列|"),
      ("抓好招商，在上半年完成签约。", "抓好招商||在上半年完成签约。"),
      ("抓好服务，在网上开通窗口30个。", "抓好服务||在网上开通窗口30个。"),
      ("抓好服务，在确保安全的前提下提速。", "抓好服务||在确保安全的前提下提速。"),
      ("在扩大投资上求突破。", "在扩大投资上求突破||"),
    ])
  func titles(said: String, expected: String) {
    let (items, source) = draft(MeetingReportTests.opening + "\n会议部署\n一要" + said + "\n二要抓落实。")
    let task = items.firstIndex { $0.role == .task } ?? 0
    let title = items[task].title.map(source.string) ?? ""
    let aim = items[task].aim.map(source.string) ?? ""
    let rest = items.filter { $0.parent == task }.flatMap(\.text).map(source.string).joined(separator: "/")
    #expect("\(title)|\(aim)|\(rest)" == expected)
  }

  @Test("of several lists, what is laid down gives the tasks")
  func lists() {
    let (items, source) = draft(
      MeetingReportTests.opening + """

        会议指出，当前有两个难题：一是缺学位；二是缺教师。
        会议部署2031年工作：一要扩学位；二要招教师。
        会议要求，一是加强领导。二是狠抓落实。
        """)
    #expect(items.filter { $0.role == .task }.compactMap(\.title).map(source.string) == ["扩学位", "招教师"])
    #expect(items.filter { $0.role == .guideline }.flatMap(\.text).map(source.string) == ["当前有两个难题：一是缺学位；二是缺教师。"])
    #expect(items.filter { $0.role == .requirement }.flatMap(\.text).map(source.string) == ["加强领导。", "狠抓落实。"])
  }

  @Test("any cut of a report is read without loss or trap")
  func cuts() {
    let whole = Array(
      (MeetingReportTests.opening + "会议认为，去年新增学位2万个。会议要求：（一）抓招商，在扩大投资上求突破。（二）抓落实。（记者 某某）").unicodeScalars)
    for end in 0...whole.count {
      for start in [0, end / 2] {
        let (items, source) = draft(Array(whole[start..<end]).string(0..<end - start))
        #expect(
          items.allSatisfy { item in
            (item.text + [item.title, item.aim].compactMap { $0 }).allSatisfy {
              source.whole.contains($0.lowerBound) && $0.upperBound <= source.whole.upperBound
            }
          })
      }
    }
  }

  private static let others: [(String, String)] = [
    (
      "an inspection",
      """
      市领导到临港区调研项目建设
      3月6日，副市长宋某到临港区调研重点项目建设情况，并召开座谈会，听取情况汇报。
      宋某指出，临港区发展势头良好。他强调，一要盯紧项目进度；二要优化服务；三要确保安全。
      市直有关部门负责人参加。
      """
    ),
    (
      "a study session",
      """
      威海市教育局党组理论学习中心组召开学习会议
      3月7日，威海市教育局党组理论学习中心组召开集体学习会议，传达学习上级会议精神。
      会议指出，要深刻领会精神实质。
      会议强调，要学以致用，推动教育高质量发展。
      会议要求，党员干部要带头学习，做到真学真懂真信真用。
      局领导班子成员参加会议。
      """
    ),
    (
      "a recruitment notice",
      """
      威海市教育局2024年公开招聘教师公告
      根据有关规定，现将公开招聘工作人员有关事项公告如下：
      一、招聘岗位。共招聘教师120名。
      二、报名条件。一要具有相应学历；二要年龄在35周岁以下。
      三、报名时间：2024年3月10日至15日。
      四、考试。考试分笔试和面试。
      威海市教育局
      2024年3月1日
      """
    ),
    (
      "an agenda",
      """
      2024年全市卫生健康工作会议议程
      时间：2024年3月5日上午9:00
      地点：市会议中心
      主持人：市卫生健康委副主任
      一、市卫生健康委主任作工作报告
      二、先进单位作典型发言
      三、分组讨论
      四、市领导讲话
      会议要求：参会人员提前15分钟入场。
      """
    ),
    (
      "a policy",
      """
      关于进一步加强全市校园安全工作的实施意见
      各区市教育局，市直各学校：
      为加强校园安全工作，现提出如下意见。
      一、总体要求。坚持以人为本，预防为主。
      二、重点任务。一要加强人防；二要加强物防；三要加强技防。
      三、工作要求。各级要加强组织领导，召开专题会议研究。
      威海市教育局
      2024年3月1日
      """
    ),
    (
      "a visit",
      """
      威海市商务局会见来访客商
      3月2日，威海市商务局局长会见了来访的企业代表团一行，双方举行了座谈会议。
      局长表示，一要深化合作；二要优化服务；三要共享机遇。
      客商代表介绍了企业情况。
      """
    ),
    (
      "a notice that convenes the meeting",
      """
      海州市教育局办公室
      关于召开2031年全市教育工作会议的通知
      各区教育局，局属各单位：
      经研究，定于2031年3月5日召开2031年全市教育工作会议，总结上年工作，部署今年任务。
      一、参会人员。各区教育局局长。
      二、会议要求，一要准时参会；二要备好材料；三要严肃会风。
      """
    ),
    (
      "a speech",
      """
      在全市教育工作会议上的讲话
      同志们：
      今天我们召开全市教育工作会议，主要任务是部署今年工作。下面，我讲几点意见。
      一要抓质量；二要抓公平；三要抓安全。
      谢谢大家！
      """
    ),
    (
      "minutes of a standing meeting",
      """
      3月6日，海州市政府召开第12次常务会议，研究有关事项。
      会议听取了学校建设情况汇报。会议指出，项目进展总体顺利。
      会议要求，一要压实责任；二要盯紧节点；三要严把质量。
      会议研究了人事事项。
      """
    ),
    (
      "a party group's meeting",
      """
      海州市教育局召开党组会议
      3月8日，海州市教育局召开党组会议，传达学习上级会议精神。
      会议指出，要深刻领会精神实质。
      会议强调，一要抓好学习；二要抓好宣传；三要抓好转化。
      """
    ),
    (
      "a press conference",
      """
      海州市举行教育工作新闻发布会
      3月9日，海州市召开教育工作新闻发布会，介绍有关情况。
      会议指出，今年抓好三项工作：一是扩学位；二是强教师；三是减负担。
      记者：学位缺口有多大？
      答：约两千个。
      """
    ),
    (
      "a talk with enterprises",
      """
      海州市商务局召开外贸企业座谈会
      3月10日，海州市商务局召开外贸企业座谈会，听取意见建议。
      局长强调，一要稳订单；二要拓市场；三要用政策。
      """
    ),
    (
      "a plan that speaks of meetings",
      """
      海州市教育局2031年工作要点
      一、扩大学位供给。新建学校5所。
      二、加强统筹。（一）召开全市教育工作会议，部署任务。（二）会议要求的事项要办结。
      三、强化保障。一要加强领导；二要加强督导。
      """
    ),
    (
      "a comment",
      """
      以实干开新局
      全市教育工作会议召开，吹响了奋进的号角。会议指出，要稳中求进。
      一要统一思想；二要真抓实干；三要改进作风。
      """
    ),
  ]

  // MARK: What nothing counts, and what cuts a text

  @Test(
    "behind a lead-in, parts that begin alike are tasks of low confidence",
    arguments: [
      "会议明确，重点做好以下工作：\n聚力扩学位，新建学校5所。\n聚力强教师，招聘教师60名。\n会议要求，要抓落实。",
      "会议对2031年工作作出部署\n要扩学位，新建学校5所。\n要强教师，招聘教师60名。\n会议要求，要抓落实。",
      "会议强调，要做到“三个聚力”：聚力扩学位，新建学校5所；聚力强教师，招聘教师60名；聚力保安全。会议要求，要抓落实。",
    ])
  func parallel(said: String) {
    let (items, source) = draft(MeetingReportTests.opening + "\n" + said)
    let tasks = items.filter { $0.role == .task }
    #expect(
      tasks.compactMap(\.title).map(source.string).prefix(2).allSatisfy { $0.hasSuffix("扩学位") || $0.hasSuffix("强教师") })
    #expect(tasks.count >= 2)
    #expect(tasks.allSatisfy { $0.review == "unnumbered" })
    #expect(items.filter { $0.role == .requirement }.flatMap(\.text).map(source.string) == ["要抓落实。"])
  }

  @Test("paragraphs that begin alike are no tasks where others are counted, or where nothing leads in")
  func notParallel() {
    let counted = draft(MeetingReportTests.opening + "\n会议强调，要坚持稳字当头。\n要坚持实字为要。\n会议部署：一要扩学位；二要强教师。").items
    #expect(counted.count { $0.role == .task } == 2)
    #expect(counted.allSatisfy { $0.review == nil })
    let uncounted = draft(MeetingReportTests.opening + "\n会议强调，坚持稳字当头，不急不躁。\n坚持实字为要，不虚不浮。").items
    #expect(!uncounted.contains { $0.role == .task })
  }

  @Test("hard line ends and page numbers cut no sentence")
  func wrapped() {
    let (items, source) = draft(
      """
      　　3月5日，海州市教育局召开2031年全市教育工作会议，部署2031年
      重点任务，局长主持会议并讲话，各区教育局主要负责同志参加了会议。
      　　会议部署2031年工作。
      　　一要扩大学位供给，在优质均衡上求突破。要加快推进新城学校建设
      工程，年内新增学位2000个以上，确保秋季学期全部投入使用，让适龄
      — 3 —
      儿童都能就近上好学。
      　　二要建强教师队伍。要招聘教师60名。
      """)
    let tasks = items.filter { $0.role == .task }
    #expect(tasks.compactMap(\.title).map(source.string) == ["扩大学位供给", "建强教师队伍"])
    let measures = items.filter { $0.role == .measure }.map { $0.text.map(source.bare).joined() }
    #expect(measures == ["要加快推进新城学校建设工程，年内新增学位2000个以上，确保秋季学期全部投入使用，让适龄儿童都能就近上好学。", "要招聘教师60名。"])
  }

  @Test("somebody with a title speaks without it too; what merely quotes a paper does not")
  func speakers() {
    let text = "\n局长周某某讲话。\n周某某强调，要抓实。\n会议部署：一要扩学位；二要强教师。"
    let (items, source) = draft(MeetingReportTests.opening + text)
    #expect(items.filter { $0.role == .guideline }.flatMap(\.text).map(source.string) == ["要抓实。"])
  }
}
