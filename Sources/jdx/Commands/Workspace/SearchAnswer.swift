import Plan
import Store

/// What a search found, for people and for programs.
struct SearchAnswer {
  private let result: SearchResult

  init(_ result: SearchResult) { self.result = result }

  // MARK: Text

  var lines: [String] {
    guard !result.hits.isEmpty else { return [say(zh: "没有找到", en: "nothing found")] }
    var lines = result.hits.flatMap { self.lines($0) + [""] }
    let count = result.hits.count
    lines.append(
      result.hasMore
        ? say(zh: "以上 \(count) 条，还有更多：用 --limit 多看一些", en: "\(plural(count, "item")), and there are more: see --limit")
        : say(zh: "共 \(count) 条", en: plural(count, "item")))
    return lines
  }

  private func lines(_ hit: SearchHit) -> [String] {
    let source = SearchAnswer.source(hit)
    let head = [hit.year.map(String.init), source.city, source.organization, source.title].compactMap(\.self)
    let quotes = hit.stretches.filter { !$0.ranges.isEmpty || $0.field == "title" }
    let shown = quotes.isEmpty ? Array(hit.stretches.prefix(1)) : quotes
    return [head.joined(separator: "  "), "  " + (hit.item["id"]?.string ?? "")]
      + hit.sameSource.map { say(zh: "  同一份原件：\($0)", en: "  same source: \($0)") }
      + shown.map { "  " + SearchAnswer.quote($0) } + hit.figures.map { "  = " + SearchAnswer.figure($0) }
  }

  /// The words between 【 and 】, with what stands near them.
  private static func quote(_ stretch: SearchHit.Stretch) -> String {
    let near = 24
    let scalars = Array(stretch.text.unicodeScalars)
    var out = ""
    var end = 0
    let ranges = Array(stretch.ranges.prefix(3))
    for (number, range) in ranges.enumerated() {
      let start = max(end, range.lowerBound - near)
      if start > end { out += "…" }
      out += string(scalars[start..<range.lowerBound]) + "【" + string(scalars[range]) + "】"
      end = range.upperBound
      let next = number + 1 < ranges.count ? ranges[number + 1].lowerBound : scalars.count
      let stop = min(next, end + near)
      out += string(scalars[end..<stop])
      end = stop
    }
    if ranges.isEmpty {
      end = min(scalars.count, 2 * near)
      out = string(scalars[..<end])
    }
    return out + (end < scalars.count ? "…" : "")
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).replacing("\n", with: " ")
  }

  private static func figure(_ line: JSONObject) -> String {
    [line["subject"]?.string, line["quote"]?.string].compactMap(\.self).joined(separator: " ")
  }

  private static func source(_ hit: SearchHit) -> (city: String?, organization: String?, title: String?) {
    let document = hit.document
    return (
      document?["city"]?.object?["name"]?.string, document?["organization"]?.object?["name"]?.string,
      document?["title"]?.string
    )
  }

  // MARK: Programs

  /// `{"hits":[{"item":…,"document":…,"year":…,"matches":[…],"indicators":[…]}],"more":…}`.
  var json: JSON {
    var object = JSONObject()
    object["hits"] = .array(result.hits.map { .object(SearchAnswer.json($0)) })
    object["more"] = .bool(result.hasMore)
    return .object(object)
  }

  private static func json(_ hit: SearchHit) -> JSONObject {
    var object = JSONObject()
    object["item"] = .object(hit.item)
    object["document"] = hit.document.map(JSON.object)
    object["year"] = hit.year.map(JSON.integer)
    object["indicators"] = hit.figures.isEmpty ? nil : .array(hit.figures.map(JSON.object))
    let matches = hit.stretches.flatMap { stretch in
      stretch.ranges.map { range -> JSON in
        var match = JSONObject()
        match["field"] = .string(stretch.field)
        match["start"] = .integer(range.lowerBound)
        match["end"] = .integer(range.upperBound)
        return .object(match)
      }
    }
    object["sameSource"] = hit.sameSource.isEmpty ? nil : .array(hit.sameSource.map(JSON.string))
    object["matches"] = matches.isEmpty ? nil : .array(matches)
    return object
  }

  var table: AnswerTable {
    var table = AnswerTable(
      columns: ["year", "city", "organization", "document", "id", "role", "title", "text", "figures"])
    table.rows = result.hits.map { hit in
      let source = SearchAnswer.source(hit)
      let figures = hit.figures.map(SearchAnswer.figure).joined(separator: "; ")
      return [
        .init(hit.year), .init(source.city), .init(source.organization), .init(source.title),
        .init(hit.item["id"]?.string), .init(hit.item["role"]?.string), .init(hit.item["title"]?.string),
        .init(hit.item["text"]?.string), .init(figures.isEmpty ? nil : figures),
      ]
    }
    return table
  }
}
