import Archive
import Plan

/// The payload's description for Frictionless tools: tables with their schemas, all else as resources of type `file`.
struct DataPackage {
  let bytes: [UInt8]

  /// - Parameter files: the payload so far, by path below the bag.
  init(files: [String: [UInt8]], version: String) {
    var package = JSONObject()
    package["name"] = .string("jdx-bundle")
    package["version"] = .string(version)
    package["resources"] = .array(
      files.keys.sorted(by: utf8Order).map { path in .object(DataPackage.resource(path, files[path] ?? [])) })
    bytes = package.canonical + [UInt8(ascii: "\n")]
  }

  private static func resource(_ path: String, _ bytes: [UInt8]) -> JSONObject {
    let local = String(path.dropFirst("data/".count))
    let stem = local.split(separator: ".").first.map(String.init) ?? local
    let fileExtension = local.split(separator: ".").last.map(String.init) ?? "bin"
    var resource = JSONObject()
    resource["name"] = .string(String(stem.lowercased().map { $0 == "/" ? "-" : $0 }))
    resource["path"] = .string(local)
    resource["type"] = .string("file")
    resource["format"] = .string(fileExtension)
    resource["mediatype"] = .string(mediaTypes[fileExtension] ?? "application/octet-stream")
    resource["bytes"] = .integer(bytes.count)
    resource["hash"] = .string("sha256:" + SHA256Hex.of(bytes))
    if let table = Table.all[path] {
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
