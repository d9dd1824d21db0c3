import Compare
import Plan
import Report
import TestSupport
import Testing

/// A page in a browser: its script runs under its own policy, searching and folding work, and paper has its heads.
@Suite(.enabled(if: OutsideProgram.exists("chromium"), "Chromium is not installed: make test-formats installs it"))
struct BrowserTests {
  private static func page(layout: DiffLayout = .list) -> String {
    var goals = ReportTests.old.goals
    for number in 0..<30 {
      goals.append(
        .init(title: "巡查第\(number)号岸线", text: "每月巡查，建立台账，" + String(repeating: "发现问题及时处置，", count: number % 4) + "甲。"))
    }
    var old = ReportTests.old
    old.goals = goals
    var new = ReportTests.new
    new.goals += goals.dropFirst(5).map { goal in
      var goal = goal
      goal.text = goal.text?.replacing("甲。", with: "并通报结果。")
      return goal
    }
    return HTMLReport.diff(
      Diff(old: old.view, new: new.view), old: old.view, new: new.view, language: .zhHans, layout: layout)
  }

  private static func chromium(_ arguments: String..., page: String, giving: [String] = []) throws -> (
    output: String, files: [String: [UInt8]]
  ) {
    let fixed = [
      "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=profile", "--no-pdf-header-footer",
    ]
    let answer = try OutsideProgram.run(
      fixed + arguments + ["page.html"], files: ["page.html": Array(page.utf8)], giving: giving)
    #expect(answer.status == 0)
    return (answer.output, answer.files)
  }

  @Test func `the script runs under the page's own policy, and no other does`() throws {
    let page = Self.page().replacing("</main>", with: "</main><script>document.title = 'foreign'</script>")
    let shown = try Self.chromium("--dump-dom", page: page).output
    #expect(shown.contains("<span class=\"tools\">"))
    #expect(!shown.contains("<title>foreign</title>"))
  }

  @Test func `searching hides what does not fit, and finds full-width letters and several words`() throws {
    let start = Self.page()
    let policy = try #require(start.split(separator: "\n").first { $0.contains("Content-Security-Policy") })
    let probe = """
      <script>
      var box = document.getElementById('search'), said = [];
      ['', '岸线 第７号', '第7号 沉船', '打造数字渔港'].forEach(function (words) {
        box.value = words;
        box.dispatchEvent(new Event('input'));
        said.push(document.querySelectorAll('.entry:not(.miss)').length);
      });
      document.getElementById('close').click();
      said.push(document.querySelectorAll('details[open]').length);
      document.title = said.join(' ');
      </script></body>
      """
    let page = start.replacing(policy, with: "").replacing("</body>", with: probe)
    let shown = try Self.chromium("--dump-dom", page: page).output
    let title = shown.split(separator: "<title>").dropFirst().first?.split(separator: "</title>").first
    #expect(title == "36 1 0 1 0")
  }

  @Test(.enabled(if: OutsideProgram.exists("pdftotext"), "poppler is not installed: make test-formats installs it"))
  func `on paper each page of the table has its head, and nothing is missing`() throws {
    let pdf = try Self.chromium("--print-to-pdf=page.pdf", page: Self.page(layout: .table), giving: ["page.pdf"])
    let text = try OutsideProgram.run(
      ["pdftotext", "-layout", "page.pdf", "-"], files: ["page.pdf": try #require(pdf.files["page.pdf"])]
    ).output
    let pages = text.split(separator: "\u{C}").filter { !$0.allSatisfy(\.isWhitespace) }
    #expect(pages.count > 2)
    for page in pages.dropLast() { #expect(page.contains("调整前") && page.contains("调整后") && page.contains("说明")) }
    for number in 0..<30 { #expect(text.contains("第\(number)号")) }
    #expect(!text.contains("全部折叠"))
  }
}
