import AdapterKit
import HouseForms
import Import
import Interop
import Packaging
import Plan
import Sheet
import Vocabulary

/// One document of a bundle in the form that its house fills in (`jdx export --to house`).
extension ExportCommand {
  func writeHouseForm() throws {
    let file = try houseFile()
    let open = try Input.bundle(bundle)
    let id = try oneDocument(of: open.view) { count in
      Localized(
        zh: "本单位格式一个文件写一份，这里有 \(count) 份", en: "a file holds one document in its house's form, and there are \(count)")
    }
    let records = try records(of: id, in: open)
    let adapter = try houseAdapter(for: records.document)
    guard let form = adapter.houseForm else { return }
    let bytes: [UInt8]
    if let template {
      bytes = try filled(template, file, with: records, by: form)
    } else {
      let filled = form.filled(with: records, under: form.headers(for: records))
      do throws(SheetError) { bytes = try file.written(filled) } catch {
        throw Failure(InteropError.sheet(error), in: output)
      }
    }
    try write(bytes, toFile: output)
    let back = ReadBack(bytes, named: "form.\(file.rawValue)", with: adapter, against: records)
    try printSummary(houseSummary(of: records, in: open, adapter, back), besides: output)
  }

  /// What kind of file is to be written, by its name.
  private func houseFile() throws(Failure) -> HouseFile {
    let name = output.lowercased()
    if let file = HouseFile.allCases.first(where: { name.hasSuffix("." + $0.rawValue) }) { return file }
    throw Failure(
      .wrongUse, .usageOutput,
      Localized(
        zh: "本单位格式写成 Word 或 Excel 文件，\(Input.shown(output)) 看不出是哪一种",
        en: "a form is written as a Word or Excel file, and \(Input.shown(output)) does not tell which"),
      hint: Localized(zh: "用 -o 指定以 .docx 或 .xlsx 结尾的文件", en: "name a file that ends with .docx or .xlsx with -o"))
  }

  private func filled(
    _ path: String, _ file: HouseFile, with records: DocumentRecords, by form: any HouseForm
  ) throws(Failure) -> [UInt8] {
    let bytes = try Input.bytes(path)
    let template: HouseTemplate
    do throws(HouseTemplateError) { template = try HouseTemplate(bytes) } catch {
      throw Failure(error, in: Input.shown(path))
    }
    guard template.file == file else {
      let names = (of: template.file.rawValue, to: file.rawValue)
      throw Failure(
        .wrongUse, .usageOutput,
        Localized(
          zh: "模板是 .\(names.of) 文件，填好后不能写成 .\(names.to)",
          en: "the template is a .\(names.of) file, and can't be filled as .\(names.to)"),
        hint: Localized(zh: "用 -o 指定以 .\(names.of) 结尾的文件", en: "name a file that ends with .\(names.of) with -o"))
    }
    do throws(HouseTemplateError) { return try template.filled(with: records, by: form) } catch {
      throw Failure(error, in: Input.shown(path))
    }
  }

  /// A document's records; where sides differ on one of them, no form can show it.
  private func records(of id: String, in bundle: OpenBundle) throws(Failure) -> DocumentRecords {
    let view = bundle.view
    func isOf(_ row: Row, _ field: String, _ ids: Set<String>) -> Bool {
      row.line[field]?.string.map(ids.contains) ?? false
    }
    let documents = view.documents.filter { $0.id.utf8.elementsEqual(id.utf8) }
    let items = view.items.filter { isOf($0, "document", [id]) }
    let indicators = view.indicators.filter { isOf($0, "item", Set(items.map(\.id))) }
    let conflicts = (documents + items + indicators).count { !$0.conflicts.isEmpty } + max(0, documents.count - 1)
    guard conflicts == 0, let document = documents.first?.document else {
      throw Failure(
        .badInput, .houseConflict, in: Input.shown(self.bundle),
        Localized(
          zh: "\(id) 有 \(conflicts) 处数据不一致，一张表写不下两种说法",
          en: "sides differ on \(plural(conflicts, "record")) of \(id), and a form shows one of them only"),
        hint: Localized(zh: "用 jdx show 查看，更正后再导出", en: "see them with jdx show, and correct them first"))
    }
    return DocumentRecords(
      document: document, items: items.compactMap(\.item), indicators: indicators.compactMap(\.indicator),
      contacts: withContacts ? contacts(of: id, in: bundle.contents) : [])
  }

  private func contacts(of id: String, in contents: BundleContents) -> [Contact] {
    contents.contacts.values.filter { $0["document"]?.string == id }
      .sorted {
        utf8Order(String(decoding: $0.canonical, as: UTF8.self), String(decoding: $1.canonical, as: UTF8.self))
      }
      .compactMap { row in
        row["role"]?.string.flatMap(Contact.Role.init).map { role in
          Contact(
            document: id, role: role, name: row["name"]?.string, phone: row["phone"]?.string,
            email: row["email"]?.string)
        }
      }
  }

  /// The adapter of the profile that the user named, else the one that read the document, else one that writes its kind.
  private func houseAdapter(for document: Document) throws(Failure) -> any Adapter {
    var adapters = AvailableAdapters()
    var wanted = document.adapter.id
    if let profile { wanted = try adapters.add(profile: profile) }
    adapters.reportFailures()
    let writing = adapters.all.filter { $0.houseForm != nil }
    if let adapter = writing.first(where: { $0.id == wanted }) ?? writing.first(where: { $0.kind == document.kind }) {
      return adapter
    }
    let kind = Labels.standard.label(.documentKinds, document.kind.rawValue)
    let names = writing.map { "\($0.id)（\($0.name.zh)）" }.joined(separator: "、")
    throw Failure(
      .badInput, .houseAdapter, in: Input.shown(bundle),
      Localized(
        zh: "没有适配器能把\(kind?.zh ?? document.kind.rawValue)写成本单位格式（\(wanted)）",
        en: "no adapter writes a \(kind?.en ?? document.kind.rawValue) in the form of its house (\(wanted))"),
      hint: Localized(
        zh: "能写的有 \(names)；其他文件可用 --to xlsx 或 markdown",
        en:
          "these write: \(writing.map { "\($0.id) (\($0.name.en))" }.joined(separator: ", ")); for others see --to xlsx, markdown"
      ))
  }

  // MARK: What is told

  /// What was written, and each record that does not come back from it as it is in the bundle.
  private func houseSummary(
    of records: DocumentRecords, in open: OpenBundle, _ adapter: any Adapter, _ back: ReadBack
  ) -> [String] {
    var lines = [
      say(zh: "已导出 \(place)：", en: "exported \(place): ")
        + listed([
          adapter.name[language], counted(records.items.count, zh: "条目", en: "item"),
          counted(records.indicators.count, zh: "指标", en: "figure"),
        ])
    ]
    let left = leftOut(open) + notBack(records, in: open, back)
    if !left.isEmpty { lines.append(say(zh: "未带：", en: "not carried: ") + listed(left)) }
    if let failure = back.failure {
      let reason = Failure(failure, in: place).message[language]
      return lines + [say(zh: "这份文件读不回来：\(reason)", en: "it can't be read back: \(reason)")]
    }
    lines += named(back.missing, zh: "读不回的记录", en: "records that do not come back")
    let changed = back.changed.map { record in
      say(
        zh: "\(record.id)（\(record.fields.joined(separator: "、"))）",
        en: "\(record.id) (\(record.fields.joined(separator: ", ")))")
    }
    lines += named(changed, zh: "读回后不同的记录", en: "records that come back otherwise")
    lines += named(back.added, zh: "读回后多出的记录", en: "records that are new when it is read back")
    let options = stated(back.given)
    if !options.isEmpty {
      lines.append(say(zh: "重新导入时请写明：", en: "to import it again, state: ") + options.joined(separator: " "))
    }
    return lines
  }

  /// People and links, which stand in no form.
  private func notBack(_ records: DocumentRecords, in open: OpenBundle, _ back: ReadBack) -> [String] {
    let id = records.document.id
    let unasked = withContacts ? 0 : contacts(of: id, in: open.contents).count
    return [
      (back.missingContacts + unasked, Localized(zh: "负责人、联系人", en: "contact")),
      (open.view.links.count, Localized(zh: "关联", en: "link")),
    ].filter { $0.0 > 0 }.map { counted($0.0, zh: $0.1.zh, en: $0.1.en) }
  }

  private func named(_ ids: [String], zh: String, en: String) -> [String] {
    ids.isEmpty ? [] : [say(zh: "\(zh) \(ids.count)：", en: "\(en), \(ids.count): ") + listed(ids)]
  }

  private func stated(_ given: Given) -> [String] {
    [
      given.city.map { "--city \($0.code)" }, given.organization.map { "--organization \($0)" },
      given.year.map { "--year \($0)" }, given.name.map { "--name \($0)" },
    ].compactMap { $0 }
  }
}
