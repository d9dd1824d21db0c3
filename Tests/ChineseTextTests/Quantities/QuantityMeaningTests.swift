import ChineseText
import Testing

struct QuantityMeaningTests {
  /// A review of 2030 that is spoken in 2031: 去年 is 2030, and so is 全年.
  @Test func wordsOfTodayCountFromTheDayTheyAreSaid() {
    let context = QuantityContext(year: 2030, spokenIn: 2031)
    let years = { (line: String) in
      quantities(in: Array(line.unicodeScalars), context: context).map { $0.period?.start.prefix(4) }
    }
    #expect(years("去年改造码头12座") == ["2030"])
    #expect(years("全年改造码头12座") == ["2030"])
    #expect(years("今年改造码头12座") == ["2031"])
  }

  // MARK: Subjects

  @Test(arguments: [
    ("大力推进85个涉渔项目开工", "涉渔项目"), ("支持2个项目申报省级重大专项", "项目"), ("力争聘请3位海洋专家加盟研究院", "海洋专家"),
    ("加快推进12处人工鱼礁区建设", "人工鱼礁区"), ("梳理31项重点事项清单，", "重点事项清单"), ("年内完成水质检测800批次以上", "水质检测"),
    ("苗种检疫合格率达到97%以上", "苗种检疫合格率"), ("全年渔业增加值增长6%左右", "渔业增加值"), ("水产种业产值比2030年翻一番", "水产种业产值"),
    ("到2033年，海水淡化日产能提高到50万吨", "海水淡化日产能"), ("建成5个新投产项目", "新投产项目"), ("完成高标准养殖池塘200口", "高标准养殖池塘"),
    ("建设6个“智慧渔港”，", "“智慧渔港”"), ("打造10个技术转移、成果转化平台。", "技术转移、成果转化平台"),
  ])
  func theSubjectStandsNearTheFigure(line: String, subject: String) {
    #expect(subjects(line) == [subject])
  }

  @Test func aFigureWithoutWordsOfItsOwnTakesTheSubjectBefore() {
    #expect(subjects("养殖产值增长8%，达到120亿元，高于全省1.2个百分点") == ["养殖产值", "养殖产值", "养殖产值"])
    #expect(subjects("建成码头4座、在建8座") == ["码头", "码头"])
    #expect(subjects("办证时间从一个月以上压缩到4天以内") == ["办证时间", "办证时间"])
    #expect(subjects("渔港改造项目推进顺利，截至6月底完成60%").last != "截")
    #expect(subjects("育苗能力提高到原来的2.5倍") == ["育苗能力"])
    #expect(subjects("办证环节由四档简并至三档").first == "办证环节")
  }

  @Test func respectivelyGivesEachItsOwnPart() {
    #expect(subjects("城镇和农村居民人均收入分别增长4%、6%") == ["城镇居民人均收入", "农村居民人均收入"])
    #expect(subjects("接待游客90万人次，门票收入3亿元，分别增长4%和6%") == ["接待游客", "门票收入", "接待游客", "门票收入"])
    #expect(subjects("海参、鲍鱼、海带产量分别增长4%、6%和7%") == ["海参产量", "鲍鱼产量", "海带产量"])
  }

  @Test func aMissingSubjectIsDoubted() {
    let figure = read("达到12亿元。").first
    #expect(figure?.subject == nil)
    #expect(figure?.doubt == "subject")
  }

  // MARK: Qualifiers

  @Test func aThresholdQualifiesTheCountAfterIt() {
    let figure = read("签约总投资30亿元以上园区争取达到6个").first
    #expect(figure?.quote == "6个")
    #expect(figure?.subject == "园区")
    #expect(figure?.qualifiers == [.init(subject: "总投资", comparator: .ge, low: "30", high: nil, unit: "亿元")])
  }

  @Test func aThresholdWithoutSubjectTakesThatOfTheClauseBefore() {
    let figures = read("合同额30亿元以上园区达到6个，5亿元以上园区达到20个以上")
    #expect(figures.map(\.quote) == ["6个", "20个以上"])
    #expect(figures.flatMap(\.qualifiers).map(\.subject) == ["合同额", "合同额"])
    #expect(figures.flatMap(\.qualifiers).map(\.low) == ["30", "5"])
  }

  @Test func aThresholdMayStandBetweenTheCountAndItsNoun() {
    let figures = read("培育4个以上年产值过50亿元的水产品加工集群，建成6个园区")
    #expect(figures.map(\.quote) == ["4个以上", "6个"])
    #expect(figures.first?.subject == "水产品加工集群")
    #expect(figures.first?.qualifiers == [.init(subject: "年产值", comparator: .gt, low: "50", high: nil, unit: "亿元")])
  }

  @Test func aThresholdThatCountsNothingIsNoFigure() {
    #expect(values("服务好总投资10亿元以上的项目") == [])
  }

  // MARK: Value kinds, roles, commitment

  @Test func aVerbOfChangeMakesAChange() {
    let kinds = read("产值增长10%，合格率达到10%，占比提高2个百分点，能耗下降3%，增长到12%，增速6%").map(\.valueKind)
    #expect(kinds == [.change, .level, .change, .change, .level, .level])
    #expect(read("新增3万亩").map(\.valueKind) == [.level])
    #expect(read("绿道改造提升60公里，效率改造提升20%，收入提升60元").map(\.valueKind) == [.level, .change, .change])
    #expect(read("能耗下降3%").first?.low == "3")
  }

  @Test func fromAndByGiveTheBaseline() {
    #expect(read("产能由20万吨提高到35万吨").map(\.role) == [.baseline, .target])
    #expect(read("关税从9%降至7%", role: .actual).map(\.role) == [.baseline, .actual])
    #expect(read("由3至5家企业组成").map(\.role) == [.target])
  }

  @Test func aResultStatedInTheSentenceIsActual() {
    #expect(read("基层涌现的17个做法").map(\.role) == [.actual])
    #expect(read("建成码头17座", role: .actual).map(\.role) == [.actual])
    #expect(read("产值同比增长8%").map(\.role) == [.target])
  }

  @Test func weakSignsCountOnlyWhereNothingIsKnown() {
    let line = Array("产值同比增长8.3%，达到126.4亿元".unicodeScalars)
    let known = quantities(in: line, context: QuantityContext())
    let unknown = quantities(in: line, context: QuantityContext(guessesRole: true))
    #expect(known.map(\.role) == [.target, .target])
    #expect(unknown.map(\.role) == [.actual, .actual])
  }

  @Test(arguments: [
    ("力争引进院士团队2个", Quantity.Commitment.stretch), ("龙头企业争取达到5家", .stretch), ("争取在全省形成3个样板", .stretch),
    ("争取专项资金4亿元", .firm), ("引进院士团队2个", .firm), ("力争到2035年，产值达到900亿元", .stretch),
    ("争取2个项目入选国家试点", .stretch), ("力争改革见效。建成园区3个", .firm),
  ])
  func strivingIsTold(line: String, commitment: Quantity.Commitment) {
    #expect(read(line).map(\.commitment) == [commitment])
  }

  @Test func whatIsStrivenForEndsWhereSomethingIsEnsured() {
    #expect(read("力争达到9亿元、确保不低于8亿元").map(\.commitment) == [.stretch, .firm])
    #expect(read("确保完成5个、力争完成8个").map(\.commitment) == [.firm, .stretch])
    #expect(read("力争建成码头2座，储备项目8个").map(\.commitment) == [.stretch, .firm])
  }

  // MARK: Periods

  @Test(arguments: [
    ("年内新建码头3座", "2031-01-01", "2031-12-31"), ("上半年完成投资9亿元", "2031-01-01", "2031-06-30"),
    ("一季度完成投资9亿元", "2031-01-01", "2031-03-31"), ("到2035年，培育企业9家", "2035-01-01", "2035-12-31"),
    ("2032年上半年新建码头3座", "2032-01-01", "2032-06-30"), ("去年完成投资9亿元", "2030-01-01", "2030-12-31"),
  ])
  func wordsOfTimeBesideTheFigureGiveItsPeriod(line: String, start: String, end: String) {
    #expect(read(line).map(\.period) == [StatedPeriod(start: start, end: end)])
  }

  @Test func timesAreReadWhereTheyAreAskedFor() {
    let line = Array("到2030年底，达标率达到97%".unicodeScalars)
    func periods(_ context: QuantityContext) -> [String?] {
      quantities(in: line, context: context).map { $0.period?.end }
    }
    #expect(periods(QuantityContext()) == ["2030-12-31"])
    #expect(periods(QuantityContext(readsPeriods: false)) == [nil])
  }

  @Test func timesThatAreOnlyComparedWithGiveNone() {
    #expect(read("产值比2030年增长9%").map(\.period) == [nil])
    #expect(read("二十年内建成码头3座").map(\.period) == [nil])
    #expect(read("规模以上年产值9亿元").map(\.period) == [nil])
    #expect(read("建成码头3座").map(\.period) == [nil])
    #expect(read("年内新建码头3座", year: nil).map(\.period) == [nil])
  }

  @Test func `a name that begins with a joining word is kept whole`() {
    #expect(read("建设水渠10公里和美丽乡村12个").map(\.subject).last == "美丽乡村")
    #expect(read("创建和美乡村50个").map(\.subject) == ["和美乡村"])
  }
}
