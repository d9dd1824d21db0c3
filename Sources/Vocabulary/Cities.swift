/// A province, a municipality or a prefecture-level division of China.
public struct City: Sendable, Equatable {
  /// Where a division stands.
  public enum Level: String, Sendable {
    /// A province, an autonomous region or a special administrative region.
    case province
    /// One of the four municipalities, city and province in one.
    case municipality
    /// A city, prefecture, region or league below a province.
    case prefecture
  }

  /// The six digits of GB/T 2260: `370200`.
  public let code: String
  /// The full name: `青岛市`.
  public let name: String
  /// The name without what kind of division it is: `青岛`, `广西`, `延边州`; the full name where none is in use.
  public let shortName: String
  /// Where it stands.
  public let level: Level
  /// The code of the division that took it over; nil while it exists.
  public let successor: String?
}

/// The divisions of China down to the prefecture level, found by code, by name and in running text.
public struct Cities: Sendable {
  /// Every division, by code; those abolished since are at the end.
  public let all: [City]
  /// The edition of the code list.
  public let edition: String
  let alsoWords: Set<[Unicode.Scalar]>
  let notBefore: [[Unicode.Scalar]: [[Unicode.Scalar]]]
  let names: TermTable<CityName>
  private let byCode: [String: City]

  /// The divisions of this version of the format; a damaged file ends the process.
  public static let standard: Cities =
    builtIn("cities", PackageResources.cities_yaml, Cities.init(yaml:))

  init(
    all: [City], edition: String, alsoWords: Set<[Unicode.Scalar]>, notBefore: [[Unicode.Scalar]: [[Unicode.Scalar]]]
  ) {
    self.all = all
    self.edition = edition
    self.alsoWords = alsoWords
    self.notBefore = notBefore
    byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
    var entries: [(term: String, value: CityName)] = []
    var shortNames: [String: [City]] = [:]
    for city in all {
      entries.append((city.name, CityName(cities: [city], isFull: true)))
      if city.shortName != city.name { shortNames[city.shortName, default: []].append(city) }
    }
    for (name, cities) in shortNames { entries.append((name, CityName(cities: cities, isFull: false))) }
    names = TermTable(entries)
  }

  /// The division of a code of six digits.
  public func city(code: String) -> City? {
    byCode[code]
  }

  /// The division of a full name, `青岛市`.
  public func city(name: String) -> City? {
    whole(name, isFull: true).first
  }

  /// The divisions of a short name, `青岛`; of two the province comes first (吉林: the province, the city).
  public func cities(shortName: String) -> [City] {
    let cities = whole(shortName, isFull: false)
    return cities.isEmpty ? whole(shortName, isFull: true).filter { $0.name == $0.shortName } : cities
  }

  /// The province or municipality that a division lies in; a province lies in itself.
  public func province(of city: City) -> City? {
    self.city(code: String(city.code.prefix(2)) + "0000")
  }

  private func whole(_ name: String, isFull: Bool) -> [City] {
    let scalars = Array(name.unicodeScalars)
    for found in names.all(in: scalars, at: 0) where found.length == scalars.count && found.value.isFull == isFull {
      return found.value.cities
    }
    return []
  }
}

/// What a name in the table stands for.
struct CityName: Sendable {
  let cities: [City]
  let isFull: Bool
}
