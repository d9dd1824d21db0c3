/// Adds the ruling lines of each page, as `pdftocairo` draws them; without them no table is rebuilt, which is told.
func addRules(
  of path: String, to pages: inout [Page], builder: inout FileTextBuilder, in folder: borrowing PrivateFolder,
  limits: ReadingLimits
) throws(ReadingError) {
  let outcome = try run(.pdftocairo, ["-q", "-svg", path, "-"], for: .pdf, in: folder, limits: limits)
  do throws(ReadingError) {
    guard outcome.status == 0 else { throw .damaged(.pdf, part: nil, line: nil) }
    var drawing = SVGRules()
    try drawing.read(withoutPictures(outcome.output), limits: limits)
    for (index, rules) in drawing.pages.prefix(pages.count).enumerated() { pages[index].rules += rules }
  } catch {
    builder.note(.damagedPart, name: HelperProgram.pdftocairo.name)
  }
}

/// A drawing without the pictures that are written into it, which are longer than XML parsers take, and without the uses
/// of glyphs, which are most of it.
private func withoutPictures(_ svg: [UInt8]) -> [UInt8] {
  let (quote, open) = (UInt8(ascii: "\""), UInt8(ascii: "<"))
  let (data, use, close) = (Array("\"data:".utf8), Array("<use ".utf8), UInt8(ascii: ">"))
  var kept: [UInt8] = []
  kept.reserveCapacity(svg.count)
  var start = 0
  var index = 0
  while index < svg.count {
    if svg[index] == quote, svg[index...].starts(with: data), let end = svg[(index + 1)...].firstIndex(of: quote) {
      kept += svg[start...index]
      (start, index) = (end, end)
    } else if svg[index] == open, svg[index...].starts(with: use), let end = svg[index...].firstIndex(of: close),
      svg[end - 1] == UInt8(ascii: "/")
    {
      kept += svg[start..<index]
      (start, index) = (end + 1, end)
    }
    index += 1
  }
  return kept + svg[start...]
}

/// The straight lines and thin rectangles of a drawing in SVG as cairo writes it.
private struct SVGRules {
  private(set) var pages: [[PageRule]] = []
  /// The transformations of the open elements that have one, and their depths.
  private var transforms: [(depth: Int, transform: Transform)] = []
  /// More strokes than this are a drawing.
  private static let mostOnAPage = 20_000

  mutating func read(_ svg: [UInt8], limits: ReadingLimits) throws(ReadingError) {
    var stream = try XMLStream(svg, kind: .pdf, part: HelperProgram.pdftocairo.name, limits: limits)
    var hasPages = false
    while let event = try stream.next() {
      switch event {
      case .start:
        if let text = stream.attribute("transform"), let own = Transform(text) {
          transforms.append((stream.depth, (transforms.last?.transform).map { own.followed(by: $0) } ?? own))
        }
        switch stream.name {
        // What is defined here is glyphs and clips.
        case "defs":
          while transforms.last?.depth == stream.depth { transforms.removeLast() }
          try stream.skipElement()
        // A drawing of one page has no element for it.
        case "svg": pages = [[]]
        case "page":
          if hasPages { pages.append([]) }
          hasPages = true
        case "path": addPath(stream)
        default: break
        }
      case .end:
        while let last = transforms.last, last.depth >= stream.depth { transforms.removeLast() }
      case .text: break
      }
    }
  }

  private mutating func addPath(_ stream: borrowing XMLStream) {
    guard let last = pages.indices.last, pages[last].count < Self.mostOnAPage, let data = stream.attribute("d") else {
      return
    }
    let style = stream.attribute("style") ?? ""
    let isFilled = isShown(property("fill", in: style) ?? stream.attribute("fill") ?? "black")
    let isStroked = isShown(property("stroke", in: style) ?? stream.attribute("stroke") ?? "none")
    guard isFilled || isStroked else { return }
    let transform = transforms.last?.transform ?? Transform()
    let runs = paths(data).map { run in
      (points: run.points.map { transform.applied(to: $0) }, isCurved: run.isCurved)
    }
    guard !isGlyph(runs) else { return }
    for points in runs.map(\.points) {
      if isStroked {
        for (from, to) in zip(points, points.dropFirst()) {
          if let rule = PageRule(fromX: from.x, y: from.y, toX: to.x, y: to.y) { pages[last].append(rule) }
        }
      }
      if isFilled, let box = rectangle(points), let rule = PageRule(filling: box) {
        pages[last].append(rule)
      }
    }
  }

  /// Whether a path is the outline of characters, as bold ones may be drawn: it has slanting or curved pieces, or is
  /// small and of several runs. No table has either.
  private func isGlyph(_ runs: [(points: [(x: Int, y: Int)], isCurved: Bool)]) -> Bool {
    if runs.contains(where: { $0.isCurved || isSlanting($0.points) }) { return true }
    let boxes = runs.compactMap { box($0.points) }
    guard runs.count > 1, let first = boxes.first else { return false }
    let all = boxes.reduce(first) { $0.union($1) }
    return max(all.width, all.height) < 300
  }

  /// White on white shows nothing.
  private func isShown(_ colour: String) -> Bool {
    !["none", "rgb(100%,100%,100%)", "rgb(100%, 100%, 100%)", "white"].contains(colour)
  }

  private func property(_ name: String, in style: String) -> String? {
    for entry in style.split(separator: ";") {
      let parts = entry.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0] == name { return String(parts[1]) }
    }
    return nil
  }
}

/// The box of points that go round a rectangle whose sides are upright; `nil` for another shape.
private func rectangle(_ points: [(x: Int, y: Int)]) -> Box? {
  (4...5).contains(points.count) && !isSlanting(points) ? box(points) : nil
}

private func isSlanting(_ points: [(x: Int, y: Int)]) -> Bool {
  zip(points, points.dropFirst()).contains { from, to in abs(from.x - to.x) > 5 && abs(from.y - to.y) > 5 }
}

/// The box around points.
private func box(_ points: [(x: Int, y: Int)]) -> Box? {
  points.first.map { first in
    let start = Box(left: first.x, top: first.y, right: first.x, bottom: first.y)
    return points.reduce(start) { $0.union(Box(left: $1.x, top: $1.y, right: $1.x, bottom: $1.y)) }
  }
}
