import Foundation
import Plan
import Testing
import Vocabulary

/// The schema of profiles says of each example what the program says, and takes the profiles that are built in.
@Suite(.enabled(if: SchemaValidator.isThere, "no Python with jsonschema: run make test, or set JDX_PYTHON"))
struct ProfileSchemaTests {
  @Test func theVerdictsAreTheSchemas() throws {
    try Running.inFolder { folder in
      let examples = Repository.format.appending(path: "examples/profiles")
      var files: [(place: String, path: URL)] = []
      for verdict in ["valid", "invalid"] {
        for name in Repository.names(in: examples.appending(path: verdict)) {
          files.append(("\(verdict)/\(name).json", examples.appending(path: verdict).appending(path: name)))
        }
      }
      let plugins = Repository.root.appending(path: "Plugins")
      for plugin in Repository.names(in: plugins) {
        for name in Repository.names(in: plugins.appending(path: plugin))
        where name.hasSuffix(".yaml") && name != "plugin.yaml" {
          files.append(("valid/\(name).json", plugins.appending(path: plugin).appending(path: name)))
        }
      }
      var written: [String: [UInt8]] = [:]
      for (place, path) in files {
        written[place] = try Self.json(YAMLNode.parse(Repository.bytes(path))).canonical
      }
      try Repository.write(written, below: folder)
      let checked = try SchemaValidator.run("profiles", folder)
      #expect(checked["valid"] ?? 0 >= 2 && checked["invalid"] ?? 0 > 8)
    }
  }

  /// As YAML 1.2 has it.
  static func json(_ node: YAMLNode) -> JSON {
    switch node.content {
    case .scalar(let text, _): node.int.map(JSON.integer) ?? node.bool.map(JSON.bool) ?? .string(text)
    case .sequence(let nodes): .array(nodes.map(json))
    case .mapping(let pairs):
      .object(
        pairs.reduce(into: JSONObject()) { object, pair in object[pair.key] = json(pair.value) })
    }
  }
}
