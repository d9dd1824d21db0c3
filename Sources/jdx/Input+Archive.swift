import Import
import Reading
import Vocabulary

extension Input {
  /// The documents in an archive, or the file itself where it is none.
  ///
  /// - Parameter below: what stands before the names of those inside.
  static func opened(_ found: Found, below: String) -> [Found] {
    guard case .success(let file) = found.result, FileKind(signatureOf: file.bytes) == .zip else { return [found] }
    do throws(ReadingError) {
      var archive = try DocumentArchive(file.bytes)
      guard archive.members.isEmpty else { return archive.members.map { member(&archive, $0, of: found, below) } }
      return [
        found.failed(
          Failure(
            .badInput, .folderEmpty, in: file.displayPath,
            Localized(zh: "压缩包里没有可导入的文件", en: "the archive holds no document"),
            hint: Localized(zh: "请检查打包时是否漏了文件", en: "see whether files were left out when it was packed")))
      ]
    } catch {
      return [found.failed(Failure(ImportError.unreadable(error), in: file.displayPath))]
    }
  }

  private static func member(
    _ archive: inout DocumentArchive, _ member: DocumentArchive.Member, of found: Found, _ below: String
  ) -> Found {
    let path = shown(found.path) + "/" + member.path
    var inside = Found(path: path, name: below + member.path, origin: found.origin, result: found.result)
    guard member.isNamed else {
      return inside.failed(
        Failure(
          .badInput, .fileName, in: path,
          Localized(zh: "压缩包里的文件名不是 UTF-8，也不是 GB18030 编码", en: "its name is neither UTF-8 nor GB18030"),
          hint: Localized(zh: "请解压、改名后再导入", en: "unpack it, rename it and import it")))
    }
    do throws(ReadingError) {
      let name = member.path.split(separator: "/").last.map(String.init)
      inside.result = .success(SourceFile(displayPath: path, name: name, bytes: try archive.bytes(of: member)))
      return inside
    } catch {
      return inside.failed(Failure(ImportError.unreadable(error), in: path))
    }
  }
}

extension Input.Found {
  fileprivate func failed(_ failure: Failure) -> Input.Found {
    var found = self
    found.result = .failure(failure)
    return found
  }
}
