import Plan
import Testing

@testable import Interop

/// A YAML file that a person edited says what was changed and nothing else.
@Suite struct YAMLEditTests {
  private let contents = SampleRecords().contents
  private var view: View { View(of: contents.revisions) }

  private func edited(_ changes: (String, String)...) throws -> EditedFile {
    var text = String(decoding: RecordYAML.written(contents, view, withContacts: false), as: UTF8.self)
    for (old, new) in changes {
      #expect(text.contains(old), "\(old)")
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    return try EditedFile(Array(text.utf8), against: view)
  }

  @Test func whatNobodyEditedSaysNothing() throws {
    let file = try edited()
    #expect(file.edits.isEmpty && file.missing == 0)
  }

  @Test func eachChangedMemberIsToldWithItsLine() throws {
    let file = try edited(("  title: 修建栈道十二公里\n", "  title: 修建栈道\n  aim: 求突破\n"), ("    date: \"2031-10-31\"\n", ""))
    #expect(file.edits.map { $0.fields.map(\.name) } == [["aim", "due", "title"]])
    #expect(file.edits.first?.fields.map(\.value).first == .string("求突破"))
    guard case .line(let line) = file.edits.first?.place else {
      Issue.record("no line")
      return
    }
    #expect(line > 10)
  }

  @Test func numbersTypedWithoutQuotesAreNoEdit() throws {
    #expect(try edited(("low: \"12.50\"", "low: 12.5")).edits.isEmpty)
  }

  @Test func anUnknownIdIsAnError() throws {
    #expect(throws: InteropError.self) { try edited((".key-1.m1\n", ".key-1.m9\n")) }
  }
}
