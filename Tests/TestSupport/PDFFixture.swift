/// A PDF file as another program would write it, made in memory: text in a font that is not embedded, lines, rectangles.
///
/// Lengths are points from the upper left corner; a character is as wide as its font is high, an ASCII one half of that.
package struct PDFFixture {
  package let width: Int
  package let height: Int
  /// What of each page is shown, in points from the lower left corner.
  package var cropBox: [Int]?
  /// What the trailer says besides, such as how the file is encrypted.
  package var trailer = ""

  private var pages: [[UInt8]] = []
  private var scalars: Set<UInt32> = []
  private var pictures: Set<Int> = []

  package init(width: Int = 460, height: Int = 800) { (self.width, self.height) = (width, height) }

  /// Begins a page; what follows stands on it.
  package mutating func beginPage() { pages.append([]) }

  /// Writes a line whose characters reach down to `y` and their font's size above it.
  package mutating func text(_ text: String, x: Int, y: Int, size: Int = 12) {
    var codes = ""
    for scalar in text.unicodeScalars {
      scalars.insert(scalar.value)
      codes += hex4(scalar.value)
    }
    draw("BT /F0 \(size) Tf \(x) \(height - y) Td <\(codes)> Tj ET")
  }

  /// Draws a line.
  package mutating func line(fromX: Int, y fromY: Int, toX: Int, y toY: Int) {
    draw("0.5 w \(fromX) \(height - fromY) m \(toX) \(height - toY) l S")
  }

  /// Fills a rectangle.
  package mutating func fill(x: Int, y: Int, width: Int, height: Int) {
    draw("\(x) \(self.height - y - height) \(width) \(height) re f")
  }

  /// Strokes the outline of shapes, each given by its corners.
  package mutating func outline(_ shapes: [[(x: Int, y: Int)]]) {
    let runs = shapes.map { corners in
      corners.enumerated().map { "\($1.x) \(height - $1.y) \($0 == 0 ? "m" : "l")" }.joined(separator: " ") + " h"
    }
    draw("0.5 w \(runs.joined(separator: " ")) S")
  }

  /// Shows a picture over the whole page.
  package mutating func picture() {
    pictures.insert(pages.count - 1)
    draw("q \(width) 0 0 \(height) 0 0 cm /I0 Do Q")
  }

  /// The file.
  package var bytes: [UInt8] {
    let firstPage = 8
    let kids = pages.indices.map { "\(firstPage + 2 * $0) 0 R" }.joined(separator: " ")
    var objects: [[UInt8]] = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>",
      "<< /Type /Font /Subtype /Type0 /BaseFont /Example /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
      """
      << /Type /Font /Subtype /CIDFontType2 /BaseFont /Example /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)
      /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [32 126 500] >>
      """,
      """
      << /Type /FontDescriptor /FontName /Example /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800
      /Descent -200 /CapHeight 700 /StemV 80 >>
      """,
    ].map { Array($0.utf8) }
    objects.append(stream("", Array(unicodeMap.utf8)))
    let picture = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    objects.append(stream(picture, [0x80]))
    let crop = cropBox.map { "/CropBox [\($0.map(String.init).joined(separator: " "))]" } ?? ""
    for (index, content) in pages.enumerated() {
      let pictures = pictures.contains(index) ? "/XObject << /I0 7 0 R >>" : ""
      let page = """
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 \(width) \(height)] \(crop) /Contents \(firstPage + 2 * index + 1) 0 R
        /Resources << /Font << /F0 3 0 R >> \(pictures) >> >>
        """
      objects.append(Array(page.utf8))
      objects.append(stream("", content))
    }
    var out = Array("%PDF-1.7\n".utf8)
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(out.count)
      out += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let start = out.count
    out += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      out += Array("\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n".utf8)
    }
    return out
      + Array("trailer << /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n".utf8)
  }

  private mutating func draw(_ operators: String) { pages[pages.count - 1] += Array("\(operators)\n".utf8) }

  private func stream(_ entries: String, _ content: [UInt8]) -> [UInt8] {
    Array("<< \(entries) /Length \(content.count) >>\nstream\n".utf8) + content + Array("\nendstream".utf8)
  }

  /// Which character each code of the font is: the one of that number.
  private var unicodeMap: String {
    let all = scalars.sorted().map { "<\(hex4($0))> <\(hex4($0))>" }
    let blocks = stride(from: 0, to: all.count, by: 100).map { start in
      let block = all[start..<min(start + 100, all.count)]
      return "\(block.count) beginbfchar\n\(block.joined(separator: "\n"))\nendbfchar"
    }
    return """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Example def /CMapType 2 def
      1 begincodespacerange <0000> <FFFF> endcodespacerange
      \(blocks.joined(separator: "\n"))
      endcmap end end
      """
  }

  private func hex4(_ value: UInt32) -> String {
    let digits = String(value & 0xFFFF, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
