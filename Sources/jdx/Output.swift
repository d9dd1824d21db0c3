import Archive
import Glibc
import Report
import Vocabulary

/// Writes bytes to standard output, all of them or an error.
func write(_ bytes: [UInt8]) throws(Failure) {
  do throws(FileFailure) {
    try DescriptorSink(1, named: say(zh: "标准输出", en: "standard output")).write(bytes)
  } catch {
    // Whoever read the pipe has seen enough (`jdx show … | head`).
    if error.errno == EPIPE { exit(Exit.done.rawValue) }
    throw Failure(writing: error, to: .stream)
  }
}

/// Writes text for people to standard output, a line each; what a document holds must not steer the terminal.
func printLines(_ lines: [String]) throws(Failure) {
  try write(Array(lines.map { DisplayWidth.printable($0) + "\n" }.joined().utf8))
}

/// Writes a line for people to standard error.
func printError(_ text: String) {
  // Nobody could be told that this failed.
  _ = try? DescriptorSink(2, named: "stderr").write(Array((DisplayWidth.printable(text) + "\n").utf8))
}

/// Writes lines for people to standard error, which are printable as they are.
func printErrors(_ lines: [UInt8]) {
  // Nobody could be told that this failed.
  _ = try? DescriptorSink(2, named: "stderr").write(lines)
}

/// Says in lines what was done: on standard error where one of the outputs is standard output.
func printSummary(_ lines: [String], besides outputs: String?...) throws(Failure) {
  if outputs.contains("-") { lines.forEach(printError) } else { try printLines(lines) }
}

/// Writes a file whole or not at all; `-` is standard output.
///
/// - Parameter isSynced: whether to wait for the disk, so that the file outlives a power cut.
func write(_ bytes: [UInt8], toFile path: String, isSynced: Bool = true) throws(Failure) {
  if path == "-" { return try write(bytes) }
  do throws(FileFailure) {
    let file = try AtomicFile(path: path)
    try file.write(bytes)
    try file.commit(isSynced: isSynced)
  } catch {
    throw Failure(writing: error, to: .file)
  }
}

/// Writes a file piece by piece, whole or not at all; `-` is standard output.
func write(toFile path: String, _ body: (any ByteSink) throws(FileFailure) -> Void) throws(Failure) {
  do throws(FileFailure) {
    if path == "-" { return try body(DescriptorSink(1, named: say(zh: "标准输出", en: "standard output"))) }
    let file = try AtomicFile(path: path)
    try body(file)
    try file.commit()
  } catch {
    if path == "-", error.errno == EPIPE { exit(Exit.done.rawValue) }
    throw Failure(writing: error, to: path == "-" ? .stream : .file)
  }
}

/// Makes a folder and those above it.
func makeFolder(_ path: String) throws(Failure) {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += part
    if mkdir(made, 0o777) != 0, errno != EEXIST {
      throw Failure(writing: FileFailure(path: path, operation: .create, errno: errno), to: .folder)
    }
    made += "/"
  }
}

/// Refuses to write over a file that is being read.
func requireOther(_ output: String?, than inputs: [String]) throws(Failure) {
  guard let output, output != "-", let target = identity(output) else { return }
  for input in inputs where input != "-" {
    guard let source = identity(input), source == target else { continue }
    throw Failure(
      .wrongUse, .usageOutput,
      Localized(zh: "\(output) 会覆盖输入的文件", en: "\(output) would overwrite a file that is read"),
      hint: Localized(zh: "换一个输出文件名", en: "choose another name for the output"))
  }
}

/// Device and number of a file, the same whatever name it is called by.
private func identity(_ path: String) -> [UInt64]? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  return [UInt64(status.st_dev), UInt64(status.st_ino)]
}

/// How wide the terminal is; a hundred columns where there is none.
var terminalWidth: Int {
  var size = winsize()
  return ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
}

var isTerminal: Bool { isatty(1) == 1 }
