import Archive
import Glibc
import Packaging
import Reading
import Vocabulary

/// What the command line names as input: files, standard input, bundles.
enum Input {
  /// A path as messages have it.
  static func shown(_ path: String) -> String {
    switch path {
    case "-": say(zh: "标准输入", en: "standard input")
    case "": "''"
    default: path
    }
  }

  /// The bytes of a file, or of standard input for `-`.
  static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    do throws(FileFailure) {
      return path == "-" ? try readAll(descriptor: 0, named: "-") : try readFile(path)
    } catch {
      throw Failure(reading: error)
    }
  }

  /// Whether it is a regular file, which can be read more than once.
  static func isFile(_ path: String) -> Bool { path != "-" && (try? readBeginning(path, count: 0)) ?? nil != nil }

  /// A bundle, checked down to the last byte.
  static func bundle(_ path: String, tolerant: Bool = false) throws(Failure) -> OpenBundle {
    let bytes = try bytes(path)
    do throws(BundleError) {
      return try parsed(bytes, tolerant: tolerant)
    } catch {
      throw Failure(error, in: shown(path))
    }
  }

  /// A bundle from its bytes; another kind of ZIP (a Word document) is none, not a damaged one.
  static func parsed(_ bytes: [UInt8], tolerant: Bool) throws(BundleError) -> OpenBundle {
    do throws(BundleError) {
      return try readBundle(bytes, tolerant: tolerant)
    } catch {
      let kind = FileKind(signatureOf: bytes)
      if let kind, [.docx, .xlsx, .pptx, .ofd, .odf].contains(kind) { throw .archive(.notAnArchive) }
      throw error
    }
  }
}
