/// Charts as SVG inside a page; each has its numbers in words too, and a text for who does not see it.
enum Chart {
  /// A part, bar or point.
  struct Value {
    let label: String
    /// A decimal string; only the drawn length is rounded. Absent: a gap, which is drawn as one.
    let number: String?
    /// What stands beside it: `12所`.
    let shown: String
    let tone: Tone
  }

  /// One bar of parts side by side, with a line of words below: what a whole is made of.
  static func stack(_ parts: [Value], label: String) -> HTML {
    let numbers = parts.map { max(0, number($0.number) ?? 0) }
    let total = numbers.reduce(0, +)
    guard total > 0 else { return .none }
    let width = 960.0
    var left = 0.0
    let drawn = zip(parts, numbers).map { part, number -> HTML in
      let length = width * number / total
      defer { left += length }
      let box = HTML.element(
        "rect",
        with: [
          "x": place(left), "y": "0", "width": place(max(0, length - 2)), "height": "26",
          "fill": Tone.hex(part.tone.ground), "stroke": Tone.hex(part.tone.ink),
        ], [.element("title", "\(part.label) \(part.shown)")])
      let words = "\(part.label) \(part.shown)"
      guard Double(DisplayWidth.of(words)) * 7.5 + 8 < length else { return box }
      return .all([
        box,
        .element(
          "text", with: ["x": place(left + 7), "y": "18", "font-size": "13", "fill": Tone.hex(part.tone.ink)], words),
      ])
    }
    return svg(width: width, height: 27, label: label, drawn)
  }

  /// A bar for each value below one another, the longest over the whole width; negative ones begin at the same line.
  static func bars(_ values: [Value], label: String) -> HTML {
    let numbers = values.map { number($0.number) }
    let longest = numbers.compactMap { $0.map(abs) }.max() ?? 0
    let (left, room, step) = (230.0, 560.0, 30.0)
    let drawn = values.indices.flatMap { at -> [HTML] in
      let (value, top) = (values[at], Double(at) * step)
      let length = longest > 0 ? abs(numbers[at] ?? 0) / longest * room : 0
      return [
        words(DisplayWidth.truncated(value.label, to: 30), x: left - 10, y: top + 19, anchor: "end"),
        .element(
          "rect",
          with: [
            "x": place(left), "y": place(top + 5), "width": place(max(1, length)), "height": "20",
            "fill": Tone.hex(numbers[at] == nil ? Tone.plain.ground : value.tone.ink),
          ], [.element("title", "\(value.label) \(value.shown)")]),
        words(value.shown, x: left + length + 8, y: top + 19, anchor: "start"),
      ]
    }
    return svg(width: 960, height: Double(values.count) * step + 2, label: label, drawn)
  }

  /// A line through values in order (years), from the least to the greatest over the height; gaps break it.
  static func series(_ values: [Value], label: String) -> HTML {
    let numbers = values.map { number($0.number) }
    guard let least = numbers.compactMap({ $0 }).min(), let most = numbers.compactMap({ $0 }).max(), values.count > 1
    else { return .none }
    let (height, width) = (170.0, 960.0)
    let x = { (at: Int) in 60 + (width - 120) * Double(at) / Double(values.count - 1) }
    let y = { (number: Double) in most > least ? 130 - 95 * (number - least) / (most - least) : 80 }
    var drawn: [HTML] = []
    var open: (Double, Double)?
    for (at, value) in values.enumerated() {
      drawn.append(words(value.label, x: x(at), y: height - 12, anchor: "middle"))
      guard let number = numbers[at] else {
        open = nil
        drawn.append(words(value.shown, x: x(at), y: 80, anchor: "middle"))
        continue
      }
      let point = (x(at), y(number))
      if let open {
        drawn.append(
          .element(
            "line",
            with: [
              "x1": place(open.0), "y1": place(open.1), "x2": place(point.0), "y2": place(point.1),
              "stroke": Tone.hex(value.tone.ink), "stroke-width": "2",
            ], ""))
      }
      drawn.append(
        .element(
          "circle",
          with: ["cx": place(point.0), "cy": place(point.1), "r": "4", "fill": Tone.hex(value.tone.ink)],
          [.element("title", "\(value.label) \(value.shown)")]))
      drawn.append(words(value.shown, x: point.0, y: point.1 - 11, anchor: "middle"))
      open = point
    }
    return svg(width: width, height: height, label: label, drawn)
  }

  private static func svg(width: Double, height: Double, label: String, _ drawn: [HTML]) -> HTML {
    .element(
      "svg",
      with: [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(place(width)) \(place(height))", "role": "img",
        "aria-label": label,
      ], drawn)
  }

  private static func words(_ text: String, x: Double, y: Double, anchor: String) -> HTML {
    .element(
      "text", with: ["x": place(x), "y": place(y), "font-size": "13", "text-anchor": anchor, "fill": "#1d232a"], text)
  }

  private static func number(_ digits: String?) -> Double? { digits.flatMap { Double($0) } }

  /// A coordinate with one decimal at most, the same on every machine.
  private static func place(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
