import Foundation

/// What of the specification does not depend on its language, section by section.
struct SpecOutline: Equatable {
  struct Row: Equatable {
    let cells: Int
    /// The code spans, sorted.
    let identifiers: [String]
    /// The numbers, sorted; a rule's is among them.
    let figures: [String]
    let text: String

    /// But for its words.
    static func == (a: Row, b: Row) -> Bool {
      a.cells == b.cells && a.identifiers == b.identifiers && a.figures == b.figures
    }
  }

  struct Section: Equatable {
    /// `### 7.5`; empty above the first.
    let heading: String
    /// The lines of code blocks, byte for byte.
    var code: [[UInt8]] = []
    var tables: [[Row]] = []
    /// The code spans, sorted, each as often as it stands.
    var identifiers: [String] = []
    /// The numbers in the same way, references to sections among them.
    var figures: [String] = []
    /// What is linked to, but the two pages themselves.
    var links: [String] = []
    /// How often something is recommended.
    var recommendations = 0
  }

  private(set) var sections = [Section(heading: "")]

  /// - Parameter recommendation: the word for it, SHOULD or 宜.
  init(page: String, recommendation: String) {
    var before = Kind.blank
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let kind = Kind(line, after: before)
      if let heading = line.prefixMatch(of: #/[#]+ [0-9.]+/#) { sections.append(Section(heading: String(heading.0))) }
      sections[sections.count - 1].add(line, kind, after: before, recommendation)
      before = kind
    }
    for index in sections.indices { sections[index].sort() }
  }

  fileprivate enum Kind {
    case blank, code, row, words

    init(_ line: String, after before: Kind) {
      self =
        if line.isEmpty {
          .blank
        } else if line.hasPrefix("    "), before == .blank || before == .code {
          .code
        } else if line.hasPrefix("|") {
          .row
        } else {
          .words
        }
    }
  }
}

extension SpecOutline.Section {
  fileprivate mutating func add(
    _ line: String, _ kind: SpecOutline.Kind, after before: SpecOutline.Kind, _ recommendation: String
  ) {
    if kind == .code { return code.append(Array(line.utf8)) }
    let spans = line.matches(of: #/`([^`]+)`/#).map { String($0.1) }.sorted()
    // Only one of the languages names the month by a number.
    let numbers = line.replacing("12月31日", with: "31").matches(of: #/[0-9][0-9A-Fa-fx.,]*/#).map {
      String($0.0).trimmingCharacters(in: [".", ","])
    }.sorted()
    identifiers += spans
    figures += numbers
    links += line.matches(of: #/\]\(([^)]+)\)/#).map { String($0.1) }.filter { !$0.hasPrefix("spec.") }
    recommendations += line.ranges(of: recommendation).count
    guard kind == .row else { return }
    if before != .row { tables.append([]) }
    tables[tables.count - 1].append(
      SpecOutline.Row(
        cells: line.replacing("\\|", with: "").count { $0 == "|" }, identifiers: spans, figures: numbers, text: line))
  }

  fileprivate mutating func sort() {
    identifiers.sort()
    figures.sort()
    links.sort()
  }
}
