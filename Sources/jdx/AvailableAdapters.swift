import AdapterKit
import Archive
import Glibc
import Profiles
import Vocabulary

/// The adapters that a command may choose from: this build's, and those of the profiles in the user's folder.
struct AvailableAdapters {
  private(set) var all = registeredAdapters
  /// Why profiles of the folder are not among them.
  private(set) var failures: [Failure] = []

  /// Reads the folder of profiles, where there is one.
  init() {
    guard let folder = AvailableAdapters.folder, let names = try? Input.list(folder) else { return }
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

  /// Says which profiles of the folder can't be used; the others go on.
  func reportFailures() { failures.forEach { $0.report() } }

  func adapter(_ id: String) throws(Failure) -> any Adapter {
    if let adapter = all.first(where: { $0.id == id }) { return adapter }
    throw Failure(unknownAdapter: id, known: all.map(\.id))
  }

  // MARK: Profiles

  /// `$XDG_CONFIG_HOME/jdx/profiles`, or below `~/.config`.
  static var folder: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    return (variable("XDG_CONFIG_HOME") ?? variable("HOME").map { $0 + "/.config" }).map { $0 + "/jdx/profiles" }
  }

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
