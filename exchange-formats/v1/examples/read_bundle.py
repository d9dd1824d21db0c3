#!/usr/bin/env python3
"""Check a jdx bundle: everything that the text of the exchange format specification lets a stranger check.

Written from the specification (version 1) and the published files beside it; Python's standard library only. Sections in
the comments are its own.

    read_bundle.py FILE.jdx …      prints what is wrong, one line each, and what the bundle holds; exit 1 on any fault
"""
import datetime, json, re, struct, sys, zlib
from collections import defaultdict
from decimal import Decimal

from write_bundle import TABLES, canonical, manifest, sha256, table

TYPES = ("documents", "items", "indicators", "links")


class Broken(Exception):
    """Nothing behind this point can be read."""


# --- 3: the archive ---------------------------------------------------------------------------------------------------

LOCAL, CENTRAL, END = struct.Struct("<IHHHHHIIIHH"), struct.Struct("<IHHHHHHIIIHHHHHII"), struct.Struct("<IHHHHIIH")
WIDE_END, LOCATOR = struct.Struct("<IQHHIIQQQQ"), struct.Struct("<IIQI")
DEVICE = re.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])", re.I)
NONE16, NONE32 = 0xFFFF, 0xFFFFFFFF  # what stands for a number that is in the 64-bit extension


def extra(numbers):
    """The extra field of a header: 64-bit numbers, or nothing."""
    return struct.pack(f"<HH{len(numbers)}Q", 1, 8 * len(numbers), *numbers) if numbers else b""


def headers(name, method, crc, packed, size, at):
    """The two headers of an entry that stands at a place."""
    sizes = [size, packed] if size >= NONE32 else []
    local, central = extra(sizes), extra(sizes + [at] * (at >= NONE32))
    common = (0, method, 0, 0x0021, crc, NONE32 if sizes else packed, min(size, NONE32), len(name))
    return (LOCAL.pack(0x04034B50, 45 if local else 20, *common, len(local)) + name + local,
            CENTRAL.pack(0x02014B50, 0x032D if central else 0x0314, 45 if central else 20, *common, len(central), 0, 0, 0,
                         0x81A40000, min(at, NONE32)) + name + central)


def end_records(count, size, offset):
    """What stands behind the directory, up to the comment."""
    wide = b""
    if count >= NONE16 or size >= NONE32 or offset >= NONE32:
        wide = WIDE_END.pack(0x06064B50, 44, 0x032D, 45, 0, 0, count, count, size, offset) \
            + LOCATOR.pack(0x07064B50, 0, offset + size, 1)
    count, size, offset = min(count, NONE16), min(size, NONE32), min(offset, NONE32)
    return wide + END.pack(0x06054B50, 0, 0, count, count, size, offset, 64)


def archive(raw, fault):
    end_at = len(raw) - END.size - 64
    if end_at < 0 or raw[end_at:end_at + 4] != b"PK\x05\x06":
        raise Broken("R19: no end record with a comment of 64 bytes at the end of the file")
    _, _, _, _, count, size, offset, _ = END.unpack_from(raw, end_at)
    if count == NONE16 or NONE32 in (size, offset):
        if end_at < WIDE_END.size + LOCATOR.size:
            raise Broken("R19: no 64-bit end record")
        *_, count, size, offset = WIDE_END.unpack_from(raw, end_at - WIDE_END.size - LOCATOR.size)
    if count > 200_000:
        raise Broken("R19: more than 200,000 entries")
    if raw[offset + size:end_at + END.size] != end_records(count, size, offset):
        raise Broken("R19: the records of the end do not stand behind the directory, or a field of them is another")
    if raw[-64:] != sha256(memoryview(raw)[:end_at]).encode():
        fault("R20", "the comment is not the hash of what stands before the end record")
    files, at, here, total = {}, 0, offset, 0
    for _ in range(count):
        (_, _, _, _, method, _, _, crc, packed, unpacked, path_size, extra_size, *_, local_at) = CENTRAL.unpack_from(raw, here)
        name = raw[here + CENTRAL.size:here + CENTRAL.size + path_size]
        numbers = raw[here + CENTRAL.size + path_size + 4:here + CENTRAL.size + path_size + extra_size]
        numbers = list(struct.unpack(f"<{len(numbers) // 8}Q", numbers[:len(numbers) // 8 * 8]))
        if unpacked == NONE32 and len(numbers) >= 2:
            unpacked, packed, *numbers = numbers
        if local_at == NONE32 and numbers:
            local_at = numbers[0]
        path = name.decode("utf-8", "replace")
        local, central = headers(name, method, crc, packed, unpacked, at)
        if local_at != at:
            raise Broken(f"R19: {path} does not begin where the entry before it ends")
        if raw[here:here + len(central)] != central or method not in (0, 8):
            raise Broken(f"R19: central header of {path}")
        if raw[at:at + len(local)] != local:
            raise Broken(f"R19: local header of {path}")
        here, at = here + len(central), at + len(local)
        data, at = raw[at:at + packed], at + packed
        total += unpacked
        if unpacked > 1 << 32 or total > 8 << 30 or unpacked > 1 << 20 and unpacked > (1 << 20) + 1000 * packed:
            raise Broken(f"R19: {path} is beyond the limits")
        if method == 8:
            data = inflate(data, unpacked, path, fault)
        if len(data) != unpacked or zlib.crc32(data) != crc:
            fault("R19", f"size or CRC-32 of {path}")
        files[path] = data
    if at != offset or here != offset + size:
        fault("R19", "bytes that belong to no record")
    if len(files) != count or sorted(files, key=str.encode) != list(files):
        fault("R19", "the entries are not in ascending order, or one stands twice")
    path_rules(files, fault)
    return files


def inflate(data, size, path, fault):
    if len(data) >= size:
        fault("R19", f"{path} is deflated and not smaller")
    stream = zlib.decompressobj(-15)
    try:
        plain = stream.decompress(data, size + 1)
    except zlib.error as error:
        raise Broken(f"R19: {path}: {error}")
    if not stream.eof or stream.unused_data or stream.unconsumed_tail:
        fault("R19", f"the deflated stream of {path} does not end at its last byte")
    return plain


def path_rules(files, fault):
    folded = {}
    for path in files:
        segments = path.split("/")
        if (not re.fullmatch("[A-Za-z0-9._/-]+", path) or len(path) > 255 or len(segments) > 8
                or any(not part or part.endswith(".") or DEVICE.fullmatch(part.partition(".")[0]) for part in segments)):
            fault("R19", f"path {path}")
        if folded.setdefault(path.lower(), path) != path:
            fault("R19", f"paths {path} and {folded[path.lower()]}")
    for path in folded:
        folders = path.split("/")[:-1]
        if any("/".join(folders[:depth + 1]) in folded for depth in range(len(folders))):
            fault("R19", f"{folded[path]} lies in a file")


# --- 4: the bag -------------------------------------------------------------------------------------------------------

def bag(files, fault):
    if any(not path.startswith("jdx/") for path in files):
        fault("R21", "an entry outside jdx/")
    files = {path.removeprefix("jdx/"): data for path, data in files.items()}
    for path in ("bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"):
        if path not in files:
            raise Broken(f"R21: no {path}")
    if files["bagit.txt"] != b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
        fault("R21", "bagit.txt")
    if "fetch.txt" in files:
        fault("R21", "a fetch.txt")
    data = {path for path in files if path.startswith("data/")}
    info = [line.partition(": ")[::2] for line in files["bag-info.txt"].decode().splitlines()]
    versions = [value for label, value in info if label == "Jdx-Format-Version"]
    if len(versions) != 1 or not re.fullmatch("1[.][0-9]+", versions[0]):
        fault("R22", f"Jdx-Format-Version {versions}")
    fault.later = versions != ["1.0"]
    sizes = f"{sum(len(files[path]) for path in data)}.{len(data)}"
    if [value for label, value in info if label == "Payload-Oxum"] != [sizes]:
        fault("R21", f"Payload-Oxum is not {sizes}")
    tags = {path for path in files if path not in data and path != "tagmanifest-sha256.txt"
            and not path.startswith("signatures/")}
    for name, named in (("manifest-sha256.txt", data), ("tagmanifest-sha256.txt", tags)):
        if files[name] != manifest({path: files[path] for path in named}):
            fault("R21", f"{name} is not what the files give")
    return {path.removeprefix("data/"): files[path] for path in data}


# --- 5, 6: the payload and its lines ----------------------------------------------------------------------------------

def payload(data, fault):
    lines = {}
    always = ["records/documents.jsonl", "records/items.jsonl", "records/indicators.jsonl"]
    for path in always:
        if path not in data:
            fault("R23", f"no data/{path}")
    allowed = [f"{folder}/{kind}.jsonl" for folder in ("records", "history") for kind in TYPES] + ["contacts.jsonl"]
    for path, content in data.items():
        folder, _, name = path.rpartition("/")
        if path in allowed:
            lines[path] = jsonl(path, content, fault)
            if not content and path not in always:
                fault("R24", f"data/{path} is empty and should be absent")
        elif path.split("/")[0] in ("records", "history") or folder == "tables" and name[:-4] not in TYPES:
            fault("R23", f"data/{path} does not belong there")
        elif folder in ("text", "sources"):
            form = "[.]txt" if folder == "text" else "[.].+"
            if not re.fullmatch(sha256(content) + form, name):
                fault("R23", f"the name of data/{path} is not the hash of its bytes")
            if folder == "text" and content.decode().startswith("\ufeff"):
                fault("2", f"data/{path} begins with a byte order mark")
    return lines


def strictly(pairs):
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def integer(digits):
    if digits == "-0" or abs(int(digits)) > 9007199254740991:
        raise ValueError("an integer out of range")
    return int(digits)


def refuse(word):
    raise ValueError(f"{word} is no value of section 6")


def depth(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    if value is None:
        raise ValueError("null")
    return 0 if inner is None else 1 + max(map(depth, inner), default=0)


def jsonl(path, content, fault):
    """The objects of one file; a line that is none is reported and left out."""
    found = []
    if content and not content.endswith(b"\n"):
        fault("R23", f"data/{path} does not end with LF")
    for number, line in enumerate(content.split(b"\n")[:-1], 1):
        try:
            value = json.loads(line.decode(), object_pairs_hook=strictly, parse_int=integer, parse_float=refuse,
                               parse_constant=refuse)
            if not isinstance(value, dict) or depth(value) > (69 if "heads" in value else 64):
                raise ValueError("no object, or too deep")
            if canonical(value) != line:
                fault("line.canonical", f"data/{path}:{number}")
            found.append(value)
        except ValueError as error:  # bad UTF-8 and lone surrogates are ValueErrors too
            fault("line.json", f"data/{path}:{number}: {error}")
    return found


def tables(lines, data, fault):
    """5.3"""
    for kind in TYPES if not fault.later else ():
        if data.get(f"tables/{kind}.csv", b"x") not in (b"x", table(TABLES[kind]["fields"], lines.get(f"records/{kind}.jsonl", []))):
            fault("R25", f"data/tables/{kind}.csv is not what the rows give")


# --- 7, 8, 9: the members of records ----------------------------------------------------------------------------------
# A form is a type, a string (the name of a code or of a form below), [form] for a list, a dict for an object: "?" marks
# what is optional.

CODES = {
    "kind": "targetSheet meetingReport workSummary workPlan taskLedger governmentReport other",
    "level": "low", "due role": "lead responsible cooperating supervising",
    "item role": "goal task measure achievement guideline requirement section context",
    "indicator role": "target actual baseline benchmark", "comparator": "eq approx ge gt le lt between",
    "value kind": "level change rank", "commitment": "firm stretch", "contact role": "head contact",
    "link type": "continues renames splits merges fulfils contributesTo sameAs",
    "redaction": "contact email figure history identityNumber name phone source"}
PATTERNS = {"decimal": "-?(0|[1-9][0-9]*)([.][0-9]+)?", "hash": "[0-9a-f]{64}", "city code": "[0-9]{6}",
            "id": "[A-Za-z_\u3007\u4e00-\u9fa5][A-Za-z0-9._\u3007\u4e00-\u9fa5-]*"}
PERIOD, CITY = {"start": "date", "end": "date"}, {"code": "city code", "name": str}
REVIEW, SPANS = {"level": "level", "reason": str}, [{"start": int, "end": int}]
BOUNDS = {"comparator": "comparator", "low?": "decimal", "high?": "decimal", "unit": str}
EVERY = {"id": "id", "revision": "hash", "parents?": ["hash"], "change?": {"by": str, "why": str, "date": "date"},
         "redacted?": [{"rule": "redaction", "path?": str, "count": "count"}]}
FORMS = {
    "documents": EVERY | {
        "kind": "kind", "title": str, "city": CITY, "organization": {"name": str}, "period": PERIOD, "date?": "date",
        "number?": str, "language": str, "inferred?": [str],
        "marks?": [{"text": str, "start": int, "end": int}], "text": {"path": str, "sha256": "hash", "scalars": int},
        "source": {"path?": str, "sha256?": "hash", "mediaType": str, "encoding?": str, "scalars": int},
        "adapter": {"id": str, "version": int}},
    "items": EVERY | {
        "document": "id", "reading": "hash", "parent?": "id", "role": "item role", "category?": {"code?": str, "label": str},
        "number?": int, "title?": str, "aim?": str, "text?": str, "period?": PERIOD, "due?": {"date?": "date", "text": str},
        "parties?": [{"name": str, "role": "due role"}], "themes?": [str], "benchmark?": {"cities?": [CITY]},
        "review?": REVIEW, "spans": SPANS},
    "indicators": EVERY | BOUNDS | {
        "item": "id", "reading": "hash", "role": "indicator role", "subject?": str,
        "base?": {"low?": "decimal", "high?": "decimal", "unit": str}, "valueKind": "value kind",
        "qualifiers?": [BOUNDS | {"subject?": str}], "commitment": "commitment", "period?": PERIOD,
        "benchmark?": {"city": CITY}, "quote": str, "review?": REVIEW, "spans": SPANS},
    "links": EVERY | {"type": "link type", "from": "id", "to": "id", "score?": "decimal", "evidence?": {}},
    "contacts": {"document": "id", "role": "contact role", "name?": str, "phone?": str, "email?": str},
    "tombstone": EVERY | {"removed": bool, "parents": ["hash"]}}
FORMS["tombstone"].pop("parents?")
FORMS["tombstone"].pop("redacted?")


def form(value, wanted, where, fault):
    if isinstance(wanted, dict):
        if not isinstance(value, dict):
            return fault("field.type", where)
        if not wanted:  # evidence: any members
            return
        for name, inner in wanted.items():
            key = name.rstrip("?")
            if key in value:
                form(value[key], inner, f"{where}/{key}", fault)
            elif not name.endswith("?"):
                fault("field.missing", f"{where}/{key}")
        for key in value:
            if key not in wanted and key + "?" not in wanted and not key.startswith("x-") or not key.isascii():
                fault("field.unknown", f"{where}/{key}")
        if {"start", "end"} <= set(value):
            stretch(value, where, fault)
        if "comparator" in value:
            comparator(value, where, fault)
    elif isinstance(wanted, list):
        if not isinstance(value, list):
            return fault("field.type", where)
        if not value:
            fault("field.emptyList", where)
        for index, inner in enumerate(value):
            form(inner, wanted[0], f"{where}/{index}", fault)
    elif isinstance(wanted, type):
        if type(value) is not wanted:
            fault("field.type", where)
    elif wanted == "count" and type(value) is int:
        if value < 1:
            fault("value.range", where)
    elif wanted == "count" or not isinstance(value, str):
        fault("field.type", where)
    elif wanted in CODES:
        if value not in CODES[wanted].split():
            fault("value.vocabulary", f"{where}: {value}")
    elif wanted == "date":
        if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value) or not is_day(value):
            fault("value.date", f"{where}: {value}")
    elif not re.fullmatch(PATTERNS[wanted], value):
        fault({"decimal": "value.decimal", "hash": "value.sha256"}.get(wanted, "value.identifier"), f"{where}: {value}")


def is_day(text):
    try:
        return bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def stretch(value, where, fault):
    start, end = value["start"], value["end"]
    if isinstance(start, int) and isinstance(end, int):
        wrong = not 0 <= start < end
    else:
        wrong = isinstance(start, str) and isinstance(end, str) and end < start
    if wrong:
        fault("value.range", where)


def comparator(value, where, fault):
    """The table of 7.5; what is no decimal has been reported before."""
    low, high, said = value.get("low"), value.get("high"), value["comparator"]
    if said in ("eq", "approx"):
        right = "low" in value and low == high
    elif said in ("ge", "gt"):
        right = "low" in value and "high" not in value
    elif said in ("le", "lt"):
        right = "low" not in value and "high" in value
    elif not all(isinstance(bound, str) and re.fullmatch(PATTERNS["decimal"], bound) for bound in (low, high)):
        right = "low" in value and "high" in value
    else:
        right = said != "between" or Decimal(low) <= Decimal(high)
    if not right:
        fault("indicator.comparator", where)


# --- 7.1, 9, 10, 11: revisions, references, spans and quotes ----------------------------------------------------------

def records(lines, data, fault):
    """Checks the revisions and returns them: {type: {id: {revision: record}}}."""
    found = {kind: defaultdict(dict) for kind in TYPES}
    for path, values in lines.items():
        folder, _, kind = path.removesuffix(".jsonl").rpartition("/")
        for record in values if folder else ():
            if folder == "records" and "heads" in record:
                continue  # a joint row: section 11.3
            content = {name: value for name, value in record.items() if name != "revision"}
            if record.get("revision") != sha256(canonical(content)):
                fault("record.revision", f"{path} {record.get('id')}")
            before = fault.count
            form(record, FORMS["tombstone" if record.get("removed") is True else kind], f"{path} {record.get('id')} ", fault)
            if kind == "items" and not {"removed", "title", "text"} & set(record):
                fault("field.missing", f"{record.get('id')}: title or text")
            if fault.count == before:
                found[kind][record["id"]][record["revision"]] = record
    for kind in TYPES:
        for identifier, revisions in found[kind].items():
            replaced = set()
            for record in revisions.values():
                parents = record.get("parents", [])
                replaced |= set(parents)
                if parents != sorted(set(parents)):
                    fault("record.order", f"{kind} {identifier}")
                if not set(parents) <= set(revisions):
                    fault("record.reference", f"{kind} {identifier}: a parent is not in the bundle")
            for record in revisions.values():
                if record["revision"] not in replaced:
                    head(kind, record, found, data, fault)
    for row in lines.get("contacts.jsonl", ()):
        form(row, FORMS["contacts"], "contacts.jsonl", fault)
        if not {"name", "phone", "email"} & set(row):
            fault("field.missing", f"contact of {row.get('document')}: name, phone or email")
        if row.get("document") not in found["documents"]:
            fault("record.reference", f"contact of {row.get('document')}")
    return found


def head(kind, record, found, data, fault):
    """What each head is held to (section 12)."""
    if record.get("removed"):
        return
    name = record["id"]
    if kind == "documents":
        document_text(record, data, fault)
    elif kind == "items":
        owner = record.get("parent", record["document"])
        if owner not in found["items" if "parent" in record else "documents"]:
            fault("record.reference", f"{name}: {owner}")
        if not name.startswith(owner + "."):
            fault("value.identifier", f"{name} does not begin with {owner}")
        spans(record, found["documents"].get(record["document"], {}), data, fault)
    elif kind == "indicators":
        if record["item"] not in found["items"]:
            fault("record.reference", f"{name}: item {record['item']}")
        if not name.startswith(record["item"] + "."):
            fault("value.identifier", f"{name} does not begin with its item's id")
        documents = {item.get("document") for item in found["items"].get(record["item"], {}).values()} - {None}
        readings = {}
        for document in documents:
            readings |= found["documents"].get(document, {})
        spans(record, readings, data, fault)


def document_text(record, data, fault):
    text = record["text"]
    if text["path"] != f"text/{text['sha256']}.txt" or text["path"] not in data:
        return fault("record.reference", f"{record['id']}: {text['path']}")
    content = data[text["path"]].decode()
    if len(content) != text["scalars"]:
        fault("record.span", f"{record['id']}: text.scalars is not {len(content)}")
    for mark in record.get("marks", []):
        if mark["end"] > len(content):
            fault("record.span", f"{record['id']}: {mark['text']}")
        elif content[mark["start"]:mark["end"]] != mark["text"]:
            fault("record.quote", f"{record['id']}: {mark['text']}")
    original = record["source"].get("sha256")
    if original and not any(path.startswith(f"sources/{original}.") for path in data):
        fault.note(f"the source file of {record['id']} is not in the bundle")


def spans(record, readings, data, fault):
    reading = readings.get(record["reading"])
    if not reading or reading["text"]["path"] not in data:
        return fault("record.reference", f"{record['id']}: reading {record['reading']}")
    text = data[reading["text"]["path"]].decode()
    if any(span["end"] > len(text) for span in record["spans"]):
        return fault("record.span", record["id"])
    words = "".join(text[span["start"]:span["end"]] for span in record["spans"])
    if "quote" in record and "change" not in record and words != record["quote"]:
        fault("record.quote", f"{record['id']}: {words!r}")
    if "spans" in record and "quote" not in record and "change" not in record:
        said = "".join(record.get(name, "") for name in ("title", "aim", "text"))
        if re.sub(r"\s", "", said) != re.sub(r"\s", "", words):
            fault.note(f"the words of {record['id']} are not those at its spans (section 10, SHOULD)")


# --- 11: which revisions are rows, and in which order -----------------------------------------------------------------

GROUPS = {"documents": dict.fromkeys("adapter marks source text".split(), "source"),
          "items": dict.fromkeys("aim number text title".split(), "wording") | dict.fromkeys(["due", "period"], "time"),
          "indicators": dict.fromkeys("base commitment comparator high low qualifiers quote subject unit valueKind".split(),
                                      "figure"),
          "links": {}}


def distinct(heads, value):
    """Each value once, with the heads that say it, in their order."""
    values = []
    for record in heads:
        same = [one for one in values if one["value"] == value(record)]
        if same:
            same[0]["heads"].append(record["revision"])
        else:
            values.append({"value": value(record), "heads": [record["revision"]]})
    return values


class View:
    """`draft`: as drafts of the specification compared heads, whole records."""
    def __init__(self, found, draft=False):
        self.found, self.draft, self.roots, self.ages, self.hidden = found, draft, {}, {}, set()
        for revisions in found["documents"].values():
            self.components(revisions)
            self.two_readings(revisions)

    def components(self, revisions):
        """11.1: root and age of each document revision."""
        group = {name: {name} for name in revisions}
        for name, record in revisions.items():
            for parent in record.get("parents", []):
                joined = group[name] | group.get(parent, set())
                for member in joined:
                    group[member] = joined
        for name in revisions:
            self.roots[name] = min(member for member in group[name] if not revisions[member].get("parents"))
            self.age(name, revisions)

    def age(self, name, revisions):
        if name not in self.ages:
            parents = revisions[name].get("parents", [])
            self.ages[name] = 1 + max(self.age(parent, revisions) for parent in parents) if parents else 0
        return self.ages[name]

    def two_readings(self, revisions):
        """11.2: an original before its redacted form, then only the newest adapter's reading of equal bytes."""
        redacted = {self.roots[name] for name, record in revisions.items() if "redacted" in record}
        lengths = defaultdict(set)
        for name, record in revisions.items():
            if "removed" not in record:
                lengths[self.roots[name]].add((record["source"]["scalars"], record["text"]["scalars"]))
        originals = set().union(*(lengths[root] for root in lengths if root not in redacted))
        self.hidden |= {root for root in redacted if lengths[root] & originals}
        by_source = defaultdict(list)
        for root in {self.roots[name] for name in revisions} - self.hidden:
            record = revisions[root]
            by_source[record["source"].get("sha256", root)].append((-record["adapter"]["version"], root))
        for rivals in by_source.values():
            self.hidden |= {root for _, root in sorted(rivals)[1:]}

    @staticmethod
    def ancestors(name, revisions):
        """With the revision itself."""
        found, waiting = set(), [name]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += revisions[name].get("parents", [])
        return found

    def root(self, kind, record, revisions):
        if kind == "links":
            return ""
        if kind == "documents":
            return self.roots[record["revision"]]
        if "reading" in record:
            return self.roots[record["reading"]]
        replaced = self.ancestors(record["revision"], revisions)
        return self.roots[revisions[min(name for name in replaced if "reading" in revisions[name])]["reading"]]

    def rows(self, kind):
        """11.3: [(root, row, heads)]"""
        found = []
        for revisions in self.found[kind].values():
            replaced = {parent for record in revisions.values() for parent in record.get("parents", [])}
            groups = defaultdict(list)
            for name in sorted(set(revisions) - replaced):
                root = self.root(kind, revisions[name], revisions)
                if root not in self.hidden:
                    groups["" if kind == "documents" else root].append((root, revisions[name]))
            for root, group in groups.items():
                heads = [record for _, record in group]
                if all("removed" in record for record in heads):
                    continue
                row = heads[0] if len(heads) == 1 else self.joint(kind, heads, revisions)
                found.append((root, row, heads))
        return found

    def joint(self, kind, heads, revisions):
        def content(record):
            left_out = ("id", "revision", "parents", "change", "spans", "reading")
            return {name: value for name, value in record.items() if name not in left_out}
        common = set.intersection(*(self.ancestors(record["revision"], revisions) for record in heads))
        nearest = common - {parent for name in common for parent in revisions[name].get("parents", [])}
        base = revisions[nearest.pop()] if len(nearest) == 1 else None
        base = base and ({} if "removed" in base else content(base))
        alive = [record for record in heads if "removed" not in record]
        conflicts, shown = [], {}
        if self.draft or len(alive) < len(heads):
            conflicts = [{"group": "record", "values": distinct(heads, content)}]
        if self.draft:
            said = [value["value"] for value in conflicts[0]["values"]]
            differing = [value for value in said if base is None or value != base]
            if len(alive) < len(heads):
                shown = next(value for value in said if value != {"removed": True})
            elif len(differing) > 1:
                shown = base or {}
            else:
                conflicts, shown = [], differing[0] if differing else base
        for group in () if self.draft else sorted({GROUPS[kind].get(name, name) for record in alive + [base or {}]
                                                   for name in content(record)}):
            def part(record):
                return {name: value for name, value in content(record).items() if GROUPS[kind].get(name, name) == group}
            differing = [value for value in distinct(alive, part) if base is None or value["value"] != part(base)]
            if len(differing) > 1:
                conflicts.append({"group": group, "values": differing})
            shown |= differing[0]["value"] if len(differing) == 1 else part(base or {})
        newest = min(alive, key=lambda record: (
            -self.ages.get(record.get("reading", record["revision"]), 0), record["revision"]))
        row = {**shown, **{name: newest[name] for name in ("id", "reading", "spans") if name in newest},
               "heads": [record["revision"] for record in heads]}
        return {**row, "conflicts": conflicts} if conflicts else row

    def files(self):
        """11.4, 11.5: the bytes of records/ and history/."""
        files, places = {}, {}
        for kind in TYPES:
            def key(found):
                root, row, heads = found
                points = (row["id"].count("."), row["id"])
                owner = next((record[name] for record in [row, *heads] for name in ("document", "item") if name in record), "")
                if kind == "items":
                    return owner, root, row["spans"][0]["start"], *points
                if kind == "indicators":
                    return places.get((owner, root), len(places)), root, row["spans"][0]["start"], *points
                return row["id"]
            rows = sorted(self.rows(kind), key=key)
            if kind == "items":
                places = {(row["id"], root): place for place, (root, row, _) in enumerate(rows)}
            shown = {row.get("revision") for _, row, _ in rows}
            history = sorted((record["id"], name, record) for revisions in self.found[kind].values()
                             for name, record in revisions.items() if name not in shown)
            files[f"records/{kind}.jsonl"] = b"".join(canonical(row) + b"\n" for _, row, _ in rows)
            files[f"history/{kind}.jsonl"] = b"".join(canonical(record) + b"\n" for _, _, record in history)
        return files


def view(found, data, fault):
    given = View(found).files()
    drafted = View(found, draft=True).files()
    if any(data.get(path, b"") != should for path, should in drafted.items()):
        drafted = given
    for path, should in drafted.items():
        if data.get(path, b"") != should:
            fault("R24", f"data/{path} is not what the revisions give")
    contacts = data.get("contacts.jsonl", b"").split(b"\n")[:-1]
    if contacts != sorted(set(contacts)):
        fault("R24", "contacts.jsonl is not sorted, or has a line twice")


# --- 5.5: submissions -------------------------------------------------------------------------------------------------

def submissions(data, found, fault):
    """Each is proved by what the bundle holds; whether its signatures fit takes cryptography."""
    if "submissions.jsonl" not in data:
        lines = []
    else:
        lines = jsonl("submissions.jsonl", data["submissions.jsonl"], fault)
        if not lines:
            fault("R23", "submissions.jsonl has no line")
    names = [line.get("fingerprint") for line in lines]
    if not all(isinstance(name, str) for name in names) or names != sorted(set(names)):
        return fault("R23", "submissions.jsonl is not sorted, or has one twice")
    inside = {path for path in data if path.startswith("submissions/")}
    for line in lines:
        folder = f"submissions/{line['fingerprint']}/"
        try:
            inside -= {folder + "tagmanifest-sha256.txt", folder + "manifest-sha256.txt"}
            proved(line, data[folder + "tagmanifest-sha256.txt"], data[folder + "manifest-sha256.txt"], found)
        except (KeyError, TypeError, ValueError) as error:
            fault("R23", f"submission {line['fingerprint']}: {error}")
    for path in inside:
        fault("R23", f"data/{path} does not belong there")


def proved(line, tags, files, found):
    revisions, signatures = set(line["revisions"]), [canonical(one) for one in line["signatures"]]
    if line["revisions"] != sorted(revisions) or not signatures or signatures != sorted(set(signatures)):
        raise ValueError("its revisions or signatures are not sorted, or there are none")
    if sha256(tags) != line["fingerprint"] or f"{sha256(files)}  manifest-sha256.txt".encode() not in tags.split(b"\n"):
        raise ValueError("its manifests are not those of that fingerprint")
    held = {kind: {name: {revision: one for revision, one in all_of_it.items() if revision in revisions}
                   for name, all_of_it in found[kind].items()} for kind in TYPES}
    held = {kind: {name: some for name, some in records.items() if some} for kind, records in held.items()}
    if sum(len(some) for records in held.values() for some in records.values()) != len(revisions):
        raise ValueError("a revision of it is not in the bundle")
    needed = [f"records/{kind}.jsonl" for kind in TYPES[:3]]
    stated = [one for one in files.splitlines(True) if one[66:].startswith((b"data/records/", b"data/history/"))]
    given = [{"data/" + path: content for path, content in View(held, draft).files().items() if content or path in needed}
             for draft in (False, True)]
    if b"".join(stated) not in map(manifest, given):
        raise ValueError("its manifest is not what its revisions give")


# ----------------------------------------------------------------------------------------------------------------------

class Faults:
    """What is wrong, as `code: what`; and what is merely worth saying."""

    def __init__(self):
        self.said, self.notes, self.later = [], [], False

    def __call__(self, code, what):
        if self.later and (code == "value.vocabulary" or code == "field.unknown" and what.rpartition("/")[2].isascii()):
            return  # 15: what a later minor version may add
        self.said.append(f"{code}: {what}")

    @property
    def count(self):
        return len(self.said)

    def note(self, what):
        self.notes.append(what)


def check(path):
    print(path)
    fault = Faults()
    try:
        with open(path, "rb") as file:
            files = archive(file.read(), fault)
        data = bag(files, fault)
        lines = payload(data, fault)
        found = records(lines, data, fault)
        if not fault.count:
            view(found, data, fault)
            tables(lines, data, fault)
            submissions(data, found, fault)
    except (Broken, struct.error, UnicodeDecodeError) as broken:
        fault("cannot be read", broken)
    else:
        rows = ", ".join(f"{len(lines.get(f'records/{kind}.jsonl', []))} {kind}" for kind in TYPES)
        print(f"  {rows}; {sum(len(lines.get(f'history/{kind}.jsonl', [])) for kind in TYPES)} lines of history")
        print("  fingerprint", sha256(files["jdx/tagmanifest-sha256.txt"]))
    for note in fault.notes:
        print("  note:", note)
    for said in fault.said:
        print(" ", said)
    print("  right" if not fault.count else f"  {fault.count} faults")
    return not fault.count


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(0 if all([check(path) for path in sys.argv[1:]]) else 1)
