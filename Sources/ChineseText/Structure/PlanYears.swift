/// The five years of a national plan by its name: 十四五 is 2021 to 2025, 十三五 2016 to 2020.
func planYears(named name: ArraySlice<Unicode.Scalar>) -> ClosedRange<Int>? {
  let digits = name.compactMap(Scalar.chineseDigit)
  guard name.first == "十", name.last == "五", name.count == 3, digits.count == 2, let number = digits.first, number > 0
  else { return nil }
  let first = 1951 + 5 * (10 + number)
  return first...first + 4
}
