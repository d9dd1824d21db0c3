import Plan
import Sheet
import Vocabulary

extension StratML {
  /// A document of a view as a plan; `nil` where it has nothing that a goal could stand for, which every plan has.
  public static func written(_ view: View, document id: String, part: Part) -> [UInt8]? {
    guard let row = view.documents.first(where: { $0.id == id }), let document = row.document else { return nil }
    let writer = PlanWriting(view, row, document, part)
    return writer.goals.isEmpty ? nil : writer.bytes
  }
}

/// The items of a document as goals with objectives.
private struct PlanWriting {
  let part: StratML.Part
  let document: Document
  let row: Row
  /// What stands nearest to the top and is neither a heading nor narration.
  private(set) var goals: [Row] = []
  private var below: [String: [Row]] = [:]
  /// What stood in elements of their own, by the item it stood in.
  private var beside: [String: [Row]] = [:]
  private var heads: [Row] = []
  private var figures: [String: [Row]] = [:]
  /// By id, the identifiers that records had in the plan they were read from.
  private var identifiers: [String: String] = [:]

  init(_ view: View, _ row: Row, _ document: Document, _ part: StratML.Part) {
    (self.part, self.row, self.document) = (part, row, document)
    var owners: [String: String] = [:]
    for row in view.items {
      guard let item = row.item, item.document == document.id, owners[item.id] == nil else { continue }
      let owner = item.parent.flatMap { owners[$0] } ?? ""
      owners[item.id] = owner
      if let parent = item.parent, row.stratMLElement != nil { beside[parent, default: []].append(row) }
      if !owner.isEmpty {
        below[owner, default: []].append(row)
      } else if row.stratMLElement != nil || item.role == .context {
        heads.append(row)
      } else if item.role != .section {
        owners[item.id] = item.id
        goals.append(row)
      }
    }
    var seen: Set<String> = []
    for row in view.indicators {
      if let indicator = row.indicator, owners[indicator.item] != nil, seen.insert(row.id).inserted {
        figures[indicator.item, default: []].append(row)
      }
    }
    let stated = (view.items + view.indicators).compactMap { row in
      row.stratML?["identifier"]?.string.map { (id: row.id, identifier: $0) }
    }
    // In a file each stands once, and is an XML name.
    let counts = Dictionary(stated.map { ($0.identifier, 1) }, uniquingKeysWith: +)
    for (id, identifier) in stated where counts[identifier] == 1 && identifier.isXMLName {
      identifiers[id] = identifier
    }
  }

  var bytes: [UInt8] {
    var xml = XMLText()
    let namespace = StratML.namespaces[part == .one ? 0 : 1]
    let own = row.stratML
    let type = own?["type"]?.string ?? (document.kind == .workSummary ? "Performance_Report" : "Performance_Plan")
    let attributes = [("xmlns", namespace)] + (part == .two ? [("Type", type)] : [])
    xml.element(part == .one ? "StrategicPlan" : "PerformancePlanOrReport", attributes) { xml in
      xml.text("Name", document.title)
      xml.text("Description", head("Description"))
      xml.text("OtherInformation", head("OtherInformation"))
      xml.element("StrategicPlanCore") { xml in
        core(&xml)
        for goal in goals { write(goal: goal, &xml) }
      }
      xml.element("AdministrativeInformation") { xml in
        if part == .two {
          xml.text("Identifier", own?["identifier"]?.string.flatMap { $0.isXMLName ? $0 : nil } ?? document.id)
        }
        xml.text("StartDate", document.period.start)
        xml.text("EndDate", document.period.end)
        xml.text("PublicationDate", document.date)
        xml.text("Source", own?["source"]?.string)
      }
    }
    return xml.bytes
  }

  private func named(_ element: String) -> [Item] {
    heads.filter { $0.stratMLElement == element }.compactMap(\.item)
  }

  private func head(_ element: String) -> String? { named(element).first?.text }

  private func core(_ xml: inout XMLText) {
    let others = named("Organization").dropFirst()
    xml.element("Organization") { xml in
      xml.text("Name", document.organization)
      xml.text("Acronym", head("Acronym"))
      xml.text("Description", named("Organization").first?.text)
    }
    for other in others {
      xml.element("Organization") { xml in
        xml.text("Name", other.title)
        xml.text("Description", other.text)
      }
    }
    for element in ["Vision", "Mission"] {
      if let text = head(element) { xml.element(element) { $0.text("Description", text) } }
    }
    for value in named("Value") {
      xml.element("Value") { xml in
        xml.text("Name", value.title)
        xml.text("Description", value.text)
      }
    }
  }

  private func write(goal row: Row, _ xml: inout XMLText) {
    guard let goal = row.item else { return }
    xml.element("Goal") { xml in
      write(goal, row, isGoal: true, &xml)
      // Indicators stand on objectives only.
      if part == .two, let own = figures[goal.id] {
        xml.element("Objective") { xml in for figure in own { write(figure: figure, &xml) } }
      }
      for inner in below[goal.id] ?? [] where inner.stratMLElement == nil {
        guard let item = inner.item else { continue }
        xml.element("Objective") { xml in
          write(item, inner, isGoal: false, &xml)
          if part == .two { for figure in figures[item.id] ?? [] { write(figure: figure, &xml) } }
        }
      }
    }
  }

  /// What a goal and an objective have alike.
  private func write(_ item: Item, _ row: Row, isGoal: Bool, _ xml: inout XMLText) {
    let own = row.stratML
    // Of an objective the name may be left out, of a goal neither.
    xml.text("Name", item.title ?? (isGoal ? item.text : nil))
    xml.text("Description", item.text ?? (isGoal ? "" : nil))
    xml.text("Identifier", identifiers[item.id] ?? item.id)
    xml.text("SequenceIndicator", item.number.map(String.init) ?? own?["sequence"]?.string)
    for party in item.parties { write(party, &xml) }
    for inner in (beside[item.id] ?? []).filter({ $0.stratMLElement == "Stakeholder" }) {
      xml.element("Stakeholder") { xml in
        xml.text("Name", inner.item?.title ?? "")
        xml.text("Description", inner.item?.text)
      }
    }
    let implied = item.role == (isGoal ? .goal : .measure) ? ["角色"] : []
    let more = (beside[item.id] ?? []).filter { $0.stratMLElement == "OtherInformation" }.compactMap { $0.item?.text }
    let lines = [notes(row, StratML.itemColumns, without: implied)].compactMap { $0 } + more
    xml.text("OtherInformation", lines.isEmpty ? nil : lines.joined(separator: "\n"))
  }

  private func write(_ party: Item.Party, _ xml: inout XMLText) {
    let role = Labels.standard.label(.partyRoles, party.role.rawValue)?.zh ?? party.role.rawValue
    xml.element("Stakeholder", [("StakeholderTypeType", "Organization")]) { xml in
      xml.text("Name", party.name)
      if part == .one {
        xml.text("Description", role)
      } else {
        xml.element("Role") { xml in
          xml.text("Name", role)
          xml.text("RoleType", "Performer")
        }
      }
    }
  }

  private func write(figure row: Row, _ xml: inout XMLText) {
    guard let figure = row.indicator else { return }
    let own = row.stratML
    let stage = own?["valueChainStage"]?.string.map { [("ValueChainStage", $0)] } ?? []
    xml.element("PerformanceIndicator", stage + [("PerformanceIndicatorType", "Quantitative")]) { xml in
      xml.text("MeasurementDimension", figure.subject ?? figure.quote)
      xml.text("UnitOfMeasurement", figure.unit)
      xml.text("Identifier", identifiers[figure.id] ?? figure.id)
      xml.element("MeasurementInstance") { xml in
        xml.element(figure.role == .actual ? "ActualResult" : "TargetResult") { xml in
          xml.text("StartDate", figure.period?.start)
          xml.text("EndDate", figure.period?.end)
          xml.text("NumberOfUnits", figure.comparator == .between ? nil : figure.low ?? figure.high)
          xml.element("Descriptor") { xml in
            xml.text("DescriptorName", "比较")
            xml.text("DescriptorValue", Labels.standard.label(.comparators, figure.comparator.rawValue)?.zh)
          }
          xml.text("Description", figure.quote)
        }
      }
      xml.text("OtherInformation", notes(row, StratML.indicatorColumns, without: []))
    }
  }

  /// `比较：不少于`, a line for each column that says something.
  private func notes(_ row: Row, _ columns: [PlanColumn], without left: [String]) -> String? {
    let lines = columns.filter { !left.contains($0.header) }.compactMap { column -> String? in
      let text = column.cell(row.line).text
      return text.isEmpty ? nil : "\(column.header)：" + text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}

extension Row {
  /// The element of a plan that an imported item was, where it was neither goal nor objective.
  fileprivate var stratMLElement: String? { stratML?["element"]?.string }

  fileprivate var stratML: JSONObject? { line[StratML.member]?.object }
}

extension String {
  /// Whether it can be an `xsd:ID`; names beyond ASCII are not asked for.
  fileprivate var isXMLName: Bool {
    guard let first = utf8.first, !(0x30...0x39).contains(first), first != 0x2D, first != 0x2E else { return false }
    return utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
  }
}
