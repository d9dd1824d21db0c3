import ChineseText
import Reading
import Vocabulary

/// What the user stated on the command line; it overrides what a document says.
public struct Given: Sendable {
  public var city: City?
  public var organization: String?
  public var year: Int?
  /// The last part of the document's id.
  public var name: String?

  public init(city: City? = nil, organization: String? = nil, year: Int? = nil, name: String? = nil) {
    self.city = city
    self.organization = organization
    self.year = year
    self.name = name
  }
}

/// A document as an adapter sees it: the repaired text, its blocks, and what the user stated.
public struct SourceText: Sendable {
  /// The text, in simplified characters whatever it is written in.
  public let scalars: [Unicode.Scalar]
  public let blocks: [Block]
  public let given: Given
  /// The same, scalar for scalar, in the characters that the document is written in.
  private let original: [Unicode.Scalar]

  /// - Parameter original: of the same length; `nil` where `scalars` are as written.
  public init(
    scalars: [Unicode.Scalar], original: [Unicode.Scalar]? = nil, blocks: [Block], given: Given = Given()
  ) {
    self.scalars = scalars
    self.original = original?.count == scalars.count ? original ?? scalars : scalars
    self.blocks = blocks
    self.given = given
  }

  public var whole: Range<Int> { 0..<scalars.count }

  /// Whether the document is written in other characters than `scalars`: traditional ones.
  public var isTraditional: Bool { original != scalars }

  /// A stretch to look words up in.
  public func string(_ range: Range<Int>) -> String { scalars.string(range) }

  /// A stretch as it is written: a title, a name.
  public func written(_ range: Range<Int>) -> String { original.string(range) }

  /// The same without white space.
  public func bareWritten(_ range: Range<Int>) -> String { SourceText.bare(original, range) }

  /// Whether the stretch holds one of the words.
  public func holds(_ words: [String], in range: Range<Int>) -> Bool {
    words.contains { scalars.first($0, in: range) != nil }
  }

  /// The stretch without white space, for comparing labels and headings.
  public func bare(_ range: Range<Int>) -> String { SourceText.bare(scalars, range) }

  private static func bare(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
    var out = String.UnicodeScalarView()
    for scalar in scalars[range.clamped(to: scalars.indices)] where !scalar.isBlank && !scalar.isLineEnd {
      out.append(scalar)
    }
    return String(out)
  }
}
