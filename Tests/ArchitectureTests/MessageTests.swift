import Foundation
import Testing

/// Every message is written in both languages, and none is printed that is not.
@Suite struct MessageTests {
  @Test func everyMessageIsInBothLanguages() throws {
    var count = 0
    for file in try SourceTree.swiftFiles(in: ["Sources", "Plugins"]) {
      for pair in LiteralPair.all(in: file.text) {
        count += 1
        let words = pair.zh + pair.en
        guard words.contains(where: { $0.isLetter }) else { continue }
        #expect(
          pair.zh.unicodeScalars.contains { isHan($0) }, "\(file.path): the Chinese of “\(pair.en)” is “\(pair.zh)”")
        #expect(
          pair.en.unicodeScalars.contains { isLatin($0) }, "\(file.path): the English of “\(pair.zh)” is “\(pair.en)”")
      }
    }
    #expect(count > 250, "only \(count) messages were found")
  }

  /// Words for people stand in pairs; a bare literal would be in one language.
  @Test func nothingIsPrintedInOneLanguageOnly() throws {
    for file in try SourceTree.swiftFiles(in: ["Sources/jdx", "Sources/Report"]) {
      for line in file.text.split(separator: "\n") where line.contains(#/(printError|printLines|print)\(\[?"/#) {
        let literal = line.replacing(#/\\\([^)]*\)/#, with: "")
        #expect(!literal.contains(#/"[^"]*\p{L}{3}[^"]*"/#), "\(file.path): \(line)")
      }
    }
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }
  private func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x80 && scalar.properties.isAlphabetic }
}

/// Two string literals that say one thing: `zh: "…", en: "…"`, or `help("…", "…")`; interpolations are left out.
struct LiteralPair {
  var zh: String
  var en: String

  static func all(in text: String) -> [LiteralPair] {
    let scalars = Array(text.unicodeScalars)
    return (starts(of: "zh: ", in: scalars) + starts(of: "help(", in: scalars)).compactMap { start in
      guard let zh = literals(in: scalars, at: skipped(scalars, start)), !zh.words.isEmpty else { return nil }
      var next = skipped(scalars, zh.end)
      guard next < scalars.count, scalars[next] == "," else { return nil }
      next = skipped(scalars, next + 1)
      if scalars[next...].starts(with: "en: ".unicodeScalars) { next += 4 }
      guard let en = literals(in: scalars, at: skipped(scalars, next)) else { return nil }
      return LiteralPair(zh: zh.words, en: en.words)
    }
  }

  private static func starts(of mark: String, in scalars: [Unicode.Scalar]) -> [Int] {
    let mark = Array(mark.unicodeScalars)
    return scalars.indices.filter { scalars[$0...].starts(with: mark) }.map { $0 + mark.count }
  }

  private static func skipped(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var at = start
    while at < scalars.count, scalars[at] == " " || scalars[at] == "\n" { at += 1 }
    return at
  }

  /// A literal, the ones added to it, and where they end.
  private static func literals(in scalars: [Unicode.Scalar], at start: Int) -> (words: String, end: Int)? {
    guard start < scalars.count, scalars[start] == "\"" else { return nil }
    var words = String.UnicodeScalarView()
    var (at, depth) = (start + 1, 0)
    while at < scalars.count {
      let scalar = scalars[at]
      if depth == 0, scalar == "\"" { return (String(words), at + 1) }
      if scalar == "\\", at + 1 < scalars.count, scalars[at + 1] == "(", depth == 0 {
        depth = 1
        at += 1
      } else if depth > 0 {
        depth += scalar == "(" ? 1 : scalar == ")" ? -1 : 0
      } else if scalar == "\\" {
        at += 1
      } else {
        words.append(scalar)
      }
      at += 1
    }
    return nil
  }
}

/// The Swift files of this package.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func swiftFiles(in folders: [String]) throws -> [(path: String, text: String)] {
    try folders.flatMap { folder in
      let found = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
      return try (found?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }.sorted().map { name in
        let path = folder + "/" + name
        return (path, try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
      }
    }
  }
}
