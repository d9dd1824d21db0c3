import Archive
import Signing
import Vocabulary

extension Failure {
  /// A key that can't be used.
  init(_ error: KeyError) {
    switch error {
    case .file(let failure): self.init(reading: failure)
    case .exists(let path):
      self.init(
        .wrongUse, .keyExists, in: path, Localized(zh: "已有这个文件，没有覆盖", en: "the file is there and was not written over"),
        hint: Localized(zh: "换一个文件名；密钥一经覆盖无法恢复", en: "choose another name; a key written over is lost"))
    case .loosePermissions(let path, let mode):
      let digits = String(mode, radix: 8)
      self.init(
        .badInput, .keyPermissions, in: path,
        Localized(zh: "别人也能读写这个文件（权限 \(digits)）", en: "others may read or write the file (mode \(digits))"),
        hint: Localized(zh: "先执行 chmod 600 \(path)", en: "run chmod 600 \(path) first"))
    case .notAKey(let path):
      self.init(
        .badInput, .keyDamaged, in: path,
        Localized(zh: "不是可用的私钥，或已损坏", en: "holds no private key that can be used, or a damaged one"),
        hint: Localized(
          zh: "请指定 jdx keygen 生成的私钥文件（不是 .pub），或取用备份",
          en: "name the private key that jdx keygen made, not the .pub file, or take a backup"))
    case .needsPassphrase(let path):
      self.init(
        .wrongUse, .keyPassphrase, in: path, Localized(zh: "私钥有口令保护", en: "the key is protected by a passphrase"),
        hint: Localized(
          zh: "把口令写在一个只有自己能读的文件里，用 --passphrase-file 指定",
          en: "put the passphrase into a file that only you can read and name it with --passphrase-file"))
    case .wrongPassphrase(let path):
      self.init(
        .badInput, .keyPassphrase, in: path,
        Localized(zh: "口令不对，或私钥已损坏", en: "the passphrase does not open the key, or the key is damaged"),
        hint: Localized(zh: "检查口令文件的第一行", en: "check the first line of the passphrase's file"))
    case .illegalPassphrase(let path):
      self.init(
        .badInput, .keyPassphrase, in: path,
        Localized(
          zh: "口令为空、超过 1024 字节或含有 NUL", en: "the passphrase is empty, longer than 1024 bytes or holds a NUL byte"),
        hint: Localized(zh: "口令写在文件的第一行", en: "the passphrase is the file's first line"))
    case .refused:
      self.init(
        .machine, .keyRefused, Localized(zh: "系统的密码库不能完成操作", en: "the system's cryptographic library refused"),
        hint: Localized(zh: "检查 openssl 是否正常", en: "see whether openssl works on this machine"))
    }
  }

  /// A key that can't be written.
  init(writing error: KeyError) {
    if case .file(let failure) = error { self.init(writing: failure, to: .file) } else { self.init(error) }
  }
}
