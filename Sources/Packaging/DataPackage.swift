import Archive
import Plan

/// The payload's description for Frictionless tools: tables with their schemas, all else as resources of type `file`.
struct DataPackage {
  /// A file of the payload.
  struct File {
    /// Below the bag.
    var path: String
    /// Bytes.
    var size: Int
    var sha256: String
  }

  let bytes: [UInt8]

  /// - Parameter files: the payload so far.
  init(_ files: [File], version: String) {
    let comma = [UInt8(ascii: ",")]
    let resources = files.sorted { utf8Order($0.path, $1.path) }.map { DataPackage.resource($0).canonical }
    bytes =
      Array(#"{"name":"jdx-bundle","resources":["#.utf8) + resources.joined(separator: comma)
      + Array("],\"version\":\"\(version)\"}\n".utf8)
  }

  private static func resource(_ file: File) -> JSONObject {
    let local = String(file.path.dropFirst("data/".count))
    let stem = local.split(separator: ".").first.map(String.init) ?? local
    let fileExtension = local.split(separator: ".").last.map(String.init) ?? "bin"
    var resource = JSONObject()
    resource["name"] = .string(String(stem.lowercased().map { $0 == "/" ? "-" : $0 }))
    resource["path"] = .string(local)
    resource["type"] = .string("file")
    resource["format"] = .string(fileExtension)
    resource["mediatype"] = .string(mediaTypes[fileExtension] ?? "application/octet-stream")
    resource["bytes"] = .integer(file.size)
    resource["hash"] = .string("sha256:" + file.sha256)
    if let table = Table.all[file.path] {
      resource["type"] = .string("table")
      resource["encoding"] = .string("utf-8")
      resource["schema"] = .object(table.schema)
    }
    return resource
  }

  private static let mediaTypes = [
    "jsonl": "application/jsonl", "txt": "text/plain", "md": "text/markdown", "json": "application/json",
    "csv": "text/csv", "yaml": "application/yaml",
  ]
}
