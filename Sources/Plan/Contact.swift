/// A person named by a document; kept apart from the records and shown only when asked for.
public struct Contact: Sendable, Equatable {
  public enum Role: String, Sendable, CaseIterable { case head, contact }

  public var document: String
  public var role: Role
  public var name: String?
  public var phone: String?
  public var email: String?

  public init(document: String, role: Role, name: String?, phone: String?, email: String?) {
    self.document = document
    self.role = role
    self.name = name
    self.phone = phone
    self.email = email
  }

  public var json: JSONObject {
    var object = JSONObject()
    object.set("document", document)
    object.set("role", role.rawValue)
    object.set("name", name)
    object.set("phone", phone)
    object.set("email", email)
    return object
  }

  /// What is wrong with a row of `contacts.jsonl`.
  public static func faults(in object: JSONObject) -> [Fault] {
    var field = FieldReader(object)
    _ = field.reference("document")
    _ = field.choice("role", Role.self, required: true)
    let values = [field.text("name"), field.text("phone"), field.text("email")]
    if values.allSatisfy({ $0 == nil }) { field.fault(.missing, "name") }
    field.refuseUnknown()
    return field.faults
  }
}
