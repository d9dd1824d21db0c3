extension Schema {
  /// The names that `jdx query` promises; docs/workspace.md says what each column holds.
  static let documentedViews = """
    CREATE VIEW documents AS SELECT
      name AS id, city AS city_code, l ->> '$.city.name' AS city, l ->> '$.organization.name' AS organization, year,
      l ->> '$.kind' AS kind, l ->> '$.title' AS title, l ->> '$.number' AS number, l ->> '$.date' AS date,
      l ->> '$.period.start' AS period_start, l ->> '$.period.end' AS period_end,
      json_type(l, '$.conflicts') IS NOT NULL AS in_conflict
      FROM (SELECT document.*, name, ifnull(line, body) AS l FROM document JOIN paper ON paper.id = document.paper
        LEFT JOIN revision ON revision.id = document.revision);
    CREATE VIEW items AS SELECT
      record AS id, name AS document, city AS city_code, ifnull(year, document_year) AS year, role,
      l ->> '$.category.label' AS category, l ->> '$.number' AS number, l ->> '$.title' AS title, l ->> '$.aim' AS aim,
      l ->> '$.text' AS text, l ->> '$.parent' AS parent, l ->> '$.due.date' AS due_date, l ->> '$.due.text' AS due_text,
      (SELECT group_concat(value, ';') FROM json_each(l, '$.themes')) AS themes,
      (SELECT group_concat(value ->> '$.name', ';') FROM json_each(l, '$.parties')) AS parties,
      json_type(l, '$.review') IS NOT NULL AS in_doubt, json_type(l, '$.conflicts') IS NOT NULL AS in_conflict
      FROM (SELECT item.*, name, city, document.year AS document_year, ifnull(item.line, body) AS l FROM item
        JOIN paper ON paper.id = item.paper LEFT JOIN document ON document.paper = item.paper
        LEFT JOIN revision ON revision.id = item.revision);
    CREATE VIEW indicators AS SELECT
      figure.record AS id, item.record AS item, name AS document, city AS city_code,
      coalesce(figure.year, item.year, document.year) AS year, figure.role, subject, comparator, low, high, unit,
      ifnull(figure.line, body) ->> '$.valueKind' AS value_kind, ifnull(figure.line, body) ->> '$.commitment' AS commitment,
      ifnull(figure.line, body) ->> '$.quote' AS quote,
      json_type(ifnull(figure.line, body), '$.conflicts') IS NOT NULL AS in_conflict
      FROM figure JOIN paper ON paper.id = figure.paper LEFT JOIN item ON item.id = figure.item
      LEFT JOIN document ON document.paper = figure.paper LEFT JOIN revision ON revision.id = figure.revision;
    CREATE VIEW links AS SELECT
      l ->> '$.type' AS type, l ->> '$.from' AS from_id, l ->> '$.to' AS to_id, l ->> '$.score' AS score, 'bundle' AS origin
      FROM (SELECT ifnull(line, body) AS l FROM link LEFT JOIN revision ON revision.id = link.revision)
      UNION ALL SELECT kind, source, target, score, 'matching' FROM lineage;
    """
}
