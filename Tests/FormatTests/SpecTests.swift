import Archive
import Foundation
import Packaging
import Plan
import Testing
import Vocabulary

/// The specification says what the program does.
@Suite struct SpecTests {
  static let file = Repository.format.appending(path: "spec.md")
  /// It stands apart, for the bundle that it shows carries the specification.
  static let example = Repository.format.appending(path: "example.md")

  /// `JDX_RECORD=1` rewrites the files and hashes of the example.
  @Test func theExampleIsWhatTheProgramWrites() throws {
    let page = try Repository.text(Self.example)
    let rewritten = try SpecExample(page: page).rewritten()
    if Repository.isRecording { return try Data(rewritten.utf8).write(to: Self.example) }
    for (number, (stated, found)) in zip(page.split(separator: "\n"), rewritten.split(separator: "\n")).enumerated()
    where stated != found {
      Issue.record("non-empty line \(number + 1) should be \(found)")
    }
    #expect(Array(page.utf8) == Array(rewritten.utf8))
  }

  @Test func theExampleIsAccepted() throws {
    let example = SpecExample(page: try Repository.text(Self.example))
    let open = try readBundle(example.bag.stored.bytes)
    #expect(open.view.documents.count == 1 && open.view.items.count == 2 && open.view.indicators.count == 1)
    #expect(open.fingerprint == SHA256Hex.of(example.files["tagmanifest-sha256.txt"] ?? []))
  }

  @Test func everyFaultIsListed() throws {
    let page = try Repository.text(Self.file)
    let listed = page.matches(of: #/(?m)^\| R\d+ \| `([a-z]+\.[a-zA-Z0-9]+)` \| [^|]+ \|$/#).map { String($0.1) }
    #expect(listed == Fault.Code.allCases.map(\.rawValue))
  }

  @Test func theCodesOfVocabulariesAreThose() throws {
    let page = try Repository.text(Self.file)
    let categories = Categories.standard.all.map { "`\($0.code)` \($0.label.zh)" }
    #expect(page.contains("Categories with a code are \(categories.joined(separator: " and ")) "))
    let cities = ["370200", "370600", "370700", "371000", "371100"].map {
      "\($0) \(Cities.standard.city(code: $0)?.name ?? "")"
    }
    #expect(page.contains("are \(cities.joined(separator: ", "))."))
  }

  @Test(arguments: CodeList.all)
  func everyCodeIsNamed(_ list: CodeList) throws {
    let page = try Repository.text(Self.file)
    for code in list.codes { #expect(page.contains("`\(code)`"), "\(list.labels): \(code)") }
  }
}
