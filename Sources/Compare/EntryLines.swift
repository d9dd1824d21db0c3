import Linkage
import Plan

/// Why a line is no entry.
public struct EntryLineError: Error, Sendable {
  /// What is wrong.
  public enum Problem: Error, Equatable {
    /// It is no JSON of the format's subset; the offset counts bytes of the line.
    case notJSON(offset: Int)
    case notAnObject
    case missing(field: String)
    case wrongForm(field: String)
  }

  /// The line, from 0 in the piece that was read.
  public let line: Int
  /// The line itself.
  public let bytes: [UInt8]
  /// What is wrong there.
  public let problem: Problem
}

extension EntryTable {
  /// Reads lines of JSON `{id, title, text, city, org, category}`, of which only `id` must be there.
  ///
  /// `organization` stands for `org` too; fields of other names are passed over, empty lines too.
  public init(lines bytes: ArraySlice<UInt8>) throws(EntryLineError) {
    self.init()
    var number = 0
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = bytes[start..<end]
      if line.contains(where: { $0 > 0x20 }) {
        do throws(EntryLineError.Problem) { append(try Entry(line: Array(line))) } catch {
          throw EntryLineError(line: number, bytes: Array(line), problem: error)
        }
      }
      number += 1
      start = end + 1
    }
  }

  /// The goals and tasks of a view, each with all that stands under it.
  public init(_ view: View) {
    self.init()
    let outline = Outline(view)
    var seen: Set<[UInt8]> = []
    // Two roots of one document share ids; a link can name only one of them.
    for goal in outline.goals where seen.insert(Array(goal.id.utf8)).inserted { append(outline.entry(goal)) }
  }
}

extension Entry.Field {
  /// The name of the field in a line of JSON.
  public var name: String { self == .organization ? "org" : rawValue }
}

extension Entry {
  fileprivate init(line: [UInt8]) throws(EntryLineError.Problem) {
    let json: JSON
    do throws(JSONError) { json = try JSON.parse(line) } catch { throw .notJSON(offset: error.offset) }
    guard let object = json.object else { throw .notAnObject }
    guard let id = try object.text("id") else { throw .missing(field: "id") }
    guard !id.isEmpty else { throw .wrongForm(field: "id") }
    let organization = try object.text("org")
    self.init(
      id: id, title: try object.text("title") ?? "", text: try object.text("text") ?? "",
      city: try object.text("city"), organization: organization == nil ? try object.text("organization") : organization,
      category: try object.text("category"))
  }
}

extension JSONObject {
  fileprivate func text(_ field: String) throws(EntryLineError.Problem) -> String? {
    guard let value = self[field] else { return nil }
    guard let string = value.string else { throw .wrongForm(field: field) }
    return string
  }
}

extension Outline {
  /// A goal or task with all that stands under it.
  func entry(_ goal: Goal) -> Entry {
    let document = documents[goal.item.document]
    let own = [goal.item.aim, goal.item.text].compactMap { $0 }
    return Entry(
      id: goal.id, title: goal.item.title ?? "",
      text: (own + goal.parts.dropFirst().map(\.item.wording)).joined(separator: "。"), city: document?.city.name,
      organization: document?.organization, category: goal.item.category.map { $0.code ?? $0.label })
  }
}

extension JSONError {
  /// Where it stands, in bytes.
  fileprivate var offset: Int {
    switch self {
    case .unexpected(let offset), .endsEarly(let offset), .badString(let offset), .duplicateKey(_, let offset),
      .null(let offset), .notAnInteger(let offset), .tooDeep(let offset):
      offset
    }
  }
}
