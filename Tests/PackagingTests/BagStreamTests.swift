import Archive
import Plan
import Testing

@testable import Packaging

/// Bags that are written and checked piece by piece.
@Suite struct BagStreamTests {
  @Test func `a bag written piece by piece is that of the whole contents`() throws {
    let whole = MemorySink()
    let written = try writeBundle(SampleBundle().contents, to: whole)
    for piece in [1, 1_000, 1 << 20] {
      let streamed = MemorySink()
      let fingerprint = try writeBag(try payload(of: Bag(whole.bytes), cutInto: piece), to: streamed)
      #expect(streamed.bytes == whole.bytes)
      #expect(fingerprint == written.fingerprint)
    }
  }

  @Test func `the check gives the fingerprint`() throws {
    try Program.inFolder { folder in
      let written = try writeBundle(SampleBundle().contents, toFile: folder + "/sample.jdx")
      #expect(try checkBag(atPath: folder + "/sample.jdx") == written.fingerprint)
    }
  }

  @Test func `a file that is not as long as it was said to be is refused`() throws {
    for size in [2, 4] {
      let file = PayloadFile(path: "a", size: size) { sink in
        try ([1, 2, 3] as [UInt8]).withUnsafeBytes { try sink.write($0) }
      }
      #expect(throws: ArchiveError.sizeMismatch("data/a", stated: size, found: 3)) {
        try writeBag([file], to: MemorySink())
      }
    }
  }

  @Test func `the check finds what readBundle finds in the manifests`() throws {
    let sink = MemorySink()
    try writeBundle(SampleBundle().contents, to: sink)
    let sound = try Bag(sink.bytes)
    let items = "data/records/items.jsonl"
    #expect(try refusal(sound) == nil)
    #expect(try refusal(sound) { $0.files[items]?.append(0x0A) } != nil)
    #expect(try refusal(sound) { $0.files[items]?[3] ^= 1 } == "changed \(items)")
    #expect(try refusal(sound) { $0.files["bag-info.txt"]?.append(0x0A) } == "changed bag-info.txt")
    #expect(try refusal(sound) { $0.files["bagit.txt"] = nil } == "missing bagit.txt")
    #expect(try refusal(sound) { $0.files["manifest-sha256.txt"]?.append(0x0A) } != nil)
    #expect(try refusal(sound) { $0.files["manifest-sha256.txt"] = nil } == "missing manifest-sha256.txt")
    #expect(try refusal(sound) { $0.files["extra.txt"] = [1] } == "extra extra.txt")
    #expect(try refusal(sound) { $0.files["signatures/a.json"] = [1] } == nil)
  }

  /// What the check says of the bag once it was changed, and whether it says the same as reading does.
  private func refusal(_ bag: Bag, _ change: (inout Bag) -> Void = { _ in }) throws -> String? {
    var changed = bag
    change(&changed)
    let bytes = try changed.zipped
    var read: String?
    do throws(BundleError) { _ = try BagReader(bytes, limits: ArchiveLimits()) } catch { read = said(error) }
    var checked: String?
    try Program.inFolder { folder in
      let file = try AtomicFile(path: folder + "/changed.jdx")
      try file.write(bytes)
      try file.commit()
      do throws(BundleError) { _ = try checkBag(atPath: folder + "/changed.jdx") } catch { checked = said(error) }
    }
    #expect(checked == read)
    return checked
  }

  private func said(_ error: BundleError) -> String {
    switch error {
    case .missing(let entry): "missing \(entry)"
    case .extra(let entry): "extra \(entry)"
    case .changed(let entry): "changed \(entry)"
    default: "\(error)"
    }
  }

  /// The files below `data/`, in no order, each handed over in pieces of so many bytes.
  private func payload(of bag: Bag, cutInto piece: Int) throws -> [PayloadFile] {
    bag.files.compactMap { path, bytes in
      guard path.hasPrefix("data/") else { return nil }
      return PayloadFile(path: String(path.dropFirst("data/".count)), size: bytes.count) { sink in
        var rest = bytes[...]
        while !rest.isEmpty {
          try Array(rest.prefix(piece)).withUnsafeBytes { try sink.write($0) }
          rest = rest.dropFirst(piece)
        }
      }
    }
  }
}
