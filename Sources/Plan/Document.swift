/// One imported source: what it is, whose, for which period, and where its bytes and text are.
public struct Document: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case targetSheet, meetingReport, workSummary, workPlan, taskLedger, governmentReport, other
  }

  /// The original file.
  public struct Source: Sendable, Equatable {
    /// The last path component; absent for standard input.
    public var path: String?
    /// Of the file's bytes; absent only in a redacted bundle.
    public var sha256: String?
    public var mediaType: String
    /// IANA name, for text files.
    public var encoding: String?
    /// Unicode scalars of the decoded source text.
    public var scalars: Int

    public init(path: String?, sha256: String?, mediaType: String, encoding: String?, scalars: Int) {
      self.path = path
      self.sha256 = sha256
      self.mediaType = mediaType
      self.encoding = encoding
      self.scalars = scalars
    }
  }

  /// The repaired text that spans point into.
  public struct Text: Sendable, Equatable {
    /// Its place in the bundle, below `data/`.
    public var path: String
    public var sha256: String
    public var scalars: Int

    public init(path: String, sha256: String, scalars: Int) {
      self.path = path
      self.sha256 = sha256
      self.scalars = scalars
    }
  }

  /// What read the document.
  public struct Adapter: Sendable, Equatable {
    public var id: String
    public var version: Int

    public init(id: String, version: Int) {
      self.id = id
      self.version = version
    }
  }

  /// A confidentiality mark that the paper bears: 秘密★1年, 内部资料.
  public struct Mark: Sendable, Equatable {
    /// As it stands at its place in the text.
    public var text: String
    public var span: Span

    public init(text: String, span: Span) {
      self.text = text
      self.span = span
    }
  }

  public var id: String
  public var kind: Kind
  public var title: String
  public var city: CityReference
  /// The organisation's name as the document gives it.
  public var organization: String
  public var period: Period
  public var date: String?
  public var number: String?
  /// BCP 47.
  public var language: String
  /// The fields that the document implies but does not state.
  public var inferred: [String]
  /// Ascending by place; none on most papers.
  public var marks: [Mark]

  /// The words of the marks as the paper has them, each once, in the order of the text.
  public var markWordings: [String] {
    var wordings: [String] = []
    for mark in marks where !wordings.contains(mark.text) { wordings.append(mark.text) }
    return wordings
  }
  public var source: Source
  public var text: Text
  public var adapter: Adapter

  public init(
    id: String, kind: Kind, title: String, city: CityReference, organization: String, period: Period,
    date: String? = nil, number: String? = nil, language: String = "zh-Hans", inferred: [String] = [],
    marks: [Mark] = [], source: Source, text: Text, adapter: Adapter
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.city = city
    self.organization = organization
    self.period = period
    self.date = date
    self.number = number
    self.language = language
    self.inferred = inferred
    self.marks = marks
    self.source = source
    self.text = text
    self.adapter = adapter
  }
}

extension Document {
  public var json: JSONObject {
    var object = JSONObject()
    object.set("id", id)
    object.set("kind", kind.rawValue)
    object.set("title", title)
    object.set("city", city.json)
    var organizationObject = JSONObject()
    organizationObject.set("name", organization)
    object.set("organization", organizationObject)
    object.set("period", period.json)
    object.set("date", date)
    object.set("number", number)
    object.set("language", language)
    object.set("inferred", inferred)
    object.set(
      "marks",
      marks.map { mark in
        var inner = JSONObject()
        inner.set("text", mark.text)
        inner.set("start", mark.span.start)
        inner.set("end", mark.span.end)
        return .object(inner)
      })
    var sourceObject = JSONObject()
    sourceObject.set("path", source.path)
    sourceObject.set("sha256", source.sha256)
    sourceObject.set("mediaType", source.mediaType)
    sourceObject.set("encoding", source.encoding)
    sourceObject.set("scalars", source.scalars)
    object.set("source", sourceObject)
    var textObject = JSONObject()
    textObject.set("path", text.path)
    textObject.set("sha256", text.sha256)
    textObject.set("scalars", text.scalars)
    object.set("text", textObject)
    var adapterObject = JSONObject()
    adapterObject.set("id", adapter.id)
    adapterObject.set("version", adapter.version)
    object.set("adapter", adapterObject)
    return object
  }

  init(_ field: inout FieldReader) {
    id = field.identifier()
    kind = field.choice("kind", Kind.self, required: true) ?? .other
    title = field.string("title")
    city = field.city("city", required: true) ?? CityReference(code: "", name: "")
    organization = field.nested("organization", required: true) { $0.string("name") } ?? ""
    period = field.period(required: true) ?? Period(start: "", end: "")
    date = field.date("date")
    number = field.text("number")
    language = field.string("language")
    inferred = field.strings("inferred")
    marks = field.nestedList("marks") { Mark(text: $0.string("text"), span: $0.span()) }
    source =
      field.nested("source", required: true) { field in
        Source(
          path: field.text("path"), sha256: field.sha256("sha256"), mediaType: field.string("mediaType"),
          encoding: field.text("encoding"), scalars: field.integer("scalars", required: true) ?? 0)
      } ?? Source(path: nil, sha256: nil, mediaType: "", encoding: nil, scalars: 0)
    text =
      field.nested("text", required: true) { field in
        Text(
          path: field.string("path"), sha256: field.sha256("sha256", required: true) ?? "",
          scalars: field.integer("scalars", required: true) ?? 0)
      } ?? Text(path: "", sha256: "", scalars: 0)
    adapter =
      field.nested("adapter", required: true) { field in
        Adapter(id: field.string("id"), version: field.integer("version", required: true) ?? 0)
      } ?? Adapter(id: "", version: 0)
  }
}
