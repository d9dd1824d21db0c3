import Archive
import Foundation
import Import
import Packaging
import Vocabulary

/// What the command line names as input: files, folders, standard input.
enum Input {
  /// The bytes of a file, or of standard input for `-`.
  static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    do throws(FileFailure) {
      return path == "-" ? try readAll(descriptor: 0, named: "-") : try readFile(path)
    } catch {
      throw Failure(reading: error)
    }
  }

  /// A bundle, checked down to the last byte.
  static func bundle(_ path: String, tolerant: Bool = false) throws(Failure) -> OpenBundle {
    let bytes = try bytes(path)
    do throws(BundleError) {
      return try readBundle(bytes, tolerant: tolerant)
    } catch {
      throw Failure(error, in: path)
    }
  }

  /// The files that paths name, folders opened and their files in byte order; hidden files and bundles are no documents.
  ///
  /// A path that can't be read comes back as its failure, so that the others go on.
  static func files(_ paths: [String]) throws(Failure) -> [(path: String, result: Result<SourceFile, Failure>)] {
    var out: [(path: String, result: Result<SourceFile, Failure>)] = []
    for path in paths {
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard path != "-", exists, isFolder.boolValue else {
        out.append((path, source(path)))
        continue
      }
      let inside = try documents(in: path)
      if inside.isEmpty {
        let failure = Failure(
          .badInput,
          Localized(zh: "\(path)：文件夹里没有可导入的文件", en: "\(path): the folder holds no document"),
          hint: Localized(zh: "请指定存放 .txt 文件的文件夹", en: "name a folder that holds .txt files"))
        out.append((path, .failure(failure)))
      }
      out += inside.map { ($0, source($0)) }
    }
    return out
  }

  private static func source(_ path: String) -> Result<SourceFile, Failure> {
    do throws(Failure) {
      let name = path == "-" ? nil : path.split(separator: "/").last.map(String.init)
      return .success(SourceFile(displayPath: path, name: name, bytes: try bytes(path)))
    } catch {
      return .failure(error)
    }
  }

  private static func documents(in folder: String) throws(Failure) -> [String] {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      throw Failure(.badInput, Localized(zh: "\(folder)：不能打开文件夹", en: "\(folder): the folder can't be opened"))
    }
    var out: [String] = []
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !name.hasPrefix(".") && !name.hasSuffix(".jdx") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      let type = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
      if type == .typeDirectory { out += try documents(in: path) } else { out.append(path) }
    }
    return out
  }
}
