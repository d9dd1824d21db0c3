import Plan
import Signing

extension Receipt {
  /// `{complete, year, summary, senders, files, unexpected, reminders, totals}`; `intake.schema.json` has all of it.
  ///
  /// What there is not is absent: a count that is not there is not zero.
  public var json: JSONObject {
    var object = JSONObject()
    object["complete"] = .bool(isComplete)
    object["title"] = expectations.title.map(JSON.string)
    object["year"] = .integer(expectations.year)
    object["asOf"] = asOf.map { .string($0.description) }
    object["summary"] = .object(summaryJSON)
    object["senders"] = .array(senders.map { .object($0.json) })
    object["files"] = .array(files.map { .object($0.json) })
    object["unexpected"] = .array(
      unexpected.map { one in
        var inner = one.document.briefJSON
        inner["file"] = .string(one.file)
        return .object(inner)
      })
    object["reminders"] = .array(senders.filter(\.isReminded).map { .object($0.reminderJSON) })
    object["totals"] = .object(totals.json)
    return object
  }

  private var summaryJSON: JSONObject {
    var object = JSONObject()
    object["senders"] = .integer(senders.count)
    for state in SenderReceipt.State.allCases {
      object[state.rawValue] = .integer(senders.count { $0.state == state })
    }
    object["late"] = .integer(senders.count { $0.timing?.standing == .late })
    var inner = JSONObject()
    for state in SortedFile.State.allCases { inner[state.rawValue] = .integer(files.count { $0.state == state }) }
    object["files"] = .object(inner)
    return object
  }
}

extension SenderReceipt {
  /// Whether somebody has to be asked for something.
  public var isReminded: Bool { state != .complete }

  fileprivate var named: JSONObject {
    var object = JSONObject()
    object["city"] = .object(expected.city.object)
    object["organization"] = expected.organization.map(JSON.string)
    return object
  }

  var json: JSONObject {
    var object = named
    object["state"] = .string(state.rawValue)
    object["deadline"] = expected.deadline.map { .string($0.description) }
    object["overdue"] = isOverdue.map(JSON.bool)
    object["time"] = timing.map { .object($0.json) }
    object["signature"] = files.isEmpty ? nil : .string(standing?.rawValue ?? "unsigned")
    object["missing"] = .array(missing.map { .string($0.rawValue) })
    object["documents"] = .array(
      brought.map { one in
        var inner = one.document.briefJSON
        inner["file"] = .string(one.file.path)
        return .object(inner)
      })
    object["counts"] = files.isEmpty ? nil : .object(counts.json)
    object["earlier"] = earlier.map { .object($0.json) }
    object["findings"] = .array(findings.map { .object($0.json) })
    return object
  }

  fileprivate var reminderJSON: JSONObject {
    var object = named
    object["missing"] = .array(missing.map { .string($0.rawValue) })
    object["corrections"] = .integer(findings(.correct).count { $0.kind != .missing })
    object["deadline"] = expected.deadline.map { .string($0.description) }
    object["overdue"] = isOverdue.map(JSON.bool)
    return object
  }
}

extension SenderReceipt.Counts {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    object["documents"] = .integer(documents)
    object["goals"] = .integer(goals)
    object["figures"] = .integer(figures)
    object["parties"] = .integer(parties)
    return object
  }
}

extension Timing {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    object["standing"] = .string(standing.rawValue)
    object["date"] = date.map { .string($0.description) }
    object["evidence"] = evidence.map { .string($0.rawValue) }
    return object
  }
}

extension Finding {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    object["kind"] = .string(kind.rawValue)
    object["severity"] = .string(severity.rawValue)
    object["file"] = file.map(JSON.string)
    object["record"] = record.map(JSON.string)
    object["quote"] = quote.map(JSON.string)
    object["rule"] = rule.map(JSON.string)
    if let earlier {
      var inner = JSONObject()
      inner["record"] = .string(earlier.id)
      inner["quote"] = .string(earlier.words)
      object["earlier"] = .object(inner)
    }
    if let counts {
      object["found"] = .integer(counts.found)
      object["wanted"] = .integer(counts.wanted)
    }
    if !sides.isEmpty { object["sides"] = .array(sides.map { .object($0.json) }) }
    return object
  }
}

extension Finding.Side {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    object["words"] = .string(words)
    object["by"] = by.map(JSON.string)
    object["date"] = date.map(JSON.string)
    object["files"] = .array(files.map(JSON.string))
    return object
  }
}

extension SortedFile {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    object["path"] = .string(path)
    object["state"] = .string(state.rawValue)
    object["other"] = other.map(JSON.string)
    object["reason"] = problem.map { .string($0.code) }
    guard let fingerprint else { return object }
    object["fingerprint"] = .string(fingerprint)
    object["signature"] = .string(isBroken ? Standing.broken.rawValue : standing?.rawValue ?? "unsigned")
    object["revisions"] = .integer(revisions)
    object["faults"] = .integer(faults.count)
    object["documents"] = .array(documentIDs.map(JSON.string))
    return object
  }
}

extension ControlTotals {
  var json: JSONObject {
    var object = JSONObject()
    object["reconciled"] = .bool(isReconciled)
    object["files"] = .array(files.map(JSON.string))
    object["conflicts"] = .integer(conflicts)
    object["revisions"] = .object(revisions.json)
    var inner = JSONObject()
    for (type, line) in records { inner[type.plural] = .object(line.json) }
    object["records"] = .object(inner)
    object["units"] = .array(
      units.map { unit in
        var inner = unit.line.json
        inner["role"] = .string(unit.role.rawValue)
        inner["unit"] = .string(unit.unit)
        return .object(inner)
      })
    return object
  }
}

extension ControlTotals.Line {
  fileprivate var json: JSONObject {
    var object = JSONObject()
    for (name, amount) in [
      ("sent", sent), ("repeated", repeated), ("replaced", replaced), ("joined", joined), ("merged", merged),
    ] {
      var inner = JSONObject()
      inner["count"] = .integer(amount.count)
      inner["sum"] = amount.sum.map(JSON.string)
      object[name] = .object(inner)
    }
    return object
  }
}

extension Document {
  fileprivate var briefJSON: JSONObject {
    var object = JSONObject()
    object["id"] = .string(id)
    object["kind"] = .string(kind.rawValue)
    object["city"] = .object(city.object)
    object["organization"] = .string(organization)
    object["year"] = period.year.map(JSON.integer)
    return object
  }
}

extension CityReference {
  fileprivate var object: JSONObject {
    var object = JSONObject()
    object["code"] = .string(code)
    object["name"] = .string(name)
    return object
  }
}
