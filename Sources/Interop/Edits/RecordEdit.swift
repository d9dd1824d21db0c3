import Plan
import Reading

/// What a person changed of one record in an exported file.
public struct RecordEdit: Sendable {
  /// Where in the file it stands.
  public enum Place: Sendable, Equatable {
    case line(Int)
    case cell(FilePlace)
  }

  public let type: RecordType
  public let id: String
  /// The members that say something else now; `nil` is one that says nothing any more.
  public let fields: [(name: String, value: JSON?)]
  public let place: Place
}

/// What an exported file that a person edited says otherwise than the bundle it came from.
public struct EditedFile: Sendable {
  /// In the file's order.
  public internal(set) var edits: [RecordEdit] = []
  /// How many rows of the bundle the file does not have; they stay as they are.
  public internal(set) var missing = 0
  /// Headers of columns that are none of ours; they are left aside.
  public internal(set) var otherColumns: [String] = []

  /// Compares a workbook or a YAML file of ours with a view.
  public init(_ bytes: [UInt8], against view: View) throws(InteropError) {
    if FileKind(signatureOf: bytes) == .xlsx {
      self = try TableEdits.read(bytes, against: view)
    } else if RecordYAML.begins(bytes) {
      self = try RecordYAML.edits(bytes, against: view)
    } else {
      throw .notEditable
    }
  }

  init() {}
}

/// The rows of one type, each to be found once.
struct RowIndex {
  private var rows: [String: [Plan.Row]] = [:]
  private(set) var left: Int

  init(_ rows: [Plan.Row]) {
    for row in rows.reversed() { self.rows[row.id, default: []].append(row) }
    left = rows.count
  }

  /// The row of an id; where two readings have one each, the first for which `isUnchanged` holds.
  mutating func take(_ id: String, at place: RecordEdit.Place, isUnchanged: (Plan.Row) -> Bool) throws(InteropError)
    -> Plan.Row
  {
    guard let known = rows[id] else { throw .unknownRecord(id, place) }
    guard let last = known.last else { throw .repeatedRecord(id, place) }
    left -= 1
    if let at = known.lastIndex(where: isUnchanged) { return rows[id]?.remove(at: at) ?? last }
    guard known.count == 1 else { throw .ambiguousRecord(id, place) }
    rows[id] = []
    return last
  }
}
