import Archive
import Glibc
import Intake
import Packaging
import Reading
import Signing
import Vocabulary

extension Input {
  /// Every file below a folder, by its path from there in byte order; hidden files are passed over, links to folders are
  /// not followed.
  static func received(in folder: String, reliance: Reliance?) throws(Failure) -> [ReceivedFile] {
    guard isFolder(folder) else {
      let isThere = access(folder, F_OK) == 0
      guard isThere else { throw Failure(reading: FileFailure(path: folder, operation: .open, errno: ENOENT)) }
      throw Failure(
        .badInput, .fileUnreadable, in: folder, Localized(zh: "不是文件夹", en: "is no folder"),
        hint: Localized(zh: "请指定存放各单位数据包的文件夹", en: "name the folder that the bundles are in"))
    }
    do throws(FileFailure) {
      return try received(below: "", of: folder.hasSuffix("/") ? folder : folder + "/", reliance)
    } catch {
      throw Failure(reading: error)
    }
  }

  private static func received(
    below: String, of root: String, _ reliance: Reliance?
  ) throws(FileFailure) -> [ReceivedFile] {
    var files: [ReceivedFile] = []
    for bytes in try list(root + below) where bytes.first != UInt8(ascii: ".") {
      let name = below + String(decoding: bytes, as: UTF8.self)
      guard String(validating: bytes, as: UTF8.self) != nil else {
        files.append(
          ReceivedFile(
            path: name,
            content: .unreadable(
              ReceivedFile.Problem(
                code: Failure.Code.fileName.rawValue,
                reason: Localized(zh: "文件名不是 UTF-8 编码", en: "its name is not UTF-8")))))
        continue
      }
      if isFolder(root + name, following: false) {
        do throws(FileFailure) { files += try received(below: name + "/", of: root, reliance) } catch {
          files.append(ReceivedFile(path: name, content: .unreadable(ReceivedFile.Problem(Failure(reading: error)))))
        }
      } else {
        files.append(ReceivedFile(path: name, content: content(of: root + name, reliance)))
      }
    }
    return files
  }

  private static func content(of path: String, _ reliance: Reliance?) -> ReceivedFile.Content {
    do throws(Failure) {
      do throws(FileFailure) {
        // A pipe would wait for a writer that never comes.
        guard try readBeginning(path, count: 2) != nil else { return .foreign }
      } catch {
        throw Failure(reading: error)
      }
      let bytes = try Input.bytes(path)
      let open: OpenBundle
      do throws(BundleError) { open = try parsed(bytes, tolerant: true) } catch {
        if case .archive(.notAnArchive) = error {
          return path.hasSuffix(".jdx") ? .unreadable(.init(Failure(error, in: path))) : .foreign
        }
        if FileKind(signatureOf: bytes) == .zip, !path.hasSuffix(".jdx") { return .foreign }
        throw Failure(error, in: path)
      }
      let report = SignatureReport(open, reliance: reliance)
      return .bundle(open, signatures: report.signatures, ofMerged: report.sent.flatMap(\.signatures))
    } catch {
      return .unreadable(ReceivedFile.Problem(error))
    }
  }
}

extension ReceivedFile.Problem {
  fileprivate init(_ failure: Failure) { self.init(code: failure.code, reason: failure.message) }
}
