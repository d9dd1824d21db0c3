import Packaging
import Plan
import Signing
import Vocabulary

/// What the signatures of a bundle are worth, for people and for programs.
struct SignatureReport {
  let signatures: [CheckedSignature]
  let trust: TrustFile?

  /// - Parameter day: on which keys must hold.
  init(_ bundle: OpenBundle, trust: TrustFile?, on day: CalendarDate) {
    self.trust = trust
    let cities = bundle.contents.revisions.all.compactMap { $0.document?.city.code }
    signatures = CheckedSignature.all(
      bundle.seal.signatures, over: bundle.seal.tagManifest, trust: trust, cities: Set(cities), on: day)
  }

  /// `nil` where the bundle is unsigned.
  var standing: Standing? { Standing.together(signatures.map(\.standing)) }

  /// The first signature that does not fit.
  var broken: CheckedSignature? { signatures.first { $0.standing == .broken } }

  var standingWords: Localized { standing?.words ?? Localized(zh: "未签名", en: "unsigned") }

  /// One line a signature: its key, what it is worth, whose it is, and what its signer says of itself.
  var lines: [String] {
    signatures.map { checked in
      let stem = checked.signature?.key ?? checked.name
      let stated = checked.signature?.label.words ?? []
      return say(zh: "签名 \(stem)：", en: "signature \(stem): ")
        + listed([checked.standing.words[language]] + whose(stem, checked.standing))
        + (stated.isEmpty ? "" : say(zh: "（自述：\(listed(stated))）", en: " (it states: \(listed(stated)))"))
    }
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

  /// `[{algorithm, city, date, file, holder, key, signer, standing}]`; what is not known is absent.
  var json: JSON {
    .array(
      signatures.map { checked in
        var object = JSONObject()
        object["file"] = .string("signatures/" + checked.name)
        object["standing"] = .string(checked.standing.rawValue)
        if let signature = checked.signature {
          object = signature.json.without(["publicKey", "signature"]).merging(object)
          object["holder"] = trust?.keys[signature.key]?.holder.map(JSON.string)
        }
        return .object(object)
      })
  }
}

extension Signature.Label {
  fileprivate var words: [String] { [signer, city?.name, date?.description].compactMap(\.self) }
}

extension JSONObject {
  fileprivate func merging(_ other: JSONObject) -> JSONObject {
    var out = self
    for member in other.members { out[member.key] = member.value }
    return out
  }
}
