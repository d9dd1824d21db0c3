/// Names that begin like a count and count nothing; every other number is judged by the words around it.
enum FixedNames {
  /// What the state calls its principles and rules.
  private static let formulas = """
    四个意识 四个自信 四个全面 四个伟大 四个革命 四个着力 四个最严 两个维护 两个确立 两个一百年 两个毫不动摇 两个确保 两个转变 两个结合 三个代表 三个务必 三个区分开来
    五个必由之路 六个必须坚持 十个明确 十四个坚持 八项规定 四项基本原则 六项纪律 三项制度改革 三张清单 一张网 一张图 一张蓝图 一盘棋 一条龙 两手抓 四不两直 三同时
    五个一批 三个一批 四个一批 五个一工程 八个一
    """
  /// Feasts and seasons of work.
  private static let seasons = "两节期间 两节市场 两节安全 两节慰问 三伏天 三九天 二十四节气"
  /// Places whose second character also counts.
  private static let places = """
    三门峡 三门县 三台县 五家渠 七台河 九台区 五棵松 三棵树 五道口 三道沟 二道江 八家子 三间房 五间房 三座店 九门口 四会市 千家峒 八所港 八所镇 九口堡 五台山 五台县 三台山
    """
  /// Everyday words.
  private static let words = """
    四处奔走 四处走访 三口之家 两口子 三包服务 三包政策 两头在外 一口价 百家争鸣 百家姓 千家万户 一把手 二把手 三方协议
    """

  static let set = WordSet([formulas, seasons, places, words].joined(separator: " "))

  /// Whether one of the names begins at `index`.
  static func begins(in text: [Unicode.Scalar], at index: Int) -> Bool {
    set.length(in: text, at: index, limit: text.count) > 0
  }
}
