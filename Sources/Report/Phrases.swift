import Compare
import Plan
import Vocabulary

/// Records as short phrases that a person reads.
struct Phrases {
  let language: Language

  func callAsFunction(_ words: Localized) -> String { words[language] }

  func text(_ text: String) -> String { DisplayWidth.printable(text) }

  /// `市渔港局 2023 目标责任书`; `…（密级标志：秘密★1年）` where the paper bears a mark, so that whoever sees it knows.
  func document(_ document: Document) -> String {
    let year = document.period.year.map { language == .zhHans ? "\($0)年" : "\($0)" } ?? ""
    let parts = [text(document.organization), year, Words.label(.documentKinds, document.kind.rawValue, language)]
    let name = parts.filter { !$0.isEmpty }.joined(separator: " ")
    let marks = document.markWordings
    guard !marks.isEmpty else { return name }
    let listed = marks.map(text).joined(separator: language == .zhHans ? "；" : "; ")
    return name + Words.bracketed(self(Words.marked) + Words.colon(language) + listed, language)
  }

  /// `市渔港局 2023 目标责任书《2023年业务目标》（goals.docx）`: what a quote is quoted from.
  func source(_ document: Document) -> String {
    let title = text(document.title)
    let named = title.isEmpty ? "" : language == .zhHans ? "《\(title)》" : " “\(title)”"
    return self.document(document) + named + (document.source.path.map { Words.bracketed(text($0), language) } ?? "")
  }

  /// In how many places the same is written otherwise.
  func places(_ count: Int) -> String {
    language == .zhHans
      ? "标点、全半角、空格或数字写法不同 \(count) 处"
      : "other punctuation, width, blanks or number forms in \(count) \(count == 1 ? "place" : "places")"
  }

  /// Category and number as printed: `重点目标 1`; the role where there is no category.
  func place(_ item: Item) -> String {
    let category =
      item.category.map { text($0.label) } ?? Words.label(.itemRoles, item.role.rawValue, language)
    return category + (item.number.map { " \($0)" } ?? "")
  }

  /// Title, or what the item begins with.
  func title(_ item: Item) -> String {
    text(item.title ?? item.text ?? item.aim ?? Words.untitled[language])
  }

  /// `渔业、港口航运`; a theme that the vocabulary doesn't list as it is written.
  func themes(_ item: Item) -> String {
    item.themes.map { text(Themes.standard.theme(code: $0)?.label[language] ?? $0) }
      .joined(separator: language == .zhHans ? "、" : ", ")
  }

  /// Comparator and numbers: `不少于 98 %`, `介于 2 至 3 个`.
  func meaning(_ comparator: Indicator.Comparator, _ low: String?, _ high: String?, _ unit: String) -> String {
    let numbers =
      comparator == .between
      ? [low, high].compactMap { $0 }.joined(separator: " \(self(Words.to)) ") : low ?? high ?? ""
    return [Words.label(.comparators, comparator.rawValue, language), numbers, text(unit)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Subject and quote: `合格率：98%以上`.
  func figure(_ indicator: Indicator) -> String {
    guard let subject = indicator.subject, !subject.isEmpty else { return text(indicator.quote) }
    return text(subject) + Words.colon(language) + text(indicator.quote)
  }

  /// Everything that an indicator means, after its quote.
  func details(_ indicator: Indicator) -> [String] {
    var parts: [String] = []
    if let subject = indicator.subject { parts.append(text(subject)) }
    parts.append(meaning(indicator.comparator, indicator.low, indicator.high, indicator.unit))
    if indicator.role != .target { parts.append(Words.label(.indicatorRoles, indicator.role.rawValue, language)) }
    if indicator.valueKind != .level { parts.append(Words.label(.valueKinds, indicator.valueKind.rawValue, language)) }
    if indicator.commitment == .stretch { parts.append(Words.label(.commitments, "stretch", language)) }
    for qualifier in indicator.qualifiers {
      let bounds = meaning(qualifier.comparator, qualifier.low, qualifier.high, qualifier.unit)
      parts.append(
        self(Words.condition) + " " + [qualifier.subject.map(text), bounds].compactMap { $0 }.joined(separator: " "))
    }
    if let period = indicator.period { parts.append("\(period.start)/\(period.end)") }
    if let city = indicator.benchmarkCity { parts.append(text(city.name)) }
    return parts
  }

  /// `[待核：指标名称取自上下文，…]`.
  func review(_ review: Review) -> String {
    "[\(labelled(self(Words.review), text(Words.label(.reviewReasons, review.reason, language))))]"
  }

  /// `完成时限：10月底前（2031-10-31）`, but for the label.
  func due(_ due: Item.Due) -> String {
    text(due.text) + (due.date.map { Words.bracketed($0, language) } ?? "")
  }

  /// `标杆城市：深圳`.
  func labelled(_ label: String, _ value: String) -> String { label + Words.colon(language) + value }

  /// `背景 5，要求 3`, in the order of the roles.
  func roles<Count>(_ counts: [Item.Role: Count], _ show: (Count) -> String) -> String {
    Item.Role.allCases.compactMap { role in
      counts[role].map { Words.label(.itemRoles, role.rawValue, language) + " " + show($0) }
    }.joined(separator: Words.comma(language))
  }

  /// Items by role and the figures among them, of what stands outside goals and tasks; empty where nothing does.
  func rest(roles: String, figures: String?) -> String {
    guard let figures else { return roles }
    if roles.isEmpty { return "\(self(Words.figureCount)) \(figures)" }
    return roles + Words.bracketed("\(self(Words.figuresElsewhere)) \(figures)", language)
  }
}
