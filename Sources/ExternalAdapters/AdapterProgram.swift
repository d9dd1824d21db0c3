import Glibc
import Reading

/// A program that reads documents of a shape: `jdx-adapter-NAME`.
public struct AdapterProgram: Sendable, Equatable {
  /// Where it is, from the root on.
  public let path: String

  /// - Parameter path: from the root on.
  public init(path: String) { self.path = path }

  /// What its file is called.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// What a search found.
  public struct Found: Sendable, Equatable {
    /// By name; of several of one name the one that was found first.
    public var programs: [AdapterProgram] = []
    /// Those that any user of the machine may change, which are not run.
    public var unsafe: [AdapterProgram] = []
  }

  /// The programs in a folder, then those on a search path.
  ///
  /// Parts of the search path that are not whole paths (`.`, none at all) are passed over: a program that lies beside
  /// the documents is not run because of that.
  public static func find(in folder: String?, searchPath: String?) -> Found {
    let parts = (searchPath ?? "").split(separator: ":").map(String.init)
    var found = Found()
    var names: Set<String> = []
    for place in [folder].compactMap(\.self) + parts where place.hasPrefix("/") {
      for name in programNames(in: place) where names.insert(name).inserted {
        let program = AdapterProgram(path: place + "/" + name)
        if isOpenToAll(place) || isOpenToAll(program.path) {
          found.unsafe.append(program)
        } else {
          found.programs.append(program)
        }
      }
    }
    found.programs.sort { $0.name < $1.name }
    return found
  }

  /// The names of the programs in a folder, in order.
  private static func programNames(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if isName(name), isExecutable(folder + "/" + name) { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether a file of that name is meant to be such a program.
  public static func isName(_ name: String) -> Bool {
    let prefix = "jdx-adapter-"
    return name.utf8.count > prefix.utf8.count && name.hasPrefix(prefix)
      && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  /// Whether its file is there and may be run.
  public var isThere: Bool { isExecutable(path) }

  private static func isOpenToAll(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IWOTH != 0
  }
}
