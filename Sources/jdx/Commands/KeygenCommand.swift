import ArgumentParser
import Signing
import Vocabulary

struct KeygenCommand: ParsableCommand {
  static let configuration = describe(
    "keygen", zh: "生成签名用的密钥", en: "Makes a key to sign bundles with",
    example: """
      jdx keygen -o office.key
      jdx keygen -o office2.key --passphrase-file passphrase.txt
      """)

  @Option(
    name: .shortAndLong,
    help: help(
      "私钥写到这个文件，公钥写到同名 .pub 文件", "write the private key to this file, the public key beside it as .pub",
      value: ValueName.file), completion: .file())
  var output: String

  @Option(
    name: .customLong("passphrase-file"),
    help: help("用这个文件第一行的口令保护私钥", "protect the key by the first line of this file", value: ValueName.file),
    completion: .file())
  var passphraseFile: String?

  @Option(help: help("算法", "the algorithm", value: ValueName.algorithm))
  var algorithm = SignatureAlgorithm.ed25519

  @OptionGroup var common: LanguageOption

  func run() throws {
    let secret: Passphrase?
    do throws(KeyError) { secret = try passphrase(in: passphraseFile) } catch { throw Failure(error) }
    let key: PrivateKey
    do throws(KeyError) {
      guard let made = PrivateKey(generating: algorithm) else { throw .refused }
      key = made
      try key.write(to: output, passphrase: secret)
    } catch {
      throw Failure(writing: error)
    }
    try printLines([
      say(zh: "私钥：\(output)（妥善保管，不要外传）", en: "private key: \(output) (keep it; give it to nobody)"),
      say(zh: "公钥：\(output).pub（交给接收方）", en: "public key: \(output).pub (for whoever receives your bundles)"),
      say(zh: "密钥编号：\(key.publicKey.id)", en: "key: \(key.publicKey.id)"),
    ])
  }
}

extension SignatureAlgorithm: ExpressibleByArgument {}

/// The passphrase that a file holds; `nil` without a file.
func passphrase(in file: String?) throws(KeyError) -> Passphrase? {
  guard let file else { return nil }
  return try Passphrase(file: file)
}
