/// The Chinese characters that most running text consists of; wrongly decoded text has few of them.
///
/// The simplified ones are those of a count over published government reports, with everyday ones added: over nine in
/// ten characters of such text are among them. The traditional ones are their counterparts.
enum FrequentCharacters {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    let index = Int(scalar.value) - first
    return table.indices.contains(index) && table[index]
  }

  private static let first = 0x4E00
  private static let table: [Bool] = {
    var table = [Bool](repeating: false, count: 0x5200)
    for scalar in simplified.unicodeScalars + traditional.unicodeScalars {
      let index = Int(scalar.value) - first
      if table.indices.contains(index) { table[index] = true }
    }
    return table
  }()

  private static let simplified = """
    业的和发化新展国建大全进产加实一工设动人高力中推能政制技生重增持务体强等经民年创提行区成市作会合地保
    平资济要省改家用科有开企理基点施个在以社现服城深造术量质机入农长支项主治上面性数为系好育定万代水度快
    分革域升效不公优方心坚出对领应五规关各学安目智续品级文稳同场共完更源法是型到三统部本善投融元策十金我
    通研管亿与府事多程费构台放信态标步位范村电计总局试教向活促物集海内联自就外利群色字环划期网时消特协防
    导整引转商路结扩收二护积件运健调医批及下极决过战打四境模乡障式营际达交落于办准第流础培精百任立口道做
    取控示小义备明综们专险风了前居得来监供比据先两争求条值权车率需势解财低超突验核略果链究息预间形组山众
    均党单之江贸头格东配镇测题线才类养次可老价兴西绿八县接责院表这着速种委严问子央装员军料九易筹补近房键
    互降干确带材空门聚破益把广减变贯功挥指职习千六节所园相算难清层别继碳康复围给河天抓南校正案依美疗具税
    布里断措并后左北住右审固神织港界都置排药彻从助意其双原气必传首团食认今拓查洋励维处紧攻世证显督旅适列
    污使最议参起努充常额航青牵惠序切厅困报情族素存少游跨每灾识零评思普占良器卫端负户络撑至土然想福当债根
    志去粮由球景较振举贫感段观鼓将奋按些执盖汽林受视富命铁覆知须染走获湖扎记非照竞牌移届律承身货未扶考因
    队还激日川让病壮影牢巩款约享论名津连再真室采响斗贷慧探招选历例失容直则七岛无反也绩署底足套华储急而检
    周光州史宜者渝担软予亩压书庆吨注救请边焦托沿退澳临绕密见逐回击站修贴满告除劳片害疫煤衡践索圈远石岸赋
    儿或况属包帮累油丽库辆号京便疾胞厂微驶田他阶浙购越载换针纽旧售终延艺云龙守倍销章念细已纳限手繁侨幅挑
    你她它那哪谁吗呢吧啊又只很太曾刚却但虽若如且跟被叫往说话看听爱男女父母孩朋友火木月星雨雪花草树鸟鱼马
    牛羊吃喝跑坐买卖钱写读答笑哭短黑白红黄蓝早晚昨秒春夏秋冬己您
    """

  private static let traditional = """
    業發國進產實設動務體強經創區會資濟開點個現術質機農長項數爲萬優堅對領應規關學續級穩場統億與費構臺態標
    範電計總試內聯羣環劃網時協導轉結擴護積運調醫極決過戰鄉營際達於辦準礎義備綜們專險風來監據兩爭條權車勢
    財驗鏈預間組衆黨單貿頭東鎮測題線類養價興綠縣責這種嚴問裝員軍籌補鍵幹確帶門廣減變貫揮職習節園難層別繼
    復圍給療稅裏斷並後審織藥徹從雙氣傳團認勵維處緊證顯適議參額牽廳報遊災識評佔衛負戶絡撐當債糧較舉貧觀將
    奮執蓋視鐵須獲記競屆貨隊還讓壯鞏約論連採響鬥貸選歷則島無績華儲檢擔軟畝壓書慶噸請邊託臨繞見擊貼滿勞踐
    遠賦兒況屬幫麗庫輛號廠駛階購載換針紐舊終藝雲龍銷細納僑誰嗎剛卻雖說話聽愛樹鳥魚馬喫買賣錢寫讀紅黃藍為
    眾麼沒
    """
}
