#!/usr/bin/env python3
"""Write a jdx bundle of one invented document.

Written from the text of the jdx exchange format specification (version 1) and the published files beside it, which a
bundle carries, without any jdx program at hand; Python's standard library only. Numbers in the comments are sections of
that page.

    write_bundle.py OUT.jdx [--variant 2] [--stored]

Each variant is a document of an invented bureau of another city: two goals with three measures, one item of context,
five indicators, a contact, one item that a person corrected and one that a person removed. The two can be merged.
Bureaus, papers and numbers are invented; no person in them is real.
"""
import argparse, hashlib, io, json, re, struct, unicodedata, zipfile, zlib
from collections import Counter
from pathlib import Path

PUBLISHED = Path(__file__).resolve().parents[1]

# --- the two documents ------------------------------------------------------------------------------------------------
# A line of text is (what stands before the words, the words, what stands after, the item that the words make or None).

def figure(quote, subject, comparator, *numbers, unit, **more):
    """An indicator without its place: 7.5, its table of comparators among it."""
    low = {} if comparator in ("le", "lt") else {"low": numbers[0]}
    high = {} if comparator in ("ge", "gt") else {"high": numbers[-1]}
    return {"quote": quote, "subject": subject, "comparator": comparator, **low, **high, "unit": unit,
            "role": "target", "valueKind": "level", "commitment": "firm", **more}


def condition(subject, comparator, *numbers, unit):
    """A qualifier: a figure that is a condition (7.5)."""
    whole = figure("", subject, comparator, *numbers, unit=unit)
    return {name: whole[name] for name in ("subject", "comparator", "low", "high", "unit") if name in whole}


KEY = {"code": "key", "label": "重点目标"}

VARIANTS = {1: {
    "kind": "workPlan", "title": "2032年度工作计划", "year": 2032, "date": "2032-01-15", "file": "sound-plan.txt",
    "province": "浙江省", "city": {"code": "330200", "name": "宁波市"}, "organization": "宁波市声音档案局",
    "lines": [
        ("", "宁波市声音档案局2032年度工作计划", "", None),
        ("（", "2032年1月15日", "）", None),
        ("", "过去一年，本局收到许多关于老街叫卖声的来信，市民盼望这些声音留得下来。", "", {"role": "context"}),
        ("一、", "建起城市声音档案库", "（重点目标）", {"role": "goal", "category": KEY, "number": 1}),
        ("1.", "年内采录街巷声音样本1200段。", "", {"role": "measure", "number": 1, "figures": [
            figure("1200段", "街巷声音样本", "eq", "1200", unit="段")]}),
        ("2.", "单场到场30人以上的听音会不少于36场。", "", {"role": "measure", "number": 2, "figures": [
            figure("不少于36场", "听音会", "ge", "36", unit="场",
                   qualifiers=[condition("单场到场人数", "ge", "30", unit="人")])]}),
        ("二、", "让市民听得方便", "", {"role": "goal", "number": 2}),
        ("1.", "力争设置听音亭20至25处，平均等候时间不超过8分钟，每日接待约450人次。", "", {
            "role": "measure", "number": 1, "figures": [
                figure("20至25处", "听音亭", "between", "20", "25", unit="处", commitment="stretch"),
                figure("不超过8分钟", "平均等候时间", "le", "8", unit="分钟"),
                figure("约450人次", "每日接待", "approx", "450", unit="人次",
                       review={"level": "low", "reason": "“力争”是否也管到这一句，请人看一看。"})]}),
        ("", "第1页，共1页", "", {"role": "context"}),
        ("联系人：", "示例联系人", "，电话000-00000000", None)],
    "correct": ("1.", {"due": {"date": "2032-12-31", "text": "年内"}}, "原读漏了完成期限"),
    "remove": ("第1页，共1页", "这是页脚，不是正文"),
}, 2: {
    "kind": "targetSheet", "title": "2033年雨水花园目标表", "year": 2033,
    "number": "雨园〔2033〕4号", "file": "rain-targets.txt",
    "province": "湖北省", "city": {"code": "420100", "name": "武汉市"},
    "organization": "湖北省武汉市雨水花园局（示例）",
    "lines": [
        ("", "湖北省武汉市雨水花园局（示例）", "\t雨园〔2033〕4号", None),
        ("", "2033年雨水花园目标表", "", None),
        ("", "雨季一来，低处的几条小巷总要积水，今年的目标都从这里想起。", "", {"role": "context"}),
        ("重点目标\t1\t", "把雨水留在花园里", "", {"role": "goal", "category": KEY, "number": 1}),
        ("\t举措甲\t", "全年新建雨水花园15座。", "", {"role": "measure", "figures": [
            figure("15座", "新建雨水花园", "eq", "15", unit="座")]}),
        ("\t举措乙\t", "面积2.5公顷以上的公园，雨水就地消纳率80%以上。", "", {"role": "measure", "figures": [
            figure("80%以上", "雨水就地消纳率", "ge", "80", unit="%",
                   qualifiers=[condition("公园面积", "ge", "2.5", unit="公顷")])]}),
        ("\t2\t", "教会邻里照看花园", "", {"role": "goal", "number": 2}),
        ("\t举措丙\t", "争取培训养护志愿者300至350人，报修响应24小时以内，发放图册约1.20万册。", "", {
            "role": "measure", "figures": [
                figure("300至350人", "养护志愿者", "between", "300", "350", unit="人", commitment="stretch"),
                figure("24小时以内", "报修响应", "le", "24", unit="小时"),
                figure("约1.20万册", "图册", "approx", "1.20", unit="万册",
                       review={"level": "low", "reason": "小数末位的零照原文保留，请核对。"})]}),
        ("", "（表完）", "", {"role": "context"}),
        ("联系人\t", "示例联系人", "\t000-00000000", None)],
    "correct": ("\t举措甲\t", {"due": {"date": "2033-12-31", "text": "全年"}}, "补上完成期限"),
    "remove": ("（表完）", "这是表的结束标记，不是内容"),
}}

CONTACT = {"role": "contact", "name": "示例联系人", "phone": "000-00000000"}
PERSON = {"by": "示例校对员", "date": "2034-02-03"}


# --- 2, 6, 7.1: hash, canonical JSON, revision ------------------------------------------------------------------------

def sha256(data):
    return hashlib.sha256(data).hexdigest()


def canonical(value):
    return json.dumps(in_order(value), ensure_ascii=False, separators=(",", ":")).encode()


def in_order(value):
    """Keys by their UTF-16 units; `sort_keys` goes by code points, and those of an extension can tell the difference."""
    if isinstance(value, dict):
        return {key: in_order(value[key]) for key in sorted(value, key=lambda key: key.encode("utf-16-be"))}
    return [in_order(one) for one in value] if isinstance(value, list) else value


def revised(record):
    return {**record, "revision": sha256(canonical(record))}


# --- 9: ids -----------------------------------------------------------------------------------------------------------

def escaped(name):
    return re.sub("[^A-Za-z0-9\u3007\u4e00-\u9fa5-]", lambda found: "_x%04X_" % ord(found[0]), name)


def organisation(name, province, city):
    name = unicodedata.normalize("NFKC", name)
    for starts in ((province, province.removesuffix("省")), (city.removesuffix("市"),)):
        for start in starts:
            if name.startswith(start) and name != start:
                name = name[len(start):]
                break
    return escaped(name)


def document_id(of):
    name = organisation(of["organization"], of["province"], of["city"]["name"])
    number = ".n" + escaped(of["number"]) if "number" in of else ""
    return f"cn{of['city']['code']}.{name}.{of['year']}.{of['kind']}{number}"


def item_id(owner, item, ordinals):
    if item["role"] == "goal" and "category" in item:
        name = item["category"]["code"] + "-"
    else:
        name = "m" if item["role"] == "measure" else item["role"] + "-"
    ordinals[owner, name] += 1
    return f"{owner}.{name}{ordinals[owner, name]}"


# --- 7: records -------------------------------------------------------------------------------------------------------

def document(of, text):
    """7.3: the source is the text itself, in UTF-8."""
    data = text.encode()
    return revised({
        "id": document_id(of), **{name: of[name] for name in ("kind", "title", "city", "date", "number") if name in of},
        "organization": {"name": of["organization"]}, "period": year(of), "language": "zh-Hans",
        "source": {"path": of["file"], "sha256": sha256(data), "mediaType": "text/plain", "encoding": "UTF-8",
                   "scalars": len(text)},
        "text": {"path": f"text/{sha256(data)}.txt", "sha256": sha256(data), "scalars": len(text)},
        "adapter": {"id": "stranger.hand", "version": 1}})


def year(of):
    return {"start": f"{of['year']}-01-01", "end": f"{of['year']}-12-31"}


def items_and_indicators(of, doc):
    """7.4, 7.5, 10: walk through the lines and count where the words of each stand."""
    items, indicators, ordinals, goal, line_start = [], [], Counter(), None, 0
    for before, words, after, made in of["lines"]:
        start = line_start + len(before)
        line_start = start + len(words) + len(after) + 1
        if not made:
            continue
        item = {name: value for name, value in made.items() if name != "figures"}
        owner = goal if item["role"] == "measure" else doc["id"]
        item |= {"id": item_id(owner, item, ordinals), "document": doc["id"], "reading": doc["revision"],
                 "spans": [{"start": start, "end": start + len(words)}]}
        if item["role"] == "goal":
            goal = item["id"]
            item |= {"title": words, "period": year(of)}
        else:
            item |= {"text": words}
        if owner != doc["id"]:
            item["parent"] = owner
        items.append(revised(item))
        for ordinal, made_figure in enumerate(made.get("figures", []), 1):
            at = start + words.index(made_figure["quote"])
            indicators.append(revised({
                **made_figure, "id": f"{item['id']}.i{ordinal}", "item": item["id"], "reading": doc["revision"],
                "spans": [{"start": at, "end": at + len(made_figure["quote"])}]}))
        if before == of["correct"][0] and item["id"].endswith(".key-1.m1"):
            items.append(correction(items[-1], of["correct"][1], of["correct"][2]))
        if words == of["remove"][0]:
            items.append(tombstone(items[-1], of["remove"][1]))
    return items, indicators


def correction(earlier, changed, why):
    """7.1: a revision that a person made of an earlier one."""
    kept = {name: value for name, value in earlier.items() if name != "revision"}
    return revised({**kept, **changed, "parents": [earlier["revision"]], "change": {**PERSON, "why": why}})


def tombstone(earlier, why):
    return revised({"id": earlier["id"], "removed": True, "parents": [earlier["revision"]],
                    "change": {**PERSON, "why": why}})


# --- 11: rows and history ---------------------------------------------------------------------------------------------

def rows_and_history(revisions):
    """11.1, 11.3, 11.4, for a bundle in which no record has two heads: the only head is the row, unless a tombstone."""
    replaced = {parent for record in revisions for parent in record.get("parents", [])}
    rows = [record for record in revisions if record["revision"] not in replaced and "removed" not in record]
    history = [record for record in revisions if record not in rows]
    return rows, sorted(history, key=lambda record: (record["id"], record["revision"]))


def place(record):
    """11.5, for records of one document and root."""
    return record["spans"][0]["start"], record["id"].count("."), record["id"]


def jsonl(records):
    return b"".join(canonical(record) + b"\n" for record in records)


# --- 5: the payload ---------------------------------------------------------------------------------------------------

TABLES = json.loads((PUBLISHED / "schemas/tables.json").read_bytes())


def payload(of):
    text = "".join(before + words + after + "\n" for before, words, after, _ in of["lines"])
    doc = document(of, text)
    items, indicators = items_and_indicators(of, doc)
    files = {f"{folder}/{doc['text']['sha256']}.txt": text.encode() for folder in ("text", "sources")}
    item_rows, history = rows_and_history(items)
    item_rows.sort(key=place)
    order = [item["id"] for item in item_rows]
    indicators.sort(key=lambda indicator: (order.index(indicator["item"]), *place(indicator)))
    files |= {"records/documents.jsonl": jsonl([doc]), "records/items.jsonl": jsonl(item_rows),
              "records/indicators.jsonl": jsonl(indicators), "history/items.jsonl": jsonl(history),
              "contacts.jsonl": jsonl([{"document": doc["id"], **CONTACT}])}
    for name, rows in (("documents", [doc]), ("items", item_rows), ("indicators", indicators)):
        files[f"tables/{name}.csv"] = table(TABLES[name]["fields"], rows)
    files |= explanations()
    files["datapackage.json"] = datapackage(files)
    return files


def table(fields, rows):
    """5.3"""
    def line(cells):
        return ",".join('"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\r\n') else cell for cell in cells) + "\r\n"
    return "".join([line(field["name"] for field in fields)]
                   + [line(cell(field, row) for field in fields) for row in rows]).encode()


def cell(field, row):
    value = row
    for name in field["name"].split("."):
        value = value.get(name, "") if isinstance(value, dict) else ""
    if "elements" not in field:
        return str(value)
    members, separator = field["elements"].get("members"), field["elements"].get("separator", "")

    def escaped(part):
        return "".join("\\" + one if one in "\\;" + separator else one for one in str(part))
    return ";".join(separator.join(escaped(element.get(name, "")) for name in members) if members else escaped(element)
                    for element in value)


def explanations():
    """5.4"""
    paths = ["spec.md", "bagit-profile.json", "schemas/tables.json",
             *(f"schemas/{name}.schema.json" for name in ("common", "contact", "document", "indicator", "item", "link")),
             *(f"vocabularies/{name}.yaml" for name in ("categories", "labels", "themes", "units"))]
    return {"README.md": (PUBLISHED / "bundle-readme.md").read_bytes(),
            **{"format/" + path: (PUBLISHED / path).read_bytes() for path in paths}}


def datapackage(files):
    """5.2"""
    media = {"jsonl": "application/jsonl", "txt": "text/plain", "md": "text/markdown", "json": "application/json",
             "csv": "text/csv", "yaml": "application/yaml"}
    resources = []
    for path, data in sorted(files.items()):
        form = path.rpartition(".")[2]
        resources.append({"path": path, "name": path.partition(".")[0].lower().replace("/", "-"), "type": "file",
                          "format": form, "mediatype": media.get(form, "application/octet-stream"),
                          "bytes": len(data), "hash": "sha256:" + sha256(data)})
        if path.startswith("tables/"):
            name = path.removeprefix("tables/").removesuffix(".csv")
            resources[-1] |= {"type": "table", "encoding": "utf-8", "schema": TABLES[name]}
    return canonical({"name": "jdx-bundle", "resources": resources, "version": "1.0"}) + b"\n"


# --- 4: the bag -------------------------------------------------------------------------------------------------------

def bag(data_files):
    data = {"data/" + path: content for path, content in data_files.items()}
    tags = {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": ("BagIt-Profile-Identifier: urn:jdx:bagit-profile:1\n"
                         "External-Description: jdx exchange bundle: yearly goals and work summaries\n"
                         "Jdx-Format-Version: 1.0\n"
                         f"Payload-Oxum: {sum(map(len, data.values()))}.{len(data)}\n").encode(),
        "manifest-sha256.txt": manifest(data)}
    return {**data, **tags, "tagmanifest-sha256.txt": manifest(tags)}


def manifest(files):
    return "".join(f"{sha256(content)}  {path}\n" for path, content in sorted(files.items())).encode()


# --- 3: the archive ---------------------------------------------------------------------------------------------------

def archive(files, stored=False):
    """zipfile writes the fields of section 3 if it is told these few; the comment comes after, over what it wrote."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", allowZip64=False) as zipped:
        for path, content in sorted(files.items()):
            entry = zipfile.ZipInfo("jdx/" + path, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0x81A40000
            deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
            smaller = len(deflater.compress(content) + deflater.flush()) < len(content)
            method = zipfile.ZIP_DEFLATED if smaller and not stored else zipfile.ZIP_STORED
            zipped.writestr(entry, content, method, 9)
    entries, end = buffer.getvalue()[:-22], buffer.getvalue()[-22:]
    return entries + end[:20] + struct.pack("<H", 64) + sha256(entries).encode()


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("out", type=Path)
    options.add_argument("--variant", type=int, choices=VARIANTS, default=1)
    options.add_argument("--stored", action="store_true", help="deflate nothing")
    chosen = options.parse_args()
    files = bag(payload(VARIANTS[chosen.variant]))
    chosen.out.write_bytes(archive(files, chosen.stored))
    print("fingerprint", sha256(files["tagmanifest-sha256.txt"]))


if __name__ == "__main__":
    main()
