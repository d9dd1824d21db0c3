/// A JSON value of the subset that records use: no `null` and no floating-point number.
///
/// Quantities are decimal strings and counts are integers of at most 53 bits, so that every program reads the same
/// value (RFC 8785, section 3.1 and appendix D).
public enum JSON: Sendable {
  case string(String)
  case integer(Int)
  case bool(Bool)
  case array([JSON])
  case object(JSONObject)
}

extension JSON: Equatable {
  /// Strings are compared by their bytes: Swift's own `==` takes canonically equivalent strings for equal,
  /// which would hide a changed scalar from a merge.
  public static func == (a: JSON, b: JSON) -> Bool {
    switch (a, b) {
    case (.string(let x), .string(let y)): return byteOrder(x, y) == 0
    case (.integer(let x), .integer(let y)): return x == y
    case (.bool(let x), .bool(let y)): return x == y
    case (.array(let x), .array(let y)): return x == y
    case (.object(let x), .object(let y)): return x == y
    default: return false
    }
  }
}

extension JSON {
  public var string: String? { if case .string(let value) = self { value } else { nil } }
  public var integer: Int? { if case .integer(let value) = self { value } else { nil } }
  public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
  public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
}

/// The members of a JSON object, kept in the order of RFC 8785 (by UTF-16 code units of the key).
public struct JSONObject: Sendable, Equatable {
  /// The members, ascending by key, each key once.
  public private(set) var members: [(key: String, value: JSON)] = []

  public init() {}

  /// Members that ascend by key, each key once; that they do is the caller's word.
  public init(ascending members: [(key: String, value: JSON)]) { self.members = members }

  public static func == (a: JSONObject, b: JSONObject) -> Bool {
    a.members.count == b.members.count
      && zip(a.members, b.members).allSatisfy { byteOrder($0.key, $1.key) == 0 && $0.value == $1.value }
  }

  /// The value of a member; setting `nil` removes it.
  public subscript(key: String) -> JSON? {
    get { index(of: key).map { members[$0].value } }
    set {
      let at = place(of: key)
      let present = at < members.count && byteOrder(members[at].key, key) == 0
      switch (present, newValue) {
      case (true, let value?): members[at].value = value
      case (true, nil): members.remove(at: at)
      case (false, let value?): members.insert((key, value), at: at)
      case (false, nil): break
      }
    }
  }

  /// Where a member stands among ``members``.
  func index(of key: String) -> Int? {
    let at = place(of: key)
    return at < members.count && byteOrder(members[at].key, key) == 0 ? at : nil
  }

  /// The object without the named members.
  public func without(_ keys: [String]) -> JSONObject {
    var copy = self
    copy.members.removeAll { member in keys.contains { byteOrder($0, member.key) == 0 } }
    return copy
  }

  /// By UTF-16 code units, as RFC 8785 asks.
  ///
  /// That is the order of the bytes, but that surrogates come before U+E000 to U+FFFF: four bytes (from F0) before three
  /// that begin with EE or EF.
  static func precedes(_ a: String, _ b: String) -> Bool {
    let quick = a.utf8.withContiguousStorageIfAvailable { left in
      b.utf8.withContiguousStorageIfAvailable { right -> Bool in
        for (x, y) in zip(left, right) where x != y {
          return x >= 0xEE && y >= 0xEE && (x >= 0xF0) != (y >= 0xF0) ? x > y : x < y
        }
        return left.count < right.count
      }
    }
    return (quick ?? nil) ?? a.utf16.lexicographicallyPrecedes(b.utf16)
  }

  private func place(of key: String) -> Int {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if JSONObject.precedes(members[middle].key, key) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension JSONObject {
  mutating func set(_ key: String, _ value: String?) { self[key] = value.map(JSON.string) }
  mutating func set(_ key: String, _ value: Int?) { self[key] = value.map(JSON.integer) }
  mutating func set(_ key: String, _ value: JSONObject?) { self[key] = value.map(JSON.object) }
  /// An empty list is absent, as the format asks.
  mutating func set(_ key: String, _ values: [JSON]) { self[key] = values.isEmpty ? nil : .array(values) }
  mutating func set(_ key: String, _ values: [String]) { set(key, values.map(JSON.string)) }
}
