/// Takes an archive's paths one after the other and refuses what breaks a rule or collides.
///
/// Reader and writer share it, so neither lets through what the other would refuse.
struct PathRegister {
  private let limits: ArchiveLimits
  private var last: [UInt8] = []
  private var lastFolder: ArraySlice<UInt8> = []
  /// The folded paths of files, and of the folders that they lie in, each with a path that says so.
  private var files: [[UInt8]: String] = [:]
  private var folders: [[UInt8]: String] = [:]

  init(limits: ArchiveLimits) { self.limits = limits }

  /// Fails where `path` may not come next; `offset` is where its bytes stand in the file (when reading).
  ///
  /// Gives the path as a string.
  func check(_ path: [UInt8], offset: Int?) throws(ArchiveError) -> String {
    let shown = PathRules.shown(path)
    guard path.count <= limits.pathLength else {
      throw .limitExceeded(.pathLength, allowed: limits.pathLength, entry: shown)
    }
    if let fault = PathRules.fault(path) { throw .illegalPath(shown, fault, offset: offset) }
    guard PathRules.depth(path) <= limits.depth else {
      throw .limitExceeded(.depth, allowed: limits.depth, entry: shown)
    }
    if path == last { throw .collision(shown, with: shown) }
    guard last.lexicographicallyPrecedes(path) else { throw .unsorted(shown, after: PathRules.shown(last)) }
    let folded = PathRules.folded(path)
    if let other = files[folded] ?? folders[folded] { throw .collision(shown, with: other) }
    if Self.folder(of: path) != lastFolder {
      for end in folded.indices where folded[end] == PathRules.slash {
        if let other = files[Array(folded.prefix(upTo: end))] { throw .collision(shown, with: other) }
      }
    }
    return shown
  }

  /// Takes `path`, which was checked, as the last one.
  mutating func enter(_ path: [UInt8]) {
    let shown = PathRules.shown(path)
    let folded = PathRules.folded(path)
    files[folded] = shown
    let folder = Self.folder(of: path)
    if folder != lastFolder {
      for end in folded.indices where folded[end] == PathRules.slash {
        folders[Array(folded.prefix(upTo: end))] = shown
      }
    }
    lastFolder = folder
    last = path
  }

  private static func folder(of path: [UInt8]) -> ArraySlice<UInt8> {
    path.prefix(upTo: path.lastIndex(of: PathRules.slash) ?? path.startIndex)
  }
}
