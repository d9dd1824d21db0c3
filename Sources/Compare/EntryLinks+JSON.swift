import Linkage
import Plan

extension EntryLinks {
  /// Links as lines of canonical JSON `{evidence, from, id, score, to, type}`.
  ///
  /// `evidence` holds `by` (`words` or `ruling`), how alike `title` and `text` are, from 0 to 1, and where there are
  /// any `terms`, `figures`, and the fields that `agree` and `differ`.
  public func lines(_ links: ArraySlice<Link>, from: EntryTable, to: EntryTable) -> [UInt8] {
    var out = CanonicalWriter()
    for (link, evidence) in zip(links, evidence(links)) {
      let (old, new) = (from.id(link.from), to.id(link.to))
      out.object { out in
        out.object("evidence") { out in
          out.member("agree", evidence.agree.map(\.name))
          out.member("by", link.isRuled ? "ruling" : "words")
          out.member("differ", evidence.differ.map(\.name))
          out.member("figures", evidence.figures)
          out.member("terms", evidence.terms)
          out.member("text", Diff.Score(thousandths: evidence.text).text)
          out.member("title", Diff.Score(thousandths: evidence.title).text)
        }
        out.member("from", old)
        out.member("id", "\(old).\(link.kind.rawValue).\(new)")
        out.member("score", Diff.Score(thousandths: link.score).text)
        out.member("to", new)
        out.member("type", link.kind.rawValue)
      }
      out.endLine()
    }
    return out.bytes
  }
}
