import Plan
import Reading
import Sheet
import Vocabulary

/// Why a file of another form can't be read; lines count from 1.
public enum InteropError: Error, Sendable {
  /// A line is no JSON object of the format.
  case notJSON(line: Int)
  /// A line or value is none of those that the form has; `what` is the member or code.
  case unknown(what: String, line: Int)
  /// A member is absent or of another type.
  case wrongForm(what: String, line: Int)
  /// A version of the format that this program is too old for.
  case version(String)
  case yaml(YAMLError)
  /// Records that break the format's rules; at least one.
  case faults([Fault])

  /// What a document's id needs, and neither the plan nor an option gives.
  case missing(StratML.Missing)

  // An edited file:

  /// It is no workbook and no YAML file of ours.
  case notEditable
  /// It is a table of ours, which says less than a bundle needs.
  case onlyForAmending
  case unreadable(ReadingError)
  /// A sheet has no column of this header, without which its rows can't be told apart.
  case noColumn(String, RecordEdit.Place)
  /// The bundle has no record of this id.
  case unknownRecord(String, RecordEdit.Place)
  /// The id stands in another row too.
  case repeatedRecord(String, RecordEdit.Place)
  /// Two readings of a document have a record of this id, and both say something else.
  case ambiguousRecord(String, RecordEdit.Place)
  /// What stands in this column can't be changed there.
  case readOnly(String, String, RecordEdit.Place)
  /// A cell holds what its column does not take.
  case badValue(String, String, RecordEdit.Place)

  case sheet(SheetError)
}
