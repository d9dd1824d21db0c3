import AdapterKit
import Plan

/// What a program says for and against a document being of its shape.
struct EvidenceAnswer: Answer {
  private(set) var evidence: [Evidence] = []

  static let want = DocumentRequest.Want.evidence
  static let types = ["evidence"]

  mutating func take(_ type: String, _ members: inout Members) throws(MessageProblem) {
    let points = try members.integer("points", -100...100)
    let reason = try members.phrase()
    evidence.append(Evidence(try members.present(points, "points"), zh: reason.zh, en: reason.en))
  }

  mutating func finish() {}
}
