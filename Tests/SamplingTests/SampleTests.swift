import ChineseText
import Foundation
import Reading
import Sampling
import Testing

/// A sample is read as its original is, and says nothing of what it said.
@Suite struct SampleTests {
  @Test(arguments: SampleFile.alike)
  func isReadAsItsOriginal(_ file: SampleFile) throws {
    let old = try file.original().shape
    for sample in [try file.sample(), try file.sample(SampleKey(known: [1]), named: "other")] {
      if let new = sample?.shape {
        #expect(new == old, "\n\(new.difference(from: old))")
      } else {
        #expect(old.lines == ["unreadable"])
      }
    }
  }

  @Test(arguments: SampleFile.all)
  func leavesNoRunOutsideTheVocabulary(_ file: SampleFile) throws {
    let bytes = try file.bytes()
    guard let sample = try file.sample() else { return }
    let left = Runs.left(of: bytes, in: sample.bytes)
    #expect(left.isEmpty, "\(left)")
  }

  @Test(arguments: SampleFile.all)
  func keepsLinesLengthsAndMarks(_ file: SampleFile) throws {
    let bytes = try file.bytes()
    guard FileKind(markupOf: bytes) == nil, let old = try? decode(bytes), let sample = try file.sample() else { return }
    let new = try decode(sample.bytes)
    #expect(new.encoding == old.encoding)
    #expect(new.hasBOM == old.hasBOM)
    #expect(new.scalars.count == old.scalars.count)
    for (was, stands) in zip(old.scalars, new.scalars) {
      #expect(Runs.kind(was) == Runs.kind(stands), "\(was) \(stands)")
    }
  }

  @Test(arguments: SampleFile.all)
  func tellsNoNameAndNoNumber(_ file: SampleFile) throws {
    guard let sample = try file.sample() else { return }
    let text = String(decoding: sample.bytes, as: UTF8.self)
    for name in try file.original().names { #expect(!text.contains(name), "\(name)") }
    let original = String(decoding: try file.bytes(), as: UTF8.self)
    for number in original.matches(of: #/[0-9]{7,}|[0-9]{3,4}-[0-9]{7,8}/#) {
      #expect(!text.contains(number.output), "\(number.output)")
    }
    for address in original.matches(of: #/[A-Za-z0-9.]+@[A-Za-z0-9.]+/#) {
      #expect(!text.contains(address.output), "\(address.output)")
    }
  }

  @Test(arguments: SampleFile.all)
  func changesEveryFigure(_ file: SampleFile) throws {
    guard let sample = try file.sample() else { return }
    let pairs = zip(try file.original().figures, sample.figures)
    for (old, new) in pairs where old.unicodeScalars.contains(where: { ("1"..."9").contains($0) }) {
      #expect(old != new)
    }
  }

  @Test func theKeyIsThrownAway() throws {
    let bytes = try #require(SampleFile.all.first).bytes()
    func sample(_ key: SampleKey) throws -> [UInt8] {
      try Sample(of: bytes, in: Disguise(words: SampleFile.words, names: [], key: key)).bytes
    }
    #expect(try sample(SampleKey()) != sample(SampleKey()))
    #expect(try sample(SampleKey(known: [7])) == sample(SampleKey(known: [7])))
  }
}
