import Foundation
import Testing

/// Holds every `import` in the code against the table in docs/architecture.md, so that the page stays true.
@Suite struct ImportTableTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Rows `| \`Module\` | purpose | \`A\` \`B\` |` of the table under "Modules".
  private static func table() throws -> [String: [String]] {
    let page = try String(contentsOf: root.appending(path: "docs/architecture.md"), encoding: .utf8)
    var rows: [String: [String]] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3 else { continue }
      for name in ticked(cells[0]) { rows[name] = ticked(cells[2]) }
    }
    return rows
  }

  private static func ticked(_ cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }

  /// What a module may import, near and far.
  private static func closure(of name: String, in table: [String: [String]]) -> Set<String> {
    var seen: Set<String> = []
    var open = table[name] ?? []
    while let next = open.popLast() { if seen.insert(next).inserted { open += table[next] ?? [] } }
    return seen
  }

  private static func modules() throws -> [(name: String, folder: URL)] {
    try ["Sources", "Plugins"].flatMap { parent in
      // Plugins/examples has programs of their own, no modules.
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: parent).path).sorted().filter {
        parent != "Plugins" || $0 != "examples"
      }.map {
        (parent == "Plugins" ? $0 + "Plugin" : $0, root.appending(path: parent).appending(path: $0))
      }
    }
  }

  private static func imports(in folder: URL) throws -> [(file: String, module: String)] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
    return try files.filter { $0.pathExtension == "swift" }.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at <= 1, at + 1 < words.count, line.first != " " else {
          return nil
        }
        return (file.lastPathComponent, String(words[at + 1]))
      }
    }
  }

  @Test func everyImportIsAllowedByTheTable() throws {
    let table = try Self.table()
    #expect(!table.isEmpty)
    let system: Set<String> = ["Foundation", "Glibc", "Synchronization"]
    for (name, folder) in try Self.modules() {
      let allowed = Self.closure(of: name, in: table).union(system)
      #expect(table[name] != nil, "docs/architecture.md has no row for \(name)")
      for (file, module) in try Self.imports(in: folder) {
        #expect(allowed.contains(module), "\(name)/\(file) imports \(module), which the table does not allow")
      }
    }
  }

  @Test func theTableNamesNoModuleThatIsNotThere() throws {
    let names = Set(try Self.modules().map(\.name))
    let outside: Set<String> = ["Crypto", "ArgumentParser", "GRDB"]
    for (name, imports) in try Self.table() {
      #expect(names.contains(name), "docs/architecture.md names \(name)")
      for other in imports { #expect(names.contains(other) || outside.contains(other), "\(name) may import \(other)?") }
    }
  }

  @Test func thereAreNoCircles() throws {
    let table = try Self.table()
    for name in table.keys { #expect(!Self.closure(of: name, in: table).contains(name), "\(name) imports itself") }
  }

  @Test func noTypeSharesItsModulesName() throws {
    for (name, folder) in try Self.modules() {
      let files =
        FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL] ?? []
      for file in files where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for kind in ["struct", "enum", "class", "actor", "protocol"] {
          #expect(!text.contains("public \(kind) \(name) "), "\(file.lastPathComponent) declares \(name)")
          #expect(!text.contains("public \(kind) \(name):"), "\(file.lastPathComponent) declares \(name)")
        }
      }
    }
  }

  /// A plugin's folder that the registry does not name would be built and never used.
  @Test func theRegistryNamesEveryPlugin() throws {
    let registry = try String(contentsOf: Self.root.appending(path: "Sources/jdx/Registry.swift"), encoding: .utf8)
    let plugins = try Self.modules().map(\.name).filter { $0.hasSuffix("Plugin") }
    #expect(!plugins.isEmpty)
    for plugin in plugins {
      #expect(registry.contains("import \(plugin)\n"), "Registry.swift does not import \(plugin)")
    }
  }
}
