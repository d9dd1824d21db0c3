import ChineseText

/// The entries of one side in flat arrays, about three bytes a character.
public struct EntryTable: Sendable {
  private(set) var ids: [UInt8] = []
  private var idStarts: [Int] = [0]
  private(set) var signs: [UInt16] = []
  /// Per entry where its title begins and where its text; then the end of all.
  private var starts: [Int] = [0]
  private(set) var figures: [TextSigns.Figure] = []
  private var figureStarts: [Int] = [0]
  /// Per entry and field a hash of the value, 0 for none.
  private(set) var fields: [UInt64] = []
  /// Per entry how long its own title is; the first clause of the text stands behind one that is a mere heading.
  private var titleLengths: [Int] = []
  /// The terms of titles and texts that name a thing of many names, by their places among the signs.
  private(set) var terms: [NamedTerm] = []
  /// Per entry where the terms of its title begin and where those of its text; then the end of all.
  private var termStarts: [Int] = [0]
  private var reader = TextSigns()

  /// The longest clause that can stand for a title, and the shortest that is more than a lead-in, in signs.
  private static let longestName = 24
  private static let shortestName = 8

  /// The first clause that is more than a lead-in (聚焦重点领域) with what stands before it.
  private static func name(in text: [UInt16]) -> ArraySlice<UInt16> {
    let start = text.prefix(longestName)
    let end = start.indices.dropFirst(shortestName).first { start[$0] == TextSigns.gap } ?? start.endIndex
    return start[..<end]
  }

  private let synonyms: SynonymReader

  /// A table without entries.
  ///
  /// - Parameter synonyms: the terms that name one thing; the same for both sides.
  public init(synonyms: SynonymReader = .standard) { self.synonyms = synonyms }

  /// How many entries it holds.
  public var count: Int { idStarts.count - 1 }

  /// Takes an entry in; linear in its length.
  public mutating func append(_ entry: Entry) {
    ids += entry.id.utf8
    idStarts.append(ids.count)
    reader.read(entry.title)
    let title = reader.signs
    figures += reader.figures
    reader.read(entry.text)
    titleLengths.append(title.count)
    signs += title
    if CommonWords.isHeading(title) || !CommonWords.isRepeated(title, in: reader.signs) {
      if !title.isEmpty, !reader.signs.isEmpty { signs.append(TextSigns.gap) }
      signs += EntryTable.name(in: reader.signs)
    }
    close()
    signs += reader.signs
    close()
    figures += reader.figures
    figureStarts.append(figures.count)
    fields += Entry.Field.allCases.map { field in entry[field].map(EntryTable.hash) ?? 0 }
  }

  /// Ends a title or a text.
  private mutating func close() {
    let start = starts[starts.count - 1]
    synonyms.forEach(in: signs[start...]) { terms.append(NamedTerm($0, at: start)) }
    starts.append(signs.count)
    termStarts.append(terms.count)
  }

  /// Takes the entries of another table in, behind its own.
  public mutating func append(contentsOf other: EntryTable) {
    termStarts += other.termStarts.dropFirst().map { $0 + terms.count }
    terms += other.terms
    idStarts += other.idStarts.dropFirst().map { $0 + ids.count }
    starts += other.starts.dropFirst().map { $0 + signs.count }
    figureStarts += other.figureStarts.dropFirst().map { $0 + figures.count }
    ids += other.ids
    signs += other.signs
    titleLengths += other.titleLengths
    figures += other.figures
    fields += other.fields
  }

  /// The id of an entry.
  public func id(_ entry: Int) -> String { String(decoding: idBytes(entry), as: UTF8.self) }

  /// The place of an id in a table in the order of ids; nil where it has none of that name.
  public func place(ofID id: String) -> Int? {
    let wanted = Array(id.utf8)
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if idBytes(middle).lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return low < count && idBytes(low).elementsEqual(wanted) ? low : nil
  }

  func idBytes(_ entry: Int) -> ArraySlice<UInt8> { ids[idStarts[entry]..<idStarts[entry + 1]] }
  /// What names the entry: its title, the first clause of its text, or both.
  func title(_ entry: Int) -> Range<Int> { starts[2 * entry]..<starts[2 * entry + 1] }
  /// The title that the entry has of its own.
  func ownTitle(_ entry: Int) -> ArraySlice<UInt16> { signs[title(entry)].prefix(titleLengths[entry]) }
  func text(_ entry: Int) -> Range<Int> { starts[2 * entry + 1]..<starts[2 * entry + 2] }
  /// The terms of many names in its title; places count from where the title begins.
  func titleTerms(_ entry: Int) -> ArraySlice<NamedTerm> { terms[termStarts[2 * entry]..<termStarts[2 * entry + 1]] }
  /// The same of its text.
  func textTerms(_ entry: Int) -> ArraySlice<NamedTerm> {
    terms[termStarts[2 * entry + 1]..<termStarts[2 * entry + 2]]
  }
  /// The figures of title and text.
  func figures(_ entry: Int) -> ArraySlice<TextSigns.Figure> { figures[figureStarts[entry]..<figureStarts[entry + 1]] }
  func field(_ entry: Int, _ field: Int) -> UInt64 { fields[entry * Entry.Field.allCases.count + field] }

  private static func hash(_ value: String) -> UInt64 {
    max(1, value.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  /// The same entries ascending by the bytes of their ids: no order of input changes what follows.
  ///
  /// - Returns: also the first id that stands twice.
  public func ordered() -> (table: EntryTable, twice: String?) {
    let keys = (0..<count).map { entry -> (start: UInt64, entry: Int) in
      let bytes = idBytes(entry).prefix(8)
      return (bytes.reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - bytes.count)), entry)
    }
    let order = keys.sorted { a, b in
      a.start != b.start ? a.start < b.start : idBytes(a.entry).lexicographicallyPrecedes(idBytes(b.entry))
    }.map(\.entry)
    let twice = zip(order, order.dropFirst()).first { idBytes($0).elementsEqual(idBytes($1)) }
    guard order != Array(0..<count) else { return (self, twice.map { id($0.0) }) }
    var out = EntryTable(synonyms: synonyms)
    out.reserve(like: self)
    for entry in order { out.append(entry, of: self) }
    return (out, twice.map { id($0.0) })
  }

  private mutating func reserve(like other: EntryTable) {
    ids.reserveCapacity(other.ids.count)
    signs.reserveCapacity(other.signs.count)
    figures.reserveCapacity(other.figures.count)
    fields.reserveCapacity(other.fields.count)
    titleLengths.reserveCapacity(other.titleLengths.count)
    starts.reserveCapacity(other.starts.count)
    idStarts.reserveCapacity(other.idStarts.count)
    figureStarts.reserveCapacity(other.figureStarts.count)
    terms.reserveCapacity(other.terms.count)
    termStarts.reserveCapacity(other.termStarts.count)
  }

  private mutating func append(_ entry: Int, of other: EntryTable) {
    ids += other.idBytes(entry)
    idStarts.append(ids.count)
    for (range, named) in [
      (other.title(entry), other.titleTerms(entry)), (other.text(entry), other.textTerms(entry)),
    ] {
      signs += other.signs[range]
      starts.append(signs.count)
      terms += named
      termStarts.append(terms.count)
    }
    titleLengths.append(other.titleLengths[entry])
    figures += other.figures(entry)
    figureStarts.append(figures.count)
    let width = Entry.Field.allCases.count
    fields += other.fields[entry * width..<(entry + 1) * width]
  }

  /// A total order of sides by their content, so that exchanging two sides exchanges no more than their names.
  func precedes(_ other: EntryTable) -> Bool {
    if count != other.count { return count < other.count }
    if signs != other.signs { return signs.lexicographicallyPrecedes(other.signs) }
    return ids.lexicographicallyPrecedes(other.ids)
  }
}
