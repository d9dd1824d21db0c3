import Robustness
import Testing

/// Damaged input ends in records or in a clear error, and every law holds; `make fuzz` tries many more.
@Suite struct TrialTests {
  /// Long enough to overtax what is not linear, short enough for a test.
  private static let longest = 1000
  private static let slices = 20

  /// Runs the seeds of one slice; a failure names the seeds that show it.
  private func run(_ trial: Trial, _ count: Int, slice: Int) {
    for seed in stride(from: UInt64(slice), to: UInt64(count), by: Self.slices) {
      let breaches = trial.run(seed: seed, longest: Self.longest).breaches
      #expect(breaches.isEmpty, "\(trial), seed \(seed): \(breaches.prefix(5).joined(separator: "; "))")
    }
  }

  @Test(arguments: 0..<slices) func `500 damaged documents`(slice: Int) { run(.documents, 500, slice: slice) }
  @Test(arguments: 0..<slices) func `200 damaged bundles`(slice: Int) { run(.bundles, 200, slice: slice) }
  @Test(arguments: 0..<slices) func `300 damaged files of corrections`(slice: Int) { run(.fixes, 300, slice: slice) }
  @Test(arguments: 0..<slices) func `500 damaged lines of JSON`(slice: Int) { run(.json, 500, slice: slice) }
  @Test(arguments: 0..<slices) func `500 damaged lines of text`(slice: Int) { run(.quantities, 500, slice: slice) }
  @Test(arguments: 0..<slices) func `300 damaged files`(slice: Int) { run(.files, 300, slice: slice) }

  /// A trial that refuses everything would prove nothing.
  @Test(arguments: Trial.allCases) func `both outcomes are met`(trial: Trial) {
    let results = (0..<60).map { trial.run(seed: $0, longest: Self.longest).result }
    #expect(
      results.contains { $0.hasPrefix("refused") } && results.contains { !$0.hasPrefix("refused") },
      "\(trial): \(Set(results))")
  }

  @Test func `a seed gives the same case each time`() {
    for trial in Trial.allCases {
      #expect(trial.bytes(seed: 7, longest: Self.longest) == trial.bytes(seed: 7, longest: Self.longest))
    }
    let cases = (0..<100).map { Trial.documents.bytes(seed: $0, longest: Self.longest) }
    #expect(Set(cases).count > 95)
  }
}
