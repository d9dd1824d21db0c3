import Foundation
import Testing

/// What the program answers, as an exit code, for each bundle of the published suite.
@Suite struct VerdictTests {
  /// No archive at all, or of another major version: `verify` says that it is no bundle of its kind.
  private static let refused: Set<String> = [
    "invalid/R19-before.jdx", "invalid/R22-earlier.jdx", "invalid/R22-later.jdx",
  ]
  /// Rules that damage to a bundle breaks; all others are about what its records say.
  private static let damage: Set<String> = Set(["R12", "R17", "R18"] + (19...26).map { "R\($0)" })

  @Test(arguments: ConformanceTests.cases.filter(\.isBundle))
  func verifySaysWhetherABundleIsWhole(_ example: ConformanceTests.Case) throws {
    let isDamaged = !example.isValid && Self.damage.contains(example.rule ?? "")
    let expected: Int32 = Self.refused.contains(example.file) ? 3 : isDamaged ? 1 : 0
    let answer = try Running.jdx("verify", example.place.path)
    #expect(answer.status == expected, "\(answer.said)")
  }

  /// Those that look for signatures refuse a forged one as they refuse every other breach.
  @Test(arguments: ConformanceTests.cases.filter { $0.isBundle && $0.rule == "R26" && !$0.isValid })
  func aForgedSignatureGoesNoFurther(_ example: ConformanceTests.Case) throws {
    try Running.inFolder { folder in
      let out = folder.appending(path: "out.jdx").path
      for verb in ["merge", "redact"] {
        let answer = try Running.jdx(verb, example.place.path, "-o", out)
        #expect(answer.status == 3, "\(verb)")
      }
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }

  /// A bundle of a later minor version is verified, validated and shown, and a merge keeps its version and its words.
  @Test func aLaterMinorVersionIsReadAndCarriedOn() throws {
    try Running.inFolder { folder in
      let out = folder.appending(path: "out.jdx").path
      let later = ConformanceTests.folder.appending(path: "valid/later-minor.jdx").path
      let lines = folder.appending(path: "out.jsonl")
      let verbs = [
        ["verify", later], ["validate", later], ["show", later], ["merge", later, "-o", out], ["verify", out],
        ["export", out, "--to", "jsonl", "-o", lines.path],
      ]
      for words in verbs {
        let answer = try Running.jdx(words)
        #expect(answer.status == 0, "\(words)")
      }
      let carried = try Repository.text(lines)
      #expect(carried.contains("\"forecast\":\"13\""))
    }
  }

  /// Of another major version nothing is taken, by any command that reads bundles.
  @Test(arguments: ["verify", "validate", "show"])
  func anotherMajorVersionIsRefused(_ verb: String) throws {
    let answer = try Running.jdx(verb, ConformanceTests.folder.appending(path: "invalid/R22-later.jdx").path)
    #expect(answer.status == 3)
  }
}
