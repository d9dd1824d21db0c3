import ChineseText
import Foundation
import Reading
import Sampling
import Testing

/// A sample is read as its original is, and says nothing of what it said.
@Suite struct SampleTests {
  @Test(arguments: SampleFile.alike)
  func isReadAsItsOriginal(_ file: SampleFile) throws {
    let bytes = try file.bytes()
    for key in [SampleKey(known: [1]), SampleKey(known: [2])] {
      guard let sample = try? Sample(of: bytes, in: SampleFile.disguise(for: bytes, key: key)) else {
        #expect(Shape(bytes).lines == ["unreadable"])
        continue
      }
      let (old, new) = (Shape(bytes), Shape(sample.bytes))
      #expect(new == old, "\n\(new.difference(from: old))")
    }
  }

  @Test(arguments: SampleFile.all)
  func leavesNoRunOutsideTheVocabulary(_ file: SampleFile) throws {
    let bytes = try file.bytes()
    guard let sample = try? Sample(of: bytes, in: SampleFile.disguise(for: bytes)) else { return }
    let left = Runs.left(of: bytes, in: sample.bytes)
    #expect(left.isEmpty, "\(left)")
  }

  @Test(arguments: SampleFile.all)
  func keepsLinesLengthsAndMarks(_ file: SampleFile) throws {
    let bytes = try file.bytes()
    guard FileKind(markupOf: bytes) == nil, let old = try? decode(bytes),
      let sample = try? Sample(of: bytes, in: SampleFile.disguise(for: bytes))
    else { return }
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
    let bytes = try file.bytes()
    guard let sample = try? Sample(of: bytes, in: SampleFile.disguise(for: bytes)) else { return }
    let text = String(decoding: sample.bytes, as: UTF8.self)
    for name in SampleFile.names(in: bytes) { #expect(!text.contains(name), "\(name)") }
    let original = String(decoding: bytes, as: UTF8.self)
    for number in original.matches(of: #/[0-9]{7,}|[0-9]{3,4}-[0-9]{7,8}/#) {
      #expect(!text.contains(number.output), "\(number.output)")
    }
    for address in original.matches(of: #/[A-Za-z0-9.]+@[A-Za-z0-9.]+/#) {
      #expect(!text.contains(address.output), "\(address.output)")
    }
  }

  @Test(arguments: SampleFile.all)
  func changesEveryFigure(_ file: SampleFile) throws {
    let bytes = try file.bytes()
    guard let sample = try? Sample(of: bytes, in: SampleFile.disguise(for: bytes)) else { return }
    let pairs = zip(SampleFile.figures(in: bytes), SampleFile.figures(in: sample.bytes))
    for (old, new) in pairs where old.unicodeScalars.contains(where: { ("1"..."9").contains($0) }) {
      #expect(old != new)
    }
  }

  @Test func theKeyIsThrownAway() throws {
    let bytes = try #require(SampleFile.all.first).bytes()
    func sample(_ key: SampleKey) throws -> [UInt8] {
      try Sample(of: bytes, in: SampleFile.disguise(for: bytes, key: key)).bytes
    }
    #expect(try sample(SampleKey()) != sample(SampleKey()))
    #expect(try sample(SampleKey(known: [7])) == sample(SampleKey(known: [7])))
  }
}
