import Import
import Robustness
import Testing

/// What holds for every document that is read, whatever it says; in an undamaged one no contact stands in a record.
func checkLaws(_ session: ImportSession, _ comment: Comment) {
  var breaches = Breaches()
  breaches.checkDocument(session, isDamaged: false)
  breaches.checkBundle(session.contents)
  #expect(breaches.found.isEmpty, comment)
}
