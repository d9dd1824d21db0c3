import Plan
import Signing
import Vocabulary

extension Expectations {
  /// What may stand above all senders and with each.
  private static let shared = ["deadline", "documents", "minimum", "signature", "template"]

  /// Reads the YAML that a person filled in; `docs/intake.md` tells what each field means.
  public init(yaml: [UInt8]) throws(FormError) {
    let root = try YAMLNode.form(yaml)
    try root.refuseOthers(than: ["title", "year", "senders"] + Expectations.shared)
    title = try root.text("title")
    guard let yearNode = root["year"] else { throw FormError(root, .missing(field: "year")) }
    guard let year = yearNode.int, (1...9999).contains(year) else {
      throw FormError(yearNode, .wrongForm(field: "year"))
    }
    self.year = year
    let defaults = try Terms(root, defaults: nil)
    guard let list = root["senders"] else { throw FormError(root, .missing(field: "senders")) }
    guard let nodes = list.sequence, !nodes.isEmpty else { throw FormError(list, .wrongForm(field: "senders")) }
    var senders: [Sender] = []
    var lines: [String: Int] = [:]
    for node in nodes {
      let sender = try Sender(node, defaults: defaults, root: root)
      let name = sender.city.code + " " + (sender.organization ?? "")
      if let first = lines.updateValue(node.line, forKey: name) { throw FormError(node, .duplicate(firstLine: first)) }
      senders.append(sender)
    }
    self.senders = senders
  }

  /// The fields of ``shared``; those that do not stand there are the defaults'.
  fileprivate struct Terms {
    var deadline: CalendarDate?
    var documents: [Document.Kind]
    var minimum = Minimum()
    var mustSign: Bool?
    var template: Template?

    init(_ node: YAMLNode, defaults: Terms?) throws(FormError) {
      deadline = try node.day("deadline") ?? defaults?.deadline
      documents = try node.kinds("documents") ?? defaults?.documents ?? []
      minimum =
        try node["minimum"].map { (node) throws(FormError) in try Minimum(node) } ?? defaults?.minimum ?? minimum
      mustSign =
        try node.text("signature").map { (word) throws(FormError) in
          let words = ["required", "optional"]
          guard words.contains(word) else {
            throw FormError(node["signature"] ?? node, .unknownWord(word, known: words))
          }
          return word == "required"
        } ?? defaults?.mustSign
      template =
        try node["template"].map { (node) throws(FormError) in try Template(node) } ?? defaults?.template
    }
  }
}

extension Expectations.Sender {
  fileprivate init(_ node: YAMLNode, defaults: Expectations.Terms, root: YAMLNode) throws(FormError) {
    try node.refuseOthers(
      than: [
        "city", "organization", "documents", "deadline", "received", "key", "publicKey", "signature", "minimum",
        "template",
      ])
    guard let city = try node.city("city") else { throw FormError(node, .missing(field: "city")) }
    self.city = CityReference(code: city.code, name: city.name)
    organization = try node.text("organization")
    received = try node.day("received")
    key = node["key"] == nil && node["publicKey"] == nil ? nil : try TrustFile.Key.id(node)
    let terms = try Expectations.Terms(node, defaults: defaults)
    guard !terms.documents.isEmpty else { throw FormError(node, .missing(field: "documents")) }
    documents = terms.documents
    deadline = terms.deadline
    mustSign = key != nil || terms.mustSign ?? false
    minimum = terms.minimum
    template = terms.template
  }
}

extension Expectations.Minimum {
  fileprivate init(_ node: YAMLNode) throws(FormError) {
    try node.refuseOthers(than: ["goals", "figures"])
    func count(_ field: String) throws(FormError) -> Int? {
      guard let node = node[field] else { return nil }
      guard let count = node.int, count >= 0 else { throw FormError(node, .wrongForm(field: field)) }
      return count
    }
    goals = try count("goals")
    figures = try count("figures")
  }
}

extension Expectations.Template {
  fileprivate init(_ node: YAMLNode) throws(FormError) {
    try node.refuseOthers(than: ["adapter", "headings", "categories"])
    adapter = try node.text("adapter")
    headings = try node.words("headings") ?? []
    categories = try node.words("categories") ?? []
  }
}

extension YAMLNode {
  /// A list of words; `nil` where the field is not there.
  fileprivate func words(_ field: String) throws(FormError) -> [String]? {
    guard let list = self[field] else { return nil }
    guard let nodes = list.sequence else { throw FormError(list, .wrongForm(field: field)) }
    var words: [String] = []
    for node in nodes {
      guard let word = node.string, !word.isEmpty else { throw FormError(node, .wrongForm(field: field)) }
      words.append(word)
    }
    return words
  }

  /// Kinds of document, by their codes or Chinese labels; each once.
  fileprivate func kinds(_ field: String) throws(FormError) -> [Document.Kind]? {
    guard let words = try words(field), let list = self[field] else { return nil }
    var kinds: [Document.Kind] = []
    for (index, word) in words.enumerated() {
      let node = list[index] ?? list
      let named = Document.Kind.allCases.first { kind in
        kind.rawValue == word || Labels.standard.label(.documentKinds, kind.rawValue)?.zh == word
      }
      guard let kind = named else {
        throw FormError(node, .unknownWord(word, known: Document.Kind.allCases.map(\.rawValue)))
      }
      guard !kinds.contains(kind) else { throw FormError(node, .duplicate(firstLine: list.line)) }
      kinds.append(kind)
    }
    guard !kinds.isEmpty else { throw FormError(list, .wrongForm(field: field)) }
    return kinds
  }
}
