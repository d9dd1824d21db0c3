import Signing
import Vocabulary

extension Standing {
  /// What a signature is worth, in a word or two.
  public var words: Localized {
    switch self {
    case .broken: Localized(zh: "签名与内容不符", en: "signature broken")
    case .unknown: Localized(zh: "已签名，算法不认识（请升级 jdx）", en: "signed by an unknown algorithm")
    case .signed: Localized(zh: "已签名", en: "signed")
    case .untrusted: Localized(zh: "已签名，密钥不在信任文件中", en: "signed by a key that is not trusted")
    case .revoked: Localized(zh: "已签名，密钥已吊销", en: "signed by a revoked key")
    case .expired: Localized(zh: "已签名，密钥已过期", en: "signed by an expired key")
    case .early: Localized(zh: "已签名，密钥尚未生效", en: "signed by a key not valid yet")
    case .elsewhere: Localized(zh: "已签名，密钥属于别的城市", en: "signed by a key of another city")
    case .trusted: Localized(zh: "已签名，可信", en: "signed by a trusted key")
    }
  }
}
