import Compare
import Packaging
import Plan
import Signing

/// What came of what was expected: who sent, who is missing, what goes back, and whether a merge would keep all of it.
///
/// A function of the files, the expectations and the year before; no clock is read.
public struct Receipt: Sendable {
  /// A document whose sender was not expected.
  public struct Unexpected: Sendable {
    public let document: Document
    public let file: String
  }

  public let expectations: Expectations
  /// The day of the check, where one was given.
  public let asOf: CalendarDate?
  /// By path.
  public let files: [SortedFile]
  /// In the order of the expectations.
  public let senders: [SenderReceipt]
  public let unexpected: [Unexpected]
  public let totals: ControlTotals

  /// Whether nobody has anything left to send or to correct, and every bundle could be read.
  public var isComplete: Bool {
    senders.allSatisfy { $0.state == .complete } && totals.isReconciled
      && !files.contains { $0.state == .unreadable }
  }

  /// Checks what came.
  ///
  /// - Parameters:
  ///   - isTrustAsked: whether the signatures were held against a trust file.
  ///   - previous: what was sent the year before; empty where it is not compared.
  ///   - asOf: the day of the check; what is missing is overdue only with it.
  public init(
    _ expectations: Expectations, files received: [ReceivedFile], isTrustAsked: Bool, previous: BundleContents?,
    asOf: CalendarDate?
  ) {
    self.expectations = expectations
    self.asOf = asOf
    var files = received.map(SortedFile.init).sorted { utf8Order($0.path, $1.path) }
    let owners = files.map { file in file.documents.map { expectations.sender(of: $0) } }
    for (index, senders) in owners.enumerated() where files[index].bundle != nil {
      let wanted = Set(senders.compactMap(\.self)).map { expectations.senders[$0] }
      if wanted.contains(where: { !files[index].signatureFindings($0, isTrustAsked).isEmpty }) {
        files[index].state = .returned
      }
    }
    SortedFile.settle(&files)
    self.files = files

    let merged = files.filter(\.isMerged)
    var contents = BundleContents()
    for file in merged { if let bundle = file.bundle { contents.formUnion(bundle.contribution) } }
    let view = View(of: contents.revisions)
    totals = ControlTotals(merged, merged: (contents.revisions, view))

    let parts = DocumentParts(contents.revisions)
    let earlier = previous.map { EarlierYear($0, expectations) }
    var brought: [[SenderReceipt.Brought]] = expectations.senders.map { _ in [] }
    var unexpected: [Unexpected] = []
    for (file, senders) in zip(files, owners) {
      for (document, sender) in zip(file.documents, senders) {
        guard let sender else {
          unexpected.append(Unexpected(document: document, file: file.path))
          continue
        }
        brought[sender].append(SenderReceipt.Brought(document: document, file: file))
      }
    }
    self.unexpected = unexpected
    senders = expectations.senders.indices.map { index in
      SenderReceipt(
        expectations.senders[index], year: expectations.year, brought: brought[index], merged: (parts, contents),
        earlier: earlier?.senders[index], isTrustAsked: isTrustAsked, asOf: asOf)
    }
  }
}

extension Expectations {
  /// Whose document it is: the sender of that body, else the one that stands for any body of the city.
  func sender(of document: Document) -> Int? {
    let body = Body(document.organization, in: document.city.code)
    let ofCity = senders.indices.filter { senders[$0].city.code == document.city.code }
    return ofCity.first { index in
      senders[index].organization.map { Body($0, in: senders[index].city.code) == body } ?? false
    } ?? ofCity.first { senders[$0].organization == nil }
  }
}

extension SortedFile {
  /// What is wrong with the signatures of the file, from a sender that it holds documents of.
  func signatureFindings(_ sender: Expectations.Sender, _ isTrustAsked: Bool) -> [Finding] {
    guard bundle != nil else { return [] }
    if isBroken { return [Finding(.brokenSignature, file: path, rule: Standing.broken.rawValue)] }
    guard let standing else {
      return sender.mustSign || isTrustAsked ? [Finding(.unsigned, file: path)] : []
    }
    if isTrustAsked, standing != .trusted { return [Finding(.untrusted, file: path, rule: standing.rawValue)] }
    guard let key = sender.key, !signatures.contains(where: { $0.signature?.key == key }) else { return [] }
    return [Finding(.otherKey, file: path, quote: signatures.compactMap { $0.signature?.key }.first, rule: key)]
  }
}
