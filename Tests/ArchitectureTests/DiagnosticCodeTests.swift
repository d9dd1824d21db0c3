import Foundation
import Plan
import Reading
import Testing

@testable import jdx

/// The lists of codes in the documentation are those of the program.
@Suite struct DiagnosticCodeTests {
  @Test(arguments: ["docs/diagnostics.md", "docs/diagnostics.zh-Hans.md"])
  func everyCodeIsDocumentedAndNoOther(_ path: String) throws {
    let text = try String(contentsOf: SourceTree.root.appendingPathComponent(path), encoding: .utf8)
    let listed = text.matches(of: #/(?m)^\| `([a-zA-Z0-9.]+)` \|/#).map { String($0.1) }
    #expect(Set(listed).count == listed.count, "a code is listed twice")
    let known = try diagnosticCodes().union(Failure.Code.allCases.map(\.rawValue)).union(
      Fault.Code.allCases.map(\.rawValue)
    ).union(ReadingNotice.Kind.allCases.map { "source.\($0.rawValue)" })
    #expect(Set(listed).subtracting(known) == [])
    #expect(known.subtracting(listed) == [])
  }

  /// The codes of what adapters and the import notice in documents.
  private func diagnosticCodes() throws -> Set<String> {
    let files = try SourceTree.swiftFiles(in: ["Plugins", "Sources/Import", "Sources/AdapterKit", "Sources/Profiles"])
    let codes = files.flatMap { file in
      file.text.matches(of: #/(?:Diagnostic|review)\(\s*"([a-z]+\.[a-zA-Z.]+)"/#).map { String($0.1) }
    }
    #expect(codes.count > 8)
    return Set(codes)
  }
}
