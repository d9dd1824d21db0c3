/// What a reader decided, by which rule and from which words.
struct Finding<Value: Sendable>: Sendable {
  var value: Value
  var rule: FigureRule
  /// The words that decided it, nil where none did.
  var words: Range<Int>?

  init(_ value: Value, _ rule: FigureRule, _ words: Range<Int>? = nil) {
    self.value = value
    self.rule = rule
    self.words = words
  }
}
