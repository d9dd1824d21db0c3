import Foundation

/// Times whole processes, each beside the start-up of the same program alone, in the same run.
///
/// Usage: `jdx-bench JDX [OTHER]`, or `jdx-bench --figures JDX` for the speed of the reading of figures alone. Prints medians in milliseconds; ratios hold when the machine's speed drifts. Of
/// another build of the program, the start-up is timed beside that of the first.
@main
enum Main {
  static let runs = 21

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--figures" }
    guard let jdx = arguments.first, arguments.count <= 2 else {
      print("usage: jdx-bench [--figures] JDX [OTHER]")
      exit(2)
    }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "jdx-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    if arguments.count < CommandLine.arguments.count - 1 { return try FigureBench(jdx: jdx, folder: folder).run() }
    let out = { (name: String) in folder.appending(path: name).path }
    let samples = inputs()

    var rows: [(String, [String])] = [("start-up alone (jdx --version)", ["--version"])]
    for (index, sample) in samples.enumerated() {
      let bundle = out("\(index).jdx")
      rows.append(("import \(sample.split(separator: "/").last ?? "")", ["import", sample, "-o", bundle]))
    }
    let bundles = samples.indices.map { out("\($0).jdx") }
    rows.append(("merge \(bundles.count) bundles", ["merge"] + bundles + ["-o", out("all.jdx")]))
    rows.append(("verify the merged bundle", ["verify", out("all.jdx")]))
    if bundles.count > 1 { rows.append(("diff two bundles", ["diff", bundles[0], bundles[1], "-o", out("diff.txt")])) }

    try makePages(200, in: out("pages"))
    rows.append(("text of 200 pages", ["text", out("pages"), "-o", out("texts"), "--format", "blocks"]))

    let startUp = [jdx] + rows[0].1
    let alone = try median(startUp)
    print("median of \(runs) runs, whole processes")
    for (name, arguments) in rows { report(name, try paired([jdx] + arguments, startUp: startUp)) }
    for other in arguments.dropFirst() {
      report("start-up of \(other)", try paired([other] + rows[0].1, startUp: startUp))
    }
    print(String(format: "start-up alone again: %.1f ms", alone))
  }

  static func report(_ name: String, _ beside: (milliseconds: Double, ratio: Double)) {
    print(
      pad(name, 44), pad(String(format: "%.1f ms", beside.milliseconds), 10),
      String(format: "%.2f × start-up", beside.ratio))
  }

  /// Invented target sheets as web pages, no two alike.
  static func makePages(_ count: Int, in folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for page in 0..<count {
      let rows = (1...30).map { row in
        "<tr><td>重点目标</td><td>\(row)</td><td>推进示例工程\(page * 30 + row)</td><td>新建示例点\(row)处。</td></tr>"
      }
      let markup = "<html><body><h1>2031年度示例目标（\(page)）</h1><table>\(rows.joined())</table></body></html>"
      try markup.write(toFile: folder + "/\(page).html", atomically: false, encoding: .utf8)
    }
  }

  /// The seeds where they lie beside the checkout, else the project's samples.
  static func inputs() -> [String] {
    for folder in ["../shared/seeds", "Samples"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      let texts = names.filter { $0.hasSuffix(".txt") }.sorted().map { folder + "/" + $0 }
      if !texts.isEmpty { return texts }
    }
    return []
  }

  /// Runs the command and the start-up in turn; the median of each, and of their ratio pair by pair.
  static func paired(_ command: [String], startUp: [String]) throws -> (milliseconds: Double, ratio: Double) {
    _ = try time(command)
    var times: [Double] = []
    var ratios: [Double] = []
    for _ in 0..<runs {
      let base = try time(startUp)
      let took = try time(command)
      times.append(took)
      ratios.append(took / base)
    }
    return (middle(times), middle(ratios))
  }

  static func median(_ command: [String]) throws -> Double {
    middle(try (0..<runs).map { _ in try time(command) })
  }

  static func middle(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  /// Milliseconds from start to end; `Process` would wait in steps of fifty.
  static func time(_ command: [String]) throws -> Double {
    guard let child = Child.run(command, input: "/dev/null") else {
      print("\(command.joined(separator: " ")) failed")
      exit(1)
    }
    return child.wall * 1e3
  }

  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
