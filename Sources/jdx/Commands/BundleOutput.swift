import Archive
import Packaging
import Plan
import Report
import Vocabulary

/// Writes a bundle to a file, whole or not at all, or to standard output for `-`.
func writeBundle(_ contents: BundleContents, toPath path: String) throws(Failure) -> WrittenBundle {
  try written(toPath: path) { sink throws(BundleError) in
    if let sink { return try writeBundle(contents, to: sink) }
    return try writeBundle(contents, toFile: path)
  }
}

/// Writes what was merged in the same way.
func writeBundle(_ merged: MergedBundles, toPath path: String) throws(Failure) -> WrittenBundle {
  try written(toPath: path) { sink throws(BundleError) in
    if let sink { return try writeBundle(merged, to: sink) }
    return try writeBundle(merged, toFile: path)
  }
}

/// - Parameter body: writes to the sink, or to the file where there is none.
private func written<Written>(
  toPath path: String, _ body: (MemorySink?) throws(BundleError) -> Written
) throws(Failure) -> Written {
  let memory = path == "-" ? MemorySink() : nil
  let written: Written
  do throws(BundleError) { written = try body(memory) } catch { throw Failure(error, in: path) }
  if let memory { try write(memory.bytes) }
  return written
}

/// Writes a bundle of documents that were put away, each of an id of its own, in the same way; its fingerprint.
func writeBundle(_ documents: [PackedDocument], from stash: Stash, toPath path: String) throws(Failure) -> String {
  try written(toPath: path) { sink throws(BundleError) in
    if let sink { return try writeBundle(documents, from: stash, to: sink) }
    return try writeBundle(documents, from: stash, toFile: path)
  }
}

/// What is said of every bundle that was written: what to look at, where it is, and its content's name.
func closingLines(_ written: WrittenBundle, _ path: String) -> [String] {
  closingLines(written.fingerprint, written.view, path)
}

/// - Parameter view: absent where nothing in the bundle can be in conflict.
func closingLines(_ fingerprint: String, _ view: View?, _ path: String) -> [String] {
  let place = path == "-" ? say(zh: "标准输出", en: "standard output") : path
  return (view.map(noteworthy) ?? []) + [
    say(zh: "数据包：\(place)", en: "bundle: \(place)"),
    say(zh: "指纹：\(fingerprint)", en: "fingerprint: \(fingerprint)"),
  ]
}

/// Readings that are not shown, and conflicts.
private func noteworthy(in view: View) -> [String] {
  var lines = view.superseded.map { superseded in
    view.isRedacted(superseded)
      ? say(
        zh: "\(superseded.document)：脱敏件与原件同在，显示原件",
        en: "\(superseded.document): its original is there beside a redacted one; the original is shown")
      : say(
        zh: "\(superseded.document)：同一文件有两次识别结果，显示较新版本适配器读出的",
        en: "\(superseded.document): the same file was read twice; the newer adapter's reading is shown")
  }
  if !view.conflicts.isEmpty {
    lines.append(
      say(
        zh: "数据不一致 \(view.conflicts.count) 处，各方内容都已保留：",
        en: "\(plural(view.conflicts.count, "conflict")); every side is kept:"))
    lines += view.conflicts.flatMap(conflictLines).map { "  " + $0 }
  }
  return lines
}

/// A row in conflict, side by side: the values that differ, each with the revisions that say so.
private func conflictLines(_ row: Row) -> [String] {
  [row.id]
    + row.conflicts.flatMap { conflict in
      let group = Words.group(conflict.group)
      let sides = conflict.values.map { leaves(.object($0.value), below: "") }
      return ["  " + say(zh: group.zh, en: group.en)]
        + zip(conflict.values, sides).map { value, side in
          let heads = value.heads.map { String($0.prefix(12)) }.joined(separator: " ")
          if value.value["removed"] != nil { return "    \(heads)  " + say(zh: "已删除", en: "removed") }
          let differing = side.filter { leaf in !sides.allSatisfy { $0.contains { $0 == leaf } } }
          // That two sources have two hashes says nothing where their names differ.
          let telling = differing.filter { !$0.name.hasSuffix("sha256") && !$0.name.hasPrefix("text.") }
          let shown = (telling.isEmpty ? differing : telling).map { "\($0.name): \($0.value)" }
          let words = shown.isEmpty ? say(zh: "未写明", en: "not stated") : shown.joined(separator: " · ")
          return "    \(heads)  " + words
        }
    }
}

/// The plain values in a value, each with the names that lead to it: `source.path`, `goals.txt`.
private func leaves(_ value: JSON, below name: String) -> [(name: String, value: String)] {
  switch value {
  case .object(let object):
    object.members.flatMap { leaves($0.value, below: name.isEmpty ? $0.key : name + "." + $0.key) }
  case .string(let text): [(name, text)]
  default: [(name, String(decoding: value.canonical, as: UTF8.self))]
  }
}
