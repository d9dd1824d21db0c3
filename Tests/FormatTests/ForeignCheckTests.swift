import Foundation
import TestSupport
import Testing

/// Programs of others find no fault in what the samples and the seeds give; `make foreign-checks` asks them of all corpora.
@Suite(
  .enabled(if: CheckProgram.isThere, "no Python with frictionless and cryptography: run make test, or set JDX_PYTHON"))
struct ForeignCheckTests {
  @Test func theyFindNoFault() throws {
    let seeds = Repository.root.appending(path: "../shared/seeds")
    let hasSeeds = FileManager.default.fileExists(atPath: seeds.path)
    let (said, status) = try Running.foreignChecks(
      of: [Repository.root.appending(path: "Samples")] + (hasSeeds ? [seeds] : []))
    #expect(status == 0, "\(said)")
    #expect(said.contains("\(hasSeeds ? 5 : 3) files, 0 refused\n"), "\(said)")
    #expect(said.contains("\(hasSeeds ? 9 : 7) bundles: "), "\(said)")
  }
}
