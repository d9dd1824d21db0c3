import Archive
import Import
import Packaging
import Plan

extension Breaches {
  /// What is written is read back whole, and writing it again gives the same bytes; gives the bytes.
  @discardableResult
  package mutating func checkBundle(_ contents: BundleContents) -> [UInt8] {
    let bytes = packed(contents)
    do throws(BundleError) {
      let open = try readBundle(bytes)
      check(open.faults.isEmpty, "a bundle just written is sound")
      check(packed(open.contents) == bytes, "what is read back gives the same bytes")
    } catch {
      check(false, "a bundle just written is read: \(error)")
    }
    return bytes
  }

  /// The bundle's bytes; empty where it can't be written.
  package mutating func packed(_ contents: BundleContents) -> [UInt8] {
    let sink = MemorySink()
    do throws(BundleError) {
      try writeBundle(contents, to: sink)
      return sink.bytes
    } catch {
      check(false, "contents can be written: \(error)")
      return []
    }
  }

  /// Merging is a union: the order does not matter, and what is merged is a bundle.
  package mutating func checkMerge(_ one: BundleContents, _ other: BundleContents) {
    var (a, b) = (one, other)
    a.formUnion(other)
    b.formUnion(one)
    check(checkBundle(a) == packed(b), "the order of merging does not matter")
  }
}
