import AdapterKit
import ChineseText
import Vocabulary

extension DocumentReading {
  /// Bodies that no list knows, and whose names are nearly those of one that is listed; each name once.
  ///
  /// Records keep them as they are written: a new body, or a slip of the pen, which only a person can tell.
  var unknownBodies: [Diagnostic] {
    var seen: Set<[UInt8]> = []
    let names = [draft.organization?.value].compactMap(\.self) + draft.items.flatMap { $0.parties.map(\.name) }
    return names.filter { seen.insert(Array($0.utf8)).inserted }.compactMap { name in
      guard let known = Organizations.standard.nearest(to: inSimplified(name)) else { return nil }
      return Diagnostic(
        "organization.unknown", .note, at: repaired.text.first(name, in: repaired.text.indices),
        zh: "单位名录中没有“\(name)”，最接近的是“\(known.text)”；已照原文记录",
        en: "the list of bodies does not know \(name); the nearest is \(known.text); it was kept as written",
        hint: Localized(
          zh: "如系笔误，请改正原文件后重新导入，或用 --fix 更正", en: "if it is a slip, mend the source and import again, or use --fix"))
    }
  }
}
