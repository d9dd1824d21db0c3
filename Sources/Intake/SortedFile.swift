import Packaging
import Plan
import Signing

/// A file and what becomes of it.
public struct SortedFile: Sendable {
  public enum State: String, Sendable, CaseIterable {
    /// A merge takes it, and nothing in it is sent by another file too.
    case accepted
    /// Its content is that of another file, to the byte.
    case repeated
    /// Another file holds all that it holds, and more.
    case covered
    /// It goes back: its signature fails or is not what was asked for, or it breaks rules of the format.
    case returned
    /// It is a damaged bundle, or can't be read.
    case unreadable
    /// It is no bundle.
    case foreign
  }

  public let path: String
  public internal(set) var state: State
  /// The file that repeats or covers it.
  public internal(set) var other: String?
  public internal(set) var problem: ReceivedFile.Problem?
  /// What its signatures are worth together; `nil` where it is unsigned or no bundle.
  public let standing: Standing?
  let bundle: OpenBundle?
  let signatures: [CheckedSignature]
  let isBroken: Bool
  let documents: [Document]
  /// The days of corrections, with the ids of the records.
  let corrections: [(id: String, date: CalendarDate)]

  public var fingerprint: String? { bundle?.fingerprint }
  public var revisions: Int { bundle?.contents.revisions.count ?? 0 }
  public var faults: [Fault] { bundle?.faults ?? [] }
  public var documentIDs: [String] { documents.map(\.id) }

  /// Whether `jdx merge` takes it, and totals count it.
  public var isMerged: Bool { [.accepted, .repeated, .covered].contains(state) && !isBroken }

  init(_ file: ReceivedFile) {
    path = file.path
    let records = if case .bundle(let open, _, _) = file.content { open.contents.revisions.all } else { [Record]() }
    corrections = records.filter(\.isEdit).compactMap { record in
      record.body["change"]?.object?["date"]?.string.flatMap(CalendarDate.init).map { (record.id, $0) }
    }
    switch file.content {
    case .foreign:
      (state, standing, bundle, signatures, isBroken, documents) = (.foreign, nil, nil, [], false, [])
    case .unreadable(let problem):
      (state, standing, bundle, signatures, isBroken, documents) = (.unreadable, nil, nil, [], false, [])
      self.problem = problem
    case .bundle(let open, let own, let merged):
      bundle = open
      signatures = own
      standing = Standing.together(own.map(\.standing))
      isBroken = (own + merged).contains { $0.standing == .broken }
      documents = open.view.documents.compactMap(\.shownDocument)
      state = isBroken || !open.faults.isEmpty ? .returned : .accepted
    }
  }

  /// The earliest day that a signature which fits states; the signer's own word.
  var signedOn: CalendarDate? {
    signatures.filter { $0.standing != .broken && $0.standing != .unknown }.compactMap { $0.signature?.label.date }
      .min()
  }

  /// Of files with one content one stays, the best signed first; of files that hold others' content the largest.
  static func settle(_ files: inout [SortedFile]) {
    let order = files.indices.sorted { (files[$0].rank, $0) < (files[$1].rank, $1) }
    var first: [String: Int] = [:]
    for index in order {
      guard let fingerprint = files[index].fingerprint else { continue }
      if let other = first[fingerprint] {
        guard files[other].state == .accepted else { continue }
        files[index].state = .repeated
        files[index].other = files[other].path
      } else {
        first[fingerprint] = index
      }
    }
    let accepted = files.indices.filter { files[$0].state == .accepted }
    let revisions = accepted.map { index in
      Set(files[index].bundle?.contents.revisions.all.map(\.revision) ?? [])
    }
    for (place, index) in accepted.enumerated() {
      let documents = Set(files[index].documentIDs)
      let cover = accepted.indices.first { other in
        revisions[place].count < revisions[other].count
          && !documents.isDisjoint(with: files[accepted[other]].documentIDs)
          && revisions[place].isSubset(of: revisions[other])
      }
      guard let cover else { continue }
      files[index].state = .covered
      files[index].other = files[accepted[cover]].path
    }
  }

  private var rank: Int {
    if state != .accepted { return 2 }
    return standing == .trusted ? 0 : standing == nil ? 1 : 0
  }
}
