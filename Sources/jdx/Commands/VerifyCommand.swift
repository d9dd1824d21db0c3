import ArgumentParser
import Packaging
import Vocabulary

struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "verify", zh: "校验数据包的每一个字节", en: "Checks every byte of a bundle against its hashes",
      example: "jdx verify goals.jdx")
  }

  @Argument(help: help("数据包；- 为标准输入", "the bundle; - is standard input"))
  var bundle: String

  func run() throws {
    let bytes = try Input.bytes(bundle)
    let open: OpenBundle
    do throws(BundleError) {
      open = try readBundle(bytes, tolerant: true)
    } catch {
      guard error.isDamage else { throw Failure(error, in: bundle) }
      try print(say(zh: "\(bundle)：校验未通过，\(error.reason.zh)", en: "\(bundle): not verified, \(error.reason.en)"))
      throw Exit.no
    }
    if let first = open.faults.first(where: { $0.code == .revision || $0.code == .notJSON || $0.code == .notCanonical }) {
      try print(say(zh: "\(bundle)：校验未通过，\(first.text)", en: "\(bundle): not verified, \(first.text)"))
      throw Exit.no
    }
    try print(
      say(
        zh: "\(bundle)：完好，\(open.contents.revisions.count) 条修订，未签名", en: "\(bundle): intact, \(open.contents.revisions.count) revisions, unsigned"))
    try print(say(zh: "指纹：\(open.fingerprint)", en: "fingerprint: \(open.fingerprint)"))
  }
}
