import ChineseText
import Vocabulary

/// Whose name is written: equal for 市环保局 and 青岛市生态环境局 in a document of 青岛, whatever the year calls it.
public struct Body: Hashable, Sendable {
  /// The city's code and the body's, or the bare name without its city where the body is not listed.
  public let scalars: [Unicode.Scalar]
  /// Whether it is the city's or a county's government itself.
  public let isGovernment: Bool

  /// - Parameter city: the code of the city that the document is of; a name that begins with another city's is that one's.
  public init(_ name: String, in city: String?) {
    let simplified = inSimplified(name)
    let known = Organizations.standard.reference(simplified)
    let text = Array(simplified.unicodeScalars)
    let mention = Cities.standard.mention(in: text, at: 0)
    var local = BareText.bare(text.dropFirst(mention.map(\.range.count) ?? 0))
    if mention == nil, local.first == "市", local.count > 1 { local.removeFirst() }
    isGovernment = local.suffix(2).elementsEqual("政府".unicodeScalars)
    let place = Array((known?.city?.code ?? mention?.city.code ?? city ?? "").unicodeScalars) + [" "]
    scalars = place + (known.map { Array($0.organization.code.unicodeScalars) } ?? local)
  }
}
