import Plan
import Testing

@Suite struct MarkValidationTests {
  private static let text = Array("秘密★1年\n业务目标\n".unicodeScalars)

  private func faults(_ mark: Document.Mark) -> [String] {
    let hash = RecordTests.hash
    let document = Document(
      id: "cn370200.o.2031.targetSheet", kind: .targetSheet, title: "业务目标",
      city: CityReference(code: "370200", name: "样市"), organization: "市示例局", period: Period(year: 2031), marks: [mark],
      source: .init(path: nil, sha256: hash, mediaType: "text/plain", encoding: "UTF-8", scalars: Self.text.count),
      text: .init(path: "text/\(hash).txt", sha256: hash, scalars: Self.text.count),
      adapter: .init(id: "a.b", version: 1)
    )
    let record = Record(.document, document.json)
    let faults =
      Record.read(.document, record.line).faults
      + Validation.faults(in: RevisionSet([record])) { _ in Self.text }
    return faults.map { "\($0.code.rawValue) \($0.path)" }
  }

  @Test func `a mark stands where its record says`() {
    #expect(faults(.init(text: "秘密★1年", span: Span(start: 0, end: 5))) == [])
    #expect(faults(.init(text: "秘密★2年", span: Span(start: 0, end: 5))) == ["record.quote /marks/0/text"])
    #expect(faults(.init(text: "秘密★1年", span: Span(start: 8, end: 13))) == ["record.span /marks/0"])
    #expect(faults(.init(text: "秘密", span: Span(start: 2, end: 2))) == ["value.range /marks/0/end"])
    #expect(faults(.init(text: "秘密", span: Span(start: -1, end: 2))) == ["value.range /marks/0/end"])
  }
}
