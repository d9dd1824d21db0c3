"""Holds records and reports against the published schemas, with a validator that is not ours.

Usage: check_schemas.py SCHEMAS records FOLDER    every *.jsonl and the whole files of WHOLE below FOLDER
       check_schemas.py SCHEMAS profiles FOLDER   valid/*.json fit the schema of profiles, invalid/*.json do not
       check_schemas.py SCHEMAS protocol FOLDER   the same of the messages of the adapter protocol
       check_schemas.py SCHEMAS diff FOLDER       the same of comparisons
       check_schemas.py SCHEMAS rules FOLDER      the examples of the rules: their verdicts are the schemas' verdicts
Prints each disagreement and, last, what was checked: {"contact": 3, "item": 40, ...}. Ends with 1 if any disagreed.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

PLURALS = {f"{name}s.jsonl": name for name in ("document", "item", "indicator", "link", "contact")}
WHOLE = {"accounting.json": "accounting-report", "datapackage.json": "datapackage", "track.json": "track",
         "compare.json": "compare", "intake.json": "intake", "merge.json": "merge", "lights.json": "lights",
         "themes.json": "themes", "search.json": "search", "lineage.json": "lineage", "query.json": "query",
         "status.json": "workspace-status", "check.json": "workspace-check", "linked.json": "workspace-link"}


def validators(folder):
    schemas = [json.loads(path.read_bytes()) for path in sorted(folder.glob("*.schema.json"))]
    for schema in schemas:
        Draft202012Validator.check_schema(schema)
    registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas)
    return {schema["$id"].split(":")[-1]: Draft202012Validator(schema, registry=registry) for schema in schemas}


def values(folder):
    """Every value that a schema speaks of: where it stands, the schema's name, the value."""
    for path in sorted(folder.rglob("*.json*")):
        if path.name in PLURALS:
            for number, line in enumerate(path.read_bytes().splitlines(), 1):
                yield f"{path}:{number}", PLURALS[path.name], json.loads(line)
        elif path.name in WHOLE:
            yield str(path), WHOLE[path.name], json.loads(path.read_bytes())


def check_records(validator, folder):
    checked, complaints = Counter(), []
    for place, name, value in values(folder):
        checked[name] += 1
        for error in validator[name].iter_errors(value):
            complaints.append(f"{place}{error.json_path[1:]}: {error.message[:300]}")
    return checked, complaints


def check_rules(validator, folder):
    checked, complaints = Counter(), []
    for path in sorted(folder.glob("*.json")):
        rule = json.loads(path.read_bytes())
        for number, example in enumerate(rule.get("examples", [])):
            if isinstance(example["valid"], str):
                continue  # a whole line, whose bytes no schema sees
            checked[rule["code"]] += 1
            schema, place = validator[example["type"]], f"{path}: example {number}"
            if not schema.is_valid(example["valid"]):
                complaints.append(f"{place}: the valid one is refused")
            if schema.is_valid(example["invalid"]) == example["schema"]:
                complaints.append(f"{place}: the schema {'accepts' if example['schema'] else 'refuses'} the invalid one")
    return checked, complaints


def check_verdicts(schema, folder):
    checked, complaints = Counter(), []
    for verdict in ("valid", "invalid"):
        for path in sorted((folder / verdict).glob("*.json")):
            checked[verdict] += 1
            errors = list(schema.iter_errors(json.loads(path.read_bytes())))
            if verdict == "valid":
                complaints += [f"{path}{error.json_path[1:]}: {error.message[:300]}" for error in errors]
            elif not errors:
                complaints.append(f"{path}: the schema accepts it")
    return checked, complaints


def main(schemas, mode, folder):
    validator = validators(Path(schemas))
    verdicts = {"profiles": "profile", "protocol": "adapter-protocol", "diff": "diff"}
    if mode in verdicts:
        schema = validator[verdicts[mode]]
        checked, complaints = check_verdicts(schema, Path(folder))
    else:
        check = {"records": check_records, "rules": check_rules}[mode]
        checked, complaints = check(validator, Path(folder))
    print("\n".join(complaints[:40] + [json.dumps(dict(checked), sort_keys=True)]))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
