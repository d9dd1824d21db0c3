/// Reads a page with Python's own parser and says what it holds, and what is wrong with it.
enum PageReader {
  static let script = """
    import base64, hashlib, json, re
    from html.parser import HTMLParser

    VOID = {"meta", "input", "br"}
    TAGS = set('''html head meta title style body header p h1 h2 h3 b dl dt dd div svg rect line circle text input nav label
    span output button main section details summary br table thead tbody tr th td del ins ul li script'''.split())

    class Page(HTMLParser):
        def __init__(self):
            super().__init__(convert_charrefs=True)
            self.open, self.problems, self.text, self.raw = [], [], [], {"style": [], "script": []}
            self.ids, self.entries, self.figures, self.names = [], 0, 0, {}
            self.policy, self.seen = "", set()

        def handle_starttag(self, tag, attributes):
            named = dict(attributes)
            classes = (named.get("class") or "").split()
            if tag not in TAGS: self.problems.append("tag " + tag)
            for name in named:
                if name.startswith("on") or name in ("href", "src", "style", "action"): self.problems.append(tag + " " + name)
            if named.get("http-equiv") == "Content-Security-Policy": self.policy = named["content"]
            if "id" in named:
                if named["id"] in self.seen: self.problems.append("twice " + named["id"])
                self.seen.add(named["id"])
            if tag == "label": self.problems += [] if named.get("for") in self.seen else ["label of nothing"]
            self.entries += "entry" in classes
            self.figures += "figure" in classes
            if tag not in VOID: self.open.append((tag, classes))

        def handle_endtag(self, tag):
            if not self.open or self.open.pop()[0] != tag: self.problems.append("end of " + tag)

        def handle_data(self, data):
            if not self.open: return
            tag, classes = self.open[-1]
            if tag in self.raw: self.raw[tag].append(data)
            else:
                self.text.append(data)
                if "id" in classes: self.ids.append(data)
                if tag == "h1" or "headline" in classes: self.names[tag] = self.names.get(tag, "") + data

        def handle_comment(self, data): self.problems.append("comment")

    source = open("page.html", encoding="utf-8").read()
    page = Page()
    page.feed(source)
    page.close()
    if page.open: page.problems.append("open: " + str(page.open))
    if not source.startswith("<!DOCTYPE html>"): page.problems.append("no doctype")
    allowed = "default-src 'none'"
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        if len(re.findall("<" + tag + "[ >]", source)) != 1: page.problems.append("not one " + tag)
        digest = hashlib.sha256("".join(page.raw[tag]).encode()).digest()
        allowed += "; " + rule + " 'sha256-" + base64.b64encode(digest).decode() + "'"
    if page.policy != allowed + "; base-uri 'none'; form-action 'none'": page.problems.append("policy " + page.policy)
    print(json.dumps({
        "problems": page.problems, "ids": page.ids, "entries": page.entries, "figures": page.figures,
        "heading": page.names.get("h1", ""), "headline": page.names.get("p", ""), "text": "".join(page.text)}))
    """
}
