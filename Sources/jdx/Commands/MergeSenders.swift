import Compare
import Packaging
import Plan
import Signing
import Vocabulary

/// The bundles that a merge was given, then the signed ones inside them: who sent what.
struct MergeSenders {
  let all: [MergeAccount.Sender]
  /// How many were given.
  let inputs: Int

  init(_ inputs: [MergedInput], _ merged: MergedBundles) {
    let given = zip(inputs, merged.sent).map { input, sent in
      MergeAccount.Sender(
        path: input.path, fingerprint: input.fingerprint, signers: MergeSenders.signers(input.signatures),
        count: input.counts.revisions, revisions: sent)
    }
    var inside = merged.contents.submissions
    for sender in given { inside[sender.fingerprint] = nil }
    self.inputs = given.count
    all =
      given
      + inside.values.sorted { $0.fingerprint < $1.fingerprint }.map { submission in
        MergeAccount.Sender(
          path: nil, fingerprint: submission.fingerprint, signers: MergeSenders.signers(submission.signatures),
          count: submission.revisions.count, revisions: Set(submission.revisions))
      }
  }

  private static func signers(_ files: some Sequence<[UInt8]>) -> [MergeAccount.Signer] {
    files.compactMap { try? Signature(file: $0) }.sorted { $0.key < $1.key }
      .map { MergeAccount.Signer(key: $0.key, name: $0.label.signer, city: $0.label.city) }
  }

  /// What the sender of a name sent: a file as it was given, its name with or without `.jdx`, or the beginning of a
  /// fingerprint or key; `nil` where the name fits none, or files that differ.
  func revisions(of name: String) -> Set<String>? {
    let bytes = Array(name.utf8)
    let exact = all.filter { $0.path?.utf8.elementsEqual(bytes) ?? false }
    let named = all.filter { sender in
      guard let file = sender.path?.split(separator: "/").last else { return false }
      return file.utf8.elementsEqual(bytes)
        || file.hasSuffix(".jdx") && file.dropLast(".jdx".count).utf8.elementsEqual(bytes)
    }
    let files = exact.isEmpty ? named : exact
    if let first = files.first {
      return files.allSatisfy { $0.fingerprint == first.fingerprint } ? first.revisions : nil
    }
    guard bytes.count >= 8 else { return nil }
    let begins = { (text: String) in text.utf8.starts(with: bytes) }
    let hashed = all.filter { begins($0.fingerprint) || $0.signers.contains { begins($0.key) } }
    return hashed.isEmpty ? nil : hashed.reduce(into: Set()) { $0.formUnion($1.revisions) }
  }
}
