import Plan
import Testing

@testable import Interop

/// Each goal's figures as results: targets and actual values by period, baselines by year.
@Suite struct IATIResultsTests {
  private func activity(_ more: [Indicator] = []) throws -> JSONObject {
    let sample = SampleRecords(conflict: false)
    var set = sample.contents.revisions
    let reading = try #require(set.newestReading(of: SampleRecords.sheet)).revision
    for (index, figure) in more.enumerated() {
      var figure = figure
      figure.id = SampleRecords.sheet + ".key-1.m1.i\(index + 10)"
      figure.reading = reading
      set.insert(Record(.indicator, figure.json))
    }
    let root = try JSON.parse(IATIResults.written(View(of: set))).object?["iati-activities"]?.object
    #expect(root?["version"] == .string("2.03"))
    return try #require(root?["iati-activity"]?.array?.first?.object)
  }

  private func indicators(_ activity: JSONObject) -> [JSONObject] {
    (activity["result"]?.array ?? []).flatMap { $0.object?["indicator"]?.array ?? [] }.compactMap(\.object)
  }

  private func figure(_ role: Indicator.Role, _ number: String) -> Indicator {
    Indicator(
      id: "", item: SampleRecords.sheet + ".key-1.m1", reading: "", role: role, subject: "栈道", comparator: .eq,
      low: number,
      high: number, unit: "公里", valueKind: .level, commitment: .firm, quote: number + "公里",
      spans: [Span(start: 12, end: 21)])
  }

  @Test func targetsActualValuesAndBaselinesOfOneSubjectStandTogether() throws {
    let found = indicators(try activity([figure(.actual, "13.5"), figure(.baseline, "9")]))
    #expect(found.count == 2)
    let first = try #require(found.first)
    let period = try #require(first["period"]?.array?.first?.object)
    #expect(period["period-start"]?.object?["iso-date"] == .string("2031-01-01"))
    #expect(period["target"]?.array?.first?.object?["value"] == .string("12.50"))
    #expect(period["actual"]?.array?.first?.object?["value"] == .string("13.5"))
    #expect(first["baseline"]?.array?.first?.object?["value"] == .string("9"))
    #expect(first["baseline"]?.array?.first?.object?["year"] == .string("2030"))
    #expect(first["measure"] == .string("1"))
  }

  @Test func theDocumentIsTheActivity() throws {
    let activity = try activity()
    #expect(activity["iati-identifier"] == .string(SampleRecords.sheet))
    #expect(activity["reporting-org"]?.object?["ref"] == .string("CN-GBT2260-370200"))
    #expect(indicators(activity).count == 2)
  }
}
