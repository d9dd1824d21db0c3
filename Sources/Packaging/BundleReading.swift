import Archive
import Plan

/// A bundle as read: its contents, what they give together, and what names them.
public struct OpenBundle: Sendable {
  public var contents: BundleContents
  public let view: View
  /// SHA-256 of the tag manifest.
  public let fingerprint: String
  /// Faults of records, where reading was asked to go on in spite of them.
  public let faults: [Fault]
}

/// Reads a bundle and checks it down to the last byte: the ZIP's form and hash, the manifests, every file, every
/// record's revision, and that rows and history are what the revisions give.
///
/// - Parameter tolerant: collects faults of records instead of refusing the bundle at the first file that has some.
public func readBundle(_ bytes: [UInt8], tolerant: Bool = false, limits: ArchiveLimits = ArchiveLimits())
  throws(BundleError) -> OpenBundle
{
  var files = try BagReader(bytes, limits: limits).files
  let fingerprint = SHA256Hex.of(files[BundleLayout.tagManifest] ?? [])
  var contents = BundleContents()
  var faults: [Fault] = []

  for type in RecordType.allCases {
    for folder in ["records", "history"] {
      let path = "data/\(folder)/\(type.plural).jsonl"
      guard let lines = files[path] else {
        if folder == "records", type != .link { throw .missing(entry: path) }
        continue
      }
      for (number, line) in lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
        if line.isEmpty, number == lines.count(where: { $0 == UInt8(ascii: "\n") }) { continue }
        let place = "\(path):\(number + 1)"
        guard let object = parse(Array(line), at: place, into: &faults) else { continue }
        // A row that several heads give is no revision; the heads stand in the history.
        if folder == "records", object["heads"] != nil { continue }
        let (record, found) = Record.read(type, object)
        faults += found.map { Fault($0.code, record: $0.record.isEmpty ? place : $0.record, path: $0.path, detail: $0.detail) }
        contents.revisions.insert(record)
      }
    }
  }
  if let lines = files["data/contacts.jsonl"] {
    for (number, line) in lines.split(separator: UInt8(ascii: "\n")).enumerated() {
      let place = "data/contacts.jsonl:\(number + 1)"
      guard let object = parse(Array(line), at: place, into: &faults) else { continue }
      faults += Contact.faults(in: object).map { Fault($0.code, record: place, path: $0.path, detail: $0.detail) }
      contents.add(contact: object)
    }
  }
  for path in files.keys.sorted(by: utf8Order) where path.hasPrefix("data/text/") || path.hasPrefix("data/sources/") {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let data = files.removeValue(forKey: path), SHA256Hex.of(data) == parts[0] else {
      throw .changed(entry: path)
    }
    if path.hasPrefix("data/text/") {
      contents.add(text: data)
    } else {
      contents.add(source: BundleContents.Source(bytes: data, fileExtension: parts[1]))
    }
  }

  if !faults.isEmpty, !tolerant { throw .faults(faults) }
  let view = View(of: contents.revisions)
  if faults.isEmpty {
    let expected = BundleLayout.records(view)
    for path in Set(expected.keys.map { "data/" + $0 }).union(files.keys.filter(isRecordFile)).sorted(by: utf8Order) {
      let wanted = expected[String(path.dropFirst("data/".count))] ?? []
      let found = files[path] ?? []
      if wanted != found { throw .viewDiffers(entry: path, line: firstDifference(wanted, found)) }
    }
  }
  faults += Validation.faults(in: view, set: contents.revisions) { contents.scalars(ofText: $0) }
  faults += missingTexts(contents)
  return OpenBundle(contents: contents, view: view, fingerprint: fingerprint, faults: faults)
}

private func isRecordFile(_ path: String) -> Bool { path.hasPrefix("data/records/") || path.hasPrefix("data/history/") }

private func parse(_ line: [UInt8], at place: String, into faults: inout [Fault]) -> JSONObject? {
  do throws(JSONError) {
    guard case .object(let object) = try JSON.parse(line) else {
      faults.append(Fault(.notJSON, record: place, detail: "object"))
      return nil
    }
    if object.canonical != line { faults.append(Fault(.notCanonical, record: place)) }
    return object
  } catch {
    faults.append(Fault(.notJSON, record: place, detail: "\(error)"))
    return nil
  }
}

private func firstDifference(_ a: [UInt8], _ b: [UInt8]) -> Int {
  let same = zip(a, b).prefix { $0 == $1 }.map(\.0)
  return 1 + same.count { $0 == UInt8(ascii: "\n") }
}

/// Every document's text must travel with it.
private func missingTexts(_ contents: BundleContents) -> [Fault] {
  contents.revisions.ids(.document).flatMap { id in
    contents.revisions.revisions(.document, id).values.sorted { $0.revision < $1.revision }.compactMap { record in
      guard let text = record.document?.text, contents.texts[text.sha256] == nil else { return nil }
      return Fault(.reference, record: id, path: "/text/sha256", detail: text.sha256)
    }
  }
}
