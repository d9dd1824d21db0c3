import Conformance
import Import
import Testing

/// What holds for every document that is read, whatever it says; in an undamaged one no contact stands in a record.
func checkLaws(_ session: ImportSession, _ comment: Comment) {
  let broken = brokenLaws(of: session)
  #expect(broken.isEmpty, comment)
}
