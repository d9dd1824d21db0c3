import Import
import Reading
import TestSupport

/// A document of the corpora as each kind of file that is read without another program.
enum FixtureKind: CaseIterable {
  case docx, xlsx, ofd, html, mhtml, csv, markdown

  /// The file, whose tables have merged, covered and hidden cells wherever the kind has such.
  func bytes(_ pieces: [FixturePiece]) -> [UInt8] {
    switch self {
    case .docx: WordPackage(pieces).bytes
    case .xlsx: SheetPackage(pieces).bytes
    case .ofd: ofdFile(pieces)
    case .html: Array(webPage(pieces).utf8)
    case .mhtml: Array(webArchive(pieces).utf8)
    case .csv: Array(separatedText(pieces).utf8)
    case .markdown: Array(markdownText(pieces).utf8)
    }
  }
}

/// A paragraph, or the cells of a table's rows.
enum FixturePiece {
  case paragraph(String)
  case table([[String]])

  /// The first pieces of a document; more would only take longer.
  static func pieces(of document: CorpusDocument) -> [FixturePiece] {
    guard let reading = try? TextReading(document.bytes) else { return [.paragraph("示例")] }
    let text = reading.repaired.text
    return reading.blocks.prefix(40).map { block in
      guard !block.rows.isEmpty else { return .paragraph(marked(text.string(block.range))) }
      return .table(block.rows.prefix(20).map { $0.cells.map { marked(text.string($0.range)) } })
    }
  }

  /// Without what has a meaning of its own in one kind or another.
  private static func marked(_ text: String) -> String { text.filter { !"&<>\"|\t".contains($0) } }

  var lines: [[String]] {
    switch self {
    case .paragraph(let text): [[text]]
    case .table(let rows): rows
    }
  }
}

private func ofdFile(_ pieces: [FixturePiece]) -> [UInt8] {
  var page = OFDFixture.Page(template: 0)
  var pages: [OFDFixture.Page] = []
  var y = 20.0
  for piece in pieces {
    if y > 250 {
      pages.append(page)
      (page, y) = (OFDFixture.Page(template: 0), 20)
    }
    if case .table(let rows) = piece {
      page.grid(xs: [15, 60, 105, 150, 195], ys: (0...rows.count).map { y + Double($0) * 7 - 1 })
    }
    for line in piece.lines {
      for (column, cell) in line.prefix(4).enumerated() {
        page.text(String(cell.prefix(30)), x: 16 + Double(column) * 45, y: y, size: 4)
      }
      y += 7
    }
  }
  var fixture = OFDFixture(pages + [page])
  var template = OFDFixture.Page()
  template.text("示例页眉", x: 90, y: 8, size: 3)
  template.text("- 1 -", x: 100, y: 285, size: 3)
  fixture.templates = [template]
  fixture.isSigned = true
  return fixture.bytes
}

private func webPage(_ pieces: [FixturePiece]) -> String {
  let body = pieces.map { piece in
    switch piece {
    case .paragraph(let text): return "<p style=\"text-indent:2em\">\(text)<span hidden>隐藏</span></p>"
    case .table(let rows):
      let lines = rows.map { row in
        let covered = row.count > 2 && row[0].isEmpty
        return "<tr>"
          + row.enumerated().map { column, cell in
            column == 1 && covered
              ? "<td rowspan=\"2\" colspan=\"2\"><ol start=\"3\"><li>\(cell)</ol></td>" : "<td>\(cell)<br>示例</td>"
          }.joined() + "</tr>"
      }
      return "<table border=\"1\"><caption>表</caption><thead>\(lines.joined(separator: "\n"))</table>"
    }
  }
  return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>示例</title><script>var a=\"<p>\"</script></head>"
    + "<body><ul class=\"nav\"><li><a href=\"/\">首页</a></li><li><a href=\"/a\">公开</a></li></ul><div id=\"main\">"
    + "<h1>示例发(fā)展</h1>\(body.joined(separator: "\n"))</div><p>打印 关闭</p></body></html>"
}

private func webArchive(_ pieces: [FixturePiece]) -> String {
  let page = Array(webPage(pieces).utf8).map { byte -> String in
    byte > 32 && byte < 127 && byte != 61 || byte == 10
      ? String(Unicode.Scalar(byte)) : "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
  return """
    MIME-Version: 1.0\r
    Content-Type: multipart/related; type="text/html"; boundary="----=_part"\r
    \r
    ------=_part\r
    Content-Type: text/html; charset="utf-8"\r
    Content-Transfer-Encoding: quoted-printable\r
    Content-Location: http://www.example.com/\r
    \r
    \(page.joined())\r
    ------=_part\r
    Content-Type: image/gif\r
    Content-Transfer-Encoding: base64\r
    \r
    R0lGODlhAQABAAAAACw=\r
    ------=_part--\r

    """
}

private func separatedText(_ pieces: [FixturePiece]) -> String {
  // A paragraph among them would be one field of a file that is then no table.
  let rows = pieces.flatMap(\.lines).filter { $0.count > 1 }
  let width = rows.map(\.count).max() ?? 1
  return rows.map { row in
    (row + Array(repeating: "", count: width - row.count)).map { "\"\($0)\"" }.joined(separator: ",")
  }.joined(separator: "\r\n")
}

private func markdownText(_ pieces: [FixturePiece]) -> String {
  pieces.enumerated().map { index, piece in
    switch piece {
    case .paragraph(let text): return index % 3 == 0 ? "## \(text)\n" : "- **\(text)**\n"
    case .table(let rows):
      let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
      let rule = "|" + String(repeating: "---|", count: rows.first?.count ?? 1)
      return (lines.prefix(1) + [rule] + lines.dropFirst()).joined(separator: "\n") + "\n"
    }
  }.joined(separator: "\n")
}
