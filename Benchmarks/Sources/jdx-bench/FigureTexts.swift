import Foundation

/// Texts to read figures from, made of invented words; the same each time.
struct FigureTexts {
  private var state: UInt64 = 20_310_101

  private static let subjects = ["示例农田", "示例校舍", "示范岸线", "样本河道", "示例管廊", "样例车间", "试点社区", "示范码头", "示例林地", "样本泵站"]
  private static let verbs = ["新建", "改造", "完成", "建成", "推进", "整治", "培育", "新增", "开工建设", "累计投放"]
  private static let units = ["个", "公里", "万平方米", "亿元", "家", "万人次", "处", "万千瓦", "亩", "批次"]
  private static let bounds = ["", "", "", "不少于", "超过", "约", "突破"]
  private static let clauses = [
    "加快推进重点工作", "持续优化示例环境", "统筹做好协调服务", "扎实开展专题调研", "健全长效工作机制", "不断提升治理水平", "切实保障基本民生", "广泛听取各方意见",
    "严格落实安全责任", "大力弘扬优良作风",
  ]

  private mutating func pick(_ words: [String]) -> String { words[next(words.count)] }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func figure() -> String {
    switch next(4) {
    case 0: "\(pick(Self.subjects))达标率提高到\(50 + next(50)).\(next(10))%"
    case 1: "\(pick(Self.subjects))产值增长\(1 + next(20))%左右"
    default: pick(Self.verbs) + pick(Self.subjects) + pick(Self.bounds) + "\(1 + next(2_000))" + pick(Self.units)
    }
  }

  /// Writes about so many bytes of lines of five sentences, where `share` in a hundred clauses have a figure.
  mutating func write(_ bytes: Int, share: Int, to path: String) throws {
    try Self.write(to: path, bytes) {
      var line: [UInt8] = []
      for _ in 0..<5 {
        for clause in 0..<4 {
          line += (next(100) < share ? figure() : pick(Self.clauses)).utf8
          line += (clause < 3 ? "，" : "。").utf8
        }
      }
      return line + [UInt8(ascii: "\n")]
    }
  }

  /// Writes a line of about so many bytes that is nothing but this word over and over.
  static func writeLine(of word: String, _ bytes: Int, to path: String) throws {
    let piece = Array(String(repeating: word, count: 1_000).utf8)
    try write(to: path, bytes) { piece }
  }

  /// Piece by piece, for the memory of this process counts as that of the programs it starts.
  private static func write(to path: String, _ bytes: Int, _ piece: () -> [UInt8]) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var left = bytes
    while left > 0 {
      var batch: [UInt8] = []
      while left > 0, batch.count < 1 << 20 {
        let next = piece()
        batch += next
        left -= next.count
      }
      try file.write(contentsOf: batch)
    }
  }
}
