import AdapterKit
import Archive
import ExternalAdapters
import Glibc
import Import
import Profiles
import Vocabulary
import Workers

/// The adapters that a command may choose from: this build's, those of the profiles in the user's folder, and, where a
/// command asks for them, programs.
struct AvailableAdapters {
  private(set) var all = registeredAdapters
  /// Why profiles of the folder, or programs, are not among them.
  private(set) var failures: [Failure] = []

  /// Reads the folder of profiles, where there is one.
  init() {
    guard let folder = AvailableAdapters.folder("profiles"), let names = try? Input.list(folder) else { return }
    for name in names.compactMap({ String(validating: $0, as: UTF8.self) }) where AvailableAdapters.isProfile(name) {
      let path = folder + "/" + name
      do throws(Failures) {
        let adapter = try AvailableAdapters.adapter(ofProfile: path)
        if all.contains(where: { $0.id == adapter.id }) { throw Failures([AvailableAdapters.taken(adapter.id, path)]) }
        all.append(adapter)
      } catch {
        // --profile tells all of them.
        failures += error.all.prefix(1)
      }
    }
  }

  /// Adds the adapter of a profile that the user named, which stands for one of the same id; its id.
  mutating func add(profile path: String) throws(Failure) -> String {
    do throws(Failures) {
      let adapter = try AvailableAdapters.adapter(ofProfile: path)
      all.removeAll { $0.id == adapter.id }
      all.append(adapter)
      return adapter.id
    } catch {
      error.all.dropLast().forEach { $0.report() }
      throw error.last
    }
  }

  /// Says which profiles of the folder and which programs can't be used; the others go on.
  func reportFailures() { failures.forEach { $0.report() } }

  func adapter(_ id: String) throws(Failure) -> any Adapter {
    if let adapter = all.first(where: { $0.id == id }) { return adapter }
    throw Failure(unknownAdapter: id, known: all.map(\.id))
  }

  // MARK: Programs

  /// Starts the programs `jdx-adapter-NAME` of the user's folder and of the search path, and adds their adapters.
  mutating func addPrograms() {
    let found = AdapterProgram.find(
      in: AvailableAdapters.folder("adapters"), searchPath: AvailableAdapters.value(of: "PATH"))
    failures += found.unsafe.map(AvailableAdapters.unsafe)
    for result in concurrentMap(found.programs, { AvailableAdapters.started($0) }) {
      switch result {
      case .success(let adapter):
        if all.contains(where: { $0.id == adapter.id }) {
          failures.append(AvailableAdapters.taken(adapter))
        } else {
          all.append(adapter)
        }
      case .failure(let failure): failures.append(failure)
      }
    }
  }

  /// Adds the adapter of a program that the user named, which stands for one of the same id; its id.
  mutating func add(program path: String) throws(Failure) -> String {
    guard let whole = realpath(path, nil) else {
      throw Failure(reading: FileFailure(path: path, operation: .open, errno: errno))
    }
    defer { free(whole) }
    let program = AdapterProgram(path: String(cString: whole))
    guard program.isThere else {
      throw Failure(
        .wrongUse, .adapterProgram, in: path,
        Localized(zh: "不是可以执行的文件", en: "it is no file that may be run"),
        hint: Localized(zh: "如是适配器程序，先 chmod +x", en: "if it is an adapter program, chmod +x it first"))
    }
    let adapter = try AvailableAdapters.start(program)
    all.removeAll { $0.id == adapter.id }
    all.append(adapter)
    return adapter.id
  }

  private static func start(_ program: AdapterProgram) throws(Failure) -> ExternalAdapter {
    do throws(AdapterFailure) { return try ExternalAdapter(program) } catch {
      throw Failure(.wrongUse, .adapterProgram, error.message, hint: error.hint)
    }
  }

  private static func started(_ program: AdapterProgram) -> Result<ExternalAdapter, Failure> {
    do throws(Failure) { return .success(try start(program)) } catch { return .failure(error) }
  }

  private static func unsafe(_ program: AdapterProgram) -> Failure {
    Failure(
      .wrongUse, .adapterProgram, in: program.path,
      Localized(
        zh: "本机任何用户都能改动这个程序或它所在的文件夹，没有运行", en: "any user may change this program or its folder; it was not run"),
      hint: Localized(zh: "chmod o-w，或移到只有自己能写的文件夹", en: "chmod o-w, or move it to a folder that only you may write to")
    )
  }

  private static func taken(_ adapter: ExternalAdapter) -> Failure {
    Failure(
      .wrongUse, .adapterProgram, in: adapter.program.path,
      Localized(
        zh: "已有适配器叫 \(adapter.id)，这个程序没有用", en: "there is an adapter \(adapter.id) already; this program is not used"),
      hint: Localized(zh: "用 --adapter-program 指定它", en: "name it with --adapter-program"))
  }

  // MARK: Profiles

  /// `$XDG_CONFIG_HOME/jdx/profiles`, or below `~/.config`.
  /// A file or folder below the configuration folder of the program.
  static func folder(_ name: String) -> String? {
    func variable(_ name: String) -> String? { value(of: name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    return (variable("XDG_CONFIG_HOME") ?? variable("HOME").map { $0 + "/.config" }).map { $0 + "/jdx/\(name)" }
  }

  private static func value(of variable: String) -> String? { getenv(variable).map { String(cString: $0) } }

  private static func isProfile(_ name: String) -> Bool {
    !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
  }

  private static func adapter(ofProfile path: String) throws(Failures) -> ProfileAdapter {
    let bytes: [UInt8]
    do throws(Failure) { bytes = try Input.bytes(path) } catch { throw Failures([error]) }
    do throws(ProfileError) { return ProfileAdapter(try Profile(yaml: bytes)) } catch {
      throw Failures(error.problems.map { Failure($0, in: path, bytes) })
    }
  }

  private static func taken(_ id: String, _ path: String) -> Failure {
    Failure(
      .wrongUse, .profileForm, in: path,
      Localized(zh: "已有适配器叫 \(id)，这份描述文件没有用", en: "there is an adapter \(id) already; this profile is not used"),
      hint: Localized(zh: "改掉 profile 的名称，或用 --profile 指定", en: "give it another name, or name it with --profile"))
  }
}

/// Everything that is wrong with a file; at least one thing.
private struct Failures: Error {
  var all: [Failure]
  var last: Failure

  init(_ all: [Failure]) {
    self.all = all
    last = all.last ?? Failure(.machine, .profileForm, Localized(zh: "描述文件不能用", en: "the profile can't be used"))
  }
}
