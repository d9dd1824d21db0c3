/// What the messages of an answer make.
protocol Answer {
  /// What is asked for.
  static var want: DocumentRequest.Want { get }
  /// The messages that it is made of.
  static var types: [String] { get }

  /// Takes a message of one of the types; its members `type` and `request` are taken already.
  mutating func take(_ type: String, _ members: inout Members) throws(MessageProblem)

  /// Ends it.
  mutating func finish() throws(MessageProblem)
}
