/// An OFD file (GB/T 33190) made from pages of text and lines; lengths are millimetres.
package struct OFDFixture {
  /// What stands on a page, or on a template of pages.
  package struct Page {
    /// Elements of the page's one layer.
    package var content = ""
    /// The number of its template, from 0.
    package var template: Int?

    package init(template: Int? = nil) { self.template = template }

    /// Puts a line of text on the page, its characters as far apart as the font is high, ASCII ones half as far.
    ///
    /// - Parameters:
    ///   - x: where the first character begins.
    ///   - y: where the line is highest.
    package mutating func text(_ text: String, x: Double, y: Double, size: Double = 5, attributes: String = "") {
      let steps = text.unicodeScalars.map { $0.value < 0x2E80 ? size / 2 : size }
      let distances = steps.dropLast().map { "\($0)" }.joined(separator: " ")
      object(
        text, boundary: "\(x) \(y) \(steps.reduce(0, +)) \(size)", size: size,
        code: "X=\"0\" Y=\"\(size * 0.86)\" DeltaX=\"\(distances)\"", attributes: attributes)
    }

    /// Puts a text object on the page, as its attributes say.
    package mutating func object(
      _ text: String, boundary: String, size: Double, code: String, attributes: String = ""
    ) {
      content += "<ofd:TextObject ID=\"1\" Boundary=\"\(boundary)\" Font=\"1\" Size=\"\(size)\" \(attributes)>"
      content += "<ofd:FillColor Value=\"0 0 0\"/><ofd:CGTransform CodePosition=\"0\" CodeCount=\"1\" GlyphCount=\"1\">"
      content += "<ofd:Glyphs>18</ofd:Glyphs></ofd:CGTransform>"
      content += "<ofd:TextCode \(code)>\(text)</ofd:TextCode></ofd:TextObject>"
    }

    /// Draws a line.
    package mutating func line(_ fromX: Double, _ fromY: Double, _ toX: Double, _ toY: Double) {
      content += "<ofd:PathObject ID=\"2\" Boundary=\"0 0 210 297\" LineWidth=\"0.25\">"
      content += "<ofd:AbbreviatedData>M \(fromX) \(fromY) L \(toX) \(toY)</ofd:AbbreviatedData></ofd:PathObject>"
    }

    /// Draws all sides of the cells of a table.
    package mutating func grid(xs: [Double], ys: [Double]) {
      guard let left = xs.first, let right = xs.last, let top = ys.first, let bottom = ys.last else { return }
      for x in xs { line(x, top, x, bottom) }
      for y in ys { line(left, y, right, y) }
    }
  }

  package var pages: [Page] = []
  package var templates: [Page] = []
  package var isSigned = false
  /// Further parts.
  package var parts: [(String, String)] = []

  package init(_ pages: [Page] = []) { self.pages = pages }

  /// The file.
  package var bytes: [UInt8] {
    func element(_ name: String, _ content: String) -> String {
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<ofd:\(name) xmlns:ofd=\"http://www.ofdspec.org/2016\">\(content)</ofd:\(name)>"
    }
    func layer(_ content: String) -> String {
      "<ofd:Content><ofd:Layer ID=\"9\"><ofd:PageBlock ID=\"8\">\(content)</ofd:PageBlock></ofd:Layer></ofd:Content>"
    }
    let templateList = templates.indices.map {
      "<ofd:TemplatePage ID=\"\(100 + $0)\" BaseLoc=\"Tpls/Tpl_\($0)/Content.xml\" ZOrder=\"Background\"/>"
    }
    let pageList = pages.indices.map { "<ofd:Page ID=\"\(200 + $0)\" BaseLoc=\"Pages/Page_\($0)/Content.xml\"/>" }
    let signatures = isSigned ? "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>" : ""
    var list = [
      (
        "OFD.xml",
        element("OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>\(signatures)</ofd:DocBody>")
      ),
      (
        "Doc_0/Document.xml",
        element(
          "Document",
          "<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            + templateList.joined() + "</ofd:CommonData><ofd:Pages>\(pageList.joined())</ofd:Pages>")
      ),
    ]
    for (index, page) in pages.enumerated() {
      let template = page.template.map { "<ofd:Template TemplateID=\"\(100 + $0)\" ZOrder=\"Background\"/>" } ?? ""
      list.append(("Doc_0/Pages/Page_\(index)/Content.xml", element("Page", template + layer(page.content))))
    }
    for (index, template) in templates.enumerated() {
      list.append(("Doc_0/Tpls/Tpl_\(index)/Content.xml", element("Page", layer(template.content))))
    }
    if isSigned {
      list.append(
        (
          "Doc_0/Signs/Signatures.xml",
          element("Signatures", "<ofd:Signature ID=\"1\" BaseLoc=\"Sign_0/Signature.xml\"/>")
        ))
    }
    return ZipFixture(list + parts).bytes
  }
}
