@testable import Reading

/// Pages of our own in the shape of bureaus' sites, and short views of what is read from them.
enum HTMLSamples {
  static let report = [
    "3月5日，示例市示例局召开重点工作推进会议，局党组书记、局长张示例主持会议并讲话。",
    "会议认为，去年全局上下攻坚克难，完成投资12.5亿元，同比增长8.3%，新建码头3座。",
    "会议要求，一要加强统筹；二要压实责任，确保10月底前完成。",
  ]

  /// Tables within tables for the layout, the article in a cell, its paragraphs parted by line breaks.
  static let tableLayout = """
    <html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
    <title>示例局召开推进会议-示例市示例局</title>
    <script>if (a<b) document.write("<p>程序</p>");</script><style>td { color: red }</style></head>
    <body><table align=center><tr><td><a href=/>首页</a> | <a href=1>政务公开</a> | <a href=2>工作动态</a></td></tr></table>
    <table><tr><td width=200><table><tr><td>通知公告</td></tr><tr><td><a href=n1>关于公布示例名单的公告</a></td></tr></table></td>
    <td><table><tr><td>您现在的位置：<a href=/>首页</a> &gt; 正文</td></tr>
    <tr><td align=center>示例局召开推进会议</td></tr>
    <tr><td>发布时间：2031-03-06　来源：示例局　【字体：<a>大</a> <a>中</a> <a>小</a>】</td></tr>
    <tr><td>\(report.map { "　　" + $0 }.joined(separator: "<br><br>"))</td></tr>
    <tr><td>【<a href="javascript:print()">打印本页</a>】【<a>关闭窗口</a>】</td></tr>
    <tr><td>上一篇：<a href=p>示例局开展检查</a></td></tr></table></td></tr></table>
    <table><tr><td>主办单位：示例局　地址：示例路1号<br>鲁ICP备00000000号</td></tr></table></body></html>
    """

  /// Nested `div`s, the article beside a list of links.
  static let boxLayout = """
    <!doctype html><html><head><meta charset="utf-8"><title>2031年重点工作目标 | 示例市</title></head><body>
    <div class="header"><span>今天是2031年3月6日</span><h2>示例市人民政府</h2>
    <ul><li><a>首页</a></li><li><a>要闻</a><ul style="display: none"><li><a>领导之窗</a></li></ul></li></ul></div>
    <div class="wrap"><div class="left"><h1>2031年重点工作目标</h1><div class="info">来源：示例局 日期：2031-03-01</div>
    <div class="content"><p>　　现将示例局2031年重点工作目标公布如下。</p>
    <table border="1"><tr><th>序号</th><th>目标</th></tr><tr><td>1</td><td>新建码头3座</td></tr></table>
    <p>联系人：张示例　电话：0532-0000000</p><p>附件：<a href=a.docx>目标表.docx</a></p></div>
    <div><a>打印</a> <a>关闭</a></div></div>
    <div class="right"><h3>相关链接</h3><ul><li><a>示例市召开会议</a></li><li><a>示例区部署工作</a></li><li><a>政策解读</a></li></ul></div></div>
    <div class="footer">主办：示例办　承办：示例局　鲁ICP备00000000号</div></body></html>
    """
}

/// Reads a page that is written in UTF-8.
func page(_ markup: String, limits: ReadingLimits = ReadingLimits()) throws(ReadingError) -> FileText {
  try readHTML(Array(markup.utf8), limits: limits)
}

extension FileText {
  /// The text of a stretch.
  func excerpt(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  /// A line for each block: headings with `#`, tables as rows with `|`, `^` for covered cells, spans as `→` and `↓`.
  var sketch: [String] {
    (blocks ?? []).flatMap { block -> [String] in
      switch block.kind {
      case .paragraph: [excerpt(block.range)]
      case .heading(let level): [String(repeating: "#", count: level) + " " + excerpt(block.range)]
      case .table: block.rows.map { row in row.cells.map(sketch).joined(separator: "|") }
      }
    }
  }

  private func sketch(_ cell: Cell) -> String {
    if cell.isCovered { return "^" }
    let text = cell.paragraphs.map(excerpt).joined(separator: "/")
    return text + (cell.columns > 1 ? "→\(cell.columns)" : "") + (cell.rows > 1 ? "↓\(cell.rows)" : "")
  }

  /// The lines that are asides of a kind.
  func asideLines(_ kind: Aside.Kind) -> [String] {
    asides.filter { $0.kind == kind }.flatMap { excerpt($0.range).split(separator: "\n").map(String.init) }
  }
}
