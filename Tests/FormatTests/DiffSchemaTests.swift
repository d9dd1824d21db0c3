import Compare
import Import
import Plan
import Testing

/// The schema of a comparison takes what is written of any two documents of the corpora, and refuses what can't be meant.
@Suite(.enabled(if: SchemaValidator.isThere, "no Python with jsonschema: run make test, or set JDX_PYTHON"))
struct DiffSchemaTests {
  private static let wrong = [
    #"{"changes":[]}"#,
    change(#""kind":"shrunk","from":["a"],"to":["a"],"figures":[]"#),
    change(#""kind":"added","from":["a"],"to":["a"],"figures":[]"#),
    change(#""kind":"dropped","from":[],"to":[],"figures":[]"#),
    change(#""kind":"renamed","from":["a"],"to":["b"],"figures":[]"#),
    change(#""kind":"added","from":[],"to":["a"],"figures":[{"kind":"added","from":"3个","fromId":"a.i1"}]"#),
    change(#""kind":"added","from":[],"to":["a"],"figures":[{"kind":"added","to":"3个"}]"#),
    change(#""kind":"added","from":[],"to":["a"],"figures":[{"kind":"raised","to":"3个","toId":"a.i1"}]"#),
    change(
      #""kind":"unchanged","from":["a"],"to":["a"],"figures":[],"score":"1.2","evidence":{"by":"id","title":"1.000","text":"1.000"}"#
    ),
  ]

  private static func change(_ members: String) -> String {
    let none = View(of: RevisionSet())
    let empty = String(decoding: JSON.object(Diff(old: none, new: none).json).canonical, as: UTF8.self)
    return empty.replacing(#""changes":[]"#, with: #""changes":[{\#(members)}]"#)
  }

  @Test func `what is written fits the schema, and what can't be meant does not`() throws {
    let views = try Importing.corpora().map { View(of: $0.session.contents.revisions) }
    try Running.inFolder { folder in
      var files: [String: [UInt8]] = [:]
      for (index, (old, new)) in zip(views, views.dropFirst()).enumerated() {
        files["valid/\(index).json"] = JSON.object(Diff(old: old, new: new).json).canonical
        files["valid/same-\(index).json"] = JSON.object(Diff(old: old, new: old).json).canonical
      }
      for (index, text) in Self.wrong.enumerated() { files["invalid/\(index).json"] = Array(text.utf8) }
      try Repository.write(files, below: folder)
      let checked = try SchemaValidator.run("diff", folder)
      #expect(checked["valid"] == 2 * (views.count - 1) && checked["invalid"] == Self.wrong.count)
    }
  }
}
