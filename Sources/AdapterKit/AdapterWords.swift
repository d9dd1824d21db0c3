import Vocabulary

/// The words that adapters share: what a page adds to a text, how bureaus are called.
public enum AdapterWords {
  /// Each word, in simplified characters; some stand here more than once.
  public static let all: [String] =
    PageWords.labels + PageWords.creditEnds + PageWords.meetings + BureauReader.words + CityInference.words
    + Categories.standard.all.flatMap { [$0.label.zh] + $0.synonyms }
}
