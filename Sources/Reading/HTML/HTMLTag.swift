/// The elements whose names matter to reading; every other one is ``other``.
enum HTMLTag: String, CaseIterable {
  case html, head, title, body, meta, base, link
  case h1, h2, h3, h4, h5, h6, p, div, center, pre, blockquote, address, hr, br
  case main, article, section, header, footer, nav, aside, figure, figcaption, details, summary, hgroup, dialog
  case ul, ol, li, dl, dt, dd, menu, dir
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case form, fieldset, legend, select, option, optgroup, button, textarea, label, input
  case a, img, ruby, rt, rp, rtc, del, ins
  case script, style, noscript, template, iframe, object, embed, applet, canvas, svg, audio, video, noframes, frameset
  case datalist, xml
  case other

  init(_ name: String) { self = HTMLTag.named[name] ?? .other }

  private static let named = Dictionary(
    uniqueKeysWithValues: allCases.filter { $0 != .other }.map { ($0.rawValue, $0) })

  /// Whether it begins and ends a line of its own.
  var isBlock: Bool {
    switch self {
    case .html, .head, .title, .body, .h1, .h2, .h3, .h4, .h5, .h6, .p, .div, .center, .pre, .blockquote, .address, .hr,
      .main, .article, .section, .header, .footer, .nav, .aside, .figure, .figcaption, .details, .summary, .hgroup,
      .dialog, .ul, .ol, .li, .dl, .dt, .dd, .menu, .dir, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th,
      .form, .fieldset, .legend, .select, .option, .optgroup, .textarea:
      true
    default: false
    }
  }

  /// Whether nothing in it is text for a reader: programs, styles, and what stands in for them.
  var isSkipped: Bool {
    switch self {
    case .script, .style, .noscript, .template, .iframe, .object, .embed, .applet, .canvas, .svg, .audio, .video,
      .noframes, .datalist, .xml:
      true
    default: false
    }
  }

  /// Whether it holds another program or document that is not read.
  var isObject: Bool {
    switch self {
    case .iframe, .object, .embed, .applet, .video, .audio: true
    default: false
    }
  }

  /// The level of a heading.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Whether it is made for what stands around the main text.
  var isNavigation: Bool {
    switch self {
    case .nav, .footer, .select, .button, .dialog: true
    default: false
    }
  }
}
