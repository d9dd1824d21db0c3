import AdapterKit
import Sheet

/// The kinds of file that a form is written as.
public enum HouseFile: String, Sendable, CaseIterable {
  case docx, xlsx

  /// The bytes of a form; the same form gives the same bytes.
  public func written(_ form: FilledForm) throws(SheetError) -> [UInt8] {
    switch self {
    case .docx: WordForm.written(form)
    case .xlsx: try FormWorkbook.written(form)
    }
  }
}
