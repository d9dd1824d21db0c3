import Archive
import Plan

@testable import Packaging

/// A bundle taken apart, to be changed and put together again.
struct Bag {
  /// Below the top folder, by path.
  var files: [String: [UInt8]] = [:]

  init(_ bytes: [UInt8]) throws {
    let archive = try ArchiveReader(bytes: bytes)
    for entry in archive.entries { files[String(entry.path.dropFirst("jdx/".count))] = try archive.read(entry) }
  }

  /// A sound ZIP of the files as they are.
  var zipped: [UInt8] {
    get throws {
      let sink = MemorySink()
      let writer = try ArchiveWriter(to: sink)
      for path in files.keys.sorted(by: utf8Order) { try writer.add("jdx/" + path, files[path] ?? []) }
      try writer.finish()
      return sink.bytes
    }
  }

  /// Without tables and what explains the bundle.
  var bare: Bag {
    var copy = self
    copy.files = files.filter { path, _ in
      FormatFiles.all[path] == nil && !path.hasPrefix("data/tables/") && path != "data/datapackage.json"
    }
    return copy
  }

  /// With manifests and payload size made to fit.
  var sealed: Bag {
    var copy = self
    let payload = files.filter { $0.key.hasPrefix("data/") }
    let size = payload.values.reduce(0) { $0 + $1.count }
    let info = String(decoding: files["bag-info.txt"] ?? [], as: UTF8.self).split(separator: "\n").map { line in
      line.hasPrefix("Payload-Oxum: ") ? "Payload-Oxum: \(size).\(payload.count)" : String(line)
    }
    copy.files["bag-info.txt"] = Array((info.joined(separator: "\n") + "\n").utf8)
    copy.files["manifest-sha256.txt"] = Bag.manifest(payload)
    let tags = copy.files.filter {
      !$0.key.hasPrefix("data/") && !$0.key.hasPrefix("tagmanifest") && !$0.key.hasPrefix("signatures/")
    }
    copy.files["tagmanifest-sha256.txt"] = Bag.manifest(tags)
    return copy
  }

  private static func manifest(_ files: [String: [UInt8]]) -> [UInt8] {
    files.keys.sorted(by: utf8Order).flatMap { Array("\(SHA256Hex.of(files[$0] ?? []))  \($0)\n".utf8) }
  }

  func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  mutating func set(_ path: String, _ text: String) { files[path] = Array(text.utf8) }

  func lines(_ path: String) -> [String] { text(path).split(separator: "\n").map(String.init) }

  mutating func set(_ path: String, lines: [String]) { set(path, lines.map { $0 + "\n" }.joined()) }

  /// Changes the one record of a file whose id ends so; its revision is made to fit.
  mutating func change(_ path: String, _ suffix: String, _ change: (inout JSONObject) -> Void) {
    let changed = lines(path).map { line -> String in
      guard case .object(var object) = try? JSON.parse(Array(line.utf8)),
        object["id"]?.string?.hasSuffix(suffix) ?? false
      else { return line }
      change(&object)
      object = object.without(["revision"])
      object["revision"] = .string(Revision.of(object))
      return String(decoding: object.canonical, as: UTF8.self)
    }
    set(path, lines: changed)
  }
}

/// Where the end record begins: its 22 bytes and the comment of 64.
func endRecord(_ bytes: [UInt8]) -> Int { max(0, bytes.count - 86) }

/// The archive with the comment that its bytes call for.
func recommented(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.count > 86 else { return bytes }
  let end = endRecord(bytes)
  return bytes[..<(bytes.count - 64)] + Array(SHA256Hex.of(Array(bytes[..<end])).utf8)
}

/// Why a bundle is refused; `nil` where it is read.
func refusal(_ bytes: [UInt8], tolerant: Bool = false) -> BundleError? {
  do throws(BundleError) {
    _ = try readBundle(bytes, tolerant: tolerant)
    return nil
  } catch {
    return error
  }
}

/// The faults that reading in spite of them collects.
func faults(_ bytes: [UInt8]) throws -> [Fault] { try readBundle(bytes, tolerant: true).faults }
