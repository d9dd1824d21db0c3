import Conformance
import Vocabulary

extension Failure {
  /// A plugin's corpus that can't be run.
  init(_ error: CorpusError) {
    let form = Localized(
      zh: "每份文件一个文件夹：corpus/名称/input.docx", en: "each document has a folder of its own: corpus/NAME/input.docx")
    switch error {
    case .missing(let folder):
      self.init(
        .badInput, .pluginCorpus, in: folder, Localized(zh: "没有 corpus 文件夹", en: "has no folder corpus"), hint: form)
    case .empty(let folder):
      self.init(
        .badInput, .pluginCorpus, in: folder, Localized(zh: "里面没有样例文件", en: "holds no document"), hint: form)
    case .severalInputs(let folder, let names):
      self.init(
        .badInput, .pluginCorpus, in: folder,
        Localized(
          zh: "有几份样例文件：\(names.joined(separator: "、"))", en: "holds several documents: \(names.joined(separator: ", "))"
        ),
        hint: form)
    case .options(let file):
      self.init(
        .badInput, .pluginCorpus, in: file,
        Localized(zh: "写法不对，或没有这个城市", en: "is not of its form, or names a city that there is not"),
        hint: Localized(
          zh: "写成 JSON，可有 city、organization、year、name、allowMarked",
          en: "it is JSON with city, organization, year, name, allowMarked as needed"))
    case .unreadable(let failure): self.init(reading: failure)
    }
  }
}
