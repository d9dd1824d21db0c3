import CXML

/// Parses a web page, however broken, with libxml2's forgiving parser.
///
/// Nothing is fetched. Scripts, styles and the like are dropped as they come.
func parseHTML(_ scalars: [Unicode.Scalar], limits: ReadingLimits) throws(ReadingError) -> HTMLTree {
  let markup = HTMLMarkup.utf8(scalars)
  let sink = HTMLSink(limits)
  let isRead = withExtendedLifetime(sink) {
    markup.withUnsafeBytes { buffer -> Bool in
      guard let count = Int32(exactly: buffer.count), let context = htmlNewParserCtxt() else { return false }
      defer { htmlFreeParserCtxt(context) }
      sink.listen(to: context)
      let options =
        HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
        | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      // The tree is our own, so there is no document to free.
      _ = htmlCtxtReadMemory(context, start, count, nil, "UTF-8", Int32(bitPattern: options))
      return true
    }
  }
  guard isRead else { throw .damaged(.html, part: nil, line: nil) }
  if let limit = sink.exceeded {
    throw .limitExceeded(limit, allowed: limit == .depth ? limits.depth : limits.elements, part: nil)
  }
  sink.tree.finish()
  return sink.tree
}

/// What libxml2's parser tells, put into a tree.
private final class HTMLSink {
  var tree = HTMLTree()
  /// The limit that the page passed; the parser stopped there.
  private(set) var exceeded: ReadingLimit?
  private let limits: ReadingLimits
  private var elements = 0
  private var skipped = 0
  private var context: htmlParserCtxtPtr?

  init(_ limits: ReadingLimits) {
    self.limits = limits
  }

  func listen(to context: htmlParserCtxtPtr) {
    self.context = context
    var handler = xmlSAXHandler()
    handler.startElement = { user, name, attributes in
      if let name { HTMLSink.from(user)?.start(name, attributes) }
    }
    handler.endElement = { user, _ in HTMLSink.from(user)?.end() }
    handler.characters = { user, text, count in HTMLSink.from(user)?.text(text, count) }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    context.pointee.sax.pointee = handler
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
  }

  private static func from(_ user: UnsafeMutableRawPointer?) -> HTMLSink? {
    user.map { Unmanaged<HTMLSink>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(_ name: UnsafePointer<xmlChar>, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    elements += 1
    guard elements <= limits.elements else { return stop(at: .elements) }
    let tag = HTMLTag(String(cString: name))
    if skipped > 0 || tag.isSkipped {
      skipped += 1
      // An empty node tells that there is something that was not read.
      if skipped == 1, tag.isObject {
        tree.begin(tag, [:])
        tree.end()
      }
      if skipped > limits.depth { stop(at: .depth) }
      return
    }
    guard tree.depth < limits.depth else { return stop(at: .depth) }
    tree.begin(tag, attributes(list))
  }

  private func end() {
    if skipped > 0 { skipped -= 1 } else { tree.end() }
  }

  private func text(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard skipped == 0, exceeded == nil, let bytes, count > 0 else { return }
    tree.add(String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self).unicodeScalars)
  }

  private func stop(at limit: ReadingLimit) {
    exceeded = exceeded ?? limit
    if let context { xmlStopParser(context) }
  }

  private func attributes(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> [String: String] {
    guard var next = list else { return [:] }
    var found: [String: String] = [:]
    while let name = next.pointee {
      let key = String(cString: name)
      if HTMLTree.kept.contains(key) { found[key] = next[1].map { String(cString: $0) } ?? "" }
      next += 2
    }
    return found
  }
}
