import Archive

extension ArchiveLimits {
  /// What reading allows an archive that another program wrote.
  init(_ limits: ReadingLimits) {
    self.init()
    entries = limits.parts
    entrySize = limits.partSize
    ratio = limits.ratio
    pathLength = 0xFFFF
  }
}

extension ReadingError {
  /// An archive's error as one of the file of that kind.
  init(_ error: ArchiveError, kind: FileKind, part: String?, limits: ReadingLimits) {
    self =
      switch error {
      case .limitExceeded(.entries, _, _): .limitExceeded(.parts, allowed: limits.parts, part: nil)
      case .limitExceeded(.ratio, _, _): .limitExceeded(.ratio, allowed: limits.ratio, part: part)
      case .limitExceeded: .limitExceeded(.partSize, allowed: limits.partSize, part: part)
      default: .damaged(kind, part: part, line: nil)
      }
  }
}
