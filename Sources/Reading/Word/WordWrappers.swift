/// The elements around runs and blocks that say what becomes of them: tracked changes, readings, and alternatives.
struct WordWrappers {
  private(set) var deletions = 0
  private(set) var insertions = 0
  private(set) var readings = 0
  private(set) var objects = 0

  /// Of one `AlternateContent`: how much was made before the choice that is open, and whether one gave anything.
  private struct Alternative {
    var made: Int?
    var isTaken = false
  }

  private var alternatives: [Alternative] = []

  /// Enters an element; `false` where it is to be skipped: a choice after one that gave something.
  mutating func open(_ name: String, made: Int) -> Bool {
    switch name {
    case "del", "moveFrom": deletions += 1
    case "ins", "moveTo": insertions += 1
    case "rt": readings += 1
    case "object": objects += 1
    case "AlternateContent": alternatives.append(Alternative())
    case "Choice", "Fallback":
      guard let last = alternatives.indices.last else { return true }
      if alternatives[last].isTaken { return false }
      alternatives[last].made = made
    default: break
    }
    return true
  }

  /// Leaves an element.
  mutating func close(_ name: String, made: Int) {
    switch name {
    case "del", "moveFrom": deletions -= 1
    case "ins", "moveTo": insertions -= 1
    case "rt": readings -= 1
    case "object": objects -= 1
    case "AlternateContent": _ = alternatives.popLast()
    case "Choice", "Fallback":
      guard let last = alternatives.indices.last, let before = alternatives[last].made else { return }
      alternatives[last].isTaken = made > before
    default: break
    }
  }
}
