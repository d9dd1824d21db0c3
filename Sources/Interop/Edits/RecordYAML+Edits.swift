import Plan
import Vocabulary

extension RecordYAML {
  /// What a person changed in a YAML file of ours; `history`, `contacts` and `texts` are not compared.
  static func edits(_ bytes: [UInt8], against view: View) throws(InteropError) -> EditedFile {
    let root = try parse(bytes)
    var file = EditedFile()
    for type in RecordType.allCases {
      var index = RowIndex(view.rows(type))
      for (object, line) in try rows(root, type) {
        let place = RecordEdit.Place.line(line)
        let id = object["id"]?.string ?? ""
        let row = try index.take(id, at: place) { changed(object, $0.line).isEmpty }
        let names = changed(object, row.line)
        if !names.isEmpty {
          file.edits.append(
            RecordEdit(type: type, id: id, fields: names.map { ($0, object[$0]) }, place: place))
        }
      }
      file.missing += index.left
    }
    return file
  }

  /// What follows from the edit itself.
  private static let bookkeeping = ["revision", "parents", "change", "heads", "conflicts"]

  private static func changed(_ new: JSONObject, _ old: JSONObject) -> [String] {
    let names = Set((new.members + old.members).map(\.key)).subtracting(bookkeeping)
    return names.filter { !isSame(new[$0], old[$0]) }.sorted(by: utf8Order)
  }

  /// `12.5` typed for `12.50` is no edit.
  private static func isSame(_ new: JSON?, _ old: JSON?) -> Bool {
    if new == old { return true }
    guard let a = new?.string.flatMap({ DecimalString($0) }), let b = old?.string.flatMap({ DecimalString($0) }) else {
      return false
    }
    return a == b
  }
}
