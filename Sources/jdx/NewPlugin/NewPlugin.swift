import AdapterKit
import Archive
import Glibc
import Plan
import Vocabulary

/// A plugin's folder that is made: README, profile or source, and a corpus of one example.
struct NewPlugin {
  /// The adapter's id.
  let id: String
  let folder: String
  let example: PluginExample

  init(_ id: String, folder: String, of example: PluginExample) throws(Failure) {
    let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let words = id.split(separator: ".", omittingEmptySubsequences: false)
    let isName =
      (1...4).contains(words.count)
      && words.allSatisfy { word in
        word.first?.isLowercase ?? false && word.utf8.count <= 40
          && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
      }
    guard isName else {
      throw Failure(
        .wrongUse, .usageValue, Localized(zh: "名称 \(id) 写法不对", en: "\(id) is no name of an adapter"),
        hint: Localized(
          zh: "如 weifang.task-list：小写字母、数字、连字符，用点分开",
          en: "such as weifang.task-list: lower-case letters, digits and hyphens, parted by points"))
    }
    if AvailableAdapters().all.contains(where: { $0.id == id }) {
      throw Failure(
        .wrongUse, .usageValue, Localized(zh: "已有适配器叫 \(id)", en: "there is an adapter \(id) already"),
        hint: Localized(zh: "换一个名称", en: "choose another name"))
    }
    var status = stat()
    guard stat(path, &status) != 0 else {
      throw Failure(
        .wrongUse, .usageOutput, in: path, Localized(zh: "已经存在，没有改动", en: "is there already and was not touched"),
        hint: Localized(zh: "用 -o 换一个文件夹", en: "name another folder with -o"))
    }
    self.id = id
    self.folder = path
    self.example = example
  }

  /// `ferries` of `my-city.ferries`.
  var shortName: String { id.split(separator: ".").last.map(String.init) ?? id }

  /// `MyCityFerries` of `my-city.ferries`.
  var typeName: String {
    id.split { $0 == "." || $0 == "-" }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  func writeProfile(_ proposal: any ProposedProfile) throws(Failure) {
    let best = example.best()?.score ?? 0
    try writeCorpus()
    try write(text: proposal.yaml(id: id, points: min(100, max(60, best + 10))), to: "\(shortName).yaml")
    try write(text: readme(title: proposal.title ?? id), to: "README.md")
  }

  func writeSwift() throws(Failure) {
    try writeCorpus()
    try write(text: swiftSource, to: "\(typeName).swift")
    try write(text: "adapters: [\(id)]\n", to: PluginFolder.manifest)
    try write(text: readme(title: id), to: "README.md")
  }

  func writeProgram() throws(Failure) {
    try writeCorpus()
    try write(text: programSource, to: programName)
    let path = folder + "/" + programName
    guard chmod(path, 0o755) == 0 else {
      throw Failure(writing: FileFailure(path: path, operation: .write, errno: errno), to: .file)
    }
    try write(text: readme(title: id), to: "README.md")
  }

  private func writeCorpus() throws(Failure) {
    let place = "corpus/0001-example"
    try makeFolder(folder + "/" + place)
    let name = example.path.split(separator: "/").last.map(String.init) ?? "input.txt"
    let dot = name.unicodeScalars.lastIndex(of: ".").map { String(name.unicodeScalars[$0...]) }
    try jdx.write(example.bytes, toFile: folder + "/" + place + "/input" + (dot ?? ".txt"))
    try write(text: say(zh: "起头的样例。\n", en: "The example that it began with.\n"), to: place + "/note.md")
    guard let city = example.city else { return }
    var options = JSONObject()
    options["city"] = .string(city.code)
    try jdx.write(options.canonical + [UInt8(ascii: "\n")], toFile: folder + "/" + place + "/options.json")
  }

  private func write(text: String, to name: String) throws(Failure) {
    try jdx.write(Array(text.utf8), toFile: folder + "/" + name)
  }
}
