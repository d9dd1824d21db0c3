import Conformance
import Import

extension Breaches {
  /// What holds for every document that is read, whatever it says.
  package mutating func checkDocument(_ session: ImportSession, isDamaged: Bool = true) {
    for breach in brokenLaws(of: session, isDamaged: isDamaged) {
      check(false, [breach.law.rawValue, breach.record, breach.message.en].compactMap(\.self).joined(separator: ": "))
    }
  }
}
