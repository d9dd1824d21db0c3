import Plan

extension MergeAccount {
  /// Laid down in `exchange-formats/v1/schemas/merge.schema.json`.
  public var json: JSONObject {
    var out = JSONObject()
    out["inputs"] = .array(senders.prefix(inputs).map { .object(json($0)) })
    out["submissions"] = .array(senders.dropFirst(inputs).map { .object(json($0)) })
    var merged = JSONObject()
    for type in RecordType.allCases { merged[type.plural] = .integer(rows[type] ?? 0) }
    merged["revisions"] = .integer(revisions)
    out["merged"] = .object(merged)
    out["conflicts"] = .array(conflicts.map { .object(json($0)) })
    out["collisions"] = .array(
      collisions.map { collision in
        var object = JSONObject()
        object["id"] = .string(collision.id)
        object["readings"] = .array(collision.readings.map { .object(json($0)) })
        return .object(object)
      })
    out["duplicates"] = .array(
      duplicates.map { sha256, ids in
        var object = JSONObject()
        object["sha256"] = .string(sha256)
        object["ids"] = .array(ids.map(JSON.string))
        return .object(object)
      })
    out["givenWay"] = .array(
      givenWay.map { given in
        var object = JSONObject()
        object["document"] = .string(given.document)
        object["kept"] = .string(given.kept)
        object["dropped"] = .string(given.dropped)
        object["redacted"] = .bool(given.isRedacted)
        object["changes"] = .array(given.changes.map { .object(named($0)) })
        return .object(object)
      })
    out["foreign"] = .array(
      foreign.map { foreign in
        var object = named(foreign.side)
        object["owner"] = .object(foreign.owner.json)
        return .object(object)
      })
    out["withdrawn"] = .array(withdrawn.map { .object(named($0)) })
    out["resolved"] = .array(
      resolutions.map { record in
        var object = JSONObject()
        object["type"] = .string(record.type.rawValue)
        object["id"] = .string(record.id)
        object["revision"] = .string(record.revision)
        object["change"] = record.body["change"]
        return .object(object)
      })
    return out
  }

  private func json(_ sender: Sender) -> JSONObject {
    var object = JSONObject()
    object["path"] = sender.path.map(JSON.string)
    object["fingerprint"] = .string(sender.fingerprint)
    object["revisions"] = .integer(sender.count)
    if !sender.signers.isEmpty {
      object["signers"] = .array(
        sender.signers.map { signer in
          var inner = JSONObject()
          inner["key"] = .string(signer.key)
          inner["signer"] = signer.name.map(JSON.string)
          inner["city"] = signer.city.map { .object($0.json) }
          return .object(inner)
        })
    }
    return object
  }

  private func json(_ conflict: Conflict) -> JSONObject {
    var object = JSONObject()
    object["type"] = .string(conflict.row.type.rawValue)
    object["id"] = .string(conflict.row.id)
    object["reading"] = conflict.row.line["reading"]
    object["group"] = .string(conflict.group)
    object["shown"] = .object(conflict.shown)
    object["values"] = .array(
      conflict.values.map { value, sides in
        var inner = JSONObject()
        inner["value"] = .object(value)
        inner["sides"] = .array(sides.map { .object(json($0)) })
        return .object(inner)
      })
    return object
  }

  private func named(_ side: Side) -> JSONObject {
    var object = json(side)
    object["type"] = .string(side.record.type.rawValue)
    object["id"] = .string(side.record.id)
    return object
  }

  private func json(_ side: Side) -> JSONObject {
    var object = JSONObject()
    object["revision"] = .string(side.record.revision)
    if side.record.isRemoved { object["removed"] = .bool(true) }
    object["change"] = side.record.body["change"]
    object["quote"] = side.quote.map(JSON.string)
    if let document = side.document {
      var inner = JSONObject()
      inner["id"] = .string(document.id)
      inner["title"] = .string(document.title)
      inner["date"] = document.date.map(JSON.string)
      inner["path"] = document.source.path.map(JSON.string)
      inner["sha256"] = document.source.sha256.map(JSON.string)
      object["document"] = .object(inner)
    }
    let fingerprints = side.senders.map { senders[$0].fingerprint }
    object["sentBy"] = .array(Set(fingerprints).sorted().map(JSON.string))
    return object
  }
}
