import Plan
import Testing
import Vocabulary

@testable import Signing

@Suite struct TrustFileTests {
  private func trust(_ text: String) throws -> TrustFile { try TrustFile(yaml: Array(text.utf8)) }

  private func standing(_ fields: String, on day: String, cities: Set<String> = ["370200"]) throws -> Standing {
    let key = try sampleKey()
    let signature = try signature(of: sampleBytes, by: key)
    let file = try trust("keys:\n- key: \(key.publicKey.id)\n\(fields)")
    return signature.standing(
      over: sampleBytes, reliance: Reliance(on: file, day: try #require(CalendarDate(day))), cities: cities)
  }

  @Test func `a key holds from its first to its last day`() throws {
    let fields = "  from: 2031-01-01\n  to: 2031-12-31\n"
    let cases: [(String, Standing)] = [
      ("2030-12-31", .early), ("2031-01-01", .trusted), ("2031-12-31", .trusted), ("2032-01-01", .expired),
    ]
    for (day, expected) in cases { #expect(try standing(fields, on: day) == expected, "\(day)") }
    #expect(try standing("", on: "0001-01-01") == .trusted)
  }

  @Test func `a key is revoked from that day on, whatever else holds`() throws {
    let fields = "  to: 2031-06-30\n  revoked: {date: 2031-05-01, reason: 密钥遗失}\n"
    let cases: [(String, Standing)] = [
      ("2031-04-30", .trusted), ("2031-05-01", .revoked), ("2032-01-01", .revoked),
    ]
    for (day, expected) in cases { #expect(try standing(fields, on: day) == expected, "\(day)") }
  }

  @Test func `a city's key speaks for its own documents, a province's for those of its cities`() throws {
    let day = "2031-01-01"
    #expect(try standing("  city: 青岛市\n", on: day) == .trusted)
    #expect(try standing("  city: 370200\n", on: day) == .trusted)
    #expect(try standing("  city: 威海\n", on: day) == .elsewhere)
    #expect(try standing("  city: 青岛市\n", on: day, cities: ["370200", "371000"]) == .elsewhere)
    #expect(try standing("  city: 山东省\n", on: day, cities: ["370200", "371000"]) == .trusted)
    #expect(try standing("  city: 江苏省\n", on: day) == .elsewhere)
    #expect(try standing("", on: day, cities: ["370200", "320100"]) == .trusted)
  }

  @Test func `what the signer states of itself decides nothing`() throws {
    let key = try sampleKey()
    let day = try #require(CalendarDate("2032-01-01"))
    let file = try trust("keys:\n- key: \(key.publicKey.id)\n  city: 威海市\n  to: 2031-12-31\n")
    for date in ["2031-05-01", "2033-01-01"] {
      let label = Signature.Label(
        signer: "示例单位", city: CityReference(code: "371000", name: "威海市"), date: CalendarDate(date))
      let signature = try signature(of: sampleBytes, by: key, label: label)
      #expect(
        signature.standing(over: sampleBytes, reliance: Reliance(on: file, day: day), cities: ["371000"]) == .expired)
    }
  }

  @Test func `one trusted signature is enough, one broken one is too much`() {
    #expect(Standing.together([]) == nil)
    #expect(Standing.together([.untrusted, .trusted, .expired, .unknown]) == .trusted)
    #expect(Standing.together([.trusted, .broken]) == .broken)
    #expect(Standing.together([.untrusted, .revoked]) == .revoked)
    for standing in Standing.allCases { #expect(Standing.together([standing]) == standing) }
  }

  @Test func `a key may stand as its public key`() throws {
    let key = try sampleKey()
    let pem = String(decoding: try #require(key.publicPEM), as: UTF8.self)
    let lines = pem.split(separator: "\n").map { "    " + $0 + "\n" }.joined()
    #expect(try trust("keys:\n- publicKey: |\n\(lines)").keys.keys.elementsEqual([key.publicKey.id]))
    #expect(
      try trust("keys:\n- publicKey: |\n\(lines)  key: \(key.publicKey.id)\n").keys.keys.elementsEqual([
        key.publicKey.id
      ]))
    let other = try sampleKey().publicKey.id
    #expect(throws: FormError.self) { try trust("keys:\n- publicKey: |\n\(lines)  key: \(other)\n") }
  }

  @Test func `an error names its place`() throws {
    let key = String(repeating: "0", count: 64)
    let cases: [(String, Int, Int)] = [
      ("", 1, 1), ("keys", 1, 1), ("keys: 1\n", 1, 7), ("key: []\n", 1, 1), ("keys:\n- holder: 甲\n", 2, 3),
      ("keys:\n- key: abc\n", 2, 8), ("keys:\n- key: \(key.replacing("0", with: "A"))\n", 2, 8),
      ("keys:\n- key: \(key)\n  colour: red\n", 3, 3), ("keys:\n- key: \(key)\n  city: 无此市\n", 3, 9),
      ("keys:\n- key: \(key)\n  from: 2031-02-30\n", 3, 9), ("keys:\n- key: \(key)\n  to: [2031-01-01]\n", 3, 7),
      ("keys:\n- key: \(key)\n  from: 2031-01-02\n  to: 2031-01-01\n", 4, 7),
      ("keys:\n- key: \(key)\n  revoked: {reason: 甲}\n", 3, 12), ("keys:\n- key: \(key)\n  revoked: yes\n", 3, 12),
      ("keys:\n- key: \(key)\n- key: \(key)\n", 3, 3), ("keys:\n- publicKey: abc\n", 2, 14),
      ("keys:\n- key: \(key)\n  holder: ''\n", 3, 11), ("keys:\n- key: [\n", 3, 1),
      ("keys:\n- &a {key: \(key)}\n- *a\n", 3, 3),
    ]
    for (text, line, column) in cases {
      do {
        _ = try trust(text)
        Issue.record("\(text) was accepted")
      } catch let error as FormError {
        #expect(error.line == line && error.column == column, "\(text): \(error)")
      }
    }
  }
}
