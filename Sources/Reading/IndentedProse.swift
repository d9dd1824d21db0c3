/// Tells paragraphs that are indented with a tab from rows written downwards.
///
/// Rows of a table come in one length; among them is a header of short cells, an empty cell, or a cell as short as a
/// number (1. or （1）). Runs of a length without any of these, but with several sentences in a run, are prose.
struct IndentedProse {
  private let lengths: Set<Int>

  init(groups: [LineGroup], scalars: [Unicode.Scalar]) {
    var prose: Set<Int> = []
    var tables: Set<Int> = []
    for case .downward(let run) in groups {
      let texts = run.map { scalars[$0.trimmed] }
      if texts.contains(where: { $0.count <= 3 }) || texts.allSatisfy({ $0.count <= 15 }) {
        tables.insert(run.count)
      } else if texts.count(where: { $0.last.map(isSentenceEnd) ?? false }) > 1 {
        prose.insert(run.count)
      }
    }
    lengths = prose.subtracting(tables)
  }

  func contains(_ run: ArraySlice<TextLine>) -> Bool {
    lengths.contains(run.count)
  }
}

private func isSentenceEnd(_ scalar: Unicode.Scalar) -> Bool {
  "。！？；.!?;".unicodeScalars.contains(scalar)
}
