import Archive
import Glibc
import Vocabulary

/// Writes text to standard output.
func print(_ text: String) throws(Failure) { try write(Array((text + "\n").utf8)) }

/// Writes bytes to standard output, all of them or an error.
func write(_ bytes: [UInt8]) throws(Failure) {
  do throws(FileFailure) {
    try DescriptorSink(1, named: say(zh: "标准输出", en: "standard output")).write(bytes)
  } catch {
    // Whoever read the pipe has seen enough (`jdx show … | head`).
    if error.errno == EPIPE { exit(Exit.done.rawValue) }
    throw Failure(writing: error)
  }
}

/// Writes a line to standard error.
func printError(_ text: String) {
  _ = try? DescriptorSink(2, named: "stderr").write(Array((text + "\n").utf8))
}

/// Writes a file whole or not at all; `-` is standard output.
func write(_ bytes: [UInt8], toFile path: String) throws(Failure) {
  if path == "-" { return try write(bytes) }
  do throws(FileFailure) {
    let file = try AtomicFile(path: path)
    try file.write(bytes)
    try file.commit()
  } catch {
    throw Failure(writing: error)
  }
}

/// How wide the terminal is; a hundred columns where there is none.
var terminalWidth: Int {
  var size = winsize()
  return ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
}

var isTerminal: Bool { isatty(1) == 1 }

enum StandardOutput {
  static var sink: DescriptorSink { DescriptorSink(1, named: say(zh: "标准输出", en: "standard output")) }
}
