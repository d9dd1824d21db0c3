import Plan
import Vocabulary

/// What a program did that gives no answer to use.
enum ProgramProblem: Error, Sendable, Equatable {
  /// The system's reason.
  case notStarted(String)
  /// It ended within an answer: its status, or 128 and the number of the signal that ended it.
  case ended(status: Int)
  case closedOutput
  case tooSlow(seconds: Int)
  case lineTooLong(bytes: Int)
  case answerTooLong(bytes: Int)
  case tooManyMessages(Int)
  /// A line that breaks the protocol: which of its answer, and how it begins.
  case message(number: Int, excerpt: String, MessageProblem)
  case otherProtocol(Int)
  /// It calls itself otherwise than when it was started first.
  case changed(id: String)
  /// It says itself that it can't read the document.
  case refused(Localized)
  /// It failed so often in a row that it was not asked again.
  case givenUp(Int)
}

/// What is wrong with a line that a program wrote; members are named by their path, `parties/0/role`.
enum MessageProblem: Error, Sendable, Equatable {
  /// What is wanted instead.
  enum Form: Sendable, Equatable {
    case object, list, text(limit: Int), integer(ClosedRange<Int>), span, spanOrText, date, identifier, code
  }

  case notUTF8
  case notJSON(JSONError)
  case notAnObject
  case unknownType(String, known: [String])
  case missing(String)
  case unknownMember(String)
  case wrongForm(String, Form)
  case unknownValue(String, String, known: [String])
  case otherRequest(Int, wanted: Int)
  /// A message at a place in the answer where it may not stand.
  case misplaced(String)
  /// Beyond the text, which has so many scalars.
  case outside(String, Int, Int, scalars: Int)
  /// The end stands before the beginning.
  case reversed(String, Int, Int)
  /// No word stands there.
  case empty(String, Int, Int)
  /// Words of one item that are words of another, or of itself twice.
  case overlaps(item: Int, other: Int, Int, Int)
  case noItem(String, Int, count: Int)
  case tooDeep(Int)
  case noWords
}

/// A program that gave no answer to use, and the last that it wrote to its standard error.
struct ProgramFailure: Error, Sendable, Equatable {
  var program: AdapterProgram
  var problem: ProgramProblem
  var lastWords: [String] = []

  /// Whether it speaks of the document rather than of the program.
  var isRefusal: Bool { if case .refused = problem { true } else { false } }
}
