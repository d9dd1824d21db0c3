import Foundation
import Testing

/// The schema of the adapter protocol takes every message that the page shows, and refuses messages that the page forbids.
@Suite(.enabled(if: SchemaValidator.isThere, "no Python with jsonschema: run make test, or set JDX_PYTHON"))
struct AdapterProtocolTests {
  private static let wrong = [
    #"{"type":"adapter","protocol":2,"id":"a","version":1,"name":{"zh":"甲","en":"a"},"summary":{"zh":"甲","en":"a"},"kind":"other"}"#,
    #"{"type":"adapter","protocol":1,"id":"A b","version":1,"name":{"zh":"甲","en":"a"},"summary":{"zh":"甲","en":"a"},"kind":"other"}"#,
    #"{"type":"evidence","request":1,"points":101,"zh":"甲","en":"a"}"#,
    #"{"type":"facts","request":1,"inferred":["mood"]}"#,
    #"{"type":"item","request":1,"role":"task"}"#,
    #"{"type":"item","request":1,"role":"chore","title":[0,3]}"#,
    #"{"type":"item","request":1,"role":"task","title":"任务"}"#,
    #"{"type":"item","request":1,"role":"task","text":[]}"#,
    #"{"type":"item","request":1,"role":"task","title":[0,3],"year":2031,"period":{"start":"2031-01-01","end":"2031-03-31"}}"#,
    #"{"type":"item","request":1,"role":"task","title":[0,3],"dueDate":"2031-03-07"}"#,
    #"{"type":"item","role":"task","title":[0,3]}"#,
    #"{"type":"claim","request":1,"spans":[[0,3]],"as":"structure"}"#,
    #"{"type":"claim","request":1,"spans":[[0,3]],"as":"document","item":1}"#,
    #"{"type":"diagnostic","request":1,"code":"a b","severity":"note","zh":"甲","en":"a"}"#,
    #"{"type":"done"}"#,
    #"{"type":"finished","request":1}"#,
  ]

  @Test func theSchemaSaysWhatThePageSays() throws {
    let page = try Repository.text(Repository.format.appending(path: "adapter-protocol.md"))
    let shown = page.split(separator: "\n").compactMap { line -> String? in
      let start = line.firstIndex(of: "{")
      let marks = line.prefix { "<> ".contains($0) }
      return start == marks.endIndex ? String(line[marks.endIndex...]) : nil
    }
    #expect(shown.count > 18)
    try Running.inFolder { folder in
      var files: [String: [UInt8]] = [:]
      for (index, line) in shown.enumerated() { files["valid/\(index).json"] = Array(line.utf8) }
      for (index, line) in Self.wrong.enumerated() { files["invalid/\(index).json"] = Array(line.utf8) }
      try Repository.write(files, below: folder)
      let checked = try SchemaValidator.run("protocol", folder)
      #expect(checked["valid"] == shown.count && checked["invalid"] == Self.wrong.count)
    }
  }
}
