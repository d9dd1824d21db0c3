import Plan

/// The fields that a person may set; ids, places and hashes are none of them.
func fields(of type: RecordType) -> [String] {
  switch type {
  case .document: ["title", "organization", "city", "period", "date", "number", "language", "inferred"]
  case .item:
    ["role", "category", "number", "title", "aim", "text", "period", "due", "parties", "themes", "benchmark", "review"]
  case .indicator:
    [
      "role", "subject", "comparator", "low", "high", "unit", "valueKind", "base", "qualifiers", "commitment", "period",
      "benchmark", "review",
    ]
  case .link: []
  }
}

extension FixFile.Fix {
  /// What a record says after the correction.
  func content(from old: JSONObject, _ type: RecordType) throws(FixError) -> JSONObject {
    var content = old
    for field in fields {
      guard Import.fields(of: type).contains(field.name) else {
        throw .notAField(field.name, of: type.rawValue, known: Import.fields(of: type), line: line)
      }
      content[field.name] = type == .item && field.name == "number" ? field.value?.asInteger : field.value
    }
    if type == .indicator { settleBounds(&content) }
    return content
  }

  private func sets(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// What one corrected bound means for the other one.
  private func settleBounds(_ content: inout JSONObject) {
    // The value in the base unit was made from what is now corrected.
    if ["low", "high", "unit"].contains(where: sets), !sets("base") { content["base"] = nil }
    let one = sets("high") && !sets("low") ? content["high"] : content["low"] ?? content["high"]
    switch content["comparator"]?.string {
    // 等于 and 约 have one number, which stands twice: whoever corrects one means both.
    case "eq", "approx":
      if !sets("low") { content["low"] = one }
      if !sets("high") { content["high"] = one }
    // A corrected comparator takes the number to its own side.
    case "ge", "gt":
      if !sets("high"), sets("comparator") { (content["low"], content["high"]) = (one, nil) }
    case "le", "lt":
      if !sets("low"), sets("comparator") { (content["low"], content["high"]) = (nil, content["high"] ?? one) }
    default: break
    }
  }
}

extension JSON {
  /// The integer that a string writes; any other value as it is, for the rules to refuse.
  fileprivate var asInteger: JSON {
    guard let string, let integer = Int(string), String(integer) == string, abs(Double(integer)) < 0x1p53 else {
      return self
    }
    return .integer(integer)
  }
}
