import Foundation
import Testing

/// The commands of the guides, run in order beside the samples, print what the guides say.
@Suite struct GuideTests {
  @Test(arguments: [
    ("guide.md", "C"), ("guide.zh-Hans.md", "zh_CN.UTF-8"), ("new-city.md", "C"),
    ("new-city.zh-Hans.md", "zh_CN.UTF-8"),
  ])
  func everyCommandPrintsWhatTheGuideSays(_ page: String, _ locale: String) throws {
    let root = testFolder.deletingLastPathComponent().deletingLastPathComponent()
    let guide = Guide(try String(contentsOf: root.appendingPathComponent("docs/\(page)"), encoding: .utf8))
    #expect(guide.steps.count > 12)
    let shell = try Shell(locale: locale, files: root.appendingPathComponent("Samples"))
    for step in guide.steps {
      let answer = try shell.run("( \(step.command)\n) 2>&1")
      let lines = answer.out.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
      let told = lines + (answer.exit == 0 ? [] : ["[exit \(answer.exit)]"])
      let isAsSaid = Guide.fits(told[...], step.output[...])
      #expect(isAsSaid, "\(step.command)\n\(told.joined(separator: "\n"))")
    }
  }

  /// The first screen of the readme shows what `make demo` ends with.
  @Test(arguments: [("README.md", "C"), ("README.zh-Hans.md", "zh_CN.UTF-8")])
  func theReadmeShowsWhatTheDemoPrints(_ page: String, _ locale: String) throws {
    let root = testFolder.deletingLastPathComponent().deletingLastPathComponent()
    let readme = Guide(try String(contentsOf: root.appendingPathComponent(page), encoding: .utf8))
    let demo = try String(contentsOf: root.appendingPathComponent("Tools/demo"), encoding: .utf8)
    let shell = try Shell(locale: locale, files: root.appendingPathComponent("Samples"))
    for year in ["2031", "2032"] {
      let made = try shell.run(
        "mkdir -p demo-out && jdx import qingdao-education-\(year).txt -o demo-out/education-\(year).jdx")
      #expect(made.exit == 0)
    }
    let step = try #require(readme.steps.first)
    #expect(
      demo.contains(
        step.command.replacing("jdx diff ", with: "run diff ").replacing(#/demo-out\/([a-z0-9-]+.jdx)/#) {
          "\"$out/\($0.1)\""
        }))
    let told = try shell.run(step.command).out.split(separator: "\n").map(String.init)
    let isAsSaid = Guide.fits(told[...], step.output[...])
    #expect(isAsSaid, "\(told.joined(separator: "\n"))")
  }

  /// The walk-through of the readme is what `Tools/five-cities` runs, in either language.
  @Test func theFiveCitiesAreCheckedInAsTheReadmeSays() throws {
    let root = testFolder.deletingLastPathComponent().deletingLastPathComponent()
    let section = { (page: String, head: String) throws -> Guide in
      let text = try String(contentsOf: root.appendingPathComponent(page), encoding: .utf8)
      let rest = try #require(text.split(separator: "\n## \(head)\n", maxSplits: 1).last)
      return Guide(String(rest.split(separator: "\n## ", maxSplits: 1).first ?? ""))
    }
    let guide = try section("README.md", "Five cities in five minutes")
    let chinese = try section("README.zh-Hans.md", "五市五分钟")
    #expect(guide.steps.count > 12 && guide.steps.map(\.command) == chinese.steps.map(\.command))
    let base = FileManager.default.temporaryDirectory.appendingPathComponent("jdx-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: base) }
    for name in ["README.md", "Samples", "Plugins", "Tools", "docs"] {
      try FileManager.default.createSymbolicLink(
        at: base.appendingPathComponent(name), withDestinationURL: root.appendingPathComponent(name))
    }
    let shell = try Shell(locale: "C", files: base)
    let ran = try shell.run("Tools/five-cities \"$(command -v jdx)\"")
    #expect(ran.exit == 0, "\(ran.err)")
    let last = try #require(guide.steps.last)
    for (step, locale) in [(last, "C"), (try #require(chinese.steps.last), "zh_CN.UTF-8")] {
      let answer = try shell.run("( export LC_ALL=\(locale); \(step.command)\n) 2>&1")
      let told = answer.out.split(separator: "\n").map(String.init) + ["[exit \(answer.exit)]"]
      #expect(Guide.fits(told[...], step.output[...]), "\(told.joined(separator: "\n"))")
    }
  }

  @Test func whatIsLeftOutMayBeAnything() {
    #expect(Guide.fits(["a", "b", "c"], ["…", "c"]))
    #expect(Guide.fits(["a", "b", "c"], ["a", "…"]))
    #expect(Guide.fits(["fingerprint: 12 of x"], ["fingerprint: … of x"]))
    #expect(Guide.fits([], ["…"]))
    #expect(!Guide.fits(["a", "b"], ["a"]))
    #expect(!Guide.fits(["a"], ["…", "b"]))
    #expect(!Guide.fits(["  a"], ["a"]))
  }
}

/// The commands in a page, with what they print.
struct Guide {
  private(set) var steps: [Transcript.Step] = []

  /// Reads the indented blocks: `$ ` begins a command, `> ` goes on with it, the rest is its output.
  init(_ page: String) {
    var isOpen = false
    for line in page.split(separator: "\n") {
      guard line.hasPrefix("    ") else {
        isOpen = false
        continue
      }
      let text = String(line.dropFirst(4))
      if text.hasPrefix("$ ") {
        steps.append(Transcript.Step(command: String(text.dropFirst(2)), output: []))
        isOpen = true
      } else if isOpen, let last = steps.indices.last {
        if text == ">" || text.hasPrefix("> "), steps[last].output.isEmpty {
          steps[last].command += "\n" + text.dropFirst(2)
        } else {
          steps[last].output.append(text)
        }
      }
    }
  }

  /// Whether lines are as a page has them: `…` on a line of its own is any number of lines, in a line any characters.
  static func fits(_ lines: ArraySlice<String>, _ page: ArraySlice<String>) -> Bool {
    guard let first = page.first else { return lines.isEmpty }
    if first == "…" {
      return (lines.startIndex...lines.endIndex).contains { fits(lines[$0...], page.dropFirst()) }
    }
    guard let line = lines.first, fits(line, pattern: first) else { return false }
    return fits(lines.dropFirst(), page.dropFirst())
  }

  private static func fits(_ line: String, pattern: String) -> Bool {
    let parts = pattern.unicodeScalars.split(separator: "…", omittingEmptySubsequences: false)
    var rest = line.unicodeScalars[...]
    for (index, part) in parts.enumerated() {
      if index == 0 {
        guard rest.starts(with: part) else { return false }
        rest = rest.dropFirst(part.count)
      } else if index == parts.count - 1 {
        return rest.count >= part.count && rest.suffix(part.count).elementsEqual(part)
      } else {
        guard let found = rest.ranges(of: part).first else { return false }
        rest = rest[found.upperBound...]
      }
    }
    return rest.isEmpty
  }
}
