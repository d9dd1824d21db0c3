import Vocabulary

/// The city that a person names on the command line.
func namedCity(_ name: String) throws(Failure) -> City {
  guard let city = Cities.standard.city(named: name) else {
    throw Failure(
      .wrongUse, .usageValue, Localized(zh: "没有“\(name)”这个城市", en: "there is no city \(name)"),
      hint: Localized(
        zh: "请用 GB/T 2260 六位代码或全称，如 370200 或 青岛市",
        en: "use the six digits of GB/T 2260 or the full name, 370200 or 青岛市"))
  }
  return city
}
