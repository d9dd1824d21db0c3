#!/usr/bin/env python3
"""What another program finds in sentences. Runs in an environment of Tools/figure-peers.

peers.py NAME < sentences     a line of JSON for each line: [[start, end, low, high, comparator, unit]…]
peers.py NAME --speed FILE SECONDS     megabytes a second, for about so long

Values are multiplied out; the comparator is = where the program knows none; its unit is put in Chinese. Offsets count
characters. Times of day and dates are no figures and left out.
"""
import difflib
import json
import os
import re
import sys
import time

COMPARATORS = {"accurate": "=", "blur": "~", "blur+": ">=", "blur-": "<="}
UNITS = {
    "China Yuan": "元", "Chinese yuan": "元", "Renminbi": "元", "Dollar": "美元", "United States dollar": "美元", "Kilometer": "公里",
    "Meter": "米", "Centimeter": "厘米", "Square kilometer": "平方公里", "Square meter": "平方米", "Cubic meter": "立方米",
    "Mu": "亩", "Hectare": "公顷", "Ton": "吨", "Metric ton": "吨", "Kilogram": "公斤", "Gram": "克", "Year": "年",
    "Month": "月", "Day": "天", "Hour": "小时", "Minute": "分钟", "C": "摄氏度", "Percentage": "%"}


def number(text):
    text = str(text).rstrip("%")
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?([eE][-+]?\d+)?", text) else None


def cn2an():
    """Rewrites the text and gives no places: what has changed is what it took for a number."""
    import cn2an as package

    def find(sentence):
        written = package.transform(sentence, "cn2an")
        changes = difflib.SequenceMatcher(None, sentence, written, False).get_opcodes()
        return [[a, b, number(written[c:d]), number(written[c:d]), "=", "%" if "%" in written[c:d] else ""]
                for kind, a, b, c, d in changes if kind != "equal"]
    return find


def chinese2digits():
    import chinese2digits as package

    def find(sentence):
        result, hits, place = package.takeNumberFromString(sentence, percentConvert=False), [], 0
        for written, value in zip(result["CHNumberStringList"], result["digitsStringList"]):
            start = sentence.find(written, place)
            if start < 0:
                continue
            place = start + len(written)
            hits.append([start, place, number(value), number(value), "=", "%" if value.endswith("%") else ""])
        return hits
    return find


def jionlp():
    import jionlp as package
    money = package.ner.extract_money

    def find(sentence):
        hits = []
        for found in money(sentence):
            value = found["detail"]["num"]
            low, high = value if isinstance(value, list) else (value, value)
            comparator = COMPARATORS.get(found["detail"]["definition"], "=")
            if comparator == "~" and isinstance(value, list):
                comparator = "between"
            hits.append([*found["offset"], number(low), number(high), comparator, found["detail"]["case"]])
        return hits
    return find


def recognizers():
    import recognizers_suite as package
    names = ("number", "percentage", "currency", "dimension")

    def find(sentence):
        hits = []
        for name in names:
            for found in getattr(package, "recognize_" + name)(sentence, package.Culture.Chinese):
                resolution = found.resolution or {}
                value = resolution.get("value")
                unit = resolution.get("unit") or ("%" if name == "percentage" else "")
                hits.append([found.start, found.end + 1, number(value), number(value), "=", UNITS.get(unit, unit)])
        return hits
    return find


def safely(find):
    """A program that fails at a sentence finds nothing in it."""
    def tried(sentence):
        try:
            return find(sentence)
        except Exception:
            return []
    return tried


def speed(find, path, seconds):
    with open(path, encoding="utf-8") as file:
        sentences = [part for line in file for part in re.split("[。！？；\n]", line) if part]
    find(sentences[0])
    done, start = 0, time.process_time()
    for sentence in sentences:
        find(sentence)
        done += len(sentence.encode())
        if time.process_time() - start > seconds:
            break
    return done / 1e6 / max(1e-9, time.process_time() - start)


def main():
    readers = {"cn2an": cn2an, "chinese2digits": chinese2digits, "jionlp": jionlp, "recognizers": recognizers}
    # What they print while they are loaded is no result.
    out, sys.stdout = sys.stdout, open(os.devnull, "w")
    find = safely(readers[sys.argv[1]]())
    if "--speed" in sys.argv:
        print(f"{speed(find, sys.argv[3], float(sys.argv[4])):.4f}", file=out)
    else:
        for line in sys.stdin:
            print(json.dumps(find(line.rstrip("\n")), ensure_ascii=False), file=out)


if __name__ == "__main__":
    main()
