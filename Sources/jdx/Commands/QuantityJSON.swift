import ChineseText
import Plan

extension Quantity {
  /// One figure as `jdx quantities` prints it; what the text does not state is absent.
  var json: JSONObject {
    var object = JSONObject()
    object["quote"] = .string(quote)
    object["start"] = .integer(range.lowerBound)
    object["end"] = .integer(range.upperBound)
    object["role"] = .string(role.rawValue)
    object["comparator"] = .string(comparator.rawValue)
    object["low"] = low.map(JSON.string)
    object["high"] = high.map(JSON.string)
    object["unit"] = .string(unit)
    object["subject"] = subject.map(JSON.string)
    object["valueKind"] = .string(valueKind.rawValue)
    object["commitment"] = .string(commitment.rawValue)
    if !qualifiers.isEmpty {
      object["qualifiers"] = .array(
        qualifiers.map { qualifier in
          var inner = JSONObject()
          inner["subject"] = qualifier.subject.map(JSON.string)
          inner["comparator"] = .string(qualifier.comparator.rawValue)
          inner["low"] = qualifier.low.map(JSON.string)
          inner["high"] = qualifier.high.map(JSON.string)
          inner["unit"] = .string(qualifier.unit)
          return .object(inner)
        })
    }
    object["review"] = doubt.map(JSON.string)
    return object
  }
}
