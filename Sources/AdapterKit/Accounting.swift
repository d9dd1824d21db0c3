import ChineseText

/// One stretch of the source and what became of it.
public struct Segment: Sendable, Equatable {
  public enum Class: String, Sendable, CaseIterable { case record, structure, boilerplate, noise, unclaimed }

  /// In Unicode scalars of the source.
  public var range: Range<Int>
  public var `class`: Class
  /// The rule that decided; absent for records and what is unclaimed.
  public var rule: String?
  /// Whose words these are; `nil` item means the document.
  public var owner: Claim.Owner?
}

/// Accounts for every scalar of a source: it stands in exactly one segment, and nothing is dropped in silence.
public func accounting(of text: RepairedText, claims: [Claim]) -> [Segment] {
  // Later claims go over earlier ones: the innermost item is claimed last.
  var painted = [Int32](repeating: -1, count: text.text.count)
  for (index, claim) in claims.enumerated() {
    for at in claim.range.clamped(to: painted.indices) { painted[at] = Int32(truncatingIfNeeded: index) }
  }
  var segments: [Segment] = []
  func add(_ range: Range<Int>, _ class: Segment.Class, rule: String?, owner: Claim.Owner?) {
    guard !range.isEmpty else { return }
    if let last = segments.last, last.class == `class`, last.rule == rule, last.owner == owner,
      last.range.upperBound == range.lowerBound
    {
      segments[segments.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      segments.append(Segment(range: range, class: `class`, rule: rule, owner: owner))
    }
  }
  func addKept(_ offset: Int, at place: Int) {
    let here = place..<place + 1
    let claim = painted[offset]
    guard claim >= 0 else {
      return text.text[offset].properties.isWhitespace
        ? add(here, .structure, rule: "whitespace", owner: nil) : add(here, .unclaimed, rule: nil, owner: nil)
    }
    switch claims[Int(claim)].owner {
    case .document: add(here, .record, rule: nil, owner: .document)
    case .item(let item): add(here, .record, rule: nil, owner: .item(item))
    case .structure(let rule): add(here, .structure, rule: rule, owner: nil)
    case .boilerplate(let rule): add(here, .boilerplate, rule: rule, owner: nil)
    }
  }

  var place = 0
  var offset = 0
  for repair in text.repairs {
    while place < repair.range.lowerBound {
      addKept(offset, at: place)
      place += 1
      offset += 1
    }
    let kept = min(repair.replacement.count, repair.range.count)
    for index in 0..<kept { addKept(offset + index, at: place + index) }
    add(place + kept..<repair.range.upperBound, .noise, rule: repair.kind.rawValue, owner: nil)
    offset += repair.replacement.count
    place = repair.range.upperBound
  }
  while place < text.source.count {
    addKept(offset, at: place)
    place += 1
    offset += 1
  }
  return segments
}
