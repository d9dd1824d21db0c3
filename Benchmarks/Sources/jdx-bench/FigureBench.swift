import Foundation

/// How fast `jdx quantities` reads: megabytes a second of processor time on one core, its start-up taken off; the best of
/// five runs.
///
/// The program is kept on one core, as the other readers keep to one by themselves: two threads that share a core's units
/// slow each other down, and their time added up would say so of the reader.
struct FigureBench {
  let jdx: String
  let folder: URL
  /// The command that keeps another on the last of the cores that this program may use.
  private let onOneCore: [String]
  private let startUp: Double

  /// Where `Tools/figure-peers` makes the environments of other programs, and what runs in them.
  private static let peers = [
    ("JioNLP", "figures", "jionlp"), ("chinese2digits", "figures", "chinese2digits"), ("cn2an", "figures", "cn2an"),
    ("Recognizers-Text", "recognizers", "recognizers"),
  ]

  init(jdx: String, folder: URL) throws {
    self.jdx = jdx
    self.folder = folder
    let short = folder.appending(path: "short.txt").path
    try Data("新建示例点12所\n".utf8).write(to: URL(fileURLWithPath: short))
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let cores = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") } ?? "0"
    onOneCore = ["/usr/bin/taskset", "-c", cores.split { !$0.isNumber }.last.map(String.init) ?? "0"]
    let command = onOneCore + [jdx, "quantities", "-"]
    startUp = (0..<5).compactMap { _ in Child.run(command, input: short)?.cpu }.min() ?? 0
  }

  func run() throws {
    var texts = FigureTexts()
    print("\nfigures: megabytes a second of processor time, on one core, start-up taken off; the best of five")
    let plain = try text("plain", 32 << 20, share: 0, &texts)
    let report = try text("report", 16 << 20, share: 15, &texts)
    let dense = try text("dense", 8 << 20, share: 100, &texts)
    var speeds: [(name: String, path: String, speed: Double)] = []
    var kinds = [
      ("text without figures", plain), ("a report: a figure in 15 of 100 clauses", report),
      ("a figure in each clause", dense),
    ]
    if let real = try realReports() { kinds.append(("real reports of twelve provinces", real)) }
    for (name, path) in kinds {
      guard let speed = speed(of: path) else { continue }
      speeds.append((name, path, speed))
      show(name, String(format: "%.1f MB/s", speed))
    }
    comparePeers(speeds)

    print("\nthe same with a text twice as long: seconds of processor time")
    for (name, share) in [("without figures", 0), ("a figure in each clause", 100)] {
      let times = try [2, 4, 8, 16].map { size in
        let path = try text("doubling", size << 20, share: share, &texts)
        return (size, best(path)?.cpu ?? 0)
      }
      show(name, times.map { String(format: "%d MiB: %.2f", $0.0, $0.1 - startUp) }.joined(separator: "  "))
    }

    print("\none line of 10 MB: seconds of processor time, peak memory")
    for word in ["1", "（", "一", "“", ",", "%", "一1（“,%", "1个", "建1个，"] {
      let path = folder.appending(path: "line").path
      try FigureTexts.writeLine(of: word, 10_000_000, to: path)
      let taken = Child.run([jdx, "quantities", "-"], input: path)
      show(
        word + word + word + "…", taken.map { String(format: "%.2f s  %.0f MiB", $0.cpu - startUp, $0.peak) } ?? "fails"
      )
    }

    print("\npeak memory of a stream")
    for size in [50, 100, 200] {
      let path = try text("stream", size * 1_000_000, share: 15, &texts)
      let taken = Child.run([jdx, "quantities", "-"], input: path)
      show("\(size) MB", taken.map { String(format: "%.0f MiB, %.1f s on the clock", $0.peak, $0.wall) } ?? "fails")
    }
  }

  /// What other programs read in the same run, a few seconds each.
  private func comparePeers(_ speeds: [(name: String, path: String, speed: Double)]) {
    for (name, environment, reader) in Self.peers {
      let python = ".build-tools/figure-peers/\(environment)/bin/python3"
      guard FileManager.default.isExecutableFile(atPath: python) else {
        print("  \(name) is not installed (Tools/figure-peers .build-tools/figure-peers): left out")
        continue
      }
      for (text, path, speed) in speeds {
        let output = folder.appending(path: "speed").path
        let command = "\(python) Tools/figures/peers.py \(reader) --speed '\(path)' 3 2>/dev/null >'\(output)'"
        guard Child.run(["/bin/sh", "-c", command], input: "/dev/null") != nil,
          let said = try? String(contentsOfFile: output, encoding: .utf8),
          let other = Double(said.trimmingCharacters(in: .whitespacesAndNewlines)), other > 0
        else {
          show("\(name), \(text)", "fails")
          continue
        }
        show("\(name), \(text)", String(format: "%.3f MB/s, jdx %.0f times as fast", other, speed / other))
      }
    }
  }

  private func speed(of path: String) -> Double? {
    guard let taken = best(path), let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    else {
      return nil
    }
    return Double(size) / 1e6 / max(1e-3, taken.cpu - startUp)
  }

  private func best(_ path: String) -> Child? {
    (0..<5).compactMap { _ in Child.run(onOneCore + [jdx, "quantities", "-"], input: path) }.min { $0.cpu < $1.cpu }
  }

  private func text(_ name: String, _ bytes: Int, share: Int, _ texts: inout FigureTexts) throws -> String {
    let path = folder.appending(path: name).path
    try texts.write(bytes, share: share, to: path)
    return path
  }

  /// The reports where they lie beside the checkout, all in one file.
  private func realReports() throws -> String? {
    let place = "../shared/corpus/provincial-2026"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place))?.filter { $0.hasSuffix(".csv") } ?? []
    guard !names.isEmpty else { return nil }
    let path = folder.appending(path: "real").path
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    for _ in 0..<10 {
      for name in names.sorted() {
        try file.write(contentsOf: try Data(contentsOf: URL(fileURLWithPath: "\(place)/\(name)")) + Data("\n".utf8))
      }
    }
    return path
  }

  private func show(_ name: String, _ value: String) {
    print("  " + name + String(repeating: " ", count: max(1, 44 - name.count)) + value)
  }
}
