/// Reads a web page.
///
/// The text is what a browser shows, in the page's order; what stands around the main text is an aside, what the page
/// hides or marks as deleted is one that is dropped. Tables of data are tables, tables that lay out a page are not.
/// - Parameter label: the encoding that is named with the page, in lower case.
func readHTML(
  _ bytes: [UInt8], limits: ReadingLimits = ReadingLimits(), label: String? = nil
) throws(ReadingError) -> FileText {
  guard bytes.count <= limits.fileSize else {
    throw .limitExceeded(.fileSize, allowed: limits.fileSize, part: nil)
  }
  let (decoded, contradicted) = try decodeHTML(bytes, label: label)
  var tree = try parseHTML(decoded.scalars, limits: limits)
  tree.showMainText()
  let runs = HTMLRuns(tree)
  let role = try HTMLTableRole(tree, runs, limits: limits)
  let main = HTMLMainText(tree, runs, role)
  var writer = HTMLWriter(tree, runs, role, main, limits: limits)
  if let contradicted { writer.builder.note(.encodingMismatch, name: contradicted) }
  try writer.write(tree.nodes.indices)
  return try writer.builder.finished(mediaType: "text/html", encoding: decoded.encoding, hasBOM: decoded.hasBOM)
}

extension HTMLTree {
  /// Shows an element that hides most of the page's text: a program of the page would show it.
  fileprivate mutating func showMainText() {
    guard nodes.contains(where: \.isHidden) else { return }
    /// The characters before each node.
    var before = [0]
    before.reserveCapacity(nodes.count + 1)
    for node in nodes {
      before.append((before.last ?? 0) + (node.text.map { scalars[$0].count { !isWhiteSpace($0) } } ?? 0))
    }
    let all = before.last ?? 0
    var index = 0
    while index < nodes.count {
      guard nodes[index].isHidden else {
        index += 1
        continue
      }
      if (before[nodes[index].end] - before[index]) * 10 > all * 6 {
        show(index)
        index += 1
      } else {
        index = nodes[index].end
      }
    }
  }
}
