import AdapterKit
import Foundation
import GenericPlugin
import Import
import Plan
import QingdaoPlugin
import RizhaoPlugin
import Sampling
import Synchronization
import Testing
import WeifangPlugin
import WeihaiPlugin
import YantaiPlugin

/// A document of the repository, and what is read from it and from its sample.
struct SampleFile: Sendable, CustomTestStringConvertible {
  static let adapters: [any Adapter] = [
    OutlineDocument(), TargetSheet(), workPlan, governmentReport, taskBreakdown, summaryAndPlan, MeetingReport(),
    summaryArticle, taskLedger,
  ]
  static let words = SampleWords(adapters: adapters)

  let path: String
  var testDescription: String { path }

  /// Every input of the plugins' corpora, and the samples that the guide uses.
  static let all: [SampleFile] =
    folders.flatMap { folder -> [SampleFile] in
      let names = (try? FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
      return names.filter { folder == "Samples" || $0.split(separator: "/").last?.hasPrefix("input.") ?? false }
        .sorted().map { SampleFile(path: folder + "/" + $0) }
    }

  /// Those whose samples are read exactly as they are. Of a few a date or the role of a figure can differ: see
  /// docs/samples.md.
  static let alike: [SampleFile] = all.filter { file in
    !unproved.contains { file.path.hasPrefix($0) }
  }
  private static let unproved = [
    "Plugins/Qingdao/corpus/plan-ports-2032/", "Plugins/Rizhao/corpus/0001-report-city-2031/",
    "Plugins/Rizhao/corpus/0003-report-district-2031/", "Plugins/Weifang/corpus/0005-seeds-summary-2031/",
    "Plugins/Yantai/corpus/0013-units-apart/", "Plugins/Yantai/corpus/0015-drawn-lines/",
  ]

  private static let folders = [
    "Samples", "Plugins/Generic/corpus", "Plugins/Qingdao/corpus", "Plugins/Rizhao/corpus", "Plugins/Weifang/corpus",
    "Plugins/Weihai/corpus", "Plugins/Yantai/corpus",
  ]
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL

  func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: SampleFile.root.appendingPathComponent(path)))
  }

  /// What is read from it.
  func original() throws -> UnderstoodSample { try UnderstoodSample.of(path) { try bytes() } }

  /// Its sample, and what is read from that; `nil` where there can be none.
  func sample(_ key: SampleKey = usualKey, named name: String = "usual") throws -> UnderstoodSample? {
    let names = try original().names
    return try? UnderstoodSample.of("\(path) \(name)") {
      try Sample(of: try bytes(), in: Disguise(words: Self.words, names: names, key: key)).bytes
    }
  }

  private static let usualKey = SampleKey(known: [1, 2, 3])

  /// For a document whose people are not known.
  static let disguise = Disguise(words: words, names: [], key: usualKey)
}

/// A document and what was read from it, once for all tests that ask.
struct UnderstoodSample: Sendable {
  let bytes: [UInt8]
  let shape: Shape
  /// The names of the people that it names in labelled fields.
  let names: [String]
  /// The written forms of all figures, in their order.
  let figures: [String]

  private static let known = Mutex<[String: UnderstoodSample]>([:])

  static func of(_ name: String, bytes: () throws -> [UInt8]) rethrows -> UnderstoodSample {
    if let known = known.withLock({ $0[name] }) { return known }
    let understood = UnderstoodSample(try bytes())
    known.withLock { $0[name] = understood }
    return understood
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let file = SourceFile(displayPath: "x", name: nil, bytes: bytes)
    let result = Result { () throws(ImportError) in
      try readDocument(file, adapters: SampleFile.adapters, allowMarked: true)
    }
    shape = Shape(result)
    let draft = try? result.get().draft
    names = draft?.people.compactMap(\.name) ?? []
    figures = draft?.items.flatMap { $0.figures.map(\.quantity.quote) } ?? []
  }
}

/// What was read, as far as a sample must show it too: which adapter, which items with how long words, how many figures.
struct Shape: Equatable, Sendable, CustomStringConvertible {
  var lines: [String] = []

  init(_ result: Result<DocumentReading, ImportError>) {
    do throws(ImportError) {
      let reading = try result.get()
      lines.append(reading.adapter.id)
      lines.append("people \(reading.draft.people.count)")
      lines += reading.draft.items.map { item in
        let text = reading.repaired.text
        let figures = item.figures.map { figure in
          let quantity = figure.quantity
          return
            "\(figure.role) \(quantity.comparator) \(quantity.unit) \(quantity.range.count) @\(quantity.range.lowerBound)"
        }
        return
          "\(item.role) \(item.number ?? 0) \(item.title?.description ?? "") \(item.aim?.description ?? "") \(item.text) "
          + "\(item.parties.map(\.role)) \(item.benchmarkCities.count) \(figures) | "
          + text.string(item.title ?? item.text.first ?? 0..<0)
      }
    } catch {
      switch error {
      case .unreadable, .notRecognised, .ambiguous, .marked, .nothingRead, .missing:
        lines.append(String(describing: error).prefix { $0 != "(" && $0 != ":" }.description)
      default: lines.append("\(error)")
      }
    }
  }

  static func == (left: Shape, right: Shape) -> Bool { left.bare == right.bare }

  private var bare: [String] { lines.map { String($0.prefix { $0 != "|" }) } }

  var description: String { lines.joined(separator: "\n") }

  func difference(from other: Shape) -> String {
    zip(lines, other.lines).filter { $0.prefix { $0 != "|" } != $1.prefix { $0 != "|" } }.prefix(8)
      .map { "  sample \($0)\n  origin \($1)" }.joined(separator: "\n") + " \(lines.count) vs \(other.lines.count)"
  }
}
