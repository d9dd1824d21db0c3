/// The languages that every message and label exists in.
public enum Language: String, Sendable, CaseIterable {
  /// Chinese in simplified characters.
  case zhHans = "zh-Hans"
  /// English.
  case en
}

/// A phrase in both languages.
public struct Localized: Sendable, Equatable {
  /// The phrase in Chinese.
  public let zh: String
  /// The phrase in English.
  public let en: String

  /// Makes a phrase.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The phrase in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .zhHans: zh
    case .en: en
    }
  }
}
