import Vocabulary

extension Failure {
  /// What is wrong with a vocabulary file of the user's own, with the line that is meant.
  ///
  /// - Parameter bytes: the file, in UTF-8.
  init(_ error: VocabularyError, in path: String, _ bytes: [UInt8]) {
    let code: Code = if case .yaml = error { .vocabularyYAML } else { .vocabularyForm }
    let place = error.place
    self.init(
      code, in: path, bytes, line: place.line, column: max(1, place.column), error.words, hint: error.hint)
  }
}

extension VocabularyError {
  fileprivate var words: Localized {
    switch self {
    case .yaml(let error):
      Localized(zh: "不是合法的 YAML：\(error.problem.words.zh)", en: "is no legal YAML: \(error.problem.words.en)")
    case .shape(_, _, let expected): Localized(zh: "这里要写 \(expected)", en: "\(expected) is wanted here")
    case .duplicate(_, _, let term): Localized(zh: "“\(term)”重复", en: "“\(term)” stands twice")
    case .unknown(_, _, let word, _): Localized(zh: "没有 \(word) 这个词", en: "there is no \(word) here")
    }
  }

  fileprivate var hint: Localized? {
    guard case .unknown(_, _, let word, let known) = self else { return nil }
    if let near = nearMiss(of: word, among: known) { return Localized(zh: "是不是 \(near)？", en: "is \(near) meant?") }
    return Localized(zh: "可用：\(known.joined(separator: "、"))", en: "there are \(known.joined(separator: ", "))")
  }
}

extension LightRules {
  /// The rules of a file.
  static func read(_ path: String) throws(Failure) -> LightRules {
    let bytes = try Input.bytes(path)
    do throws(VocabularyError) { return try LightRules(yaml: bytes) } catch { throw Failure(error, in: path, bytes) }
  }
}
