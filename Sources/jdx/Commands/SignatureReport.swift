import Packaging
import Plan
import Report
import Signing
import Vocabulary

/// What the signatures of a bundle are worth, and those of the bundles that were merged into it.
struct SignatureReport {
  /// A signed bundle that went into this one.
  struct Sent {
    let submission: Submission
    let signatures: [CheckedSignature]
  }

  let signatures: [CheckedSignature]
  let sent: [Sent]
  private let trust: TrustFile?

  /// - Parameter reliance: whose keys are trusted; `nil` where only broken signatures matter.
  init(_ bundle: OpenBundle, reliance: Reliance? = nil) {
    trust = reliance?.trust
    let seal = bundle.seal
    let documents = bundle.contents.revisions.all.filter { $0.document != nil }
    let codes = Dictionary(documents.map { ($0.revision, $0.document?.city.code ?? "") }) { first, _ in first }
    signatures = SignatureReport.signatures(seal, reliance, cities: Set(codes.values))
    let submissions = bundle.contents.submissions.values.sorted { utf8Order($0.fingerprint, $1.fingerprint) }
    sent = submissions.map { submission in
      let cities = Set(submission.revisions.compactMap { codes[$0] })
      let files = submission.signatures.sorted { $0.lexicographicallyPrecedes($1) }
      let checked = files.map {
        CheckedSignature($0, named: nil, over: submission.tagManifest, reliance: reliance, cities: cities)
      }
      return Sent(submission: submission, signatures: checked)
    }
  }

  /// Whether signatures fit, of a bundle into which no other one was merged.
  init(_ seal: BundleSeal) {
    trust = nil
    signatures = SignatureReport.signatures(seal, nil, cities: [])
    sent = []
  }

  private static func signatures(_ seal: BundleSeal, _ reliance: Reliance?, cities: Set<String>) -> [CheckedSignature] {
    seal.signatures.keys.sorted(by: utf8Order).map { name in
      CheckedSignature(
        seal.signatures[name] ?? [], named: name, over: seal.tagManifest, reliance: reliance, cities: cities)
    }
  }

  /// `nil` where the bundle itself is unsigned.
  var standing: Standing? { Standing.together(signatures.map(\.standing)) }

  /// The first signature that does not fit, be it of a bundle that was merged into this one.
  var broken: CheckedSignature? { (signatures + sent.flatMap(\.signatures)).first { $0.standing == .broken } }

  var standingWords: Localized { standing?.words ?? Localized(zh: "未签名", en: "unsigned") }

  /// One line a signature; below a line for each bundle that was merged in, one for each of its signatures.
  var lines: [String] {
    signatures.map(line)
      + sent.flatMap { sent -> [String] in
        let (fingerprint, count) = (sent.submission.fingerprint, sent.submission.revisions.count)
        let head = say(
          zh: "报送 \(fingerprint)，\(count) 条修订", en: "submission \(fingerprint), \(plural(count, "revision"))")
        return [head] + sent.signatures.map { "  " + line($0) }
      }
  }

  /// Its key, what it is worth, whose it is, and what its signer says of itself.
  private func line(_ checked: CheckedSignature) -> String {
    let key = checked.signature?.key ?? checked.name ?? ""
    let stated = checked.signature?.label.words ?? []
    return say(zh: "签名 \(key)：", en: "signature \(key): ")
      + listed([checked.standing.words[language]] + whose(key, checked.standing))
      + (stated.isEmpty ? "" : say(zh: "（自述：\(listed(stated))）", en: " (it states: \(listed(stated)))"))
  }

  /// What the trust file says of a key, and of it what decided.
  private func whose(_ key: String, _ standing: Standing) -> [String] {
    guard let known = trust?.keys[key] else { return [] }
    let decided: [String?] =
      switch standing {
      case .revoked: [known.revoked?.date.description, known.revoked?.reason]
      case .expired: [known.to?.description]
      case .early: [known.from?.description]
      default: []
      }
    return ([known.city?.name, known.holder] + decided).compactMap(\.self)
  }
}

extension SignatureReport {
  /// `{signatures, standing, submissions: [{fingerprint, revisions, signatures}]}`; a signature is `{algorithm, city, date,
  /// file, holder, key, signer, standing}`, without what is not known.
  var json: [(String, JSON)] {
    let submissions = sent.map { sent -> JSON in
      var object = JSONObject()
      object["fingerprint"] = .string(sent.submission.fingerprint)
      object["revisions"] = .integer(sent.submission.revisions.count)
      object["signatures"] = .array(sent.signatures.map(json))
      return .object(object)
    }
    return [
      ("signatures", .array(signatures.map(json))), ("standing", .string(standing?.rawValue ?? "unsigned")),
      ("submissions", .array(submissions)),
    ]
  }

  private func json(_ checked: CheckedSignature) -> JSON {
    var object = checked.signature?.json.without(["publicKey", "signature"]) ?? JSONObject()
    object["file"] = checked.name.map { .string("signatures/" + $0) }
    object["holder"] = checked.signature.flatMap { trust?.keys[$0.key]?.holder }.map(JSON.string)
    object["standing"] = .string(checked.standing.rawValue)
    return .object(object)
  }
}

extension CheckedSignature {
  /// Why a bundle with it is refused.
  var reason: Localized {
    let name = name ?? signature?.fileName ?? ""
    return Localized(zh: "签名 \(name) 与内容不符", en: "the signature \(name) does not fit what the bundle holds")
  }

  var hint: Localized {
    Localized(
      zh: "内容在签名之后改过，或签名已损坏；请向报送单位重新索取",
      en:
        "the content was changed after it was signed, or the signature is damaged; ask the sender for the bundle again")
  }
}

extension Signature.Label {
  fileprivate var words: [String] { [signer, city?.name, date?.description].compactMap(\.self) }
}
