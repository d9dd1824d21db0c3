/// Takes typed fields out of a JSON object and notes every fault, so that one definition both decodes and validates.
///
/// A field of the wrong type is reported and taken for absent; `x-` members are extensions and pass.
struct FieldReader {
  let object: JSONObject
  let path: String
  private(set) var faults: [Fault] = []
  private var known: [String] = []

  init(_ object: JSONObject, path: String = "") {
    self.object = object
    self.path = path
  }

  mutating func fault(_ code: Fault.Code, _ key: String, _ detail: String = "") {
    faults.append(Fault(code, path: "\(path)/\(key)", detail: detail))
  }

  mutating func raw(_ key: String, required: Bool = false) -> JSON? {
    known.append(key)
    let value = object[key]
    if value == nil, required { fault(.missing, key) }
    return value
  }

  mutating func text(_ key: String, required: Bool = false) -> String? {
    guard let value = raw(key, required: required) else { return nil }
    guard let string = value.string else {
      fault(.wrongType, key, "string")
      return nil
    }
    return string
  }

  mutating func string(_ key: String) -> String { text(key, required: true) ?? "" }

  mutating func integer(_ key: String, required: Bool = false) -> Int? {
    guard let value = raw(key, required: required) else { return nil }
    guard let integer = value.integer else {
      fault(.wrongType, key, "integer")
      return nil
    }
    return integer
  }

  mutating func checked(_ key: String, _ code: Fault.Code, required: Bool = false, _ holds: (String) -> Bool) -> String?
  {
    guard let value = text(key, required: required) else { return nil }
    if !holds(value) { fault(code, key, value) }
    return value
  }

  mutating func decimal(_ key: String) -> String? { checked(key, .decimal, DecimalString.isWellFormed) }
  mutating func date(_ key: String, required: Bool = false) -> String? {
    checked(key, .date, required: required, CalendarDate.isWellFormed)
  }
  mutating func sha256(_ key: String, required: Bool = false) -> String? {
    checked(key, .sha256, required: required, Revision.isWellFormed)
  }

  /// The id of another record.
  mutating func reference(_ key: String) -> String {
    checked(key, .identifier, required: true, Identity.isWellFormed) ?? ""
  }

  mutating func choice<T: RawRepresentable>(_ key: String, _: T.Type, required: Bool = false) -> T?
  where T.RawValue == String {
    guard let value = text(key, required: required) else { return nil }
    guard let choice = T(rawValue: value), choice.rawValue.utf8.elementsEqual(value.utf8) else {
      fault(.vocabulary, key, value)
      return nil
    }
    return choice
  }

  mutating func list(_ key: String) -> [JSON] {
    guard let value = raw(key) else { return [] }
    guard let array = value.array else {
      fault(.wrongType, key, "array")
      return []
    }
    if array.isEmpty { fault(.emptyList, key) }
    return array
  }

  mutating func strings(_ key: String) -> [String] {
    list(key).enumerated().compactMap { index, value in
      if value.string == nil { fault(.wrongType, "\(key)/\(index)", "string") }
      return value.string
    }
  }

  mutating func nested<T>(_ key: String, required: Bool = false, _ read: (inout FieldReader) -> T) -> T? {
    guard let value = raw(key, required: required) else { return nil }
    return inner(value, key, read)
  }

  mutating func nestedList<T>(_ key: String, _ read: (inout FieldReader) -> T) -> [T] {
    list(key).enumerated().compactMap { index, value in inner(value, "\(key)/\(index)", read) }
  }

  private mutating func inner<T>(_ value: JSON, _ key: String, _ read: (inout FieldReader) -> T) -> T? {
    guard let object = value.object else {
      fault(.wrongType, key, "object")
      return nil
    }
    var reader = FieldReader(object, path: "\(path)/\(key)")
    let result = read(&reader)
    reader.refuseUnknown()
    faults += reader.faults
    return result
  }

  /// Reports every member that no call above asked for.
  ///
  /// Keys are ASCII: among others, Swift takes different ones for equal (the Kelvin sign for K). Of each sort the first
  /// some are reported; a hostile line could hold millions.
  mutating func refuseUnknown() {
    let limit = 1_000
    let known = known
    let others = object.members.lazy.filter { !Self.isASCII($0.key) }
    let unknown = object.members.lazy.filter {
      Self.isASCII($0.key) && !known.contains($0.key) && !$0.key.hasPrefix("x-")
    }
    for member in others.prefix(limit) { fault(.unknown, member.key) }
    for member in unknown.prefix(limit) { fault(.unknown, member.key) }
  }

  private static func isASCII(_ key: String) -> Bool { key.utf8.allSatisfy { $0 < 0x80 } }
}
