import Plan
import Testing

@testable import Packaging

/// Secrets that stand in keys, which only evidence and extensions can hold.
@Suite struct RedactedKeyTests {
  @Test func `a number that is a key leaves a bundle that is valid`() throws {
    var contents = BundleContents()
    var (link, evidence) = (JSONObject(), JSONObject())
    evidence["13900000000"] = .string("电话 13900000000")
    for (key, value) in [("id", "a.sameAs.b"), ("type", "sameAs"), ("from", "a"), ("to", "b")] {
      link[key] = .string(value)
    }
    link["evidence"] = .object(evidence)
    contents.revisions.insert(Record(.link, link))
    let redacted = Redaction(of: contents, view: View(of: contents.revisions)).contents
    let open = try readBundle(packed(redacted))
    let body = try #require(open.contents.revisions.all.first?.body["evidence"]?.object)
    #expect(body.members.map(\.key) == ["___________"])
    #expect(body["___________"]?.string == "电话 ███████████")
  }
}
