import Foundation
import Robustness
import Testing

/// The inputs of the readers' fuzzing, those that once broke something among them: each gives a text or an error, and
/// every law holds. `make fuzz` goes on from them.
@Suite struct ReaderCorpusTests {
  private static let corpora = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../ReaderFuzzing/Corpora").standardizedFileURL

  private static func inputs(_ reader: ByteReader) throws -> [(name: String, bytes: [UInt8])] {
    let folder = corpora.appending(path: reader.rawValue)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, Array(try Data(contentsOf: folder.appending(path: $0))))
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ByteReader.allCases)
  func everyInputEndsInATextOrAnError(reader: ByteReader) throws {
    var results: Set<String> = []
    for input in try Self.inputs(reader) {
      let outcome = reader.tried(input.bytes)
      #expect(outcome.breaches.isEmpty, "\(reader) \(input.name): \(outcome.breaches.prefix(5))")
      results.insert(outcome.result)
    }
    #expect(results.contains("read"), "\(results)")
  }

  /// What is large or of another kind is no beginning for fuzzing.
  @Test(arguments: ByteReader.allCases) func `inputs are small and of their kind`(reader: ByteReader) throws {
    let inputs = try Self.inputs(reader)
    #expect(inputs.count >= 5)
    for input in inputs {
      #expect(input.bytes.count <= 16_384, "\(reader) \(input.name)")
      #expect(reader.tried(input.bytes).isOfItsKind, "\(reader) \(input.name)")
    }
  }
}
