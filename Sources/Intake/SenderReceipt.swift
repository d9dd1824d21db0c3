import Compare
import Packaging
import Plan
import Signing

/// What one sender owed and what came of it.
public struct SenderReceipt: Sendable {
  public enum State: String, Sendable, CaseIterable {
    /// All is there, nothing has to be corrected.
    case complete
    /// All is there, something goes back.
    case returned
    /// Some of the documents are there.
    case partial
    /// Nothing is there.
    case missing
  }

  /// A document and the file that brought it.
  public struct Brought: Sendable {
    public let document: Document
    public let file: SortedFile
  }

  /// How much was sent.
  public struct Counts: Sendable, Equatable {
    public let documents: Int
    /// Goals and tasks.
    public let goals: Int
    public let figures: Int
    /// Different bodies that are named for goals and tasks.
    public let parties: Int
  }

  public let expected: Expectations.Sender
  public let state: State
  /// By file, then as the file has them.
  public let brought: [Brought]
  /// The kinds of document that did not come.
  public let missing: [Document.Kind]
  /// `nil` where nothing came or there is no deadline.
  public let timing: Timing?
  /// Whether what is missing is past its deadline; `nil` where no day of the check was given.
  public let isOverdue: Bool?
  /// What the signatures of the files that count are worth, the least of them; `nil` where one is unsigned.
  public let standing: Standing?
  /// Of the documents that are due.
  public let counts: Counts
  /// Of the same kinds in the year before; `nil` where it is not there.
  public let earlier: Counts?
  public let findings: [Finding]

  /// The files that bring its documents and count; a returned one only where no other does.
  public var files: [SortedFile] { SenderReceipt.files(brought) }

  public func findings(_ severity: Finding.Severity) -> [Finding] { findings.filter { $0.severity == severity } }

  init(
    _ expected: Expectations.Sender, year: Int, brought: [Brought],
    merged: (parts: DocumentParts, contents: BundleContents), earlier: EarlierYear.Earlier?, isTrustAsked: Bool,
    asOf: CalendarDate?
  ) {
    self.expected = expected
    self.brought = brought
    let due = brought.filter { $0.document.period.year == year && expected.documents.contains($0.document.kind) }
    missing = expected.documents.filter { kind in !due.contains { $0.document.kind == kind } }
    timing = SenderReceipt.timing(expected, due, asOf)
    isOverdue = missing.isEmpty ? nil : expected.deadline.flatMap { deadline in asOf.map { deadline < $0 } }

    // What a merge takes is looked at as the merge gives it, what goes back as its own file has it.
    let counting = due.filter { $0.file.isMerged }
    let known = Set(counting.map(\.document.id))
    var set = merged.parts.set(of: known)
    var contents = [merged.contents]
    for file in SenderReceipt.files(due) where file.state == .returned {
      guard let bundle = file.bundle else { continue }
      let own = file.documentIDs.filter { id in !known.contains(id) && due.contains { $0.document.id == id } }
      set.formUnion(DocumentParts(bundle.contents.revisions).set(of: own))
      contents.append(bundle.contents)
    }
    let view = View(of: set)
    counts = Counts(view)

    var findings: [Finding] = missing.map { Finding(.missing, rule: $0.rawValue) }
    let files = SenderReceipt.files(brought)
    for file in files { findings += file.signatureFindings(expected, isTrustAsked) + file.ruleFindings }
    for kind in missing {
      let other = brought.filter { $0.document.kind == kind }
      findings += other.map {
        Finding(.otherYear, file: $0.file.path, record: $0.document.id, quote: $0.document.title)
      }
    }
    if !due.isEmpty { findings += SenderReceipt.tooFew(counts, expected.minimum) }
    findings += view.conflicts.map { SenderReceipt.conflict($0, counting) }
    findings += SenderReceipt.sameSources(due)
    let past = earlier.map { earlier in expected.documents.flatMap { earlier.documents($0) } } ?? []
    self.earlier = past.isEmpty ? nil : earlier.map { Counts($0.view(of: past)) }
    let shown = view.documents.compactMap(\.shownDocument)
    for document in shown {
      findings += FormDrift.findings(
        document, (view, contents), expected.template,
        earlier.flatMap { earlier in earlier.documents(document.kind).last.map { ($0, earlier) } })
    }
    if let earlier {
      for kind in expected.documents {
        findings += YearOnYear.findings(
          old: earlier.view(of: earlier.documents(kind)),
          new: View(of: DocumentParts(set).set(of: shown.filter { $0.kind == kind }.map(\.id))))
      }
    }
    self.findings = findings
    let mustCorrect = findings.contains { $0.severity == .correct }
    state =
      due.isEmpty && brought.isEmpty ? .missing : !missing.isEmpty ? .partial : mustCorrect ? .returned : .complete
    standing = files.contains { $0.standing == nil } ? nil : files.compactMap(\.standing).min { $0.worth < $1.worth }
  }

  private static func files(_ brought: [Brought]) -> [SortedFile] {
    var files: [SortedFile] = []
    for one in brought where one.file.state == .accepted || one.file.state == .returned {
      if !files.contains(where: { $0.path == one.file.path }) { files.append(one.file) }
    }
    return files
  }

  private static func timing(_ expected: Expectations.Sender, _ due: [Brought], _ asOf: CalendarDate?) -> Timing? {
    guard let deadline = expected.deadline, !due.isEmpty else { return nil }
    if let received = expected.received { return Timing(received: received, deadline: deadline) }
    let ofKinds = expected.documents.compactMap { kind in
      Timing.earliest(
        due.filter { $0.document.kind == kind }.map { one in
          Timing(
            signed: one.file.isBroken ? nil : one.file.signedOn, content: one.lastDay, deadline: deadline, asOf: asOf)
        })
    }
    return Timing.latest(ofKinds)
  }

  private static func tooFew(_ counts: Counts, _ minimum: Expectations.Minimum) -> [Finding] {
    [("goals", counts.goals, minimum.goals), ("figures", counts.figures, minimum.figures)].compactMap {
      name, found, wanted in
      guard let wanted, found < wanted else { return nil }
      var finding = Finding(.tooFew, rule: name)
      finding.counts = (found, wanted)
      return finding
    }
  }

  /// One finding for each further document that was read from bytes which another one has.
  private static func sameSources(_ due: [Brought]) -> [Finding] {
    var first: [String: Brought] = [:]
    return due.compactMap { one in
      guard let source = one.document.source.sha256 else { return nil }
      guard let other = first[source] else {
        first[source] = one
        return nil
      }
      guard !other.document.id.utf8.elementsEqual(one.document.id.utf8) else { return nil }
      return Finding(.sameSource, file: one.file.path, record: one.document.id, quote: other.document.id)
    }
  }

  private static func conflict(_ row: Row, _ brought: [Brought]) -> Finding {
    var finding = Finding(.conflict, record: row.id, quote: row.shownIndicator?.quote ?? row.shownItem?.title)
    finding.rule = row.conflicts.map(\.group).joined(separator: " ")
    finding.sides = row.conflicts.flatMap { conflict in
      let heads = conflict.values.map { value in row.heads.filter { value.heads.contains($0.revision) } }
      return zip(conflict.values, heads).map { value, heads in
        let change = heads.lazy.compactMap { $0.body["change"]?.object }.first
        let files = brought.filter { one in
          heads.contains { one.file.bundle?.contents.revisions.revisions(row.type, row.id)[$0.revision] != nil }
        }
        return Finding.Side(
          words: ConflictWords.differing(value.value, of: conflict), by: change?["by"]?.string,
          date: change?["date"]?.string, files: Set(files.map(\.file.path)).sorted(by: utf8Order))
      }
    }
    return finding
  }
}

extension SenderReceipt.Counts {
  init(_ view: View) {
    let items = view.items.compactMap(\.shownItem)
    documents = view.documents.count
    goals = items.count { $0.role == .goal || $0.role == .task }
    figures = view.indicators.count
    parties = Set(items.flatMap(\.parties).map { Array($0.name.unicodeScalars) }).count
  }
}

extension SenderReceipt.Brought {
  /// The last day that the document, or a correction of it in this file, states.
  fileprivate var lastDay: CalendarDate? {
    let stated = document.date.flatMap(CalendarDate.init)
    let corrections = file.corrections.filter { ($0.id + ".").utf8.starts(with: (document.id + ".").utf8) }.map(\.date)
    return (corrections + [stated].compactMap(\.self)).max()
  }
}

extension SortedFile {
  /// One finding for each breach of the format's rules.
  fileprivate var ruleFindings: [Finding] {
    faults.map { fault in
      Finding(
        .rule, file: path, record: fault.record + fault.path, quote: fault.detail.isEmpty ? nil : fault.detail,
        rule: fault.code.rawValue)
    }
  }
}

extension Standing {
  /// The less a signature is worth, the less this is.
  fileprivate var worth: Int { self == .broken ? 0 : self == .trusted ? 3 : self == .signed ? 2 : 1 }
}
