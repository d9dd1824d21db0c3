extension Cities {
  /// The division that a person means by a code, a full or a short name: `370200`, `青岛市`, `青岛`.
  ///
  /// Of a province and a city of one name (吉林) the city is meant.
  public func city(named name: String) -> City? {
    city(code: name) ?? city(name: name) ?? cities(shortName: name).last
  }
}
