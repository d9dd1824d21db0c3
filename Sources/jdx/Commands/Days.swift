import Glibc
import Plan
import Vocabulary

/// The day that an option names; `nil` where it is not given.
func day(_ value: String?, option: String) throws(Failure) -> CalendarDate? {
  guard let value else { return nil }
  guard let day = CalendarDate(value) else {
    throw Failure(
      .wrongUse, .usageValue,
      Localized(zh: "\(option) 的值 \(value) 不是日期", en: "\(option) \(value) is no date"),
      hint: Localized(zh: "写成 2031-03-01 的样子", en: "write it like 2031-03-01"))
  }
  return day
}

/// The day that it is here, by the machine's clock.
func today() throws(Failure) -> CalendarDate {
  var (now, parts) = (time(nil), tm())
  localtime_r(&now, &parts)
  let day = CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  guard let day else {
    throw Failure(
      .machine, .machineClock, Localized(zh: "系统时钟不对", en: "the machine's clock is wrong"),
      hint: Localized(zh: "用 --date 写明日期", en: "state the day with --date"))
  }
  return day
}
