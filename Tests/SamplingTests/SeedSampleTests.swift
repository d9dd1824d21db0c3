import Foundation
import Testing

/// The two real documents that the project starts from, where they lie beside the checkout.
@Suite struct SeedSampleTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/seeds").standardizedFileURL
  private static let seeds =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txt") }.sorted()

  @Test(.enabled(if: !seeds.isEmpty, "no ../shared/seeds beside the checkout"), arguments: seeds)
  func isReadAsItsOriginalAndLeavesNoRun(_ seed: String) throws {
    let file = SampleFile(path: "../shared/seeds/" + seed)
    let (old, new) = (try file.original(), try #require(try file.sample()))
    #expect(new.shape == old.shape, "\n\(new.shape.difference(from: old.shape))")
    #expect(Runs.left(of: old.bytes, in: new.bytes).isEmpty)
  }
}
