import Foundation
import Testing

/// What the commands of a workspace write for programs fits its published schemas.
@Suite(.enabled(if: SchemaValidator.isThere, "no Python with jsonschema: run make test, or set JDX_PYTHON"))
struct WorkspaceSchemaTests {
  @Test("search, lineage, query, status, check and link fit their schemas")
  func outputs() throws {
    try Running.inFolder { folder in
      let samples = Repository.root.appending(path: "Samples/qingdao-education-")
      let at = { (name: String) in folder.appending(path: name).path }
      for year in ["2031", "2032"] {
        #expect(try Running.jdx("import", "\(samples.path)\(year).txt", "-o", at(year + ".jdx")).status == 0)
      }
      // A conflict, as two offices make it.
      let joint = Repository.format.appending(path: "conformance/valid/conflict.jdx").path
      #expect(try Running.jdx("workspace", "init", at("w")).status == 0)
      #expect(try Running.jdx("workspace", "add", at("2031.jdx"), joint, "--workspace", at("w")).status == 0)
      var files: [String: [UInt8]] = [:]
      let keep = { (path: String, status: Int32, arguments: [String]) throws in
        let answer = try Running.jdx(arguments + ["--format", "json"])
        #expect(answer.status == status, "\(arguments)")
        files[path] = Array(answer.said.utf8)
      }
      try keep("before/status.json", 0, ["workspace", "status", at("w")])
      #expect(try Running.jdx("workspace", "add", at("2032.jdx"), "--workspace", at("w")).status == 0)
      try keep("linked.json", 0, ["workspace", "link", at("w")])
      try keep("status.json", 0, ["workspace", "status", at("w")])
      try keep("check.json", 0, ["workspace", "check", at("w")])
      let inside = ["--workspace", at("w")]
      try keep("none/search.json", 0, ["search", "没有这样的词"] + inside)
      try keep("few/search.json", 0, ["search", "示例", "--limit", "3"] + inside)
      for role in ["goal", "task", "measure", "achievement"] {
        try keep("\(role)/search.json", 0, ["search", "--role", role, "--limit", "1000"] + inside)
      }
      try keep("figures/search.json", 0, ["search", "--unit", "所", "--where", "学校 >= 1所"] + inside)
      try keep("query.json", 0, ["query", "SELECT id, year, title FROM items UNION ALL SELECT NULL, 1, 'x'"] + inside)
      let ids = try Running.jdx(
        ["query", "SELECT DISTINCT to_id FROM links WHERE origin = 'matching'", "--format", "csv"] + inside)
      for (number, id) in ids.said.split(whereSeparator: \.isNewline).dropFirst().prefix(6).enumerated() {
        try keep("\(number)/lineage.json", 0, ["lineage", String(id)] + inside)
      }
      for bundle in try FileManager.default.contentsOfDirectory(atPath: at("w/bundles")).prefix(1) {
        try FileManager.default.removeItem(atPath: at("w/bundles/\(bundle)"))
      }
      try keep("broken/check.json", 1, ["workspace", "check", at("w")])
      try Repository.write(files, below: folder.appending(path: "said"))
      let checked = try SchemaValidator.run("records", folder.appending(path: "said"))
      #expect(checked["search"] == 7 && checked["workspace-status"] == 2 && checked["workspace-check"] == 2)
      #expect(checked["query"] == 1 && checked["workspace-link"] == 1 && checked["lineage"] ?? 0 > 0)
    }
  }
}
