import Vocabulary

/// What a person decided of targets and their results, against whatever the figures say.
///
///     same:
///       - {from: TARGET, to: RESULT}
///     different:
///       - {from: TARGET, to: RESULT}
///     targets:
///       - {indicator: TARGET, result: RESULT, verdict: met, by: 样市督查室, why: 验收意见为合格}
///
/// TARGET and RESULT are ids of indicators.
public struct TrackRulings: Sendable {
  /// What was decided of one target: its result, its verdict or both.
  public struct Ruling: Sendable {
    public let indicator: String
    public let result: String?
    public let verdict: Tracking.Verdict?
    /// Who decided it.
    public let by: String
    public let why: String
    /// Where it stands in the file.
    public let line: Int
  }

  /// Which results answer which targets, and which do not.
  public let links: LinkRulings
  /// Each target once.
  public let targets: [Ruling]
}

extension TrackRulings {
  /// Reads the YAML of a file of rulings.
  public init(yaml: [UInt8]) throws(LinkRulingError) {
    let root: YAMLNode
    do throws(YAMLError) { root = try YAMLNode.parse(yaml) } catch { throw .yaml(error) }
    links = try LinkRulings(root, besides: ["targets"])
    guard let list = root["targets"] else {
      targets = []
      return
    }
    guard let entries = list.sequence else { throw .wrongForm(field: "targets", line: list.line) }
    var rulings: [Ruling] = []
    for entry in entries { rulings.append(try Self.ruling(entry)) }
    targets = rulings
    try refuseContradictions()
  }

  private static func ruling(_ entry: YAMLNode) throws(LinkRulingError) -> Ruling {
    try LinkRulings.refuseUnknown(entry, ["indicator", "result", "verdict", "by", "why"])
    let result: String? = if entry["result"] == nil { nil } else { try LinkRulings.text(entry, "result") }
    var verdict: Tracking.Verdict?
    if let node = entry["verdict"] {
      guard let known = node.string.flatMap({ Tracking.Verdict(rawValue: $0) }) else {
        throw .wrongForm(field: "verdict", line: node.line)
      }
      verdict = known
    }
    guard result != nil || verdict != nil else { throw .missing(field: "verdict", line: entry.line) }
    return Ruling(
      indicator: try LinkRulings.text(entry, "indicator"), result: result, verdict: verdict,
      by: try LinkRulings.text(entry, "by"), why: try LinkRulings.text(entry, "why"), line: entry.line)
  }

  private func refuseContradictions() throws(LinkRulingError) {
    var lines: [[UInt8]: Int] = [:]
    let tied = Dictionary(links.same.map { (Array($0.from.utf8), $0) }) { first, _ in first }
    let parted = Dictionary(links.different.map { (Array("\($0.from) \($0.to)".utf8), $0) }) { first, _ in first }
    for ruling in targets {
      let key = Array(ruling.indicator.utf8)
      if let first = lines[key] { throw .contradictory(id: ruling.indicator, line: ruling.line, firstLine: first) }
      lines[key] = ruling.line
      guard let result = ruling.result else { continue }
      let other = tied[key].flatMap { $0.to.utf8.elementsEqual(result.utf8) ? nil : $0 }
      if let first = other ?? parted[Array("\(ruling.indicator) \(result)".utf8)] {
        throw .contradictory(id: ruling.indicator, line: ruling.line, firstLine: first.line)
      }
    }
  }
}

extension TrackRulings {
  /// The rulings by places among targets and results.
  struct Places {
    /// The result of a target.
    var same: [Int: Int] = [:]
    /// By target, what does not answer it.
    var different: [Int: Set<Int>] = [:]
    /// By target, what a person says of it.
    var rulings: [Int: Ruling] = [:]
    /// The targets of which anything was decided.
    var named: Set<Int> { Set(same.keys).union(different.keys).union(rulings.keys) }
  }

  /// The ids that are told to be results.
  var results: Set<[UInt8]> {
    Set((links.same.map(\.to) + links.different.map(\.to) + targets.compactMap(\.result)).map { Array($0.utf8) })
  }

  /// - Throws: an id that none of the figures has.
  func places(targets: [StatedFigure], results: [StatedFigure]) throws(LinkRulingError) -> Places {
    let ids = { (figures: [StatedFigure]) in
      Dictionary(grouping: figures.indices) { Array(figures[$0].indicator.id.utf8) }
    }
    let (own, others) = (ids(targets), ids(results))
    var out = Places()
    func target(_ id: String, _ field: String, _ line: Int) throws(LinkRulingError) -> [Int] {
      guard let found = own[Array(id.utf8)] else { throw .unknownID(id, field: field, line: line) }
      return found
    }
    func result(_ id: String, _ field: String, _ line: Int) throws(LinkRulingError) -> Int {
      guard let found = others[Array(id.utf8)]?.first else { throw .unknownID(id, field: field, line: line) }
      return found
    }
    for pair in links.same {
      let answer = try result(pair.to, "to", pair.line)
      for place in try target(pair.from, "from", pair.line) { out.same[place] = answer }
    }
    for pair in links.different {
      let answer = try result(pair.to, "to", pair.line)
      for place in try target(pair.from, "from", pair.line) { out.different[place, default: []].insert(answer) }
    }
    for ruling in self.targets {
      let places = try target(ruling.indicator, "indicator", ruling.line)
      for place in places { out.rulings[place] = ruling }
      guard let id = ruling.result else { continue }
      let answer = try result(id, "result", ruling.line)
      for place in places { out.same[place] = answer }
    }
    return out
  }
}
