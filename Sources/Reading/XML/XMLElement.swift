/// An element of an XML document that is read whole.
public struct XMLElement: Sendable {
  /// Without its prefix.
  public let name: String
  public let namespace: String
  /// Those that were asked for, by name without prefix.
  public let attributes: [String: String]
  /// Its own text, white space at the ends included, without that of the elements in it.
  public internal(set) var text = ""
  public internal(set) var children: [XMLElement] = []
}

/// Reads a small XML document as a tree; no entity is expanded and nothing else is read.
///
/// - Parameter attributes: the names of the attributes to keep.
public func readXML(_ bytes: [UInt8], attributes: [StaticString] = [], limits: ReadingLimits = ReadingLimits())
  throws(ReadingError) -> XMLElement
{
  try limits.checkFileSize(bytes.count)
  var stream = try XMLStream(bytes, kind: .html, part: "", limits: limits)
  var open: [XMLElement] = []
  var count = 0
  while let event = try stream.next() {
    switch event {
    case .start:
      count += 1
      guard count <= limits.elements else {
        throw .limitExceeded(.elements, allowed: limits.elements, part: nil)
      }
      var found: [String: String] = [:]
      for name in attributes { found[name.description] = stream.attribute(name) }
      open.append(XMLElement(name: stream.name, namespace: stream.namespace, attributes: found))
    case .text(let text): if !open.isEmpty { open[open.count - 1].text += text }
    case .end:
      guard let done = open.popLast() else { continue }
      if open.isEmpty { return done }
      open[open.count - 1].children.append(done)
    }
  }
  throw .empty
}
