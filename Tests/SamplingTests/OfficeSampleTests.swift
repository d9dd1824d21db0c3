import Archive
import ChineseText
import Foundation
import Reading
import Testing

@testable import Sampling

/// Files of tags and texts keep their form; what stands in them is other words, in every part.
@Suite struct OfficeSampleTests {
  private static let corpora = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../ReaderFuzzing/Corpora").standardizedFileURL

  /// The sound files that the readers' fuzzing begins with.
  static let files: [String] = ["docx", "xlsx", "html"].flatMap { kind -> [String] in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: corpora.appending(path: kind).path)) ?? []
    return names.filter { !$0.hasPrefix("grown-") }.sorted().map { kind + "/" + $0 }
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.corpora.appending(path: file)))
  }

  @Test func thereAreSome() { #expect(Self.files.count > 10) }

  @Test(arguments: files) func keepsTextsAndBlocksInTheirForm(_ file: String) throws {
    guard let old = try? readFile(try bytes(file)) else { return }
    let sample = try Sample(of: try bytes(file), in: SampleFile.disguise)
    let new = try readFile(sample.bytes)
    #expect(sample.form == .same)
    #expect(new.mediaType == old.mediaType)
    // In a sheet, a number becomes another date, or one that its format shows in more or fewer places.
    func form(_ text: [Unicode.Scalar]) -> [Runs.Kind] {
      file.hasPrefix("xlsx") ? text.filter { $0 == "\t" || $0 == "\n" }.map(Runs.kind) : text.map(Runs.kind)
    }
    #expect(form(new.scalars) == form(old.scalars), "\(new.scalars.string)\n\(old.scalars.string)")
    #expect(new.blocks?.count == old.blocks?.count)
    #expect(new.asides.map(\.kind) == old.asides.map(\.kind))
  }

  @Test(arguments: files) func noPartTellsTheText(_ file: String) throws {
    let source = try bytes(file)
    guard let old = try? readFile(source).scalars else { return }
    let sample = try Sample(of: source, in: SampleFile.disguise).bytes
    guard let archive = try? ForeignArchive(sample) else {
      #expect(Runs.left(of: old, in: try decode(sample).scalars).isEmpty)
      return
    }
    for entry in archive.entries {
      guard let part = try? decode(try archive.read(entry)).scalars else { continue }
      #expect(Runs.left(of: old, in: part).isEmpty, "\(entry.path)")
    }
  }

  @Test func codesOfAPrintedHeaderStayAndItsWordsDoNot() {
    let header = "<oddHeader>&amp;C鲲鹏&amp;A 第&amp;P页</oddHeader>"
    let disguise = SampleFile.disguise
    let new = Markup(Array(header.unicodeScalars), .office(keeping: [], in: "xl/sheet.xml"), disguise).disguised()
    let words = new.document.string
    for code in ["&amp;C", "&amp;A 第&amp;P页"] { #expect(words.contains(code), "\(words)") }
    #expect(!words.contains("鲲鹏"))
  }
}
