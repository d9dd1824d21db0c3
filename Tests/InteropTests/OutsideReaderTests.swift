import Plan
import TestSupport
import Testing

@testable import Interop

/// What we write is what other programs read.
@Suite struct OutsideReaderTests {
  @Test(.enabled(if: OutsideProgram.python(with: "json") != nil, "no Python: run make setup-test"))
  func `Python reads each line of JSON, and the hash fits the record`() throws {
    let contents = SampleRecords().contents
    let script = """
      import hashlib, json
      lines = [json.loads(line) for line in open("a.jsonl", encoding="utf-8")]
      assert lines[0]["format"] == "jdx-records"
      count = 0
      for line in lines[1:]:
          record = line.get("record", {})
          if "revision" not in record: continue
          revision = record.pop("revision")
          body = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
          assert hashlib.sha256(body).hexdigest() == revision
          count += 1
      print(count)
      """
    let bytes = RecordLines.written(contents, View(of: contents.revisions), withContacts: true)
    let answer = try OutsideProgram.run(
      [try #require(OutsideProgram.python(with: "json")), "-c", script], files: ["a.jsonl": bytes])
    #expect(answer.status == 0 && answer.output == "\(contents.revisions.count)\n", "\(answer.output)")
  }

  /// PyYAML resolves plain scalars by YAML 1.1, whose rules turn most strings into something else.
  @Test(.enabled(if: OutsideProgram.python(with: "yaml") != nil, "no Python with PyYAML"))
  func `PyYAML reads the same members as Python's json`() throws {
    let strings = ["1.50", "yes", "2031-01-01", "12:30:45", "~", "0o7", "a\n b\n", "a\tb", "\u{1F600}", "=", "\u{85}"]
    let contents = SampleRecords(extension: .array(strings.map(JSON.string))).contents
    let view = View(of: contents.revisions)
    let script = """
      import json, yaml
      tree = yaml.safe_load(open("a.yaml", encoding="utf-8"))
      lines = [json.loads(line) for line in open("a.jsonl", encoding="utf-8")][1:]
      for kind in ["document", "item", "indicator", "link"]:
          rows = [line["record"] for line in lines if line["type"] == kind and "history" not in line]
          past = [line["record"] for line in lines if line["type"] == kind and "history" in line]
          assert tree.get(kind + "s", []) == rows, (tree[kind + "s"], rows)
          assert tree.get("history", {}).get(kind + "s", []) == past
      assert tree["texts"] == [line["text"] for line in lines if line["type"] == "text"]
      """
    let files = [
      "a.yaml": RecordYAML.written(contents, view, withContacts: true),
      "a.jsonl": RecordLines.written(contents, view, withContacts: true),
    ]
    let answer = try OutsideProgram.run(
      [try #require(OutsideProgram.python(with: "yaml")), "-c", script], files: files)
    #expect(answer.status == 0, "\(answer.output)")
  }
}
