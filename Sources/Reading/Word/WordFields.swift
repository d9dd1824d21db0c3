/// The fields that are open (ECMA-376 part 1, 17.16.18): of each the result is shown, the instruction is not.
struct WordFields {
  /// Of each open field, whether its result has begun.
  private var results: [Bool] = []
  /// How many have not begun.
  private var instructions = 0

  /// Whether what stands here is a part of an instruction.
  var isInstruction: Bool { instructions > 0 }

  /// Takes a `fldChar` of a type.
  mutating func take(_ type: String?) {
    switch type {
    case "begin":
      results.append(false)
      instructions += 1
    case "separate":
      guard let last = results.indices.last, !results[last] else { return }
      results[last] = true
      instructions -= 1
    case "end": if results.popLast() == false { instructions -= 1 }
    default: break
    }
  }

  /// An instruction ends with its paragraph at the latest, so that a field that is never ended hides no more.
  mutating func endParagraph() {
    while results.last == false {
      results.removeLast()
      instructions -= 1
    }
  }
}

/// A check box or a list in a form made of fields (17.16.17): what it shows.
struct WordFormField {
  private var box: Bool?
  private var choices: [String] = []
  private var choice = 0

  /// Reads the form's data in the element that began last.
  init(_ stream: inout XMLStream) throws(ReadingError) {
    let outer = stream.depth
    while let event = try stream.next() {
      if case .end = event, stream.depth == outer { break }
      guard case .start = event else { continue }
      let value = stream.attribute("val")
      switch stream.name {
      case "checkBox": box = box ?? false
      case "default", "checked": if box != nil { box = value != "0" && value != "false" }
      case "result": choice = value.flatMap { Int($0) } ?? 0
      case "listEntry": choices.append(value ?? "")
      default: break
      }
    }
  }

  /// What is seen; `nil` where the field has a result of its own.
  var text: String? {
    if let box { return box ? "☑" : "☐" }
    return choices.indices.contains(choice) ? choices[choice] : nil
  }
}
