import Glibc
import Vocabulary

/// The user's language: Chinese where the locale is, else English (POSIX: LC_ALL, then LC_MESSAGES, then LANG).
let language: Language = {
  for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
    if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty {
      return value.lowercased().hasPrefix("zh") ? .zhHans : .en
    }
  }
  return .en
}()

/// A phrase in the user's language.
func say(zh: String, en: String) -> String { Localized(zh: zh, en: en)[language] }
