/// A body of a prefecture-level city, under whatever name: `education` is 教育局 in every city.
public struct Organization: Sendable, Equatable {
  /// Where a body belongs.
  public enum Level: String, Sendable, CaseIterable {
    /// A department of the city's government.
    case government
    /// A body of the city's party committee.
    case party
    /// A public institution of the city.
    case institution
    /// A body in the city that answers to the province or the state.
    case vertical
    /// A people's organisation.
    case people
  }

  /// A name and when it was in use.
  public struct Name: Sendable, Equatable {
    /// Without the city: `生态环境局`.
    public let text: String
    /// The first month in use, `2019-01`; nil where it is not known.
    public let from: String?
    /// The last month in use; nil for a name that is used, or where it is not known.
    public let to: String?
    /// Whether another name took its place.
    public let isFormer: Bool
  }

  /// The code, the same in every city.
  public let code: String
  public let level: Level
  /// Every name it has or had, the one in use first.
  public let names: [Name]
}

/// The bodies that are known by all their names: what tells that 环境保护局 and 生态环境局 are one.
///
/// They are for comparing. Ids and records keep every name as it is written.
public struct Organizations: Sendable {
  /// In the order of the file.
  public let all: [Organization]
  private let byName: [[Unicode.Scalar]: Int]

  /// The bodies of this version of the format.
  public static let standard = builtIn("organizations", PackageResources.organizations_yaml, Organizations.init(yaml:))

  init(all: [Organization]) {
    self.all = all
    var byName: [[Unicode.Scalar]: Int] = [:]
    for (index, body) in all.enumerated() {
      for name in body.names { byName[Array(name.text.unicodeScalars)] = index }
    }
    self.byName = byName
  }

  /// A body and the city that its name begins with, nil where it says 市 or nothing.
  public struct Reference: Sendable, Equatable {
    public let organization: Organization
    public let city: City?
  }

  /// The body that a name in simplified characters stands for: 青岛市教育局, 市教育局, 教育局.
  ///
  /// A district's or county's body (崂山区教育局) is none of these.
  public func reference(_ name: String) -> Reference? {
    let (city, locals) = Self.parted(name)
    return locals.lazy.compactMap { byName[$0] }.first.map { Reference(organization: all[$0], city: city) }
  }

  /// The listed name that an unknown one is most like, if one scalar too many, too few or another one makes the
  /// difference. Of three scalars and fewer too much would be one.
  public func nearest(to name: String) -> Organization.Name? {
    guard reference(name) == nil else { return nil }
    let locals = Self.parted(name).locals.filter { $0.count > 3 }
    for body in all {
      for known in body.names {
        let scalars = Array(known.text.unicodeScalars)
        if locals.contains(where: { Self.differByOne($0, scalars) }) { return known }
      }
    }
    return nil
  }

  /// The name without the city that it begins with, and without 市 as well: 市场监管局 begins with none.
  private static func parted(_ name: String) -> (city: City?, locals: [[Unicode.Scalar]]) {
    let scalars = Array(name.unicodeScalars)
    let mention = Cities.standard.mention(in: scalars, at: 0)
    let rest = Array(scalars.dropFirst(mention?.range.count ?? 0))
    return (mention?.city, rest.first == "市" ? [rest, Array(rest.dropFirst())] : [rest])
  }

  private static func differByOne(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard abs(a.count - b.count) <= 1 else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.dropFirst(start).reversed(), b.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    return max(a.count, b.count) - start - end == 1
  }
}

extension Organizations {
  /// Reads the vocabulary file `organizations.yaml`; its header comment tells what the fields mean.
  ///
  /// A code and a name stand once in the file.
  public init(yaml: [UInt8]) throws(VocabularyError) {
    let root = try YAMLNode.vocabulary(yaml)
    var seen: Set<[UInt8]> = []
    var all: [Organization] = []
    for node in try root.required("bodies").requiredSequence() {
      let code = try node.required("code")
      let level = try node.required("level")
      guard let known = Organization.Level(rawValue: try level.requiredString()) else {
        throw level.shapeError(Organization.Level.allCases.map(\.rawValue).joined(separator: ", "))
      }
      var names = try Organization.names(node, isFormer: false)
      for former in try node["former"]?.requiredSequence() ?? [] {
        names += try Organization.names(former, isFormer: true)
      }
      for (term, place) in [(try code.requiredString(), code)] + names.map({ ($0.text, node) }) {
        guard seen.insert(Array(term.utf8)).inserted else {
          throw .duplicate(line: place.line, column: place.column, term: term)
        }
      }
      all.append(Organization(code: try code.requiredString(), level: known, names: names))
    }
    self.init(all: all)
  }
}

extension Organization {
  fileprivate static func names(_ node: YAMLNode, isFormer: Bool) throws(VocabularyError) -> [Name] {
    let (from, to) = (try node["since"]?.requiredString(), try node["to"]?.requiredString())
    return try node.required("names").strings().map { Name(text: $0.text, from: from, to: to, isFormer: isFormer) }
  }
}
