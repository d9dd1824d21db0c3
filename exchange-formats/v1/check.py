#!/usr/bin/env python3
"""Check jdx bundles without jdx, on the packages bagit, cryptography, frictionless and jsonschema.

    check.py FILE.jdx …        one line for each fault, or what the bundle is; exit code 0 valid, 1 not, 2 not readable

Archive, bag, data package, lines, schemas, revisions and signatures are checked here. Whether the records fit together, and
what rows, tables and submissions follow from them, is asked of examples/read_bundle.py, which knows nothing of jdx either.
R numbers and codes are the rules of spec.md, section 12.
"""
import base64, itertools, json, logging, mmap, re, struct, sys, tempfile, zipfile, zlib
from pathlib import Path

import bagit, frictionless, jsonschema, referencing
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import load_der_public_key

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE / "examples"))
from read_bundle import TYPES, Faults, canonical, manifest, records, sha256, submissions, tables, view  # noqa: E402

SCHEMAS = [json.loads(path.read_bytes()) for path in (HERE / "schemas").glob("*.schema.json")]
REGISTRY = referencing.Registry().with_resources((one["$id"], referencing.Resource.from_contents(one)) for one in SCHEMAS)
SCHEMA = {one["$id"].split(":")[-1] + "s": jsonschema.Draft202012Validator(one, registry=REGISTRY) for one in SCHEMAS}
NEW = ("additionalProperties", "unevaluatedProperties", "enum")  # what a later minor version may add to
PATH = "jdx(/(?!(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])([./]|$))[A-Za-z0-9_.-]*[A-Za-z0-9_-]){1,7}"
WIDE = 0xFFFFFFFF  # the least number that takes the 64-bit extension


class Fault(Exception):
    """Nothing behind it can be checked."""


def archive(path):
    """3: built again from what its directory names, the file is the same to the byte."""
    with open(path, "rb") as file:
        raw = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    end = len(raw) - 86
    if end < 0 or raw[end:end + 4] != b"PK\5\6":
        raise Fault("R19: no end record with a comment of 64 bytes at the end of the file")
    if raw[-64:] != sha256(memoryview(raw)[:end]).encode():
        raise Fault("R20: the comment is not the hash of what stands before the end record")
    files, directory, offset, total = {}, bytearray(), 0, 0
    entries = zipfile.ZipFile(path).infolist()
    for entry in entries:
        name, method, packed, size = entry.filename, entry.compress_type, entry.compress_size, entry.file_size
        total += size
        if not re.fullmatch(PATH, name) or len(name) > 255 or len(entries) > 200_000 \
                or size > 1 << 32 or total > 8 << 30 or size > (1 << 20) + 1000 * packed:
            raise Fault(f"R19: path or size of {name!r}, or too many")
        sizes = (size, packed) if size >= WIDE else ()
        local, central = extra(*sizes), extra(*sizes, *[offset] * (offset >= WIDE))

        def fields(extra):
            return struct.pack("<HHHHHIIIHH", 45 if extra else 20, 0, method, 0, 33, entry.CRC,
                               WIDE if sizes else packed, min(size, WIDE), len(name), len(extra))
        directory += b"PK\1\2" + bytes([45 if central else 20, 3]) + fields(central) + struct.pack(
            "<HHHII", 0, 0, 0, 0x81A40000, min(offset, WIDE)) + name.encode() + central
        head = b"PK\3\4" + fields(local) + name.encode() + local
        data = raw[offset + len(head):offset + len(head) + packed]
        if raw[offset:offset + len(head)] != head or len(data) != packed:
            raise Fault(f"R19: the header of {name} does not stand where the entry before it ends, or is another")
        offset += len(head) + packed
        if method == 8:
            stream = zlib.decompressobj(-15)
            data = stream.decompress(data, size + 1)
            if not stream.eof or stream.unused_data or packed >= size:
                raise Fault(f"R19: compressed data of {name}")
        if method not in (0, 8) or len(data) != size or zlib.crc32(data) != entry.CRC:
            raise Fault(f"R19: contents of {name}")
        files[name.removeprefix("jdx/")] = data
    paths = {name.lower() for name in files}
    folders = {name[:place.start()] for name in paths for place in re.finditer("/", name)}
    if list(files) != sorted(files) or len(paths) < len(entries) or folders & paths:
        raise Fault("R19: paths are not in order, or not told apart")
    count, tail = len(files), b""
    if max(len(directory), offset) >= WIDE or count > 65534:
        tail = struct.pack("<4sQHHIIQQQQ4sIQI", b"PK\6\6", 44, 0x032D, 45, 0, 0, count, count, len(directory), offset,
                           b"PK\6\7", 0, offset + len(directory), 1)
    tail += struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, min(count, 0xFFFF), min(count, 0xFFFF),
                        min(len(directory), WIDE), min(offset, WIDE), 64)
    if raw[offset:-64] != directory + tail:
        raise Fault("R19: a field of the directory or of the end, or bytes that belong to no entry")
    return files


def extra(*numbers):
    return struct.pack(f"<HH{len(numbers)}Q", 1, 8 * len(numbers), *numbers) if numbers else b""


def bag(files, folder):
    """4, 5.2: returns the minor version of the format."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    payload = {path: data for path, data in files.items() if path.startswith("data/")}
    tags = {path: data for path, data in files.items() if not path.startswith(("data/", "signatures/", "tagmanifest"))}
    for name, named in (("manifest-sha256.txt", payload), ("tagmanifest-sha256.txt", tags)):
        if files.get(name) != manifest(named):
            raise Fault(f"R21: {name} is not what the files give")
    info = files.get("bag-info.txt", b"").decode().split("\n")
    versions = [line for line in info if line.startswith("Jdx-Format-Version: ")]
    size = f"Payload-Oxum: {sum(map(len, payload.values()))}.{len(payload)}"
    if [line for line in info if line.startswith("Payload-Oxum: ")] != [size] \
            or files.get("bagit.txt") != b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
        raise Fault("R21: bagit.txt or Payload-Oxum")
    if "fetch.txt" in files:
        raise Fault("R21: a bundle is whole in itself and has no fetch.txt")
    if len(versions) != 1 or not re.fullmatch("Jdx-Format-Version: 1[.][0-9]+", versions[0]):
        raise Fault(f"R22: {versions} is no version 1")
    try:
        bagit.Bag(str(folder)).validate()
    except bagit.BagError as error:
        raise Fault(f"R21: {error}")
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


def lines(data, minor, fault):
    """5, 6, 7: the rows of each file; each line is right for itself."""
    found, kind = {}, f"({'|'.join(TYPES)})[.]"
    for path, content in data.items():
        folder, _, name = path.partition("/")
        wanted = {"records": kind + "jsonl", "history": kind + "jsonl", "tables": kind + "csv" if minor == 0 else ".*",
                  "text": sha256(content) + "[.]txt", "sources": sha256(content) + "[.][^/]+"}.get(folder, ".*")
        if not re.fullmatch(wanted, name):
            fault("R23", f"data/{path} does not belong there")
        elif folder in ("records", "history", "contacts.jsonl"):
            rows = found[path] = []
            if content and not content.endswith(b"\n"):
                fault("R18", f"data/{path} does not end with LF")
            for number, line in enumerate(content.split(b"\n")[:-1], 1):
                row(line, (name or folder).removesuffix(".jsonl"), f"data/{path}:{number}", rows, minor, fault)
    for name in TYPES[:3]:
        if f"records/{name}.jsonl" not in found:
            fault("R23", f"no data/records/{name}.jsonl")
    for path in found:
        if not data[path] and path not in (f"records/{name}.jsonl" for name in TYPES[:3]):
            fault("R24", f"data/{path} has no line")
    return found


def row(line, kind, place, rows, minor, fault):
    try:
        value = parsed(line)
    except (ValueError, RecursionError) as error:
        return fault("R18", f"{place}: {error}")
    if canonical(value) != line:
        fault("R17", f"{place}: not canonical")
    body = {name: inner for name, inner in value.items() if name != "revision"}
    if kind in TYPES and "heads" not in value and value.get("revision") != sha256(canonical(body)):
        fault("R12", f"{place}: revision")
    for error in SCHEMA[kind].iter_errors(value):
        if minor == 0 or error.validator not in NEW:
            return fault("schema", f"{place}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    rows.append(value)


def signer(seal, name, signed):
    """4.5: who signed; ValueError where it does not fit."""
    try:
        one = parsed(seal)
        key, signature = (base64.b64decode(one[member], validate=True) for member in ("publicKey", "signature"))
        if one["key"] != sha256(key) or name not in (None, f"signatures/{one['key']}.json"):
            raise ValueError("the key has another name")
        if one["algorithm"] != "ed25519":
            return f"{one['algorithm']} by {one['key']}, not checked here"
        load_der_public_key(key).verify(signature, signed)
        return f"ed25519 by {one['key']}"
    except (InvalidSignature, KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error) or "the signature does not fit")


def signatures(files, fault):
    """4.5, 5.5: the signers of the bundle itself, once all signatures in it fit."""
    seals = [(name, files[name], files["tagmanifest-sha256.txt"]) for name in files if name.startswith("signatures/")]
    for one in map(parsed, files.get("data/submissions.jsonl", b"").splitlines()):
        tags = files[f"data/submissions/{one['fingerprint']}/tagmanifest-sha256.txt"]
        seals += [(None, canonical(seal), tags) for seal in one["signatures"]]
    signers = []
    for name, seal, signed in seals:
        try:
            signers += [signer(seal, name, signed)] if name else signer(seal, name, signed)[:0]
        except ValueError as error:
            fault("R26", f"{name or 'a submission'}: {error}")
    return signers


def check(path):
    """Prints what is found; whether the bundle is valid."""
    fault = Faults()
    try:
        files = archive(path)
        with tempfile.TemporaryDirectory() as folder:
            minor = bag(files, Path(folder))
        fault.later = minor > 0
        data = {path[5:]: content for path, content in files.items() if path.startswith("data/")}
        found = lines(data, minor, fault)
        if not fault.count:
            revisions = records(found, data, fault)
        if not fault.count:
            view(revisions, data, fault)
            tables(found, data, fault)
            submissions(data, revisions, fault)
        signers = signatures(files, fault) if not fault.count else []
    except (zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        fault("R19", str(error))
    except (Fault, ValueError) as error:
        fault.said.append(str(error))
    for one in fault.said:
        print(f"{path}: {one}")
    if not fault.count:
        signed = "; signed: " + ", ".join(signers) if signers else "; unsigned"
        print(f"{path}: valid, fingerprint {sha256(files['tagmanifest-sha256.txt'])}{signed}")
    return not fault.count


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
