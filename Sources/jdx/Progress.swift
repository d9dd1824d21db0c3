import Archive
import Glibc
import Vocabulary

/// How many files are read, on one line of a terminal that is written over and blank in the end.
///
/// Where standard error is no terminal, or there is one file only, nothing is printed.
struct Progress {
  private let total: Int
  private let isShown: Bool

  init(of total: Int) {
    self.total = total
    isShown = total > 1 && isatty(2) == 1
  }

  /// Takes note that `count` files are done.
  func show(_ count: Int) {
    guard isShown else { return }
    let line = count < total ? say(zh: "已读 \(count)/\(total)", en: "read \(count)/\(total)") : ""
    // Nobody could be told that this failed.
    _ = try? DescriptorSink(2, named: "stderr").write(Array("\r\u{1B}[K\(line)".utf8))
  }
}
