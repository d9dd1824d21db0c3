import Foundation
import Testing

@testable import Signing

@Suite struct KeyFileTests {
  private func refusal(_ path: String, _ passphrase: Passphrase? = nil) -> KeyError? {
    do throws(KeyError) {
      _ = try PrivateKey(file: path, passphrase: passphrase)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: SignatureAlgorithm.allCases)
  func `a key is read as it was written`(_ algorithm: SignatureAlgorithm) throws {
    let folder = try Folder()
    let key = try sampleKey(algorithm)
    let passphrase = try Passphrase(file: folder.write("passphrase", "口令 with blanks \n不读"))
    try key.write(to: folder.path + "/plain.key")
    try key.write(to: folder.path + "/sealed.key", passphrase: passphrase)
    #expect(try PrivateKey(file: folder.path + "/plain.key").publicKey == key.publicKey)
    #expect(try PrivateKey(file: folder.path + "/sealed.key", passphrase: passphrase).publicKey == key.publicKey)
    // A passphrase that is not asked for does no harm.
    #expect(try PrivateKey(file: folder.path + "/plain.key", passphrase: passphrase).publicKey == key.publicKey)
    #expect(PublicKey(pem: try folder.read("plain.key.pub")) == key.publicKey)
    #expect(try folder.read("plain.key.pub") == folder.read("sealed.key.pub"))
  }

  @Test func `only its owner may read it`() throws {
    let folder = try Folder()
    let old = umask(0)
    defer { umask(old) }
    try sampleKey().write(to: folder.path + "/a.key")
    #expect(try folder.mode("a.key") == 0o600 && folder.mode("a.key.pub") == 0o644)
    for mode in [0o640, 0o604, 0o644, 0o660, 0o620, 0o602, 0o601] {
      let path = try folder.write("loose.key", folder.read("a.key"), mode: mode)
      guard case .loosePermissions(path, mode) = refusal(path) else {
        Issue.record("\(mode): \(String(describing: refusal(path)))")
        continue
      }
    }
    #expect(try refusal(folder.write("strict.key", folder.read("a.key"), mode: 0o400)) == nil)
    let passphrase = try folder.write("passphrase", "geheim", mode: 0o644)
    #expect(throws: KeyError.self) { try Passphrase(file: passphrase) }
  }

  @Test func `no file is written over, and half a pair is not left`() throws {
    let folder = try Folder()
    let key = try sampleKey()
    for taken in ["a.key", "a.key.pub"] {
      try folder.write(taken, "mine")
      #expect(throws: KeyError.self) { try key.write(to: folder.path + "/a.key") }
      #expect(try folder.read(taken) == Array("mine".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [taken])
      try FileManager.default.removeItem(atPath: folder.path + "/" + taken)
    }
    // A link that leads nowhere is a name that is taken.
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a.key", withDestinationPath: folder.path + "/elsewhere")
    #expect(throws: KeyError.self) { try key.write(to: folder.path + "/a.key") }
    #expect(throws: KeyError.self) { try key.write(to: folder.path + "/no/such/folder.key") }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/elsewhere"))
  }

  @Test func `a passphrase that is missing or wrong is told from a damaged key`() throws {
    let folder = try Folder()
    let path = folder.path + "/a.key"
    let right = try Passphrase(file: folder.write("right", "geheim"))
    try sampleKey().write(to: path, passphrase: right)
    guard case .needsPassphrase(path) = refusal(path) else {
      Issue.record("\(String(describing: refusal(path)))")
      return
    }
    for text in ["Geheim", "geheim ", "x"] {
      let wrong = try Passphrase(file: folder.write("wrong", text))
      guard case .wrongPassphrase(path) = refusal(path, wrong) else {
        Issue.record("\(text): \(String(describing: refusal(path, wrong)))")
        continue
      }
    }
    #expect(try refusal(path, Passphrase(file: folder.write("crlf", "geheim\r\n"))) == nil)
    for text in ["", "\n", "\nsecond line", "a\0b", String(repeating: "a", count: 1025)] {
      let file = try folder.write("illegal", text)
      #expect(throws: KeyError.self, "\(text.prefix(12))") { try Passphrase(file: file) }
    }
    #expect(throws: Never.self) { try Passphrase(file: folder.write("long", String(repeating: "a", count: 1024))) }
  }

  @Test func `what is no key, or a damaged one, is refused`() throws {
    let folder = try Folder()
    try sampleKey().write(to: folder.path + "/a.key")
    let whole = String(decoding: try folder.read("a.key"), as: UTF8.self)
    let texts = [
      "", "no key", whole.replacing("M", with: "N"), String(whole.dropLast(40)),
      whole.replacing("PRIVATE", with: "PUBLIC"),
      String(decoding: try folder.read("a.key.pub"), as: UTF8.self), String(repeating: "-----BEGIN ", count: 4000),
    ]
    for text in texts {
      let path = try folder.write("bad.key", text)
      guard case .notAKey(path) = refusal(path) else {
        Issue.record("\(text.prefix(40)): \(String(describing: refusal(path)))")
        continue
      }
    }
    guard case .file = refusal(folder.path + "/nothing") else {
      Issue.record("\(String(describing: refusal(folder.path + "/nothing")))")
      return
    }
    // Longer than any key: not read at all.
    guard case .file = refusal(try folder.write("huge.key", String(repeating: "a", count: 1 << 17))) else {
      Issue.record("a huge file was read")
      return
    }
  }
}
