import Archive
import Intake
import Packaging
import Plan
import Signing
import Testing

/// What one invented bureau sends: goals, each a title and a sentence with one figure.
struct Submission {
  var city = CityReference(code: "370200", name: "青岛市")
  var organization = "市示例渡口局"
  var year = 2032
  var kind = Document.Kind.targetSheet
  var date: String?
  var adapter = "sample.sheet"
  var heads = ["类别", "目标名称"]
  var category = "重点目标"
  /// Title, number and unit.
  var goals: [(String, String, String)] = [("改造渡口", "12", "处"), ("新增渡船", "3", "艘"), ("年检合格率", "99", "%")]
  var source = "原件"

  var id: String {
    Identity.document(
      cityCode: city.code, organization: organization, cutting: [], year: year, kind: kind, last: nil)
  }

  private var heading: String { "单位名称：" + organization + "\n" + heads.joined(separator: "\t") + "\n" + category + "\n" }

  var contents: BundleContents {
    var contents = BundleContents()
    var text = heading
    var starts: [Int] = []
    for goal in goals {
      starts.append(text.unicodeScalars.count)
      text += "\(goal.0)\n\(goal.0)\(goal.1)\(goal.2)\n"
    }
    let sha256 = contents.add(text: Array(text.utf8))
    let original = contents.add(source: BundleContents.Source(bytes: Array(source.utf8), fileExtension: "txt"))
    let document = Record(
      .document,
      Document(
        id: id, kind: kind, title: "示例目标", city: city, organization: organization, period: Period(year: year),
        date: date,
        source: Document.Source(
          path: "示例.txt", sha256: original, mediaType: "text/plain", encoding: "UTF-8", scalars: 2),
        text: Document.Text(
          path: BundleContents.textPath(sha256), sha256: sha256, scalars: text.unicodeScalars.count),
        adapter: Document.Adapter(id: adapter, version: 1)
      ).json)
    contents.revisions.insert(document)
    for (number, goal) in goals.enumerated() {
      let (title, words) = (goal.0, "\(goal.0)\(goal.1)\(goal.2)")
      let start = starts[number] + title.unicodeScalars.count + 1
      let item = Item(
        id: "\(id).key-\(number + 1)", document: id, reading: document.revision, role: .goal,
        category: Item.Category(code: category == "重点目标" ? "key" : nil, label: category), number: number + 1,
        title: title, text: words, period: Period(year: year),
        spans: [
          Span(starts[number]..<start - 1), Span(start..<start + words.unicodeScalars.count),
        ])
      contents.revisions.insert(Record(.item, item.json))
      let quote = goal.1 + goal.2
      let end = start + words.unicodeScalars.count
      let figure = Indicator(
        id: item.id + ".i1", item: item.id, reading: document.revision, role: .target, subject: title, comparator: .eq,
        low: goal.1, high: goal.1, unit: goal.2, valueKind: .level, commitment: .firm, quote: quote,
        spans: [Span(end - quote.unicodeScalars.count..<end)])
      contents.revisions.insert(Record(.indicator, figure.json))
    }
    return contents
  }

  /// The same with the first figure corrected by somebody.
  func corrected(to number: String, by who: String, date: String = "2032-01-10") throws -> BundleContents {
    var contents = contents
    let old = try #require(contents.revisions.revisions(.indicator, id + ".key-1.i1").values.first)
    var body = old.body
    body["low"] = .string(number)
    body["high"] = .string(number)
    contents.revisions.insert(
      Record(
        .indicator, body.without(["parents", "change"]), parents: [old.revision],
        change: Change(by: who, why: "核实", date: date)))
    return contents
  }
}

/// A bundle as it comes, signed on a day where that is said.
func bundle(_ contents: BundleContents) throws -> OpenBundle {
  let sink = MemorySink()
  _ = try writeBundle(contents, to: sink)
  return try readBundle(sink.bytes)
}

func received(
  _ path: String, _ contents: BundleContents, signed: Standing? = nil, on day: String? = nil
) throws -> ReceivedFile {
  let open = try bundle(contents)
  var signatures: [CheckedSignature] = []
  if let signed {
    let key = try #require(PrivateKey(generating: .ed25519))
    let seal = signed == .broken ? Array("别的内容".utf8) : open.seal.tagManifest
    let label = Signature.Label(signer: "示例单位", date: day.flatMap(CalendarDate.init))
    let signature = try #require(Signature(of: seal, by: key, label: label))
    let trust = try TrustFile(yaml: Array("keys:\n- key: \(key.publicKey.id)\n".utf8))
    let reliance = signed == .trusted ? Reliance(on: trust, day: try #require(CalendarDate("2032-02-01"))) : nil
    signatures = [
      CheckedSignature(
        JSON.object(signature.json).canonical, named: signature.fileName, over: open.seal.tagManifest,
        reliance: reliance, cities: [])
    ]
    #expect(signatures.map(\.standing) == [signed])
  }
  return ReceivedFile(path: path, content: .bundle(open, signatures: signatures, ofMerged: []))
}

/// The receiver's list, with one sender unless told otherwise.
func expectations(
  _ fields: String = "", senders: String = "- {city: 青岛市, organization: 青岛市示例渡口局, documents: [targetSheet]}"
) throws -> Expectations {
  try Expectations(yaml: Array("year: 2032\n\(fields)\nsenders:\n\(senders)\n".utf8))
}

func receipt(
  _ expected: Expectations, _ files: [ReceivedFile], trust: Bool = false, previous: BundleContents? = nil,
  asOf: String? = nil
) -> Receipt {
  Receipt(expected, files: files, isTrustAsked: trust, previous: previous, asOf: asOf.flatMap(CalendarDate.init))
}
