import Archive
import Glibc
import Import
import Reading
import Vocabulary

extension Input {
  /// One file named, or found in a folder or an archive that was named.
  struct Found {
    /// As the user wrote it, for messages; in an archive `plans.zip/渡口/目标.docx`.
    var path: String
    /// The last path component; below a folder or archive that was named, the path from there.
    var name: String
    /// The file on the disk that holds it: itself, or the archive.
    var origin: String
    var content: Content

    /// Where the bytes are until the file's turn comes.
    enum Content {
      case file
      case held([UInt8])
      /// Of a file in an archive.
      case unpacked(Stash.Place, in: Stash)
      case failure(Failure)
    }

    var failure: Failure? { if case .failure(let failure) = content { failure } else { nil } }

    /// The file, read now; one that is a failure can't be.
    func file() -> Result<SourceFile, FileFailure> {
      Result { () throws(FileFailure) in
        let bytes =
          switch content {
          case .file: try readFile(path)
          case .held(let bytes): bytes
          case .unpacked(let place, let stash): try stash.bytes(at: place)
          case .failure: throw FileFailure(path: path, operation: .read, errno: EIO)
          }
        let last = path == "-" ? nil : name.split(separator: "/").last.map(String.init)
        return SourceFile(displayPath: shown(path), name: last, bytes: bytes)
      }
    }

    /// The file, read now, or why it can't be.
    func read() throws(Failure) -> SourceFile {
      if let failure { throw failure }
      do throws(FileFailure) { return try file().get() } catch { throw Failure(reading: error) }
    }
  }

  /// The files that paths name, folders and archives opened and their files in byte order; hidden files and bundles are
  /// no documents.
  ///
  /// A path that can't be read comes back as its failure, so that the others go on.
  ///
  /// - Parameter stash: takes the files of archives.
  static func files(_ paths: [String], unpackedTo stash: Stash = Stash()) -> [Found] {
    paths.flatMap { path -> [Found] in
      guard path != "-", isFolder(path) else {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return found(path, name: name, below: "", stash)
      }
      let root = path.hasSuffix("/") ? path : path + "/"
      let inside = documents(in: root, below: "", stash)
      guard inside.isEmpty else { return inside }
      let failure = Failure(
        .badInput, .folderEmpty, in: path, Localized(zh: "文件夹里没有可导入的文件", en: "the folder holds no document"),
        hint: Localized(zh: "请指定存放文件的文件夹", en: "name a folder that holds some"))
      return [Found(path: path, name: path, origin: path, content: .failure(failure))]
    }
  }

  /// A file, or the files in it where it is an archive; only these and what can be read once only are read now.
  private static func found(_ path: String, name: String, below: String, _ stash: Stash) -> [Found] {
    var found = Found(path: path, name: name, origin: path, content: .file)
    do throws(FileFailure) {
      let beginning = path == "-" ? nil : try readBeginning(path, count: 2)
      if let beginning, beginning != Array("PK".utf8) { return [found] }
      let bytes = path == "-" ? try readAll(descriptor: 0, named: path) : try readFile(path)
      if FileKind(signatureOf: bytes) == .zip { return unpacked(bytes, of: found, below: below, stash) }
      if beginning == nil { found.content = .held(bytes) }
    } catch {
      found.content = .failure(Failure(reading: error))
    }
    return [found]
  }

  /// The documents of a folder and of those in it; links to folders are not followed.
  private static func documents(in root: String, below: String, _ stash: Stash) -> [Found] {
    let folder = root + below
    let names: [[UInt8]]
    do throws(FileFailure) { names = try list(folder) } catch {
      return [Found(path: folder, name: below, origin: folder, content: .failure(Failure(reading: error)))]
    }
    return names.flatMap { bytes -> [Found] in
      guard let name = String(validating: bytes, as: UTF8.self) else {
        let path = folder + String(decoding: bytes, as: UTF8.self)
        let failure = Failure(
          .badInput, .fileName, in: path, Localized(zh: "文件名不是 UTF-8 编码", en: "the file's name is not UTF-8"),
          hint: Localized(zh: "请改文件名后再导入", en: "rename the file and import it again"))
        return [Found(path: path, name: path, origin: path, content: .failure(failure))]
      }
      guard DocumentArchive.mayHold(name) else { return [] }
      if isFolder(folder + name, following: false) { return documents(in: root, below: below + name + "/", stash) }
      return found(folder + name, name: below + name, below: below + name + "/", stash)
    }
  }

  /// The names in a folder, in byte order.
  static func list(_ folder: String) throws(FileFailure) -> [[UInt8]] {
    guard let stream = opendir(folder) else { throw FileFailure(path: folder, operation: .open, errno: errno) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  static func isFolder(_ path: String, following: Bool = true) -> Bool {
    var status = stat()
    guard (following ? stat(path, &status) : lstat(path, &status)) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }
}
