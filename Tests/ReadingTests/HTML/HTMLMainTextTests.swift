import Testing

@testable import Reading

@Suite struct HTMLMainTextTests {
  @Test func findsTheArticleInTablesForLayout() throws {
    let text = try readHTML(encode(HTMLSamples.tableLayout, as: "GB18030"))
    #expect(text.encoding == "GB18030")
    #expect(
      text.sketch
        == ["示例局召开推进会议", "发布时间：2031-03-06　来源：示例局　【字体：大 中 小】"] + HTMLSamples.report)
    #expect(
      text.asideLines(.navigation) == [
        "示例局召开推进会议-示例市示例局", "首页 | 政务公开 | 工作动态", "通知公告", "关于公布示例名单的公告", "您现在的位置：首页 > 正文",
        "【打印本页】【关闭窗口】", "上一篇：示例局开展检查", "主办单位：示例局　地址：示例路1号", "鲁ICP备00000000号",
      ])
  }

  @Test func findsTheArticleAmongBoxes() throws {
    let text = try page(HTMLSamples.boxLayout)
    #expect(
      text.sketch == [
        "# 2031年重点工作目标", "来源：示例局 日期：2031-03-01", "现将示例局2031年重点工作目标公布如下。", "序号|目标", "1|新建码头3座",
        "联系人：张示例　电话：0532-0000000", "附件：目标表.docx",
      ])
    #expect(text.asideLines(.hiddenText) == ["领导之窗"])
    let navigation = text.asideLines(.navigation)
    for line in ["示例市人民政府", "打印 关闭", "相关链接", "政策解读", "主办：示例办　承办：示例局　鲁ICP备00000000号"] {
      #expect(navigation.contains(line))
    }
  }

  @Test func everyScalarIsInABlockAnAsideOrIsWhiteSpace() throws {
    for markup in [HTMLSamples.tableLayout, HTMLSamples.boxLayout] {
      let text = try page(markup.replacing("gb2312", with: "utf-8"))
      var isCovered = text.scalars.map { isWhiteSpace($0) }
      for range in text.asides.map(\.range) + (text.blocks ?? []).map(\.range) {
        for index in range { isCovered[index] = true }
      }
      #expect(isCovered.allSatisfy { $0 })
    }
  }

  @Test func keepsAShortArticleAndItsSignature() throws {
    let text = try page(
      """
      <title>通知</title><div><a>首页</a><a>新闻</a><a>服务</a></div>
      <div><div class=title>关于调整办公时间的通知</div><div>发布日期：2031-01-02</div>
      <div>自1月5日起，办公时间调整为9时至17时。</div><div>示例市示例局</div><div>2031年1月2日</div></div>
      <div>版权所有：示例局 技术支持：示例公司 地址：示例路100号示例大厦，建议使用新版浏览器，分辨率1024*768以上浏览本站</div>
      """)
    #expect(
      text.sketch == ["关于调整办公时间的通知", "发布日期：2031-01-02", "自1月5日起，办公时间调整为9时至17时。", "示例市示例局", "2031年1月2日"])
  }

  @Test func takesThePageTitleWhereThereIsNoOtherHeadline() throws {
    let prose = "示例局召开会议，研究全年工作。会议强调，要加强统筹，压实责任，完成投资十亿元以上，新建码头三座，培育企业二十家，确保完成全年目标任务。"
    let text = try page("<head><title>示例局召开会议</title></head><body><p>\(prose)</p></body>")
    #expect(text.sketch == ["# 示例局召开会议", prose])
  }

  @Test func readsAPageThatAProgramWouldShow() throws {
    let text = try page("<div>加载中</div><div style='display:none'><p>示例局召开会议，研究工作。</p></div>")
    #expect(text.sketch == ["加载中", "示例局召开会议，研究工作。"])
    #expect(text.asides.isEmpty)
  }

  @Test func wordsOfButtonsInATableStay() throws {
    let rows = ["大", "中", "打印"].map { "<tr><td>\($0)</td><td>示例数值，说明</td></tr>" }.joined()
    let text = try page("<table border=1>\(rows)</table>")
    #expect(text.sketch == ["大|示例数值，说明", "中|示例数值，说明", "打印|示例数值，说明"])
  }

  @Test func aBureausTableOfDataBeforeTheTextStays() throws {
    let text = try page(
      """
      <title>示例局关于印发要点的通知</title><div><a>首页</a><a>公开</a></div><div><div>您当前所在位置：<a>首页</a> &gt; <a>公开</a></div>
      <table><tr><td>索引号：</td><td>000-2031</td></tr><tr><td>成文日期：</td><td>2031年3月1日</td></tr></table>
      <div><p>示例局关于印发要点的通知</p><p>各科室：现将要点印发，请遵照执行。</p></div><div>附件：<a href=1.doc>要点.doc</a></div>
      <div>分享到：<a>微信</a><a>微博</a></div></div>
      """)
    #expect(
      text.sketch == [
        "索引号：|000-2031", "成文日期：|2031年3月1日", "示例局关于印发要点的通知", "各科室：现将要点印发，请遵照执行。", "附件：要点.doc",
      ])
  }

  @Test func sectionsOfOneTextStayTogether() throws {
    let text = try page(
      """
      <div><div><h2>示例局部署工作</h2><p>2031-03-05 来源：示例日报</p><div><h3>一、回顾</h3><p>\(HTMLSamples.report[1])</p></div>
      <div><h3>二、部署</h3><p>\(HTMLSamples.report[2])</p></div><p>责任编辑：张示例</p></div>
      <div><h4>热点</h4><p><a>示例市推进项目建设，完成投资</a></p><p><a>示例区座谈</a></p><a>更多</a></div></div>
      """)
    #expect(
      text.sketch == [
        "## 示例局部署工作", "2031-03-05 来源：示例日报", "### 一、回顾", HTMLSamples.report[1], "### 二、部署", HTMLSamples.report[2],
        "责任编辑：张示例",
      ])
    #expect(text.asideLines(.navigation) == ["热点", "示例市推进项目建设，完成投资", "示例区座谈", "更多"])
  }
}
