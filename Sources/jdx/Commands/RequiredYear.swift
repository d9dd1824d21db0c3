import Vocabulary

/// Refuses a `--year` that no plan is made for.
func requireYear(_ year: Int?) throws(Failure) {
  guard let year, !(1949...2100).contains(year) else { return }
  throw Failure(.wrongUse, .usageValue, Localized(zh: "--year 的值 \(year) 不是年份", en: "--year \(year) is no year"))
}
