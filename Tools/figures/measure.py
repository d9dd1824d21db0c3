"""Holds what was found against what is labelled.

Strict: the places overlap, and bounds, comparator (> counts as >=, < as <=) and unit are right, scale words multiplied out. Hits
of one program that overlap each other are one find, and right where one of them is.
"""
SAME = {"=": "eq", "~": "approx", ">=": "ge", ">": "ge", "<=": "le", "<": "le", "gt": "ge", "lt": "le"}
SCALES = (("万亿", 10**12), ("千万", 10**7), ("百万", 10**6), ("亿", 10**8), ("万", 10**4))


def plain(text):
    return "".join((text or "").split()).replace("％", "%")


def key(low, high, comparator, unit):
    """A figure by its meaning: bounds with the scale multiplied out, comparator, unit."""
    low, high = (None if bound is None else round(float(bound), 6) for bound in (low, high))
    unit, comparator = plain(unit), SAME.get(comparator, comparator)
    for word, factor in SCALES:
        if unit.startswith(word):
            low, high = (bound and round(bound * factor, 3) for bound in (low, high))
            unit = unit[len(word):]
            break
    return None if comparator == "le" else low, None if comparator == "ge" else high, comparator, unit


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def finds(hits):
    """Hits that overlap, as groups."""
    groups = []
    for hit in sorted(hits, key=lambda hit: (hit["span"][0], hit["span"][1])):
        if groups and groups[-1]["span"][1] > hit["span"][0]:
            groups[-1]["span"][1] = max(groups[-1]["span"][1], hit["span"][1])
            groups[-1]["hits"].append(hit)
        else:
            groups.append({"span": list(hit["span"]), "hits": [hit]})
    return groups


def pairs(text):
    text = plain(text)
    return {text[place:place + 2] for place in range(len(text) - 1)} or {text}


def is_subject(wanted, given):
    a, b = pairs(wanted), pairs(given)
    return len(a & b) >= 0.5 * max(1, min(len(a), len(b))) and 0.3 * len(a) <= len(b) <= 3 * len(a) + 8


def role(name):
    return {"baseline": "benchmark"}.get(name, name)


class Score:
    def __init__(self):
        self.found = self.wanted = self.right = self.distractors = self.taken = self.subject = self.role = 0

    def add(self, label, hits):
        text, wanted = label["text"], label["indicators"]
        groups = finds(hits)
        places = [text.find(quote) for quote in label.get("ambiguous") or []]
        free = [(at, at + len(quote)) for at, quote in zip(places, label.get("ambiguous") or []) if at >= 0]
        groups = [group for group in groups
                  if not any(overlap(group["span"], place) for place in free)
                  or any(overlap(group["span"], want["span"]) for want in wanted)]
        self.found += len(groups)
        self.wanted += len(wanted)
        for want in wanted:
            meant = key(want["low"], want["high"], want["comparator"], want["unit"])
            match = next(((group, hit) for group in groups for hit in group["hits"]
                          if overlap(hit["span"], want["span"]) and hit["key"] == meant), None)
            if match:
                groups.remove(match[0])
                self.right += 1
                self.subject += is_subject(want.get("subject"), match[1].get("subject"))
                self.role += role(want.get("role")) == role(match[1].get("role"))
        after = {}
        for quote in label.get("distractors") or []:
            at = after[quote] = text.find(quote, after.get(quote, -1) + 1)
            self.distractors += 1
            self.taken += at >= 0 and any(overlap(group["span"], (at, at + len(quote))) for group in groups)

    @property
    def strict(self):
        return 2 * self.right / max(1, self.found + self.wanted)

    def cells(self, names_things=True):
        share = lambda count: f"{count / max(1, self.right):.3f}" if names_things else "—"
        return [f"{self.strict:.3f}", f"{self.taken / max(1, self.distractors):.3f}", share(self.subject), share(self.role)]
