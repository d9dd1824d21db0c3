import Foundation
import Reading
import Sampling
import Testing

/// The two real documents that the project starts from, where they lie beside the checkout.
@Suite struct SeedSampleTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/seeds").standardizedFileURL
  private static let seeds =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txt") }.sorted()

  @Test(.enabled(if: !seeds.isEmpty, "no ../shared/seeds beside the checkout"), arguments: seeds)
  func isReadAsItsOriginalAndLeavesNoRun(_ seed: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(seed)))
    let sample = try Sample(of: bytes, in: SampleFile.disguise(for: bytes))
    let (old, new) = (Shape(bytes), Shape(sample.bytes))
    #expect(new == old, "\n\(new.difference(from: old))")
    #expect(Runs.left(of: bytes, in: sample.bytes).isEmpty)
  }
}
