import AdapterKit
import Archive
import Conformance
import ExternalAdapters
import Profiles
import Vocabulary

/// A plugin's folder, and the adapters whose corpus it holds.
///
/// It has one profile or one program `jdx-adapter-NAME`, or a file `plugin.yaml` that names adapters: of this build, or of
/// the profiles and programs beside it.
struct PluginFolder {
  static let manifest = "plugin.yaml"

  let path: String
  /// All that an import would choose from.
  let adapters: [any Adapter]
  /// Those whose corpus it is.
  let tested: [any Adapter]
  /// The profiles among them, by file name.
  let profiles: [(file: String, id: String, rules: ProfileRules)]
  /// Whether a program is among them, which takes its time for each document.
  let hasPrograms: Bool

  /// - Parameter adapter: the id that the user named, in the place of those that the folder names.
  init(_ folder: String, adapter: String?) throws(Failure) {
    path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let names = try PluginFolder.names(in: path)
    var available = AvailableAdapters()
    var profiles: [(file: String, id: String, rules: ProfileRules)] = []
    for name in names where PluginFolder.isProfile(name) {
      let file = path + "/" + name
      let id = try available.add(profile: file)
      let bytes = try Input.bytes(file)
      if let rules = try? ProfileRules(yaml: bytes) { profiles.append((name, id, rules)) }
    }
    var programs: [(file: String, id: String)] = []
    for name in names where AdapterProgram.isName(name) {
      programs.append((name, try available.add(program: path + "/" + name)))
    }
    var ids = adapter.map { [$0] } ?? []
    if adapter == nil, names.contains(PluginFolder.manifest) {
      ids = try PluginFolder.ids(in: path + "/" + PluginFolder.manifest)
    } else if adapter == nil {
      let files = profiles.map(\.file) + programs.map(\.file)
      guard files.count < 2 else { throw PluginFolder.several(path, files) }
      ids = profiles.map(\.id) + programs.map(\.id)
    }
    guard !ids.isEmpty else { throw PluginFolder.none(path) }
    var tested: [any Adapter] = []
    for id in ids { tested.append(try available.adapter(id)) }
    self.tested = tested
    hasPrograms = programs.contains { ids.contains($0.id) }
    self.profiles = profiles.filter { ids.contains($0.id) }
    adapters = available.all
  }

  func cases() throws(Failure) -> [CorpusCase] {
    do throws(CorpusError) { return try CorpusCase.all(in: path) } catch { throw Failure(error) }
  }

  /// Records what is read now as what is expected; the names of the cases whose expectation it changed.
  func accept() throws(Failure) -> [String] {
    var changed: [String] = []
    for document in try cases() {
      let found = Array(CorpusOutcome(document.session(document.bytes, adapters: adapters)).text.utf8)
      guard document.expected != found else { continue }
      try write(found, toFile: document.expectationPath)
      changed.append(document.name)
    }
    return changed
  }

  // MARK: What lies in it

  private static func names(in path: String) throws(Failure) -> [String] {
    let names: [[UInt8]]
    do throws(FileFailure) { names = try Input.list(path) } catch { throw Failure(reading: error) }
    guard !names.isEmpty else {
      throw Failure(
        .badInput, .folderEmpty, in: path, Localized(zh: "文件夹是空的", en: "the folder is empty"),
        hint: Localized(
          zh: "放入描述文件和 corpus；或用 jdx adapters new 从一份样例做起",
          en: "put a profile and a corpus into it, or begin with an example: jdx adapters new"))
    }
    return names.compactMap { String(validating: $0, as: UTF8.self) }
  }

  private static func isProfile(_ name: String) -> Bool {
    !name.hasPrefix(".") && name != manifest && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
  }

  /// What `adapters: [id, …]` lists.
  private static func ids(in file: String) throws(Failure) -> [String] {
    let bytes = try Input.bytes(file)
    let root: YAMLNode
    do throws(YAMLError) { root = try YAMLNode.parse(bytes, limits: Profile.limits) } catch {
      throw Failure(
        .profileYAML, in: file, bytes, line: error.line, column: max(1, error.column),
        Localized(zh: "不是合法的 YAML：\(error.problem.words.zh)", en: "is no legal YAML: \(error.problem.words.en)"),
        hint: nil)
    }
    if let ids = root["adapters"]?.sequence?.compactMap(\.string), !ids.isEmpty { return ids }
    let place = root["adapters"] ?? root
    throw Failure(
      .profileForm, in: file, bytes, line: place.line, column: place.column,
      Localized(zh: "这里要写 adapters: [适配器, …]", en: "this is to say adapters: [ID, …]"), hint: nil)
  }

  private static func none(_ path: String) -> Failure {
    Failure(
      .wrongUse, .pluginAdapter, in: path,
      Localized(
        zh: "没有描述文件、程序 jdx-adapter-…，也没有 plugin.yaml",
        en: "holds no profile, no program jdx-adapter-… and no plugin.yaml"),
      hint: Localized(
        zh: "程序自带的适配器用 --adapter 指定，或在 plugin.yaml 里写 adapters: [编号]",
        en: "name an adapter of the program with --adapter, or in plugin.yaml: adapters: [ID]"))
  }

  private static func several(_ path: String, _ files: [String]) -> Failure {
    Failure(
      .wrongUse, .pluginAdapter, in: path,
      Localized(
        zh: "有几个适配器：\(files.joined(separator: "、"))", en: "holds several adapters: \(files.joined(separator: ", "))"),
      hint: Localized(
        zh: "分成几个文件夹，或在 plugin.yaml 里写 adapters: [编号, …]",
        en: "give each a folder of its own, or name them in plugin.yaml: adapters: [ID, …]"))
  }
}
