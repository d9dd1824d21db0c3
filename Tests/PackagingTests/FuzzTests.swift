import Archive
import Plan
import TestSupport
import Testing

@testable import Packaging

/// Changed bundles are refused or sound; none brings the program down.
@Suite struct FuzzTests {
  /// Either an error, or contents that make a bundle which is read again to the same rows.
  ///
  /// - Parameter tolerant: only reads it in spite of its faults; whatever comes out, the program goes on.
  private func isHandled(_ bytes: [UInt8], tolerant: Bool = false, _ note: String) {
    do {
      let open = try readBundle(bytes, tolerant: tolerant)
      guard !tolerant else { return }
      let again = try readBundle(packed(open.contents))
      #expect(open.faults.isEmpty && again.contents == open.contents, "\(note)")
      for type in RecordType.allCases {
        #expect(again.view.rows(type).map(\.line) == open.view.rows(type).map(\.line), "\(note)")
      }
    } catch {
      // Refused, which is all that is asked.
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout Seeded) {
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      guard !bytes.isEmpty else { return }
      let at = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, at + Int.random(in: 1...24, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes[at] ^= 1 << Int.random(in: 0..<8, using: &random)
      case 1: bytes[at] = [0, 0xFF, 0x7F, 0x0A, 0x22, 0x30, 0x39, 0x7B].randomElement(using: &random) ?? 0
      case 2: bytes.removeSubrange(at..<end)
      case 3: bytes.insert(contentsOf: bytes[at..<end], at: at)
      case 4:
        let piece = Array(bytes[at..<end])
        bytes.insert(contentsOf: piece, at: Int.random(in: bytes.indices, using: &random))
      default:
        for place in at..<end { bytes[place] = .random(in: .min ... .max, using: &random) }
      }
    }
  }

  @Test func `changed bytes of the archive, its comment put right`() {
    var random = Seeded(seed: 11)
    for round in 0..<1_000 {
      var bytes = SampleBundle.bare
      mutate(&bytes, &random)
      isHandled(recommented(bytes), "round \(round)")
    }
  }

  @Test func `changed bytes of the rows, the manifests put right`() throws {
    var random = Seeded(seed: 12)
    let sample = try Bag(SampleBundle.bare)
    let paths = sample.files.keys.filter { $0.hasSuffix(".jsonl") }.sorted()
    for round in 0..<1_000 {
      var bag = sample
      guard let path = paths.randomElement(using: &random) else { return }
      mutate(&bag.files[path, default: []], &random)
      isHandled(try bag.sealed.zipped, tolerant: round % 2 == 1, "round \(round), \(path)")
    }
  }

  /// Values that a program may stumble over, put in the place of others; revisions are right.
  @Test func `changed values of records, revisions and manifests put right`() throws {
    var random = Seeded(seed: 13)
    let sample = try Bag(SampleBundle.bare)
    let paths = sample.files.keys.filter { $0.hasSuffix("s.jsonl") && $0 != "data/contacts.jsonl" }.sorted()
    for round in 0..<1_000 {
      var bag = sample
      guard let path = paths.randomElement(using: &random) else { return }
      let ids = bag.lines(path).compactMap { try? JSON.parse(Array($0.utf8)).object?["id"]?.string }
      guard let id = ids.compactMap(\.self).randomElement(using: &random) else { continue }
      bag.change(path, id) { object in Self.disturb(&object, &random) }
      isHandled(try bag.sealed.zipped, tolerant: round % 2 == 1, "round \(round), \(path)")
    }
  }

  private static func disturb(_ object: inout JSONObject, _ random: inout Seeded) {
    let values: [JSON?] = [
      nil, .string(""), .string("é"), .string("e\u{301}"), .string(String(repeating: "9", count: 400)), .integer(0),
      .integer(-1), .integer(9_007_199_254_740_991), .integer(-9_007_199_254_740_991), .bool(true), .array([]),
      .object(JSONObject()), .string(SampleBundle.sheet), .string(String(repeating: "a", count: 64)),
      .string("2031-02-30"), .string("\u{0}\u{FFFF}"),
    ]
    guard let member = object.members.randomElement(using: &random) else { return }
    switch member.value {
    case .object(var inner) where Bool.random(using: &random):
      disturb(&inner, &random)
      object[member.key] = .object(inner)
    case .array(var list) where Bool.random(using: &random):
      if case .object(var inner)? = list.first {
        disturb(&inner, &random)
        list[0] = .object(inner)
      } else {
        list.append(contentsOf: list)
      }
      object[member.key] = .array(list)
    default: object[member.key] = values.randomElement(using: &random) ?? nil
    }
  }
}
