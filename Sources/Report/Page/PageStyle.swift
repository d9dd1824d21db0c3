/// The style of every page: Chinese type of the system, few colours, A4 in print.
enum PageStyle {
  /// Hides the entries of a filter whose box is not ticked, and shows its chip as off.
  static func filter(_ token: StaticString) -> String {
    """
    #show-\(token):not(:checked)~main .entry.is-\(token){display:none}
    #show-\(token):not(:checked)~.bar label[for=show-\(token)]{opacity:.55;text-decoration:line-through}
    #show-\(token):focus-visible~.bar label[for=show-\(token)]{outline:2px solid #134f96;outline-offset:2px}

    """
  }

  /// The colour of what is of a class `is-TOKEN`: its words, the ground of a badge or chip, the edge of a card.
  static func tone(_ token: StaticString, _ tone: Tone) -> String {
    let (ink, ground) = (Tone.hex(tone.ink), Tone.hex(tone.ground))
    return """
      .is-\(token){color:\(ink)}.badge.is-\(token),.chip.is-\(token){background:\(ground)}
      .card.is-\(token){border-left-color:\(ink)}

      """
  }

  static let frame = """

    :root{color-scheme:light;--ink:#1d232a;--soft:#55606c;--line:#d6dbe1;--paper:#fff;--shade:#f5f7f9}
    *{box-sizing:border-box}
    html{font-size:15px;-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:1120px;padding:28px 28px 60px;background:var(--paper);color:var(--ink);line-height:1.65;
    font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",
    system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;text-autospace:normal}
    h1{font-size:1.6rem;line-height:1.35;margin:0 0 .5rem;font-weight:700}
    h2{font-size:1.15rem;margin:1.6rem 0 .6rem}
    h3{font-size:.86rem;margin:0 0 .25rem;color:var(--soft);font-weight:600}
    p{margin:0 0 .35rem}
    .headline{font-size:1.15rem;font-weight:600;margin:.2rem 0 .7rem}
    dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .9rem;margin:.4rem 0 .9rem;font-size:.93rem}
    dl.facts dt{color:var(--soft)}dl.facts dd{margin:0}
    .source{color:var(--soft);font-size:.82rem;line-height:1.5}
    .id{font-family:ui-monospace,"SFMono-Regular",Consolas,"DejaVu Sans Mono",monospace;font-size:.76rem}
    .badge,.chip{display:inline-block;border:1px solid currentColor;border-radius:3px;padding:0 .45em;
    font-size:.82rem;line-height:1.55;font-weight:600;white-space:nowrap;background:var(--paper);color:#46525e}
    .box{position:absolute;opacity:0;width:1px;height:1px;pointer-events:none}
    .bar{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;align-items:center;gap:.4rem;padding:.55rem 0;
    margin-bottom:.7rem;background:var(--paper);border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
    .chip{cursor:pointer;user-select:none;padding:.1em .6em}
    .tools{margin-left:auto;display:flex;gap:.4rem;align-items:center}.tools[hidden]{display:none}
    .tools input,.tools button{font:inherit;font-size:.86rem;padding:.2rem .55rem;border:1px solid #9aa5b1;border-radius:3px;
    background:var(--paper);color:var(--ink)}
    .tools input{width:15em}.tools button{cursor:pointer}#found{font-size:.82rem;color:var(--soft);min-width:3em}
    .entry.miss{display:none}.entry.entry{color:var(--ink)}
    .card{border:1px solid var(--line);border-left:4px solid #9aa5b1;border-radius:3px;margin:0 0 .9rem;
    padding:.55rem .9rem .6rem}
    details>summary{cursor:pointer}
    table{border-collapse:collapse;width:100%}
    th,td{border:1px solid var(--line);padding:.35rem .55rem;text-align:left;vertical-align:top}
    thead th{background:var(--shade);font-weight:600;font-size:.88rem}
    .number{text-align:right;white-space:nowrap}
    del{color:#a3261f;background:#fdeceb;text-decoration:line-through #a3261f80}
    ins{color:#17693a;background:#e7f5ec;text-decoration:underline;text-underline-offset:3px;font-weight:600}
    .rewritten{text-decoration:underline dotted;text-underline-offset:3px}
    svg{max-width:100%;height:auto}svg text{font-family:inherit}
    @media (max-width:720px){body{padding:16px}.tools{margin-left:0}}
    @media print{
    html{font-size:10.5pt}body{max-width:none;padding:0}
    .bar,.box{display:none}
    thead{display:table-header-group}tr,.card{break-inside:avoid}h1,h2,h3,summary{break-after:avoid}
    details::details-content{content-visibility:visible}
    main{padding:0 1px}summary{list-style:none}summary::-webkit-details-marker{display:none}
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    }
    @page{margin:14mm 13mm 16mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt}}

    """
}
