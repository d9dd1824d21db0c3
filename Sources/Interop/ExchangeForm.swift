/// A form in which a bundle's records leave for other programs, and come back where that form can carry them.
public enum ExchangeForm: String, Sendable, CaseIterable {
  case jsonl, yaml, xlsx, stratml
}

extension ExchangeForm {
  /// The `format` that the first line of our JSON Lines and YAML files names.
  static let marker = "jdx-records"

  /// The form of a file that `jdx export` wrote, by what it begins with; `nil` for every other file.
  public init?(of bytes: [UInt8]) {
    if RecordLines.begins(bytes) {
      self = .jsonl
    } else if RecordYAML.begins(bytes) {
      self = .yaml
    } else if StratML.begins(bytes) {
      self = .stratml
    } else if TableEdits.isOurs(bytes) {
      self = .xlsx
    } else {
      return nil
    }
  }
}
