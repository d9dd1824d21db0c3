/// One thing that is wrong with a record, found by reading it.
public struct Fault: Error, Equatable, Sendable {
  /// Stable codes; messages in both languages are made from them by the command line.
  public enum Code: String, Sendable, CaseIterable {
    case missing = "field.missing"
    case wrongType = "field.type"
    case unknown = "field.unknown"
    case emptyList = "field.emptyList"
    case vocabulary = "value.vocabulary"
    case decimal = "value.decimal"
    case date = "value.date"
    case sha256 = "value.sha256"
    case identifier = "value.identifier"
    case range = "value.range"
    case comparator = "indicator.comparator"
    case revision = "record.revision"
    case reference = "record.reference"
    case order = "record.order"
    case span = "record.span"
    case quote = "record.quote"
    case notCanonical = "line.canonical"
    case notJSON = "line.json"
  }

  public var code: Code
  /// The record's id, or the file and line where it has none.
  public var record: String
  /// JSON Pointer into the record, empty for the whole.
  public var path: String
  /// What stands there, or what was expected; no sentence.
  public var detail: String

  public init(_ code: Code, record: String = "", path: String = "", detail: String = "") {
    self.code = code
    self.record = record
    self.path = path
    self.detail = detail
  }
}
