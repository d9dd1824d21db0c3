import AdapterKit
import Import
import Interop
import Packaging
import Plan
import Vocabulary

/// A file that `jdx export` wrote, or another program in its form: read back, not adapted.
struct ExchangedFile {
  let path: String
  let form: ExchangeForm
  let contents: BundleContents

  /// `nil` where the file is of no such form.
  init?(_ file: SourceFile, _ given: Given, onto base: RevisionSet) throws(Failure) {
    guard let form = ExchangeForm(of: file.bytes) else { return nil }
    path = file.displayPath
    self.form = form
    do throws(InteropError) {
      switch form {
      case .jsonl: contents = try RecordLines.read(file.bytes)
      case .yaml: contents = try RecordYAML.read(file.bytes)
      // A table holds no texts and no places in them.
      case .xlsx: throw InteropError.onlyForAmending
      case .stratml:
        contents = try StratML.read(file.bytes, path: file.name, given: StratML.Given(given))
      }
    } catch {
      throw Failure(error, in: file.displayPath)
    }
    if form == .stratml, let id = documents.first(where: { !base.revisions(.document, $0).isEmpty }),
      contents.revisions.all.contains(where: { base.revisions($0.type, $0.id)[$0.revision] == nil })
    {
      throw Failure(path, updates: id)
    }
  }

  var documents: [String] { contents.revisions.ids(.document) }

  /// `goals.yaml: 1 document, 12 items, 5 figures, 18 revisions`.
  var line: String {
    path + say(zh: "：", en: ": ")
      + listed([counted(View(of: contents.revisions)), counted(contents.revisions.count, zh: "修订", en: "revision")])
  }

  var json: JSONObject {
    var object = JSONObject()
    object["file"] = .string(path)
    object["form"] = .string(form.rawValue)
    object["documents"] = .array(documents.map(JSON.string))
    return object
  }

  /// The files of our own forms, the others as they are, and the failures among the first.
  static func apart(
    _ files: [Input.Found], _ given: Given, onto base: RevisionSet
  ) -> (exchanged: [ExchangedFile], rest: [Input.Found]) {
    var (exchanged, rest) = ([ExchangedFile](), [Input.Found]())
    for found in files {
      do throws(Failure) {
        if found.failure == nil, let own = try ExchangedFile(try found.read(), given, onto: base) {
          exchanged.append(own)
        } else {
          rest.append(found)
        }
      } catch {
        var failed = found
        failed.content = .failure(error)
        rest.append(failed)
      }
    }
    return (exchanged, rest)
  }
}

extension Failure {
  /// A plan carries no history, so nobody can tell what of it follows what: joining the two would be a conflict throughout.
  fileprivate init(_ path: String, updates id: String) {
    self.init(
      .badInput, .importCollision, in: path,
      Localized(zh: "StratML 文件不能更新数据包：\(id) 已在其中", en: "a StratML file can't update a bundle, and \(id) is in it"),
      hint: Localized(
        zh: "单独导入成另一个数据包，用 jdx diff 比较；要改某些值，用 jdx amend",
        en:
          "import it into a bundle of its own and compare the two with jdx diff; to change single values, use jdx amend"
      ))
  }
}

extension StratML.Given {
  fileprivate init(_ given: Given) {
    self.init(
      city: given.city.map { CityReference(code: $0.code, name: $0.name) }, organization: given.organization,
      year: given.year, name: given.name)
  }
}
