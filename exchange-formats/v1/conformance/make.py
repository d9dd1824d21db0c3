#!/usr/bin/env python3
"""Make the conformance suite from the examples beside it: valid/, invalid/ and manifest.json. Takes the package cryptography.

    make.py [FOLDER]           into this folder, or another
    make.py --wide FILE.jdx    a valid bundle of so many entries that it takes the 64-bit extension; 12 MB, so none of the suite
"""
import base64, copy, hashlib, json, shutil, struct, sys, zlib
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent / "examples"))
import read_bundle, write_bundle as writer  # noqa: E402

RULES = HERE.parent / "examples/rules"
CONTEXT = json.loads((RULES / "context.json").read_bytes())
TEXT = CONTEXT["text"].encode()
ITEM, INDICATOR, DOCUMENT = "records/items.jsonl", "records/indicators.jsonl", "records/documents.jsonl"
OUT = Path(sys.argv[1]) if len(sys.argv) == 2 else HERE
WIDE = 0xFFFFFFFF  # what stands for a number that is in the 64-bit extension
cases, merges = [], []


def case(verdict, name, kind, data, rule=None, why="", **more):
    path = OUT / verdict / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    cases.append({"file": f"{verdict}/{name}", "kind": kind, "verdict": verdict, **({"rule": rule} if rule else {}),
                  **more, "why": why})


# --- records, and bundles of few of them: a valid and an invalid one for each rule of records ---------------------------

def payload(records, *texts, draft=False):
    """The files below data/ of a bundle of revisions, as the least writer makes them; the view is read_bundle's."""
    found = {kind: {} for kind in read_bundle.TYPES}
    for kind, record in records:
        found[kind + "s"].setdefault(record["id"], {})[record["revision"]] = record
    files = {path: data for path, data in read_bundle.View(found, draft).files().items()
             if data or path in (DOCUMENT, ITEM, INDICATOR)}
    return files | {f"text/{writer.sha256(text)}.txt": text for text in texts or [TEXT]}


def context(*names):
    kinds = {"document": "document", "goal": "item", "measure": "item"}
    return [(kinds[name], CONTEXT["records"][name]) for name in names]


def rules():
    numbers = [line.split("`")[1] for line in (HERE.parent / "spec.md").read_text().splitlines() if line.startswith("| R")
               and "`" in line.split("|")[2]]
    for number, code in enumerate(numbers, 1):
        for place, example in enumerate(json.loads((RULES / f"{code}.json").read_bytes())["examples"], 1):
            for verdict in ("valid", "invalid"):
                value, about = example[verdict], {"rule": f"R{number}", "code": code, "why": example["why"]}
                if "with" not in example:
                    case(verdict, f"R{number}-{place}.json", "record", writer.canonical(value) + b"\n",
                         type=example["type"], **about)
                    continue
                others = context(*example["with"])
                if isinstance(value, str):
                    files = payload(others) | {f"records/{example['type']}s.jsonl": value.encode() + b"\n"}
                else:
                    try:
                        files = payload([*others, (example["type"], value)])
                    except KeyError:  # a parent or reading that is not there gives no view
                        files = payload(others)
                        path = f"records/{example['type']}s.jsonl"
                        files[path] = files.get(path, b"") + writer.canonical(value) + b"\n"
                case(verdict, f"R{number}-{place}.jdx", "bundle", zipped(writer.bag(files)), **about)


# --- the archive ------------------------------------------------------------------------------------------------------

class Entry:
    """One entry as section 3 wants it; a case changes a field."""
    def __init__(self, path, data, deflate=False):
        self.path, self.data, self.method, self.size, self.crc = path, data, 0, len(data), zlib.crc32(data)
        self.needed, self.flags, self.time, self.date, self.made, self.attributes = 20, 0, 0, 33, 0x0314, 0x81A40000
        self.local_path, self.extra = path, b""
        if deflate:
            stream = zlib.compressobj(9, zlib.DEFLATED, -15)
            self.data, self.method = stream.compress(data) + stream.flush(), 8

    def header(self, path, most, at=None):
        """All but the signature; a central one states where the entry is."""
        central, path = at is not None, path.encode()
        sizes = [self.size, len(self.data)] if self.size > most else []
        extra = wide(sizes + [at] * (central and at > most)) + self.extra
        needed = self.needed if not extra else 45
        fields = struct.pack("<HHHHHIIIHH", needed, self.flags, self.method, self.time, self.date, self.crc,
                             WIDE if sizes else len(self.data), WIDE if sizes else self.size, len(path), len(extra))
        if not central:
            return fields + path + extra
        return struct.pack("<H", self.made if not extra else 0x032D) + fields + struct.pack(
            "<HHHII", 0, 0, 0, self.attributes, WIDE if at > most else at) + path + extra


def wide(numbers):
    """An extra field of the 64-bit extension."""
    return struct.pack(f"<HH{len(numbers)}Q", 1, 8 * len(numbers), *numbers) if numbers else b""


def zipped(files, change=lambda entries: None, between=b"", behind=b"", end=(0, 0), comment=None, deflate=False,
           most=WIDE - 1, most_entries=0xFFFE, wide_end=lambda record: record):
    """`most`: the highest numbers that take no 64-bit extension."""
    entries = [Entry("jdx/" + path, data, deflate and len(data) > 200) for path, data in sorted(files.items())]
    change(entries)
    body, directory = bytearray(between), bytearray()
    for entry in entries:
        directory += b"PK\1\2" + entry.header(entry.path, most, len(body))
        body += b"PK\3\4" + entry.header(entry.local_path, most) + entry.data
    count, size, offset, record = len(entries), len(directory), len(body), b""
    if count > most_entries or max(size, offset) > most:
        record = wide_end(struct.pack("<4sQHHIIQQQQ4sIQI", b"PK\6\6", 44, 0x032D, 45, 0, 0, count, count, size, offset,
                                      b"PK\6\7", 0, offset + size, 1))
    count = 0xFFFF if count > most_entries else count
    tail = struct.pack("<HHHHIIH", *end, count, count, WIDE if size > most else size, WIDE if offset > most else offset, 64)
    all_of_it = bytes(body + directory + record)
    return all_of_it + b"PK\5\6" + tail + (comment or hashlib.sha256(all_of_it).hexdigest().encode()) + behind


def archives(files):
    whole = writer.bag(files)

    def bad(name, why, rule="R19", of=whole, **how):
        case("invalid", f"{rule}-{name}.jdx", "bundle", zipped(of, **how), rule, why)

    def each(**fields):
        def change(entries):
            for name, value in fields.items():
                setattr(entries[0], name, value)
        return change

    def moved(path, local=None):
        def change(entries):
            entries[0].path, entries[0].local_path = path, local or path
            entries.sort(key=lambda entry: entry.path)
        return change
    case("valid", "minimal.jdx", "bundle", zipped(whole), why="a bundle of the least writer, stored")
    case("valid", "deflated.jdx", "bundle", zipped(whole, deflate=True), why="the same, deflated")
    bad("before", "bytes before the first entry", between=b"x")
    bad("behind", "a byte behind the comment", behind=b"\n")
    bad("order", "entries in another order", change=lambda entries: entries.reverse())
    bad("twice", "an entry twice", change=lambda entries: entries.insert(0, copy.copy(entries[0])))
    bad("time", "a time of packing", change=each(time=1))
    bad("date", "a date of packing", change=each(date=0x5821))
    bad("symlink", "a symbolic link", change=each(attributes=0xA1FF0000))
    bad("flags", "a flag of UTF-8 paths", change=each(flags=0x0800))
    bad("made-by", "another system", change=each(made=0x0014))
    bad("needed", "another version needed", change=each(needed=10))
    bad("crc", "a CRC-32 that is not the data's", change=each(crc=1))
    bad("size", "a size that is not the data's", change=each(size=7))
    bad("method", "a method that is neither stored nor deflated", change=each(method=12))
    bad("disk", "a field of the end record", end=(1, 0))
    bad("local-path", "two headers with two paths", change=moved("jdx/bag-info.txt", "jdx/bag-info.TXT"))
    for number, path in enumerate(("jdx/../bag-info.txt", "/jdx/bag-info.txt", "jdx//bag-info.txt", "jdx/con.txt", "jdx/a.",
                                   "jdx/\u00e9.txt", "jdx\\a.txt", "C:/jdx/a.txt", "jdx/" + "a/" * 8 + "a"), 1):
        bad(f"path-{number}", f"the path {path}", change=moved(path))
    bad("extra", "an extra field of another kind", change=each(extra=struct.pack("<HHB", 0x5455, 1, 0)))
    bad("wide-sizes", "sizes that fit, in the 64-bit extension", most=300)
    bad("wide-offset", "offsets that fit, in the 64-bit extension", most=max(map(len, whole.values())))
    bad("wide-entries", "a number of entries that fits, in the 64-bit extension", most_entries=3)
    bad("wide-none", "a number of entries that is in no 64-bit extension", most_entries=3, wide_end=lambda record: b"")
    bad("wide-disks", "a field of the 64-bit extension", most_entries=3, wide_end=lambda record: record[:-4] + b"\2\0\0\0")
    bad("wide-extra", "a 64-bit extra field that no number takes", change=each(extra=wide([70])))
    bad("folded", "paths that differ in case alone", of=writer.bag(files | {"a.txt": b"", "A.txt": b""}))
    bad("bomb", "an entry that inflates beyond the limit", deflate=True,
        of=writer.bag(files | {"x.txt": b"\0" * (48 << 20)}))
    at = zipped(whole)
    case("invalid", "R20-comment.jdx", "bundle", at[:-1] + bytes([at[-1] ^ 1]), "R20", "another comment")
    place = at.index("扩大".encode())
    case("invalid", "R20-bit.jdx", "bundle", at[:place] + bytes([at[place] ^ 1]) + at[place + 1:], "R20",
         "a bit of a record changed")


# --- the bag, the payload and its rows --------------------------------------------------------------------------------

def resealed(bag, **tags):
    """The bag with other tag files, the tag manifest made to fit."""
    bag = {path: data for path, data in (bag | tags).items() if path != "tagmanifest-sha256.txt" and data is not None}
    inside = {path: data for path, data in bag.items() if not path.startswith(("data/", "signatures/"))}
    return bag | {"tagmanifest-sha256.txt": writer.manifest(inside)}


def bags(files):
    whole = writer.bag(files)
    manifest, info = whole["manifest-sha256.txt"], whole["bag-info.txt"]

    def bad(rule, name, why, of):
        case("invalid", f"{rule}-{name}.jdx", "bundle", zipped(of), rule, why)

    def tag(rule, name, why, path, data):
        bad(rule, name, why, resealed(whole, **{path: data}))
    listed = manifest.splitlines(True)
    tag("R21", "manifest-order", "another order", "manifest-sha256.txt", b"".join(reversed(listed)))
    tag("R21", "manifest-short", "a file that is in no manifest", "manifest-sha256.txt", b"".join(listed[1:]))
    tag("R21", "manifest-long", "a file that is not there", "manifest-sha256.txt", manifest + b"0" * 64 + b"  data/z.txt\n")
    tag("R21", "manifest-case", "a hash in capitals", "manifest-sha256.txt", listed[0][:64].upper() + manifest[64:])
    tag("R21", "manifest-line-ends", "CR LF", "manifest-sha256.txt", manifest.replace(b"\n", b"\r\n"))
    tag("R21", "bagit", "another version of BagIt", "bagit.txt", whole["bagit.txt"].replace(b"1.0", b"0.97"))
    tag("R21", "oxum", "another size of the payload", "bag-info.txt", info.replace(b"Oxum: ", b"Oxum: 1"))
    bad("R21", "changed", "a file that is not the one of the manifest", whole | {"data/" + ITEM: files[ITEM] + b"{}\n"})
    bad("R21", "no-tag-manifest", "no tag manifest", {path: data for path, data in whole.items() if "tagm" not in path})
    bad("R21", "tag", "a tag file that no manifest names", whole | {"note.txt": b""})
    tag("R21", "fetch", "files to be fetched", "fetch.txt", b"https://example.org/z.txt 1 data/z.txt\n")
    for name, version in (("later", "2.0"), ("earlier", "0.9"), ("short", "1"), ("long", "1.0.0")):
        tag("R22", name, f"version {version}", "bag-info.txt", info.replace(b"Version: 1.0", f"Version: {version}".encode()))
    tag("R22", "twice", "two versions", "bag-info.txt", info + b"Jdx-Format-Version: 1.0\n")
    text = next(path for path in files if path.startswith("text/"))
    for name, why, changes in (
            ("missing", "no items.jsonl", {ITEM: None}), ("records", "another file of records", {"records/notes.jsonl": b""}),
            ("history", "another file of history", {"history/notes.jsonl": b""}),
            ("tables", "another file of tables", {"tables/people.csv": b""}),
            ("text", "a text under another name", {"text/" + "0" * 64 + ".txt": files[text]}),
            ("source", "a source under another name", {"sources/" + "0" * 64 + ".pdf": b"%PDF"})):
        bad("R23", name, why, writer.bag({path: data for path, data in (files | changes).items() if data is not None}))
    rows = {"documents": [CONTEXT["records"]["document"]], "items": [CONTEXT["records"]["goal"], CONTEXT["records"]["measure"]],
            "indicators": []}
    tables = {f"tables/{name}.csv": writer.table(writer.TABLES[name]["fields"], of) for name, of in rows.items()}
    case("valid", "tables.jdx", "bundle", zipped(writer.bag(files | tables)), why="with its tables")
    case("valid", "one-table.jdx", "bundle", zipped(writer.bag(files | {"tables/items.csv": tables["tables/items.csv"]})),
         why="with one of them")
    items = tables["tables/items.csv"]
    for name, why, table in (("cell", "another number in a cell", items.replace(b"1.5", b"1.6")),
                             ("row", "a row left out", b"".join(items.splitlines(True)[:-1])),
                             ("line-ends", "LF for CR LF", items.replace(b"\r\n", b"\n")),
                             ("columns", "another column", items.replace(b"aim", b"AIM")), ("empty", "nothing", b"")):
        bad("R25", name, why, writer.bag(files | {"tables/items.csv": table}))
    also = resealed(whole, **{"note.txt": "说明".encode()})
    case("valid", "tag-file.jdx", "bundle", zipped(also), why="a tag file of another's own, named in the tag manifest")
    case("valid", "other-files.jdx", "bundle", zipped(writer.bag(files | {"maps/a.txt": b"x"})),
         why="a file below data/ that the format does not know")
    case("valid", "empty.jdx", "bundle", zipped(writer.bag({path: b"" for path in (DOCUMENT, ITEM, INDICATOR)})),
         why="no records")


def signed(bag, number=1, over=None, name=None, **members):
    """4.5: the bag with a signature by a key that anyone can make again."""
    key = Ed25519PrivateKey.from_private_bytes(bytes([number] * 32))
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    one = {"algorithm": "ed25519", "key": writer.sha256(public), "publicKey": base64.b64encode(public).decode(),
           "signature": base64.b64encode(key.sign(over or bag["tagmanifest-sha256.txt"])).decode(), **members}
    return bag | {f"signatures/{name or one['key']}.json": writer.canonical(one) + b"\n"}


def signatures(files):
    whole, other = writer.bag(files), writer.bag(files | {"maps/a.txt": b"x"})
    for name, why, bag in (
            ("signed", "a signature", signed(whole, signer="示例处", date="2031-03-04")),
            ("signed-twice", "signatures of two keys", signed(signed(whole), 2)),
            ("signature-unknown", "a signature of an unknown algorithm", signed(whole, algorithm="of-tomorrow")),
            ("signature-more", "a signature with an unknown member", signed(whole, note="x"))):
        case("valid", name + ".jdx", "bundle", zipped(bag), why=why)
    for name, why, bag in (
            ("old", "the signature of another content", signed(other, over=whole["tagmanifest-sha256.txt"])),
            ("one-of-two", "one that fits and one that does not", signed(signed(whole), 2, over=b"x")),
            ("name", "a file named after another key", signed(whole, name="0" * 64)),
            ("key", "another key's name", signed(whole, key="0" * 64)),
            ("none", "a file that is no signature", whole | {"signatures/a.json": b"{}\n"})):
        case("invalid", f"R26-{name}.jdx", "bundle", zipped(bag), "R26", why)


def changed(record, parents=True, why=None, **members):
    body = {name: value for name, value in record.items() if name not in ("revision", "parents", "change")} | members
    if parents:
        body["parents"] = [record["revision"]]
    if why:
        body["change"] = {"by": "示例处", "date": "2031-03-04", "why": why}
    return writer.revised(body)


def joint(base, one, other, gone, good):
    """11.3: what several heads say, group by group."""
    goal, measure = base[1][1], base[2][1]
    figure = json.loads((RULES / "record.quote.json").read_bytes())["examples"][0]["valid"]
    whole = [*base, ("indicator", figure)]
    due = changed(goal, why="补充", due={"text": "年内", "date": "2031-12-31"})
    early = changed(goal, why="补充", due={"text": "上半年", "date": "2031-06-30"})
    good("joined", "two people changed two groups: a joint row without a conflict", [*base, ("item", one), ("item", due)])
    good("groups", "conflicts of two groups", [*base, ("item", other), ("item", changed(goal, why="更正", title="扩大供给", due=early["due"])),
                                               ("item", due)])
    good("removed", "a tombstone beside two corrections", [*base, ("item", gone), ("item", changed(measure, why="补充", themes=["education"])),
                                                           ("item", changed(measure, why="更正", text="新增学位1.5万个以上。"))])
    most = changed(figure, why="更正", low="1.6", quote="1.6万个以上")
    kind = changed(figure, why="更正", commitment="stretch")
    role = changed(figure, why="更正", role="benchmark")
    three = [*whole, *(("indicator", row) for row in (most, kind, role))]
    good("figure", "three corrections of a figure: two of the group figure, in conflict, and one of another", three)
    good("draft", "a joint row as drafts of the specification wrote it: the whole record is one group", three,
         rows=payload(three, draft=True))
    merges.append({"of": ["valid/draft.jdx"], "gives": "valid/figure.jdx"})
    files = payload(three)
    row = json.loads(files[INDICATOR]) | {"low": "1.6", "quote": "1.6万个以上", "commitment": "stretch"}
    case("invalid", "R24-figure.jdx", "bundle", zipped(writer.bag(files | {INDICATOR: writer.canonical(row) + b"\n"})), "R24",
         "a figure put together from two sides")
    fresh = [*base[:1], ("item", changed(goal, parents=False, title="扩大公办学位供给")), ("item", changed(goal, parents=False, number=2))]
    good("without-base", "two records of one id that know nothing of each other", fresh)


def views():
    """11, 7.1 and 15: history, joint rows, extensions, later versions; and what a union of bundles is."""
    base = context("document", "goal", "measure")
    goal, measure = base[1][1], base[2][1]

    def good(name, why, records, version="1.0", rows=None, **files):
        bag = writer.bag((rows or payload(records)) | files)
        info = bag["bag-info.txt"].replace(b"Version: 1.0", f"Version: {version}".encode())
        bag = resealed(bag, **{"bag-info.txt": info})
        case("valid", name + ".jdx", "bundle", zipped(bag), why=why)
        return bag

    one, other = changed(goal, why="更正", title="扩大学位供给"), changed(goal, why="补充", title="增加公办学位供给")
    theme = changed(goal, why="补充", themes=["education"])
    gone = writer.revised({"id": measure["id"], "removed": True, "parents": [measure["revision"]]})
    good("one", "a correction", [*base, ("item", one)])
    good("other", "another correction of the same", [*base, ("item", other)])
    good("theme", "a correction that says the same of the title", [*base, ("item", theme)])
    good("gone", "a tombstone", [*base, ("item", gone)])
    good("conflict", "two people said two things: a joint row with a conflict", [*base, ("item", one), ("item", other)])
    good("all", "four corrections of two records", [*base, *(("item", row) for row in (one, other, theme, gone))])
    merges.append({"of": ["valid/one.jdx", "valid/other.jdx"], "gives": "valid/conflict.jdx"})
    merges.append({"of": [f"valid/{name}.jdx" for name in ("theme", "other", "gone", "one")], "gives": "valid/all.jdx"})
    joint(base, one, other, gone, good)
    odd = [{"\U0001f600": 1, "\ufb33": 2, "é": 3}, "e\u0301", [], -3, False]
    extended = changed(measure, parents=False, themes=["vendor:墟市"], **{"x-vendor": odd})
    good("extensions", "members x-… and a vendor's words", [*base[:2], ("item", extended)])
    later = changed(measure, parents=False, forecast="13", role="milestone")
    good("later-minor", "version 1.1: an unknown member, an unknown code, another table", [*base[:2], ("item", later)], "1.1",
         **{"tables/items.csv": b"id,new\r\n", "maps/a.txt": b"x"})
    for name in ("minimal", "extensions", "later-minor"):
        merges.append({"of": [f"valid/{name}.jdx"], "gives": f"valid/{name}.jdx"})
    for name, rule, code, why, row in (
            ("key", "R3", "field.unknown", "version 1.1: a member whose key is not ASCII", changed(measure, False, **{"预测": "13"})),
            ("revision", "R12", "record.revision", "version 1.1: a revision that is not the record's hash", later | {"role": "goal"}),
            ("reading", "R13", "record.reference", "version 1.1: a reading that is not there", later | {"reading": "f" * 64})):
        row = row if rule == "R12" else changed(row, False)
        whole = writer.bag({**payload(base[:2]), ITEM: payload(base[:2])[ITEM] + writer.canonical(row) + b"\n"})
        info = whole["bag-info.txt"].replace(b"Version: 1.0", b"Version: 1.1")
        case("invalid", f"{rule}-later-{name}.jdx", "bundle", zipped(resealed(whole, **{"bag-info.txt": info})), rule, why,
             code=code)
    files = payload([*base, ("item", one)])

    def bad(name, why, **changes):
        of = {path: data for path, data in (files | changes).items() if data is not None}
        case("invalid", f"R24-{name}.jdx", "bundle", zipped(writer.bag(of)), "R24", why)
    rows, past = files[ITEM].splitlines(True), files["history/items.jsonl"]
    bad("order", "rows in another order", **{ITEM: b"".join(reversed(rows))})
    bad("row-twice", "a row twice", **{ITEM: rows[0] + files[ITEM]})
    bad("replaced-row", "a row that another revision replaces", **{ITEM: past + rows[1], "history/items.jsonl": rows[0]})
    bad("past-row", "what is replaced among the rows", **{ITEM: past + files[ITEM], "history/items.jsonl": None})
    bad("empty-file", "a file of history without lines", **{"history/links.jsonl": b""})
    people = [writer.canonical({"document": base[0][1]["id"], "role": role, "name": "示例联系人"}) + b"\n"
              for role in ("contact", "head")]
    case("valid", "contacts.jdx", "bundle", zipped(writer.bag(files | {"contacts.jsonl": b"".join(sorted(people))})),
         why="with people")
    bad("contacts", "people in another order", **{"contacts.jsonl": b"".join(sorted(people, reverse=True))})
    bad("contacts-twice", "a person twice", **{"contacts.jsonl": people[0] * 2})


def redactions():
    """11.8: a redacted bundle, alone and beside its original."""
    base = context("document", "goal", "measure")
    document, goal, measure = (record for _, record in base)
    scalars = list(TEXT.decode())
    scalars[goal["spans"][0]["start"]] = scalars[measure["spans"][0]["start"]] = "\u2588"
    text = "".join(scalars).encode()

    def covered(record, redacted, **members):
        return changed(record, parents=False, redacted=redacted, **members)
    paper = covered(
        document, [{"rule": "contact", "count": 2}, {"rule": "source", "path": "/source/sha256", "count": 1},
                   {"rule": "name", "path": "/text", "count": 2}],
        source={name: value for name, value in document["source"].items() if name != "sha256"},
        text={**document["text"], "path": f"text/{writer.sha256(text)}.txt", "sha256": writer.sha256(text)})
    rows = [("item", covered(row, [{"rule": "figure", "count": 1}, {"rule": "history", "count": 1},
                                   {"rule": "name", "path": f"/{name}", "count": 1}],
                             reading=paper["revision"], **{name: "\u2588" + row[name][1:]}))
            for row, name in ((goal, "title"), (measure, "text"))]
    alone, beside = [("document", paper), *rows], [*base, ("document", paper), *rows]
    case("valid", "redacted.jdx", "bundle", zipped(writer.bag(payload(alone, text))), why="redacted")
    case("valid", "redacted-beside.jdx", "bundle", zipped(writer.bag(payload(beside, TEXT, text))),
         why="redacted, beside its original, which is shown")
    merges.append({"of": ["valid/minimal.jdx", "valid/redacted.jdx"], "gives": "valid/redacted-beside.jdx"})
    merges.append({"of": ["valid/redacted.jdx"], "gives": "valid/redacted.jdx"})
    longer = text + "。".encode()
    other = changed(
        paper, parents=False, source={**paper["source"], "scalars": len(longer.decode())},
        text={"path": f"text/{writer.sha256(longer)}.txt", "sha256": writer.sha256(longer), "scalars": len(longer.decode())})
    gone = [("document", writer.revised({"id": one["id"], "removed": True, "parents": [one["revision"]]}))
            for one in (document, other)]
    others = [("item", changed(row, parents=False, reading=other["revision"])) for _, row in rows]
    case("valid", "redacted-removed.jdx", "bundle",
         zipped(writer.bag(payload([*base, ("document", other), *others, *gone], TEXT, longer))),
         why="a removed document, and a removed redacted one of another text, which hides nothing")
    shown = payload(beside, TEXT, text)
    shown[ITEM] += shown.pop("history/items.jsonl")
    case("invalid", "R24-redacted.jdx", "bundle", zipped(writer.bag(shown)), "R24", "redacted items shown beside the original's")
    files = payload(alone, text)
    case("invalid", "R13-redacted-text.jdx", "bundle",
         zipped(writer.bag({path: data for path, data in files.items() if not path.startswith("text/")})), "R13",
         "a redacted document without its text", code="record.reference")
    start = goal["spans"][0]["start"]
    figure = writer.revised({
        "id": goal["id"] + ".i1", "item": goal["id"], "reading": paper["revision"], "role": "target", "comparator": "eq",
        "low": "1", "high": "1", "unit": "", "valueKind": "level", "commitment": "firm",
        "quote": TEXT.decode()[start:start + 2], "spans": [{"start": start, "end": start + 2}]})
    case("invalid", "R16-redacted-quote.jdx", "bundle", zipped(writer.bag(payload([*alone, ("indicator", figure)], text))),
         "R16", "a quote that says what its text no longer says", code="record.quote")


def submissions(files):
    """5.5: a signed bundle inside another one."""
    sent = signed(writer.bag(files))
    sign = [json.loads(data) for path, data in sent.items() if path.startswith("signatures/")]
    revisions = sorted(json.loads(line)["revision"] for path, data in files.items() if path.startswith("records/")
                       for line in data.splitlines())
    tags, manifest = sent["tagmanifest-sha256.txt"], sent["manifest-sha256.txt"]
    name = writer.sha256(tags)

    def bundle(files=files, tags=tags, manifest=manifest, more={}, **members):
        line = {"fingerprint": name, "revisions": revisions, "signatures": sign} | members
        return zipped(writer.bag(files | more | {
            "submissions.jsonl": writer.canonical(line) + b"\n", f"submissions/{name}/tagmanifest-sha256.txt": tags,
            f"submissions/{name}/manifest-sha256.txt": manifest}))
    case("valid", "submission.jdx", "bundle", bundle(), why="a signed bundle inside another one")
    _, (_, goal), _ = base = context("document", "goal", "measure")
    wider = payload([*base, ("item", changed(goal, why="更正", title="扩大学位供给"))])
    case("valid", "submission-of-less.jdx", "bundle", bundle(wider), why="the same, with a correction that came after it")
    for case_name, why, data in (
            ("tags", "a submission whose tag manifest is not that of its fingerprint", bundle(tags=tags + b"\n")),
            ("manifest", "a submission whose manifest its tag manifest does not name", bundle(manifest=manifest + b"\n")),
            ("revisions", "a submission that lacks a revision of its own", bundle(revisions=revisions[1:])),
            ("absent", "a submission with a revision that the bundle lacks", bundle(revisions=sorted([*revisions, "0" * 64]))),
            ("unsigned", "a submission without a signature", bundle(signatures=[])),
            ("file", "another file in a submission's folder", bundle(more={f"submissions/{name}/note.txt": b""}))):
        case("invalid", f"R23-submission-{case_name}.jdx", "bundle", data, "R23", why)
    forged = [json.loads(data) for path, data in signed(sent, over=b"x").items() if path.startswith("signatures/")]
    case("invalid", "R26-submission.jdx", "bundle", bundle(signatures=forged), "R26", "a submission whose signature does not fit")


def main():
    if sys.argv[1:2] == ["--wide"]:
        files = payload(context("document", "goal", "measure"))
        many = {f"maps/{number:05}": b"" for number in range(0xFFFF)}
        return Path(sys.argv[2]).write_bytes(zipped(writer.bag(files | many)))
    for folder in ("valid", "invalid"):
        shutil.rmtree(OUT / folder, ignore_errors=True)
    rules()
    files = payload(context("document", "goal", "measure"))
    archives(files)
    bags(files)
    signatures(files)
    views()
    redactions()
    submissions(files)
    lines = ",\n".join("    " + json.dumps(one, ensure_ascii=False) for one in cases)
    unions = ",\n".join("    " + json.dumps(one, ensure_ascii=False) for one in merges)
    (OUT / "manifest.json").write_text(f'{{\n  "format": "1.0",\n  "cases": [\n{lines}\n  ],\n  "merges": [\n{unions}\n  ]\n}}\n')


if __name__ == "__main__":
    main()
