import Foundation
import Testing
import YantaiPlugin

@testable import Profiles

@Suite struct ProfileTests {
  private static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../exchange-formats/v1/examples/profiles").standardizedFileURL

  private static func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: examples.appending(path: folder).path)) ?? []).sorted()
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: examples.appending(path: path)))
  }

  private static func problems(_ yaml: String) -> [ProfileProblem] {
    do throws(ProfileError) {
      _ = try Profile(yaml: Array(yaml.utf8))
      return []
    } catch { return error.problems }
  }

  @Test(arguments: names("valid"))
  func readsAnExample(_ name: String) throws {
    let profile = try Profile(yaml: Self.bytes("valid/" + name))
    let words =
      profile.shape == .ledger
      ? profile.words.columns[.responsible]?.map(\.text) : profile.words.labels[.responsible]
    #expect(!profile.evidence.isEmpty && words?.count == 2)
  }

  /// The first line of each says where the fault is and which.
  @Test(arguments: names("invalid"))
  func pointsAtAFault(_ name: String) throws {
    let bytes = try Self.bytes("invalid/" + name)
    let first = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    let found = Self.problems(String(decoding: bytes, as: UTF8.self)).map { problem in
      "# \(problem.line):\(problem.column) \(String(describing: problem.rule).prefix { $0 != "(" })"
    }
    #expect(found == [first])
  }

  @Test func thereAreExamples() {
    #expect(!Self.names("valid").isEmpty && Self.names("invalid").count > 8)
  }

  @Test func tellsEveryFaultAtOnceWithWhatWasMeant() {
    let problems = Self.problems(
      """
      profil: example.bad
      version: 0
      name: {zh: 示例, en: Example}
      summary: {zh: 示例}
      kind: taskLegder
      shape: ledger
      evidence: [{points: 50, colums: [task]}]
      columns: {responsable: [甲]}
      """)
    #expect(problems.map(\.line) == [1, 1, 2, 4, 5, 7, 7, 8])
    let near = problems.compactMap { problem -> String? in
      switch problem.rule {
      case .unknownKey(_, let near, _), .unknownValue(_, let near, _): near
      default: nil
      }
    }
    #expect(near == ["profile", "taskLedger", "columns", "responsible"])
  }

  @Test func aliasesAndDepthAreRefused() {
    #expect(Self.problems("a: &x [1]\nb: *x").map(\.line) == [2])
    #expect(Self.problems(String(repeating: "[", count: 20)).count == 1)
  }

  @Test func theBuiltInOneIsSound() {
    #expect(taskLedger.id == "yantai.task-ledger" && taskLedger.kind == .taskLedger)
  }
}
