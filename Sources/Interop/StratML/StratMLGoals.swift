import Plan
import Reading
import Vocabulary

extension PlanReading {
  /// What stands before the goals: whose plan it is, and what it stands for.
  mutating func readHeads() {
    for element in ["Description", "OtherInformation"] {
      add(.context, under: nil, text: root.words(element), stated: ["element": .string(element)])
    }
    for element in root["StrategicPlanCore"]?.children ?? [] {
      let stated: [String: JSON?] = ["element": .string(element.name)]
      switch element.name {
      case "Organization":
        // The document says whose plan it is.
        if element.words("Name") == organization, element.children.count == 1 {
          _ = line(organization)
          continue
        }
        let id = add(
          .section, under: nil, title: element.words("Name"), text: element.words("Description"),
          identifier: element.words("Identifier"), stated: stated)
        add(.context, under: id, text: element.words("Acronym"), stated: ["element": .string("Acronym")])
        read(stakeholders: element, under: id)
      case "Vision", "Mission", "Value":
        add(
          .guideline, under: nil, title: element.words("Name"), text: element.words("Description"),
          identifier: element.words("Identifier"), stated: stated)
      default: break
      }
    }
  }

  mutating func read(goal: XMLElement) {
    let id = read(item: goal, .goal, under: nil)
    for objective in goal.all("Objective") {
      // An objective without words holds the goal's own figures.
      let inner = read(item: objective, .measure, under: id) ?? id
      for indicator in objective.all("PerformanceIndicator") { read(indicator, of: inner) }
    }
  }

  private mutating func read(item element: XMLElement, _ role: Item.Role, under owner: String?) -> String? {
    let name = element.words("Name")
    let description = element.words("Description")
    // Our own plans say twice what has no title and needs a name.
    let isBare = name == description
    let parties = element.all("Stakeholder").compactMap { party($0) }
    let id = add(
      role, under: owner, title: isBare ? nil : name, text: description,
      identifier: element.words("Identifier"), parties: parties, number: element.words("SequenceIndicator"))
    read(stakeholders: element, under: id ?? owner)
    let rest = take(element.words("OtherInformation"), into: id)
    add(.context, under: id ?? owner, text: rest, stated: ["element": .string("OtherInformation")])
    return id
  }

  /// A stakeholder who performs, as a party; others stand as items of their own.
  private func party(_ element: XMLElement) -> JSON? {
    let roles = element.all("Role")
    let words = roles.compactMap { $0.words("Name") } + [element.words("Description")].compactMap { $0 }
    let named = words.compactMap { Labels.standard.code(.partyRoles, $0) }.first
    let performs = roles.flatMap { $0.all("RoleType") }.contains { $0.text.trimmed == "Performer" }
    guard let name = element.words("Name"), performs || named != nil else { return nil }
    return .object(JSONObject(named: ["name": .string(name), "role": .string(named ?? "responsible")]))
  }

  private mutating func read(stakeholders element: XMLElement, under owner: String?) {
    for stakeholder in element.all("Stakeholder") {
      let roles = stakeholder.all("Role").flatMap { [$0.words("Name"), $0.words("Description")] }.compactMap { $0 }
      let words = [stakeholder.words("Description")].compactMap { $0 } + roles
      // A party says it all by its name and role.
      if party(stakeholder) != nil, words.allSatisfy({ Labels.standard.code(.partyRoles, $0) != nil }) {
        _ = line(stakeholder.words("Name") ?? "")
        for word in words { _ = line(word) }
        continue
      }
      add(
        .context, under: owner, title: stakeholder.words("Name"),
        text: words.isEmpty ? nil : words.joined(separator: "\n"),
        stated: [
          "element": .string("Stakeholder"),
          "stakeholderType": stakeholder.attributes["StakeholderTypeType"].map(JSON.string),
        ])
    }
  }

  // MARK: Indicators

  private mutating func read(_ element: XMLElement, of owner: String?) {
    guard let owner else { return }
    let dimension = element.words("MeasurementDimension")
    let unit = element.words("UnitOfMeasurement") ?? ""
    var unread: [String] = []
    var hasFigure = false
    var notes = element.words("OtherInformation")
    for instance in element.all("MeasurementInstance") {
      for result in instance.children where ["TargetResult", "ActualResult"].contains(result.name) {
        var body = figure(result, dimension, unit)
        let isOurs = result["Descriptor"]?.words("DescriptorName") == "比较"
        body[StratML.member] = extras(element, result).map(JSON.object)
        let description = result.words("Description")
        guard body["low"] != nil || isOurs else {
          unread += [description, result["Descriptor"].map(descriptor)].compactMap { $0 }
          continue
        }
        if !hasFigure { for word in [dimension, unit.isEmpty ? nil : unit] { _ = word.map { line($0) } } }
        hasFigure = true
        let quote = isOurs ? description ?? "" : (result.words("NumberOfUnits") ?? "") + unit
        guard let span = line(quote) else { continue }
        body["quote"] = .string(quote)
        if isOurs { notes = take(notes, StratML.indicatorColumns, into: &body) }
        add(indicator: body, of: owner, at: span)
        if !isOurs { unread += [description, result["Descriptor"].map(descriptor)].compactMap { $0 } }
      }
    }
    let text = (unread + [notes].compactMap { $0 }).filter { !$0.isEmpty }.joined(separator: "\n")
    let item =
      hasFigure && text.isEmpty
      ? owner
      : add(
        .context, under: owner, title: hasFigure ? nil : dimension, text: text.isEmpty ? nil : text,
        identifier: hasFigure ? nil : element.words("Identifier"),
        stated: [
          "element": .string("PerformanceIndicator"), "unit": hasFigure || unit.isEmpty ? nil : .string(unit),
          "valueChainStage": hasFigure ? nil : element.attributes["ValueChainStage"].map(JSON.string),
        ]) ?? owner
    for relationship in element.all("Relationship") { read(relationship, under: item) }
  }

  private func figure(_ result: XMLElement, _ dimension: String?, _ unit: String) -> JSONObject {
    let units = result.words("NumberOfUnits").flatMap(decimal)
    let start = result.words("StartDate").flatMap { CalendarDate($0) }
    let end = result.words("EndDate").flatMap { CalendarDate($0) }
    var body = JSONObject(named: [
      "role": .string(result.name == "ActualResult" ? "actual" : "target"), "subject": dimension.map(JSON.string),
      "comparator": .string("eq"), "low": units.map(JSON.string), "high": units.map(JSON.string),
      "unit": .string(unit), "valueKind": .string("level"), "commitment": .string("firm"),
    ])
    if let words = result["Descriptor"]?.words("DescriptorValue"),
      result["Descriptor"]?.words("DescriptorName") == "比较",
      let comparator = Labels.standard.code(.comparators, words)
    {
      body["comparator"] = .string(comparator)
      if ["ge", "gt"].contains(comparator) { body["high"] = nil }
      if ["le", "lt"].contains(comparator) { body["low"] = nil }
    }
    if let start, let end, !(end < start) {
      body["period"] = .object(
        JSONObject(named: ["start": .string(start.description), "end": .string(end.description)]))
    }
    return body
  }

  /// What of an indicator only StratML has.
  private func extras(_ element: XMLElement, _ result: XMLElement) -> JSONObject? {
    let identifier = element.words("Identifier").flatMap { $0.hasPrefix(document + ".") ? nil : $0 }
    let period = [result.words("StartDate"), result.words("EndDate")]
    let extras = JSONObject(named: [
      "identifier": identifier.map(JSON.string), "sequence": element.words("SequenceIndicator").map(JSON.string),
      "valueChainStage": element.attributes["ValueChainStage"].map(JSON.string),
      "date": period.contains { $0 == nil } ? period.compactMap { $0 }.first.map(JSON.string) : nil,
    ])
    return extras.members.isEmpty ? nil : extras
  }

  private func descriptor(_ element: XMLElement) -> String {
    [element.words("DescriptorName"), element.words("DescriptorValue")].compactMap { $0 }.joined(separator: "：")
  }

  private mutating func read(_ relationship: XMLElement, under owner: String) {
    let referents = relationship.all("ReferentIdentifier").map { $0.text.trimmed }.filter { !$0.isEmpty }
    let name = relationship.words("Name")
    let text = ([relationship.words("Description")].compactMap { $0 } + referents).joined(separator: "\n")
    add(
      .context, under: owner, title: name, text: text.isEmpty ? nil : text,
      identifier: relationship.words("Identifier"),
      stated: [
        "element": .string("Relationship"),
        "relationshipType": relationship.attributes["RelationshipType"].map(JSON.string),
      ])
  }

  /// An `xsd:decimal` as the format writes it.
  private func decimal(_ text: String) -> String? {
    var digits = text[...]
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits = digits.dropFirst() }
    let whole = digits.prefix { $0 != "." }.drop { $0 == "0" }
    let fraction = digits.drop { $0 != "." }
    let plain = (whole.isEmpty ? "0" : String(whole)) + (fraction == "." ? "" : fraction)
    return DecimalString.isWellFormed((isNegative ? "-" : "") + plain) ? (isNegative ? "-" : "") + plain : nil
  }
}
