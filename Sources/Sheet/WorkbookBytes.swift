import Foundation

/// The bytes of a workbook that is written to a path: the library writes files only, so it gets a folder of its own, which
/// nobody else can read and which is gone afterwards.
public func workbookBytes(_ write: (_ path: String) throws(SheetError) -> Void) throws(SheetError) -> [UInt8] {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jdx-\(UUID().uuidString)")
  let file = folder.appendingPathComponent("workbook.xlsx")
  defer { try? FileManager.default.removeItem(at: folder) }
  do {
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try write(file.path)
    return Array(try Data(contentsOf: file))
  } catch {
    throw error as? SheetError ?? .unwritable
  }
}
