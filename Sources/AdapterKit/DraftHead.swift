import Plan

/// What a form says of its document: title, fields, people.
extension DraftBuilder {
  /// Takes the title, without the line ends and tabs that a narrow cell puts into it.
  public mutating func title(_ range: Range<Int>) {
    document(range)
    let words = source.written(range).unicodeScalars.filter { !$0.isLineEnd && $0 != "\t" }
    draft.title = Fact(String(String.UnicodeScalarView(words)))
  }

  /// Claims a form's fields: labels and marks are structure, values the document's.
  public mutating func form<Label>(_ fields: [LabelledField<Label>]) {
    for field in fields {
      structure(field.labelRange, "label")
      structure(field.marks, "separator")
      document(field.value)
    }
  }

  /// Adds who answers for an item: a contact of the document, named once; names stand in no record.
  public mutating func contact(name: String) { addOnce(Draft.Person(role: .contact, name: name)) }

  /// Adds a number that stands behind a name: of the person named last, if that one has none.
  public mutating func contact(phone: String) {
    guard let last = draft.people.last, last.name != nil, last.phone == nil else {
      return addOnce(Draft.Person(role: .contact, phone: phone))
    }
    draft.people.removeLast()
    addOnce(Draft.Person(role: last.role, name: last.name, phone: phone, email: last.email))
  }

  private mutating func addOnce(_ person: Draft.Person) {
    if !draft.people.contains(person) { draft.people.append(person) }
  }
}
