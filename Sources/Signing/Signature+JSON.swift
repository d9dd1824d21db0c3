import Archive
import Foundation
import Plan

/// Why a file is no signature: a JSON Pointer to what is wrong with it, empty for the whole.
public struct SignatureFault: Error, Equatable, Sendable {
  public let path: String
}

extension Signature {
  /// No signature is longer; one of Ed25519 takes about 400 bytes.
  private static let sizeLimit = 1 << 16

  /// The object of its file.
  public var json: JSONObject {
    var object = JSONObject()
    object["algorithm"] = .string(algorithm)
    object["key"] = .string(key)
    object["publicKey"] = .string(Data(publicKey).base64EncodedString())
    object["signature"] = .string(Data(signature).base64EncodedString())
    object["signer"] = label.signer.map(JSON.string)
    object["date"] = label.date.map { .string($0.description) }
    if let city = label.city {
      var named = JSONObject()
      named["code"] = .string(city.code)
      named["name"] = .string(city.name)
      object["city"] = .object(named)
    }
    return object
  }

  /// Reads the bytes of a signature's file.
  public init(file bytes: [UInt8]) throws(SignatureFault) {
    guard bytes.count <= Signature.sizeLimit, let object = (try? JSON.parse(bytes, depthLimit: 8))?.object else {
      throw SignatureFault(path: "")
    }
    try self.init(object)
  }

  /// Reads a signature's object; members that this version does not know are left alone.
  public init(_ object: JSONObject) throws(SignatureFault) {
    func text(_ member: String) throws(SignatureFault) -> String {
      guard let string = object[member]?.string else { throw SignatureFault(path: "/" + member) }
      return string
    }
    func bytes(_ member: String) throws(SignatureFault) -> [UInt8] {
      let string = try text(member)
      // Only the one form with padding and nothing else, so that one signature has one text.
      guard let data = Data(base64Encoded: string), data.base64EncodedString() == string else {
        throw SignatureFault(path: "/" + member)
      }
      return Array(data)
    }
    let publicKey = try bytes("publicKey")
    let key = try text("key")
    guard key == SHA256Hex.of(publicKey) else { throw SignatureFault(path: "/key") }
    self.init(
      algorithm: try text("algorithm"), key: key, publicKey: publicKey, signature: try bytes("signature"),
      label: try Label(object))
  }
}

extension Signature.Label {
  fileprivate init(_ object: JSONObject) throws(SignatureFault) {
    self.init()
    if let value = object["signer"] {
      guard let string = value.string else { throw SignatureFault(path: "/signer") }
      signer = string
    }
    if let value = object["date"] {
      guard let day = value.string.flatMap(CalendarDate.init) else { throw SignatureFault(path: "/date") }
      date = day
    }
    if let value = object["city"] {
      guard let code = value.object?["code"]?.string, let name = value.object?["name"]?.string else {
        throw SignatureFault(path: "/city")
      }
      city = CityReference(code: code, name: name)
    }
  }
}
