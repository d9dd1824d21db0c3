import ChineseText
import Import
import Plan
import Vocabulary

extension LawCheck {
  mutating func checkPeople(_ imported: ImportedDocument, isDamaged: Bool) {
    let text = imported.reading.repaired.text
    let values = imported.assembly.records.map {
      Array(String(decoding: JSON.object($0.body.without(["id"])).canonical, as: UTF8.self).unicodeScalars)
    }
    for contact in imported.assembly.contacts {
      for value in [contact.name, contact.phone, contact.email].compactMap({ $0 }) where value.unicodeScalars.count > 2
      {
        let first = text.first(value, in: 0..<text.count)?.upperBound ?? text.count
        if isDamaged, text.first(value, in: first..<text.count) != nil { continue }
        check(
          values.allSatisfy { $0.first(value, in: 0..<$0.count) == nil }, .people,
          Localized(zh: "联系人的“\(value)”写进了记录", en: "a record holds a contact's “\(value)”"))
      }
    }
  }
}
