import AdapterKit
import Import
import Plan
import Vocabulary

extension LawCheck {
  /// A second import of the same bytes gives the same records, or the same refusal with nothing left behind.
  mutating func checkRepeat(_ session: ImportSession, _ again: ImportSession) {
    check(
      revisions(of: session) == revisions(of: again), .determinism,
      Localized(zh: "同一份文件两次读出的记录不同", en: "the same bytes give other records the second time"))
    let (first, second) = (session.refusal, again.refusal)
    check(
      first == second, .determinism,
      Localized(zh: "同一份文件两次被拒的原因不同", en: "the same bytes are refused for another reason the second time"))
    if first != nil {
      check(
        session.contents.revisions.count == 0, .refusal,
        Localized(zh: "没有导入，却留下了记录", en: "it was refused and left records behind"))
    }
  }

  /// Importing onto one's own bundle changes nothing: no new id, no new revision.
  mutating func checkStable(_ session: ImportSession, onto: ImportSession) {
    check(
      session.contents.revisions.count == onto.contents.revisions.count && ids(of: session) == ids(of: onto), .ids,
      Localized(zh: "在自己的数据包上重新导入，编号或记录变了", en: "importing again onto its own bundle changes ids or records"))
  }

  private func ids(of session: ImportSession) -> [String] {
    session.imported.flatMap { $0.assembly.records.map(\.id) }
  }

  private func revisions(of session: ImportSession) -> [String] {
    session.imported.flatMap { $0.assembly.records.map(\.revision) }
  }
}

extension ImportSession {
  /// Why the one file was not imported; `nil` where it was.
  var refusal: String? {
    if case .failed(let error) = outcomes.first?.outcome { String(describing: error) } else { nil }
  }
}
