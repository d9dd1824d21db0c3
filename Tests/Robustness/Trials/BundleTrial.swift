import Compare
import Packaging
import Plan
import Report

/// A damaged bundle, through everything that reads bundles.
struct BundleTrial {
  let bytes: [UInt8]
  private let sound: BundleContents

  /// One bundle for each document of the corpora that is imported.
  private static let bundles: [(contents: BundleContents, bytes: [UInt8])] = CorpusDocument.all.compactMap { document in
    let session = document.session(document.bytes)
    var breaches = Breaches()
    return session.imported.isEmpty ? nil : (session.contents, breaches.packed(session.contents))
  }

  init(seed: UInt64) {
    var damage = BundleDamage(seed: seed)
    let count = UInt64(BundleTrial.bundles.count)
    let (one, other) = (BundleTrial.bundles[Int(seed % count)], BundleTrial.bundles[Int(seed / count % count)])
    sound = other.contents
    bytes = damage.damaged(one.bytes, splicing: other.bytes)
  }

  /// A bundle from elsewhere, which is merged with an empty one.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    sound = BundleContents()
  }

  func run() -> Trial.Outcome {
    var breaches = Breaches()
    var result = "refused"
    do throws(BundleError) {
      let open = try readBundle(bytes)
      result = "read"
      breaches.check(open.faults.isEmpty, "a bundle that is read is sound")
      breaches.checkBundle(open.contents)
      breaches.checkMerge(open.contents, sound)
    } catch {
      // Refused, and the error says what and where.
    }
    // In spite of its faults it is looked at by `jdx validate`; whatever comes out can be shown.
    if let open = try? readBundle(bytes, tolerant: true) {
      _ = TextReport.tree(open.view, language: .zhHans)
      _ = Diff(old: open.view, new: open.view)
    }
    return Trial.Outcome(result: result, breaches: breaches.found)
  }
}
