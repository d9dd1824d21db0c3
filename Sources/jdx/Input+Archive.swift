import Archive
import Import
import Reading
import Vocabulary

extension Input {
  /// The documents in an archive.
  ///
  /// - Parameter below: what stands before the names of those inside.
  static func unpacked(_ bytes: [UInt8], of found: Found, below: String, _ stash: Stash) -> [Found] {
    do throws(ReadingError) {
      var archive = try DocumentArchive(bytes)
      guard archive.members.isEmpty else {
        return archive.members.map { member(&archive, $0, of: found, below, stash) }
      }
      return [
        found.failed(
          Failure(
            .badInput, .folderEmpty, in: shown(found.path),
            Localized(zh: "压缩包里没有可导入的文件", en: "the archive holds no document"),
            hint: Localized(zh: "请检查打包时是否漏了文件", en: "see whether files were left out when it was packed")))
      ]
    } catch {
      return [found.failed(Failure(ImportError.unreadable(error), in: shown(found.path)))]
    }
  }

  private static func member(
    _ archive: inout DocumentArchive, _ member: DocumentArchive.Member, of found: Found, _ below: String,
    _ stash: Stash
  ) -> Found {
    let path = shown(found.path) + "/" + member.path
    var inside = Found(path: path, name: below + member.path, origin: found.origin, content: .file)
    guard member.isNamed else {
      return inside.failed(
        Failure(
          .badInput, .fileName, in: path,
          Localized(zh: "压缩包里的文件名不是 UTF-8，也不是 GB18030 编码", en: "its name is neither UTF-8 nor GB18030"),
          hint: Localized(zh: "请解压、改名后再导入", en: "unpack it, rename it and import it")))
    }
    let bytes: [UInt8]
    do throws(ReadingError) { bytes = try archive.bytes(of: member) } catch {
      return inside.failed(Failure(ImportError.unreadable(error), in: path))
    }
    do throws(FileFailure) { inside.content = .unpacked(try stash.put(bytes), in: stash) } catch {
      return inside.failed(Failure(writing: error, to: .file))
    }
    return inside
  }
}

extension Input.Found {
  fileprivate func failed(_ failure: Failure) -> Input.Found {
    var found = self
    found.content = .failure(failure)
    return found
  }
}
