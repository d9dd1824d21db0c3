#!/usr/bin/env python3
"""Check jdx bundles without jdx, on the packages bagit, cryptography, frictionless and jsonschema.

    check.py FILE.jdx …        one line for each fault, or what the bundle is; exit code 0 valid, 1 not, 2 not readable

Archive, bag, data package, tables, lines, revisions, references, quotes and signatures are checked. Left to a full reader
is R24: which revisions become rows, and their order (section 11). R numbers are the rules of spec.md, section 12.
"""
import base64, datetime, hashlib, io, itertools, json, logging, re, struct, sys, tempfile, zipfile, zlib
from decimal import Decimal
from pathlib import Path

import bagit, frictionless, jsonschema, referencing
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import load_der_public_key

TYPES = ("documents", "items", "indicators", "links")
SCHEMAS = [json.loads(path.read_bytes()) for path in (Path(__file__).parent / "schemas").glob("*.schema.json")]
REGISTRY = referencing.Registry().with_resources((one["$id"], referencing.Resource.from_contents(one)) for one in SCHEMAS)
SCHEMA = {one["$id"].split(":")[-1] + "s": jsonschema.Draft202012Validator(one, registry=REGISTRY) for one in SCHEMAS}
TABLES = json.loads((Path(__file__).parent / "schemas/tables.json").read_bytes())
NEW = ("additionalProperties", "unevaluatedProperties", "enum")  # what a later minor version may add to


class Fault(Exception):
    """Nothing behind it can be checked."""


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def archive(raw):
    """3, without the 64-bit extension: built again from what its directory names, the file is the same to the byte."""
    end = len(raw) - 86
    if end < 0 or raw[end:end + 4] != b"PK\5\6":
        raise Fault("R19: no end record with a comment of 64 bytes at the end of the file")
    if raw[-64:] != sha256(raw[:end]).encode():
        raise Fault("R20: the comment is not the hash of what stands before the end record")
    files, parts, directory, offset, total = {}, [], b"", 0, 0
    for entry in zipfile.ZipFile(io.BytesIO(raw)).infolist():
        path, method, packed, size = entry.filename, entry.compress_type, entry.compress_size, entry.file_size
        total += size
        if not re.fullmatch("jdx(/(?!(con|prn|aux|nul|com[0-9]|lpt[0-9])([./]|$))[A-Za-z0-9_.-]*[A-Za-z0-9_-]){1,7}", path) \
                or len(path) > 255 or size > 1 << 32 or total > 8 << 30 or size > (1 << 20) + 1000 * packed:
            raise Fault(f"R19: path or size of {path!r}")
        head = struct.pack("<HHHHHIIIHH", 20, 0, method, 0, 33, entry.CRC, packed, size, len(path), 0)
        at = entry.header_offset + 30 + len(path)
        data = raw[at:at + packed]
        parts += [b"PK\3\4", head, path.encode(), data]
        directory += b"PK\1\2\x14\3" + head + struct.pack("<HHHII", 0, 0, 0, 0x81A40000, offset) + path.encode()
        offset += 30 + len(path) + packed
        if method == 8:
            stream = zlib.decompressobj(-15)
            data = stream.decompress(data, size + 1)
            if not stream.eof or stream.unused_data or packed >= size:
                raise Fault(f"R19: compressed data of {path}")
        if method not in (0, 8) or len(data) != size or zlib.crc32(data) != entry.CRC:
            raise Fault(f"R19: contents of {path}")
        files[path.removeprefix("jdx/")] = data
    paths = [path.lower() for path in files]
    folders = {path[:place] for path in paths for place in range(len(path)) if path[place] == "/"}
    if list(files) != sorted(files) or len(set(paths)) < len(parts) // 4 or folders & set(paths):
        raise Fault("R19: paths are not in order, or not told apart")
    tail = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory), offset, 64)
    if b"".join([*parts, directory, b"PK\5\6", tail]) != raw[:-64]:
        raise Fault("R19: a field of the archive, or bytes that belong to no entry")
    return files


def bag(files, folder):
    """4, 5.2: returns the minor version of the format."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    payload = {path: data for path, data in files.items() if path.startswith("data/")}
    tags = {path: data for path, data in files.items() if not path.startswith(("data/", "signatures/", "tagmanifest"))}
    for name, named in (("manifest-sha256.txt", payload), ("tagmanifest-sha256.txt", tags)):
        if files.get(name) != "".join(f"{sha256(data)}  {path}\n" for path, data in sorted(named.items())).encode():
            raise Fault(f"R21: {name} is not what the files give")
    try:
        bagit.Bag(str(folder)).validate()
    except bagit.BagError as error:
        raise Fault(f"R21: {error}")
    info = files["bag-info.txt"].decode().split("\n")
    versions = [line for line in info if line.startswith("Jdx-Format-Version: ")]
    size = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}"
    if [line for line in info if line.startswith("Payload-Oxum: ")] != [size] \
            or files["bagit.txt"] != b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
        raise Fault("R21: bagit.txt or Payload-Oxum")
    if len(versions) != 1 or not re.fullmatch("Jdx-Format-Version: 1[.][0-9]+", versions[0]):
        raise Fault(f"R22: {versions} is no version 1")
    if "data/datapackage.json" in files:
        report = frictionless.Package(str(folder / "data/datapackage.json")).validate()
        if not report.valid:
            raise Fault(f"R25: frictionless: {report.flatten(['note'])[0][0]}")
    return int(versions[0].split(".")[1])


def parsed(line):
    """6"""
    def members(pairs):
        if len(dict(pairs)) < len(pairs):
            raise ValueError("a key twice")
        return dict(pairs)

    def refused(word):
        raise ValueError(f"{word} is no value here")
    plain = re.sub(rb'"([^"\\]|\\.)*"', b"", line)
    depth = max(itertools.accumulate((one in b"[{") - (one in b"]}") for one in plain), default=0)
    if b"null" in plain or depth > (69 if b'"heads":' in line else 64):
        raise ValueError("null, or too deep")
    value = json.loads(line.decode(), object_pairs_hook=members, parse_float=refused, parse_constant=refused,
                       parse_int=lambda word: int(word) if word != "-0" and abs(int(word)) < 1 << 53 else refused(word))
    if not isinstance(value, dict):
        raise ValueError("no object")
    return value


def lines(files, minor, fault):
    """5, 6, 7: the objects of each file; revisions are right."""
    found = {}
    for path, data in files.items():
        folder, _, name = path.removeprefix("data/").rpartition("/")
        kind = name.removesuffix(".jsonl")
        if folder in ("text", "sources") and not name.startswith(sha256(data) + ".") \
                or folder in ("records", "history") and kind not in TYPES \
                or minor == 0 and folder == "tables" and name.removesuffix(".csv") not in TYPES:
            fault(f"R23: {path} does not belong there")
        if folder not in ("records", "history") and path != "data/contacts.jsonl":
            continue
        rows = found[folder, kind] = []
        for number, line in enumerate(data.split(b"\n")[:-1] if data.endswith(b"\n") or not data else [b""], 1):
            place = f"{path}:{number}"
            try:
                value = parsed(line)
            except (ValueError, RecursionError) as error:
                fault(f"R18: {place}: {error}")
                continue
            errors = [error for error in SCHEMA[kind].iter_errors(value) if minor == 0 or error.validator not in NEW]
            for error in errors[:1]:
                fault(f"schema: {place}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
            if canonical(value) != line:
                fault(f"R17: {place}: not canonical")
            body = {name: inner for name, inner in value.items() if name != "revision"}
            if folder and "heads" not in value and value.get("revision") != sha256(canonical(body)):
                fault(f"R12: {place}: revision")
            if not errors:
                values(value, fault, place)
                rows.append(value)
    for kind in TYPES[:3]:
        if ("records", kind) not in found:
            fault(f"R23: no data/records/{kind}.jsonl")
    return found


def values(value, fault, place):
    """7.2, 7.5: what a schema can't say of one object."""
    if isinstance(value, dict):
        start, end, low, high = map(value.get, ("start", "end", "low", "high"))
        if start is not None and end is not None and (start >= end if isinstance(start, int) else start > end):
            fault(f"R10: {place}: {start} to {end}")
        comparator = value.get("comparator")
        if comparator in ("eq", "approx") and low != high or comparator == "between" and Decimal(low) > Decimal(high):
            fault(f"R11: {place}: {comparator} {low} {high}")
        for key in ("start", "end", "date"):
            if isinstance(value.get(key), str):
                try:
                    datetime.date.fromisoformat(value[key])
                except ValueError:
                    fault(f"R7: {place}: {value[key]}")
        if value.get("parents", []) != sorted(set(value.get("parents", []))):
            fault(f"R14: {place}: parents")
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        values(inner, fault, place)


def references(found, files, fault):
    """10, 11, 12: between the records, and into the texts."""
    of = {kind: {} for kind in TYPES}  # by id, then revision
    for (folder, kind), rows in found.items():
        for row in rows if folder else ():
            if "heads" not in row:
                of[kind].setdefault(row["id"], {})[row["revision"]] = row
    documents, items = of["documents"], of["items"]
    for kind in TYPES:
        for name, revisions in of[kind].items():
            replaced = {parent for row in revisions.values() for parent in row.get("parents", ())}
            if not replaced <= set(revisions):
                fault(f"R13: {name}: parents")
            for row in revisions.values():
                if kind == "documents" and not row.get("removed"):
                    sha = row["text"]["sha256"]
                    if row["text"]["path"] != f"text/{sha}.txt" or f"data/text/{sha}.txt" not in files:
                        fault(f"R13: {name}: text")
                if row["revision"] not in replaced and not row.get("removed"):
                    head(kind, row, documents, items, files, fault)
    for (_, kind), rows in found.items():
        for row in rows if kind == "contacts" else ():
            if row["document"] not in documents:
                fault(f"R13: contact of {row['document']}")


def head(kind, row, documents, items, files, fault):
    def text(document):
        return files.get(f"data/text/{document['text']['sha256']}.txt", b"").decode()
    name, owner = row["id"], row.get("parent", row.get("item", row.get("document")))
    if kind == "documents":
        words = text(row)
        if row["text"]["scalars"] != len(words) or any(mark["end"] > len(words) for mark in row.get("marks", ())):
            fault(f"R15: {name}: a mark, or text.scalars")
        elif any(words[mark["start"]:mark["end"]] != mark["text"] for mark in row.get("marks", ())):
            fault(f"R16: {name}: a mark")
    elif kind in ("items", "indicators"):
        of = [row["document"]] if kind == "items" else [item.get("document") for item in items.get(row["item"], {}).values()]
        readings = {revision: one for each in of for revision, one in documents.get(each, {}).items()}
        if row["reading"] not in readings or owner not in (items if "parent" in row or "item" in row else documents):
            return fault(f"R13: {name}: reading or {owner}")
        words = text(readings[row["reading"]])
        if not name.startswith(owner + "."):
            fault(f"R9: {name} does not begin with {owner}")
        if any(span["end"] > len(words) for span in row["spans"]):
            fault(f"R15: {name}")
        elif "change" not in row and "quote" in row \
                and "".join(words[span["start"]:span["end"]] for span in row["spans"]) != row["quote"]:
            fault(f"R16: {name}")


def table(fields, rows):
    """5.3"""
    def cell(field, value):
        for name in field["name"].split("."):
            value = value.get(name, "") if isinstance(value, dict) else ""
        members, by = (field.get("elements", {}).get(name, "") for name in ("members", "separator"))
        if "elements" in field:
            def marked(part):
                return "".join("\\" * (one in "\\;" + by) + one for one in str(part))
            value = ";".join(by.join(marked(one.get(name, "")) for name in members) if members else marked(one) for one in value)
        return f'"{value}"'.replace('"', '""')[1:-1] if set(str(value)) & set(',"\r\n') else str(value)
    return "".join(",".join(cells) + "\r\n" for cells in [
        [field["name"] for field in fields], *([cell(field, row) for field in fields] for row in rows)]).encode()


def signatures(files, fault):
    """Each key that signed, or what is wrong with its signature."""
    for path in files:
        if not path.startswith("signatures/"):
            continue
        try:
            one = parsed(files[path])
            key, signature = (base64.b64decode(one[name], validate=True) for name in ("publicKey", "signature"))
            if one["key"] != sha256(key) or path != f"signatures/{one['key']}.json":
                raise ValueError("the key has another name")
            if one["algorithm"] != "ed25519":
                yield f"{one['algorithm']} by {one['key']}, not checked here"
                continue
            load_der_public_key(key).verify(signature, files["tagmanifest-sha256.txt"])
            yield f"ed25519 by {one['key']}"
        except (InvalidSignature, ValueError, KeyError, TypeError, AttributeError) as error:
            fault(f"R26: {path}: {error or 'the signature does not fit'}")


def check(path):
    """Prints what is found; whether the bundle is valid."""
    faults = []
    try:
        files = archive(Path(path).read_bytes())
        with tempfile.TemporaryDirectory() as folder:
            minor = bag(files, Path(folder))
        found = lines(files, minor, faults.append)
        if not faults:
            references(found, files, faults.append)
        for kind in TYPES if not faults and minor == 0 else ():
            stated = files.get(f"data/tables/{kind}.csv")
            if stated is not None and stated != table(TABLES[kind]["fields"], found.get(("records", kind), [])):
                faults.append(f"R25: tables/{kind}.csv does not say what the records say")
        signers = list(signatures(files, faults.append))
    except (Fault, zipfile.BadZipFile, zlib.error, UnicodeDecodeError, NotImplementedError) as error:
        faults.append(str(error))
    for fault in faults:
        print(f"{path}: {fault}")
    if not faults:
        signed = "; signed: " + ", ".join(signers) if signers else "; unsigned"
        print(f"{path}: valid, fingerprint {sha256(files['tagmanifest-sha256.txt'])}{signed}")
    return not faults


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    try:
        sys.exit(0 if all([check(path) for path in sys.argv[1:]]) else 1)
    except OSError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
