import ChineseText
import Vocabulary

/// Whose name is written: equal for 市环保局 and 青岛市生态环境局 in a document of 青岛, whatever the year calls it.
struct Body {
  /// The city's code and the body's, or the bare name where the body is not listed.
  let scalars: [Unicode.Scalar]

  /// - Parameter city: the code of the city that the document is of; a name that begins with another city's is that one's.
  init(_ name: String, in city: String?) {
    let known = Organizations.standard.reference(inSimplified(name))
    let place = Array((known?.city?.code ?? city ?? "").unicodeScalars) + [" "]
    scalars = place + (known.map { Array($0.organization.code.unicodeScalars) } ?? BareText.bare(name))
  }
}
