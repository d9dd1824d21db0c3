import Plan
import Testing

@testable import Compare

/// Two years of invented goals, each labelled with what a person would say became of it.
@Suite struct MatchingTests {
  struct Case {
    var label: Diff.Kind
    var old: (title: String, text: String)?
    var new: (title: String, text: String)?

    static func kept(_ label: Diff.Kind, _ old: (String, String), _ new: (String, String)) -> Case {
      Case(label: label, old: (old.0, old.1), new: (new.0, new.1))
    }
    static func dropped(_ title: String, _ text: String) -> Case { Case(label: .dropped, old: (title, text), new: nil) }
    static func added(_ title: String, _ text: String) -> Case { Case(label: .added, old: nil, new: (title, text)) }
  }

  static let harbour: [Case] = [
    .kept(
      .renamed,
      ("推进渔港综合管理改革", "建立港长制，完善渔港经理人制度，推动12处渔港依港管船，开展渔船进出港报告核查，提升港区环境和服务水平。"),
      ("深化依港管船试点", "持续完善港长制和渔港经理人制度，推动15处渔港依港管船，常态化开展渔船进出港报告核查，改善港区环境。")),
    .kept(
      .reworded, ("壮大深远海养殖", "支持企业建造养殖工船，推动深水网箱集约布局，配套建设苗种基地和陆基保障中心。"),
      ("壮大深远海养殖", "推动养殖工船交付运营，完善深水网箱布局，加强苗种、饲料、病害防控一体化保障，探索保险新产品。")),
    .kept(
      .renamed, ("加强海域使用监管", "组织海域使用权核查，清理闲置用海，严查未批先用，推动历史遗留问题处置，强化围填海管控。"),
      ("提升用海管理水平", "开展海域使用权专项核查，清理处置闲置用海，严肃查处未批先用行为，加快围填海历史遗留问题处置。")),
    .dropped("举办渔民文化节", "策划开海仪式、渔歌展演和海鲜美食周，邀请周边城市参展，扩大节会影响。"),
    .added("建设海洋牧场观测网", "布设水下观测站和浮标，建立水质、底质数据平台，发布养殖风险提示，服务牧场经营主体。"),
    .kept(
      .reworded, ("做好船员培训", "开展职务船员培训考试，组织消防救生演练，提高持证率。"),
      ("做好船员培训", "扎实开展职务船员培训考试，定期组织消防救生演练，进一步提高持证率。")),
  ]

  static let education: [Case] = [
    .kept(
      .renamed, ("增加普惠托位供给", "新建改建公办幼儿园，支持社会力量举办普惠托育机构，完善托幼一体服务，缓解入园入托难。"),
      ("健全托幼一体化服务体系", "新建改建公办幼儿园，扶持社会力量举办普惠性托育机构，完善托幼一体服务，切实缓解入园入托难问题。")),
    .kept(
      .unchanged, ("推进课后服务提质", "丰富课后服务课程，引入校外优质资源，健全经费保障机制。"),
      ("推进课后服务提质", "丰富课后服务课程, 引入校外优质资源,健全经费保障机制")),
    .dropped("推进校园食堂改造", "改造农村学校食堂后厨，配备明厨亮灶设备，落实陪餐制度。"),
    .added("推进校园心理健康服务", "配齐专职心理教师，建立筛查转介机制，开通咨询热线，开展家长课堂。"),
    .kept(
      .reworded, ("加强教师队伍建设", "实施名师培养工程，落实教师待遇，推进县管校聘。"),
      ("加强教师队伍建设", "深化教师交流轮岗，开展师德专项整治，完善职称评聘办法。")),
    .dropped("加强校车安全管理", "核定校车线路，更新动态监控设备，开展驾驶员体检和演练。"),
    .added("加强语言文字工作", "开展经典诵读比赛，建设推普示范校，做好窗口行业普通话测试。"),
  ]

  static let transport: [Case] = [
    .kept(
      .renamed, ("加快重点道路建设", "开工环湾快速路二期，建成滨海大道北段，改造国省道干线，打通断头路，完善慢行系统。"),
      ("构建畅达路网", "建成环湾快速路二期，推进滨海大道北段收尾，改造国省道干线，打通断头路，织密慢行系统。")),
    .kept(
      .reworded, ("深化公交优先战略", "优化公交线网，新开定制公交，更新新能源公交车，建设公交专用道。"),
      ("深化公交优先战略", "优化公交线网，增开定制公交与微循环线路，更新新能源公交车，延长公交专用道。")),
    .dropped("加快推进物流园区建设", "引进冷链龙头企业，建设多式联运枢纽，完善城乡配送网点。"),
    .added("加快推进充电设施建设", "在服务区和公交场站布局充电桩，推广车网互动，统一平台接入。"),
    .kept(
      .renamed, ("开展出租车行业整治", "整治出租车拒载绕路，规范网约车平台派单，建立驾驶员信用档案，畅通投诉渠道。"),
      ("提升巡游车网约车服务品质", "治理出租车拒载绕路行为，规范网约车平台派单规则，完善驾驶员信用档案，畅通投诉处理渠道。")),
    .dropped("强化安全生产监管", "落实企业主体责任，开展危货运输企业隐患排查，推广主动防控设备。"),
    .added("强化行业人才培养", "与高职院校共建订单班，举办技能竞赛，评选交通工匠。"),
  ]

  static let sets = [("市智慧渔港局", harbour), ("市学前教育局", education), ("市畅行交通局", transport)]

  private func plan(_ organization: String, _ year: Int, _ sides: [(title: String, text: String)?]) -> SamplePlan {
    SamplePlan(
      organization: organization, year: year,
      goals: sides.compactMap { $0 }.map { SamplePlan.SampleGoal(title: $0.title, text: $0.text) })
  }

  /// Per label, what the comparison says of each case; the goals of each side are found by their titles.
  private func check(_ diff: Diff, _ cases: [Case], _ organization: String) {
    for each in cases {
      let change = diff.changes.first {
        let old = $0.from.first?.item.title == each.old?.title
        let new = $0.to.first?.item.title == each.new?.title
        return old && new && (each.old != nil || each.new != nil)
      }
      #expect(change?.kind == each.label, "\(organization): \(each.old?.title ?? "-") → \(each.new?.title ?? "-")")
    }
  }

  @Test(arguments: [false, true])
  func `renamed goals are found and strangers are not`(together: Bool) {
    if together {
      let old = View(Self.sets.map { plan($0.0, 2023, $0.1.map(\.old)) })
      let new = View(Self.sets.map { plan($0.0, 2024, $0.1.map(\.new)) })
      let diff = Diff(old: old, new: new)
      for (organization, cases) in Self.sets { check(diff, cases, organization) }
      #expect(diff.changes.count == Self.sets.reduce(0) { $0 + $1.1.count })
    } else {
      for (organization, cases) in Self.sets {
        let diff = Diff(
          old: plan(organization, 2023, cases.map(\.old)).view, new: plan(organization, 2024, cases.map(\.new)).view)
        check(diff, cases, organization)
        #expect(diff.changes.count == cases.count)
      }
    }
  }

  @Test func `one goal alone on each side is matched by its words or not at all`() {
    for each in Self.harbour + Self.education + Self.transport {
      guard let old = each.old, let new = each.new else { continue }
      let diff = Diff(old: plan("市甲局", 2023, [old]).view, new: plan("市甲局", 2024, [new]).view)
      #expect(diff.changes.map(\.kind) == [each.label])
    }
    let strangers = (Self.harbour + Self.education + Self.transport)
    for old in strangers.filter({ $0.label == .dropped }).compactMap(\.old) {
      for new in strangers.filter({ $0.label == .added }).compactMap(\.new) {
        let diff = Diff(old: plan("市甲局", 2023, [old]).view, new: plan("市甲局", 2024, [new]).view)
        #expect(diff.changes.map(\.kind) == [.dropped, .added], "\(old.title) → \(new.title)")
      }
    }
  }

  @Test func `goals of different bureaus are not matched where each bureau has its own`() {
    let goal = (title: "加强机关党的建设", text: "落实理论学习制度，开展主题党日，严格组织生活。")
    let other = (title: "推进政务公开", text: "及时发布信息，回应群众关切，规范依申请公开。")
    let diff = Diff(
      old: View([plan("市甲局", 2023, [goal, other]), plan("市乙局", 2023, [other])]),
      new: View([plan("市甲局", 2024, [other]), plan("市乙局", 2024, [goal, other])]))
    #expect(diff.changes.map(\.kind) == [.added, .unchanged, .dropped, .unchanged])
  }

  @Test func aBureauKeepsItsGoalsUnderItsNewName() {
    let goal = (title: "加强机关党的建设", text: "落实理论学习制度，开展主题党日，严格组织生活。")
    let other = (title: "推进政务公开", text: "及时发布信息，回应群众关切，规范依申请公开。")
    let diff = Diff(
      old: View([plan("市环境保护局", 2018, [goal, other]), plan("市乙局", 2018, [other])]),
      new: View([plan("市生态环境局", 2019, [other]), plan("市乙局", 2019, [goal, other])]))
    #expect(diff.changes.map(\.kind) == [.added, .unchanged, .dropped, .unchanged])
  }

  @Test func `a bureau under another name is still found`() {
    let goals = [Self.harbour[1], Self.harbour[5]]
    let diff = Diff(
      old: plan("市渔港局", 2023, goals.map(\.old)).view, new: plan("市港航发展局", 2024, goals.map(\.new)).view)
    #expect(diff.changes.map(\.kind) == [.reworded, .reworded])
  }

  @Test func `of several alike the better wins, and position settles a tie`() {
    let a = (title: "建设甲区泊位", text: "完成泊位主体工程，配套岸电设施。")
    let b = (title: "建设乙区泊位", text: "完成泊位主体工程，配套岸电设施。")
    let diff = Diff(old: plan("市甲局", 2023, [a, b]).view, new: plan("市甲局", 2024, [b, a]).view)
    #expect(diff.changes.map(\.kind) == [.unchanged, .unchanged])
    let twins = Diff(old: plan("市甲局", 2023, [a, a, a]).view, new: plan("市甲局", 2024, [a, a]).view)
    #expect(twins.changes.map(\.kind) == [.unchanged, .unchanged, .dropped])
  }

  @Test func `equal ids of unrelated imports do not bind goals that moved down`() {
    let goals = [Self.harbour[0], Self.harbour[1], Self.harbour[5]].compactMap(\.old)
    let extra = (title: "建设海洋牧场观测网", text: "布设水下观测站和浮标，建立水质、底质数据平台。")
    let diff = Diff(old: plan("市甲局", 2023, goals).view, new: plan("市甲局", 2023, [extra] + goals).view)
    #expect(diff.changes.map(\.kind) == [.added, .unchanged, .unchanged, .unchanged])
  }

  @Test func `an equal id that nothing else claims is the same goal`() {
    let old = (title: "举办渔民文化节", text: "策划开海仪式、渔歌展演和海鲜美食周。")
    let new = (title: "清理闲置岸线", text: "核查岸线权属，收回闲置用地。")
    let diff = Diff(old: plan("市甲局", 2023, [old]).view, new: plan("市甲局", 2023, [new]).view)
    #expect(diff.changes.map(\.kind) == [.renamed])
    #expect(diff.changes.first?.evidence?.isSameID == true)
  }
}
