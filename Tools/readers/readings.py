"""What each reader gives, in one form, so that the same questions can be put to all."""
import json
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Table:
    cells: dict = field(default_factory=dict)   # (row, column): text, where the reader puts it
    areas: set = field(default_factory=set)     # (row, column, rows, columns) of merged cells
    has_head: bool = False                      # its first row is marked as a heading


@dataclass
class Reading:
    text: str = ""
    tables: list = field(default_factory=list)
    blocks: int = 0
    placed: int = 0
    names_hidden_sheet: bool = False


def jdx(program):
    def read(path):
        run = subprocess.run([program, "text", path, "--format", "blocks"], capture_output=True)
        if run.returncode != 0:
            raise RuntimeError(run.stderr.decode())
        reading = Reading()
        walk_jdx(json.loads(run.stdout), reading)
        # What a reader left out is for whoever imports, and said there.
        with tempfile.TemporaryDirectory() as folder:
            bundle, report = f"{folder}/a.jdx", f"{folder}/report.json"
            subprocess.run([program, "import", path, "-o", bundle, "--report", report], capture_output=True)
            if os.path.exists(report):
                with open(report, encoding="utf-8") as file:
                    warnings = [x for document in json.load(file)["documents"] for x in document["warnings"]]
                reading.names_hidden_sheet = any(x["code"] == "source.hiddenSheet" for x in warnings)
        return reading
    return read


def walk_jdx(blocks, reading, inside=False):
    for block in blocks:
        if not inside:
            reading.blocks += 1
            reading.placed += "place" in block
        if block["kind"] != "table":
            reading.text += block["text"] + "\n"
            continue
        table = Table()
        reading.tables.append(table)
        for row, cells in enumerate(block["rows"]):
            for column, cell in enumerate(cells):
                cell = {"text": cell} if isinstance(cell, str) else cell
                if cell.get("isCovered"):
                    continue
                table.cells[row, column] = cell["text"]
                reading.text += cell["text"] + "\n"
                area = (row, column, cell.get("rows", 1), cell.get("columns", 1))
                if area[2:] != (1, 1):
                    table.areas.add(area)
                walk_jdx(cell.get("tables", []), reading, inside=True)


def python_docx(path):
    from docx import Document
    reading = Reading()
    walk_docx(Document(path), reading)
    return reading


def walk_docx(parent, reading):
    from docx.table import Table as WordTable
    for block in parent.iter_inner_content():
        reading.blocks += 1
        if not isinstance(block, WordTable):
            reading.text += block.text + "\n"
            continue
        table = Table()
        reading.tables.append(table)
        seen = {}
        for row, cells in enumerate(block.rows):
            for column, cell in enumerate(cells.cells):
                # A merged cell comes once for every place that it covers.
                seen.setdefault(cell._tc, []).append((row, column))
                table.cells[row, column] = cell.text
        for tc, at in seen.items():
            (row, column), (last, end) = at[0], at[-1]
            if len(at) > 1:
                table.areas.add((row, column, last - row + 1, end - column + 1))
            reading.text += table.cells[row, column] + "\n"
        for row in block.rows:
            for cell in {cell._tc: cell for cell in row.cells}.values():
                if cell.tables:
                    nested = Reading()
                    walk_docx(cell, nested)
                    reading.tables += nested.tables


def openpyxl(path):
    from openpyxl import load_workbook
    reading = Reading()
    book = load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            reading.names_hidden_sheet = True
            continue
        table = Table()
        reading.tables.append(table)
        reading.blocks, reading.placed = reading.blocks + 1, reading.placed + 1
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    table.cells[cell.row - 1, cell.column - 1] = str(cell.value)
                    reading.text += str(cell.value) + "\n"
        for area in sheet.merged_cells.ranges:
            left, top, right, bottom = area.bounds
            table.areas.add((top - 1, left - 1, bottom - top + 1, right - left + 1))
    return reading


def trafilatura(path):
    import trafilatura as library
    with open(path, "rb") as file:
        return from_html(library.extract(file.read(), include_tables=True, output_format="xml") or "", "row", ("cell",))


def markitdown(path):
    from markitdown import MarkItDown
    text = MarkItDown().convert(path).text_content
    reading = Reading(text=text)
    table = None
    for line in text.split("\n"):
        if not line.startswith("|"):
            reading.blocks, table = reading.blocks + bool(line.strip()), None
        elif re.fullmatch(r"[|\s:-]+", line) and table:
            # Markdown cannot do without a heading; an empty one is no row of the table.
            table.has_head = any(table.cells.values())
            if not table.has_head:
                table.cells, row = {}, 0
        else:
            if table is None:
                table = Table()
                reading.tables.append(table)
                reading.blocks, row = reading.blocks + 1, 0
            for column, cell in enumerate(line.strip().strip("|").split("|")):
                table.cells[row, column] = cell.strip()
            row += 1
    return reading


def pandoc(path):
    run = subprocess.run(["pandoc", path, "-t", "html"], capture_output=True)
    if run.returncode != 0:
        raise RuntimeError(run.stderr.decode(errors="replace"))
    return from_html(run.stdout.decode(errors="replace"), "tr", ("td", "th"))


def from_html(text, row, cells):
    parser = Markup(row, cells)
    parser.feed(text)
    parser.close()
    return parser.reading


class Markup(HTMLParser):
    """Tables of HTML or XML on their grid, as a browser lays them out; numbers of <ol> as a browser prints them."""

    def __init__(self, row, cells):
        super().__init__()
        self.row, self.cell, self.reading, self.open, self.lists = row, cells, Reading(), [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "table":
            table = Table()
            self.reading.tables.append(table)
            self.open.append([table, -1, 0, set(), None])
            self.reading.blocks += 1
        elif tag == self.row and self.open:
            self.open[-1][1:3] = self.open[-1][1] + 1, 0
        elif tag in self.cell and self.open:
            frame = self.open[-1]
            table, row, column, taken, _ = frame
            while (row, column) in taken:
                column += 1
            down, across = int(attributes.get("rowspan", 1)), int(attributes.get("colspan", 1))
            taken |= {(row + r, column + c) for r in range(down) for c in range(across)}
            if (down, across) != (1, 1):
                table.areas.add((row, column, down, across))
            table.has_head |= row == 0 and (tag == "th" or attributes.get("role") == "head")
            table.cells[row, column] = ""
            frame[2], frame[4] = column + across, (row, column)
        elif tag == "ol":
            self.lists.append([int(attributes.get("start", 1)), attributes.get("type")])
        elif tag == "li" and self.lists:
            number, form = self.lists[-1]
            self.lists[-1][0] += 1
            self.reading.text += f"{number}." if form in (None, "1") else ""
        elif tag in ("p", "head", "item", "h1", "h2"):
            self.reading.blocks += 1

    def handle_endtag(self, tag):
        if tag == "table" and self.open:
            self.open.pop()
        elif tag in self.cell and self.open:
            self.open[-1][4] = None
        elif tag == "ol" and self.lists:
            self.lists.pop()
        if tag in ("p", "li", "head", "h1", "h2", "item", *self.cell):
            self.reading.text += "\n"

    def handle_data(self, data):
        if not self.open or data.strip():
            self.reading.text += data.strip("\n")
        if self.open and self.open[-1][4] is not None:
            table, at = self.open[-1][0], self.open[-1][4]
            table.cells[at] = (table.cells[at] + data).strip()
