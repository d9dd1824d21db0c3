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
  ]
}
