import ChineseText
import Plan

/// A line that a program wrote.
enum Message {
  /// Its type and its other members, which are held against a text.
  static func parse(_ line: [UInt8], over text: [Unicode.Scalar]) throws(MessageProblem) -> (
    type: String, members: Members
  ) {
    guard String(validating: line, as: UTF8.self) != nil else { throw .notUTF8 }
    let json: JSON
    do throws(JSONError) { json = try JSON.parse(line, depthLimit: 8) } catch { throw .notJSON(error) }
    guard let object = json.object else { throw .notAnObject }
    var members = Members(object, over: text)
    let type = try members.text("type", limit: 40)
    return (try members.present(type, "type"), members)
  }

  /// How a line begins, for people.
  static func excerpt(_ line: [UInt8]) -> String {
    let words = String(decoding: line.prefix(400), as: UTF8.self).unicodeScalars
    return words.count > 100 || line.count > 400 ? String(words.prefix(100)) + "…" : String(words)
  }
}
