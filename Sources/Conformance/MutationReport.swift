import AdapterKit
import Import
import Workers

/// What came of the mutated documents of a corpus.
public struct MutationReport: Sendable {
  /// One mutation that broke laws.
  public struct Broken: Sendable {
    /// The case that was damaged, and the number that says how.
    public var name: String
    public var number: Int
    public var breaches: [Breach]
  }

  /// As many as are told.
  public static let told = 10

  public let count: Int
  /// How many were read all the same; the others were refused.
  public let read: Int
  public let brokenCount: Int
  /// The first ones.
  public let broken: [Broken]

  init(
    _ count: Int, of cases: [CorpusCase], adapters: [any Adapter], tested: [String], done: @Sendable (Int) -> Void
  ) {
    let texts = cases.map { document -> [UInt8] in
      guard let text = try? TextReading(document.bytes, name: document.inputName) else { return document.bytes }
      return text.bytes
    }
    let results = concurrentMap(Array(0..<(cases.isEmpty ? 0 : count)), done: done) { number in
      let mutation = Mutation(number, of: cases, texts: texts, adapters: tested)
      let (isRead, breaches) = mutation.run(adapters)
      return (isRead: isRead, broken: Broken(name: mutation.original.name, number: number, breaches: breaches))
    }
    self.count = results.count
    read = results.count(where: \.isRead)
    let broken = results.map(\.broken).filter { !$0.breaches.isEmpty }
    brokenCount = broken.count
    self.broken = Array(broken.prefix(MutationReport.told))
  }
}
