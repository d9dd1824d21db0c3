import AdapterKit
import Archive
import ChineseText
import Import
import Packaging
import Plan
import Report

/// What stays in memory of a file that was imported: what is told of it. Its text is gone, and its records wait in a stash
/// until the bundle is written.
struct ImportedFile: Sendable {
  /// How a newer draft stands to the reading that it follows.
  enum Standing: Sendable {
    /// There was no such document.
    case new
    case follows(kept: Int, new: Int, gone: Int)
  }

  /// What it brings into the bundle.
  enum Contribution: Sendable {
    case held(BundleContents)
    case packed(PackedDocument)
  }

  /// As the user wrote it.
  let path: String
  /// The document's id.
  let document: String
  /// Nothing new came of it.
  var isKnown: Bool
  let contribution: Contribution
  let choice: Recognition?
  let fileExtension: String
  let mediaType: String
  let encoding: String?
  let hasBOM: Bool
  let roles: [(role: Item.Role, count: Int)]
  let figures: Int
  let standing: Standing
  /// The names of what the source does not state, and all of it in words.
  let inferred: (fields: [String], words: [String])
  let repairs: [(kind: Repair.Kind, count: Int)]
  /// Characters of the source, all and of each class.
  let scalars: (all: Int, classes: [(kind: Segment.Class, count: Int)])
  /// What was noticed, and the readings to check.
  let noticed: ToldNotices
  let toCheck: ToldNotices
  /// Its part of the accounting, where one was asked for.
  let accounting: Stash.Place?

  init(_ document: ImportedDocument, _ keeping: ImportKeeping) throws(FileFailure) {
    let reading = document.reading
    let (record, source) = (document.assembly.document, reading.text.file)
    path = reading.file.displayPath
    self.document = record.id
    isKnown = document.isKnown
    contribution = try keeping.contribution(of: document)
    choice = reading.recognitions.first
    (fileExtension, mediaType, encoding) = (source.fileExtension, source.mediaType, source.encoding)
    hasBOM = source.hasBOM
    roles = Item.Role.allCases.map { role in (role, reading.draft.items.count { $0.role == role }) }
      .filter { $0.count > 0 }
    figures = reading.draft.items.reduce(0) { $0 + $1.figures.count }
    standing = ImportedFile.standing(of: document.assembly)
    inferred = (record.document?.inferred ?? [], record.document.map(ImportedFile.inferred) ?? [])
    repairs = Repair.Kind.allCases.map { kind in (kind, reading.repaired.repairs.count { $0.kind == kind }) }
      .filter { $0.count > 0 }
    scalars = (
      reading.repaired.source.count,
      Segment.Class.allCases.map { kind in
        (kind, reading.segments.filter { $0.class == kind }.reduce(0) { $0 + $1.range.count })
      }
    )
    let notices = document.notices(path: path)
    noticed = try keeping.put(notices.noticed)
    toCheck = try keeping.put(notices.toCheck)
    accounting = try keeping.accounting(of: document)
  }

  private static func standing(of assembly: Assembly) -> Standing {
    guard !assembly.document.parents.isEmpty else { return .new }
    let below = assembly.records.filter { $0.type != .document }
    let (gone, kept) = (below.count(where: \.isRemoved), below.count { !$0.isRemoved && !$0.parents.isEmpty })
    return .follows(kept: kept, new: below.count - gone - kept, gone: gone)
  }

  private static func inferred(_ document: Document) -> [String] {
    document.inferred.map { field in
      switch field {
      case "city": say(zh: "城市 ", en: "city ") + document.city.name
      case "organization": say(zh: "单位 ", en: "bureau ") + document.organization
      case "date": say(zh: "日期 ", en: "date ") + (document.date ?? "")
      case "period": say(zh: "年度 ", en: "year ") + document.period.start.prefix(4)
      default: say(zh: "标题 ", en: "title ") + document.title
      }
    }
  }
}

/// Notices as they will be told, put away.
struct ToldNotices: Sendable {
  let count: Int
  let place: Stash.Place
}

/// How files are kept while a folder is imported.
struct ImportKeeping: Sendable {
  /// Takes what does not stay in memory.
  let stash: Stash
  /// Whether records stay in memory: where others may belong to the same documents, or corrections look for them.
  var isHeld = false
  var format = ImportCommand.Format.text
  var isAccounted = false

  func contribution(of document: ImportedDocument) throws(FileFailure) -> ImportedFile.Contribution {
    isHeld ? .held(document.contents) : .packed(try PackedDocument(document.contents, in: stash))
  }

  func put(_ notices: [Notice]) throws(FileFailure) -> ToldNotices {
    ToldNotices(count: notices.count, place: try stash.put(told(notices)))
  }

  /// What was put away.
  func bytes(at place: Stash.Place) throws(Failure) -> [UInt8] {
    do throws(FileFailure) { return try stash.bytes(at: place) } catch { throw Failure(reading: error) }
  }

  /// Lines as a terminal gets them, or the elements of a list.
  func told(_ notices: [Notice]) -> [UInt8] {
    switch format {
    case .text: Array(notices.flatMap(\.lines).map { DisplayWidth.printable($0) + "\n" }.joined().utf8)
    case .json: Array(notices.map { JSON.object($0.json).canonical }.joined(separator: ",".utf8))
    }
  }

  func accounting(of document: ImportedDocument) throws(FileFailure) -> Stash.Place? {
    guard isAccounted else { return nil }
    return try stash.put(JSON.object(AccountingReport.json(document, language: language)).canonical)
  }
}
