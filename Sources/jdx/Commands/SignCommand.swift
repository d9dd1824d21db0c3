import ArgumentParser
import Archive
import Packaging
import Plan
import Signing
import Vocabulary

struct SignCommand: ParsableCommand {
  static let configuration = describe(
    "sign", zh: "给数据包签名", en: "Signs a bundle",
    example: """
      jdx sign goals.jdx --key city.key
      jdx sign goals.jdx --key city.key --date 2031-03-01 -o signed.jdx
      """)

  @Argument(help: help("数据包；- 为标准输入", "the bundle; - is standard input", value: ValueName.bundle), completion: .bundle)
  var bundle: String

  @Option(help: help("私钥文件", "the file of the private key", value: ValueName.key), completion: .file())
  var key: String

  @Option(
    name: .shortAndLong,
    help: help(
      "写到哪个数据包（不写则改写原数据包）；- 为标准输出", "the bundle to write (the same if not given); - is standard output",
      value: ValueName.bundle), completion: .bundle)
  var output: String?

  @Option(
    name: .customLong("passphrase-file"),
    help: help("私钥的口令在这个文件的第一行", "the key's passphrase is the first line of this file", value: ValueName.file),
    completion: .file())
  var passphraseFile: String?

  @Option(help: help("注明谁签的名", "state who signs", value: ValueName.text))
  var signer: String?

  @Option(help: help("注明城市：GB/T 2260 代码或名称", "state the city: its GB/T 2260 code or name", value: ValueName.city))
  var city: String?

  @Option(
    help: help("注明签名日期（YYYY-MM-DD；不写则不注明）", "state the day (YYYY-MM-DD; none if not given)", value: ValueName.date))
  var date: String?

  @OptionGroup var common: LanguageOption

  func run() throws {
    let label = try label()
    let bytes = try Input.bytes(bundle)
    let open: OpenBundle
    do throws(BundleError) { open = try Input.parsed(bytes, tolerant: false) } catch {
      throw Failure(error, in: Input.shown(bundle))
    }
    let signature = try signature(of: open.seal, label)
    let sink = MemorySink()
    do throws(BundleError) {
      let file = signature.json.canonical + [UInt8(ascii: "\n")]
      try writeBundle(bytes, withSignature: file, named: signature.fileName, to: sink)
    } catch {
      throw Failure(error, in: Input.shown(bundle))
    }
    let target = output ?? bundle
    try write(sink.bytes, toFile: target)
    let lines = [
      say(zh: "已签名：\(Input.shown(target))", en: "signed: \(Input.shown(target))"),
      say(zh: "密钥编号：\(signature.key)", en: "key: \(signature.key)"),
      say(zh: "指纹：\(open.fingerprint)", en: "fingerprint: \(open.fingerprint)"),
    ]
    if target == "-" { lines.forEach(printError) } else { try printLines(lines) }
  }

  /// The signature that is there, where it says the same: some algorithms never give the same bytes twice.
  private func signature(of seal: BundleSeal, _ label: Signature.Label) throws(Failure) -> Signature {
    do throws(KeyError) {
      let key = try PrivateKey(file: key, passphrase: try passphrase(in: passphraseFile))
      guard let made = Signature(of: seal.tagManifest, by: key, label: label) else { throw .refused }
      let old = seal.signatures[made.fileName].flatMap { try? Signature(file: $0) }
      return old.flatMap { $0.label == label && $0.fits(seal.tagManifest) == true ? $0 : nil } ?? made
    } catch {
      throw Failure(error)
    }
  }

  private func label() throws(Failure) -> Signature.Label {
    var label = Signature.Label(signer: signer)
    if let city {
      let city = try namedCity(city)
      label.city = CityReference(code: city.code, name: city.name)
    }
    label.date = try day(date, option: "--date")
    return label
  }
}
