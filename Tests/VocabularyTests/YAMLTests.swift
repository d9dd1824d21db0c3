import TestSupport
import Testing

@testable import Vocabulary

@Suite struct YAMLTests {
  private func parse(_ text: String, limits: YAMLLimits = YAMLLimits()) throws(YAMLError) -> YAMLNode {
    try YAMLNode.parse(Array(text.utf8), limits: limits)
  }

  private func error(_ text: String, limits: YAMLLimits = YAMLLimits()) -> YAMLError? {
    do {
      _ = try parse(text, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func keepsOrderAndPlaces() throws {
    let root = try parse("# 注\n名称: 甲\n列表:\n  - 一\n  - {键: \"2\", 数: 3}\n")
    #expect(root.mapping?.map(\.key) == ["名称", "列表"])
    let name = try #require(root["名称"])
    #expect((name.line, name.column) == (2, 5))
    let number = try #require(root["列表"]?[1]?["数"])
    #expect((number.line, number.column) == (5, 17))
    #expect(root.mapping?.last?.keyNode.line == 3)
  }

  @Test func countsColumnsInScalars() throws {
    // A character beyond the basic plane is one column, a decomposed one is two.
    let root = try parse("{𠀀: e\u{301}, b: 1}")
    let value = try #require(root["b"])
    #expect((value.line, value.column) == (1, 12))
  }

  @Test func tellsPlainFromQuoted() throws {
    let root = try parse("[12, \"12\", -3, 1.5, true, 'true', ~, '', null, 012, 99999999999999999999]")
    #expect(root.sequence?.map(\.int) == [12, nil, -3, nil, nil, nil, nil, nil, nil, 12, nil])
    #expect(root[4]?.bool == true)
    #expect(root[5]?.bool == nil)
    #expect(root.sequence?.map(\.isNull) == [Bool](repeating: false, count: 6) + [true, false, true, false, false])
    #expect(root[1]?.string == "12")
    #expect(root[11] == nil)
    #expect(root["x"] == nil)
  }

  @Test func readsBlockScalars() throws {
    let root = try parse("a: |\n  一\n  二\nb: >-\n  三\n  四\n")
    #expect(root["a"]?.string == "一\n二\n")
    #expect(root["b"]?.string == "三 四")
  }

  @Test func tellsComposedFromDecomposedKeys() throws {
    let root = try parse("\"\u{E9}\": 1\n\"e\u{301}\": 2\n")
    #expect(root["\u{E9}"]?.int == 1)
    #expect(root["e\u{301}"]?.int == 2)
  }

  @Test func readsUTF16WithAMark() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x3A, 0, 0x20, 0, 0x2D, 0x4E]
    #expect(try YAMLNode.parse(bytes)["a"]?.string == "中")
  }

  @Test func refusesDuplicateKeys() {
    let problem = YAMLError.Problem.duplicateKey("a", firstLine: 1)
    #expect(error("a: 1\nb: 2\na: 3\n") == YAMLError(line: 3, column: 1, problem: problem))
  }

  @Test func refusesAliases() {
    #expect(error("a: &x 1\nb: *x\n") == YAMLError(line: 2, column: 4, problem: .alias("x")))
  }

  @Test func refusesTags() {
    #expect(error("a: !!binary aGk=\n")?.problem == .tag("tag:yaml.org,2002:binary"))
  }

  @Test func refusesKeysThatAreNoScalars() {
    #expect(error("? [a]\n: 1\n")?.problem == .keyNotScalar)
    #expect(error("{{a: 1}: 2}")?.problem == .keyNotScalar)
  }

  @Test func takesOneDocumentOnly() {
    #expect(error("a: 1\n---\nb: 2\n") == YAMLError(line: 2, column: 1, problem: .severalDocuments))
    #expect(error("")?.problem == .noDocument)
    #expect(error("# only a comment\n")?.problem == .noDocument)
    #expect(error("---\na: 1\n...\n") == nil)
  }

  @Test func limitsDepth() {
    #expect(error(String(repeating: "[", count: 100) + String(repeating: "]", count: 100)) == nil)
    let deep = String(repeating: "[", count: 101)
    #expect(error(deep) == YAMLError(line: 1, column: 101, problem: .tooDeep(limit: 100)))
    #expect(error(String(repeating: "- ", count: 5000) + "x")?.problem == .tooDeep(limit: 100))
  }

  @Test func limitsNodesAndBytes() {
    #expect(error("[1, 2, 3]", limits: YAMLLimits(nodes: 4)) == nil)
    #expect(error("[1, 2, 3]", limits: YAMLLimits(nodes: 3))?.problem == .tooManyNodes(limit: 3))
    #expect(error("[1, 2, 3]", limits: YAMLLimits(bytes: 8))?.problem == .tooLarge(limit: 8))
  }

  @Test func placesSyntaxErrors() throws {
    let found = try #require(error("a: 1\n  b: 2\n"))
    #expect((found.line, found.column) == (2, 4))
    guard case .syntax(let words) = found.problem else {
      Issue.record("not a syntax error: \(found)")
      return
    }
    #expect(words == "mapping values are not allowed in this context")
  }

  @Test func placesBadBytes() throws {
    let bytes = Array("a: 一\r\nb: 二".utf8) + [0xFF]
    do {
      _ = try YAMLNode.parse(bytes)
      Issue.record("accepted a byte that is not UTF-8")
    } catch {
      #expect((error.line, error.column) == (2, 5))
      #expect(error.problem == .unreadable("invalid leading UTF-8 octet"))
    }
  }

  @Test func survivesDamagedInput() {
    var random = SeededGenerator(seed: 11)
    let seeds = [
      "# c\na: 1\nb:\n  - {k: \"v\\u4e2d\", m: [1, 2]}\n  - |\n    text\nc: &x y\n",
      "? q\n: r\n---\n- 'it''s'\n- >+\n  f\n\n- !t {}\n- *a\n%YAML 1.1\n",
      "目标: {数量: \"10\", 单位: 万亩}\n责任: [海洋局, 水务局]\n",
    ].map { Array($0.utf8) }
    let marks = Array("[]{}:-?*&!|>'\"%@#\n\t ".utf8)
    var refused = 0
    for round in 0..<2_000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0...Int.random(in: 0..<6, using: &random) {
        let index = Int.random(in: 0..<max(1, bytes.count), using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where index < bytes.count: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1 where index < bytes.count: bytes.remove(at: index)
        case 2: bytes.insert(contentsOf: marks.shuffled(using: &random).prefix(2), at: index)
        default: bytes += bytes.suffix(index)
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      do {
        _ = try YAMLNode.parse(bytes)
      } catch {
        refused += 1
        #expect(error.line >= 1 && error.column >= 1)
      }
    }
    #expect(refused > 100)
  }
}
