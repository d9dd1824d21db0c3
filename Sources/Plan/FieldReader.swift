/// Takes typed fields out of a JSON object and notes every fault, so that one definition both decodes and validates.
///
/// A field of the wrong type is reported and taken for absent; `x-` members are extensions and pass.
struct FieldReader {
  let object: JSONObject
  let path: String
  private(set) var faults: [Fault] = []
  /// The first members that were asked for, a bit each.
  private var known: UInt64 = 0
  /// The rest of these; no record of ours has so many members.
  private var knownBeyond: Set<Int> = []

  init(_ object: JSONObject, path: String = "") {
    self.object = object
    self.path = path
  }

  mutating func fault(_ code: Fault.Code, _ key: String, _ detail: String = "") {
    faults.append(Fault(code, path: "\(path)/\(key)", detail: detail))
  }

  mutating func raw(_ key: String, required: Bool = false) -> JSON? {
    guard let index = object.index(of: key) else {
      if required { fault(.missing, key) }
      return nil
    }
    accept(index)
    return object.members[index].value
  }

  private mutating func accept(_ index: Int) {
    if index < UInt64.bitWidth { known |= 1 << UInt64(index) } else { knownBeyond.insert(index) }
  }

  private func isKnown(_ index: Int) -> Bool {
    index < UInt64.bitWidth ? known & 1 << UInt64(index) != 0 : knownBeyond.contains(index)
  }

  /// Takes every member for known.
  mutating func acceptAll() {
    for (index, member) in object.members.enumerated() where Self.isASCII(member.key) { accept(index) }
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
    guard known.nonzeroBitCount + knownBeyond.count < object.members.count else { return }
    let limit = 1_000
    let rest = object.members.indices.filter { !isKnown($0) }.map { object.members[$0].key }
    let others = rest.lazy.filter { !Self.isASCII($0) }
    let unknown = rest.lazy.filter { Self.isASCII($0) && !$0.hasPrefix("x-") }
    for key in others.prefix(limit) { fault(.unknown, key) }
    for key in unknown.prefix(limit) { fault(.unknown, key) }
  }

  private static func isASCII(_ key: String) -> Bool { key.utf8.allSatisfy { $0 < 0x80 } }
}
