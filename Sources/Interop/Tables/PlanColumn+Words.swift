import Plan
import Sheet
import Vocabulary

/// Columns whose cells are words for codes, or lists of names.
extension PlanColumn {
  /// What parts the names of a list in one cell.
  private static let separator = "；"

  /// A code of the vocabulary, shown by its Chinese label.
  static func code(_ header: String, _ member: String, _ set: LabelSet, isEditable: Bool = true) -> PlanColumn {
    PlanColumn(
      header, member, isEditable: isEditable,
      cell: { row in .text(row[member]?.string.map { Labels.standard.label(set, $0)?.zh ?? $0 } ?? "") },
      take: { text, row in
        guard let code = text.flatMap({ Labels.standard.code(set, $0) }) else { return false }
        row[member] = .string(code)
        return true
      })
  }

  /// Why a person should look; an emptied cell says that somebody did.
  static let review = PlanColumn(
    "待核", "review", width: 24, isWrapped: true,
    cell: { row in
      row.value(at: ["review", "reason"])?.string
        .map { .text(Labels.standard.label(.reviewReasons, $0)?.zh ?? $0) } ?? .empty
    },
    take: { text, row in
      row["review"] = nil
      guard let text else { return true }
      row.set(.string("low"), at: ["review", "level"])
      row.set(.string(Labels.standard.code(.reviewReasons, text) ?? text), at: ["review", "reason"])
      return true
    })

  static let themes = PlanColumn(
    "主题", "themes", width: 20, isWrapped: true,
    cell: { row in
      .text(
        (row["themes"]?.array ?? []).compactMap(\.string)
          .map { Themes.standard.theme(code: $0)?.label.zh ?? $0 }.joined(separator: separator))
    },
    take: { text, row in
      row["themes"] = list(
        names(text).map { name in .string(Themes.standard.all.first { $0.label.zh == name }?.code ?? name) })
      return true
    })

  /// The parties of one role; the others keep their places.
  static func parties(_ role: Item.Party.Role) -> PlanColumn {
    let has: @Sendable (JSON) -> Bool = { $0.object?["role"]?.string == role.rawValue }
    return PlanColumn(
      Labels.standard.label(.partyRoles, role.rawValue)?.zh ?? role.rawValue, "parties", width: 20, isWrapped: true,
      cell: { row in
        .text(
          (row["parties"]?.array ?? []).filter(has).compactMap { $0.object?["name"]?.string }
            .joined(separator: separator))
      },
      take: { text, row in
        var parties = row["parties"]?.array ?? []
        let at = parties.firstIndex(where: has) ?? parties.count
        parties.removeAll(where: has)
        let new = names(text).map { name in
          var party = JSONObject()
          party["name"] = .string(name)
          party["role"] = .string(role.rawValue)
          return JSON.object(party)
        }
        parties.insert(contentsOf: new, at: min(at, parties.count))
        row["parties"] = list(parties)
        return true
      })
  }

  /// Cities at a place in the record, `烟台市 370600`; of a city in the vocabulary the name is enough.
  static func cities(_ path: String..., isList: Bool) -> PlanColumn {
    PlanColumn(
      "标杆城市", path[0], width: 16,
      cell: { row in
        let value = row.value(at: path[...])
        let cities = isList ? value?.array ?? [] : [value].compactMap { $0 }
        return .text(
          cities.compactMap(\.object).map { city in
            [city["name"]?.string, city["code"]?.string].compactMap { $0 }.joined(separator: " ")
          }.joined(separator: separator))
      },
      take: { text, row in
        let found = names(text).map(city)
        let cities = found.compactMap { $0 }.map(JSON.object)
        guard cities.count == found.count, isList || cities.count < 2 else { return false }
        row.set(isList ? list(cities) : cities.first, at: path[...])
        return true
      })
  }

  private static func city(_ text: String) -> JSONObject? {
    let parts = text.split(separator: " ").map(String.init)
    guard let name = parts.first, parts.count < 3 else { return nil }
    let known = Cities.standard.city(name: name) ?? Cities.standard.cities(shortName: name).last
    guard let code = parts.dropFirst().first ?? known?.code else { return nil }
    var city = JSONObject()
    city["code"] = .string(code)
    city["name"] = .string(parts.count == 2 ? name : known?.name ?? name)
    return city
  }

  /// The conditions of a figure, in words.
  static let qualifiers = PlanColumn(
    "条件", "qualifiers", width: 20, isWrapped: true,
    cell: { row in
      .text(
        (row["qualifiers"]?.array ?? []).compactMap(\.object).map { qualifier in
          let word = { (key: String) in qualifier[key]?.string }
          let comparator = word("comparator").map { Labels.standard.label(.comparators, $0)?.zh ?? $0 }
          let numbers = word("low") == word("high") ? [word("low")] : [word("low"), word("high")]
          return ([word("subject"), comparator] + numbers + [word("unit")]).compactMap { $0 }.joined(separator: " ")
        }.joined(separator: separator))
    })

  /// Says of a row that its sides differ.
  static let state = PlanColumn(
    "状态", "conflicts", cell: { row in row["conflicts"] == nil ? .empty : .text("数据不一致") })

  private static func names(_ text: String?) -> [String] {
    (text ?? "").split { "；;\n".contains($0) }.map { $0.trimmed }.filter { !$0.isEmpty }
  }

  private static func list(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .array(values) }
}

extension Labels {
  /// The code of a label, in either language, or of itself.
  func code(_ set: LabelSet, _ label: String) -> String? {
    codes(set).first { code in
      code == label || self.label(set, code).map { $0.zh == label || $0.en == label } ?? false
    }
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String {
    let scalars = unicodeScalars.drop(while: \.properties.isWhitespace)
    return String(String.UnicodeScalarView(scalars.reversed().drop(while: \.properties.isWhitespace).reversed()))
  }
}
