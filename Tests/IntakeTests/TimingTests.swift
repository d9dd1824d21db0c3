import Intake
import Plan
import Testing

/// What a bundle tells of the day on which it was sent.
@Suite struct TimingTests {
  private let plan = Submission()

  private func timing(
    _ files: [ReceivedFile], _ fields: String = "deadline: 2032-01-20", received day: String? = nil,
    asOf: String? = nil
  ) throws -> Timing? {
    let received = day.map { ", received: \($0)" } ?? ""
    let expected = try expectations(fields, senders: "- {city: 青岛市, documents: [targetSheet]\(received)}")
    return receipt(expected, files, asOf: asOf).senders[0].timing
  }

  @Test("a bundle without any day is neither in time nor late")
  func unknown() throws {
    let found = try timing([try received("a.jdx", plan.contents)])
    #expect(found?.standing == .unknown && found?.date == nil)
  }

  @Test("the day of a signature decides", arguments: [("2032-01-20", Timing.Standing.inTime), ("2032-01-21", .late)])
  func signature(_ day: String, _ standing: Timing.Standing) throws {
    let found = try timing([try received("a.jdx", plan.contents, signed: .signed, on: day)])
    #expect(found?.standing == standing && found?.evidence == .signature && found?.date?.description == day)
  }

  @Test("a document's own day proves that it is late, never that it is in time")
  func content() throws {
    var plan = plan
    plan.date = "2032-01-25"
    #expect(try timing([try received("a.jdx", plan.contents)])?.standing == .late)
    plan.date = "2032-01-05"
    #expect(try timing([try received("a.jdx", plan.contents)])?.standing == .unknown)
  }

  @Test("a signature dated before a correction in it does not prove that it was in time")
  func backdated() throws {
    let contents = try plan.corrected(to: "14", by: "甲处", date: "2032-01-25")
    let found = try timing([try received("a.jdx", contents, signed: .signed, on: "2032-01-10")])
    #expect(found?.standing == .late && found?.evidence == .content)
  }

  @Test("the day of a signature that does not fit says nothing")
  func broken() throws {
    let found = try timing([try received("a.jdx", plan.contents, signed: .broken, on: "2032-01-10")])
    #expect(found?.standing == .unknown)
  }

  @Test("the receiver's own book goes before what a signer states")
  func book() throws {
    let file = try received("a.jdx", plan.contents, signed: .signed, on: "2032-01-10")
    let found = try timing([file], received: "2032-01-22")
    #expect(found?.standing == .late && found?.evidence == .received)
  }

  @Test("what is there on a day before the deadline is in time")
  func check() throws {
    let found = try timing([try received("a.jdx", plan.contents)], asOf: "2032-01-18")
    #expect(found?.standing == .inTime && found?.evidence == .check)
  }

  @Test("a correction sent after the deadline does not make late what came in time")
  func resent() throws {
    let files = [
      try received("1.jdx", plan.contents, signed: .signed, on: "2032-01-10"),
      try received("2.jdx", try plan.corrected(to: "14", by: "甲处"), signed: .signed, on: "2032-01-30"),
    ]
    #expect(try timing(files)?.standing == .inTime)
  }
}
