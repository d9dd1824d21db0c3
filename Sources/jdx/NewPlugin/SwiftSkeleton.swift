import Vocabulary

extension NewPlugin {
  /// The source of an adapter that reads each line as a task, to begin with.
  var swiftSource: String {
    let body = say(zh: "写明它读哪类文件。", en: "Say which documents it reads.")
    let evidence = say(zh: "换成本类文件才有的词。", en: "Words that only its own documents have.")
    let rows = say(
      zh: "表的行在 block.rows 里；没有认领的文字会如实列为“未识别”。",
      en: "A table's rows are in block.rows; words that nothing claims are told as not understood.")
    return """
      import AdapterKit
      import Plan
      import Vocabulary

      /// \(body)
      public struct \(typeName): Adapter {
        public init() {}

        public let id = "\(id)"
        public let version = 1
        public let name = Localized(zh: "\(id)", en: "\(id)")
        public let kind = Document.Kind.workPlan
        public let summary = Localized(zh: "\(id)", en: "\(id)")

        public func evidence(in source: SourceText) -> [Evidence] {
          // \(evidence)
          source.holds(["\(shortName)"], in: source.whole) ? [Evidence(60, zh: "\(shortName)", en: "\(shortName)")] : []
        }

        public func read(_ source: SourceText, into draft: inout DraftBuilder) {
          draft.draft.city = source.given.city.map { Fact($0) }
          draft.draft.organization = source.given.organization.map { Fact($0) }
          draft.draft.period = source.given.year.map { Fact(Period(year: $0)) }
          // \(rows)
          for (index, block) in source.blocks.enumerated() where block.kind != .table {
            if index == 0 { draft.title(block.range) } else { draft.item(.task, text: [block.range]) }
          }
        }
      }

      """
  }
}
