"""The questions, and how many of the right answers a reading gives."""
import documents


def count(answers):
    answers = list(answers)
    return sum(map(bool, answers)), len(answers)


def table_with(reading, text):
    return max(reading.tables, key=lambda table: text in table.cells.values(), default=None)


def placed(reading, grid):
    """Cells that stand at their row and column; text of a merged cell may be repeated in what it covers."""
    table = table_with(reading, grid[-2][4])
    return count(table is not None and table.cells.get((row, column)) == text for row, column, _, _, text in grid)


def areas(reading, grid):
    table = table_with(reading, grid[-2][4])
    return count(table is not None and cell[:4] in table.areas for cell in grid if cell[2:4] != (1, 1))


def numbers(reading):
    lines = ["".join(line.split()) for line in reading.text.split("\n")]
    return count(any(line.endswith(number + text) for line in lines) for _, number, text in documents.LIST)


def said(reading, texts):
    return count(text in reading.text for text in texts)


def unsaid(reading, texts, beside=documents.BODY[1]):
    """What is left out while the words beside it are read: nothing is left out of mojibake."""
    return count(beside in reading.text and text not in reading.text for text in texts)


def continued(reading):
    table = table_with(reading, documents.CONTINUED[2])
    return count([table is not None and documents.CONTINUED[2] in table.cells.values() and not table.has_head])


def sheet_cells():
    texts = {area.split(":")[0]: text for area, text in documents.SHEET_MERGES.items()} | documents.SHEET_HEAD
    return [(int(cell[1:]) - 1, ord(cell[0]) - ord("A"), 1, 1, text) for cell, text in texts.items()]


def shown(reading):
    table = reading.tables[0] if reading.tables else None
    return count(
        table is not None and table.cells.get((int(cell[1:]) - 1, ord(cell[0]) - ord("A"))) == text
        for cell, _, _, text in documents.SHOWN)


def sheet_areas(reading):
    table = reading.tables[0] if reading.tables else None
    return count(table is not None and area in table.areas for area in [(0, 0, 1, 5), (2, 0, 3, 1)])


def sheet_placed(reading):
    table = reading.tables[0] if reading.tables else None
    return count(table is not None and table.cells.get(cell[:2]) == cell[4] for cell in sheet_cells())


def sheet_covered(reading):
    """Places under a merged cell: empty, or the merged cell's text again, and nothing made up."""
    table = reading.tables[0] if reading.tables else None
    places = [((0, at), "A1:E1") for at in range(1, 5)] + [((3, 0), "A3:A5"), ((4, 0), "A3:A5")]
    return count(
        table is not None and table.cells.get(place, "") in ("", documents.SHEET_MERGES[area]) for place, area in places)


FACTS = {
    "docx": [
        ("cells at their row and column", lambda r: placed(r, documents.GRID)),
        ("merged areas with their extent", lambda r: areas(r, documents.GRID)),
        ("cells of the nested table", lambda r: placed(r, documents.NESTED)),
        ("continued table: first row is no heading", continued),
        ("automatic numbers (一、 （一） 1.)", numbers),
        ("tracked insertions kept", lambda r: said(r, documents.INSERTED)),
        ("tracked deletions left out", lambda r: unsaid(r, documents.DELETED)),
        ("hidden text left out", lambda r: unsaid(r, [documents.HIDDEN])),
        ("page header beside the text", lambda r: unsaid(r, [documents.RUNNING_HEAD])),
        ("paragraphs kept", lambda r: said(r, documents.BODY)),
        ("blocks with a place", lambda r: (r.placed, r.blocks)),
    ],
    "xlsx": [
        ("cells at their row and column", sheet_placed),
        ("merged areas with their extent", sheet_areas),
        ("nothing made up below merged cells (NaN)", sheet_covered),
        ("dates, percentages, sums as shown", shown),
        ("hidden sheet out of the text", lambda r: unsaid(r, [documents.HIDDEN_SHEET], documents.SHEET_HEAD["B2"])),
        ("hidden sheet reported", lambda r: count([r.names_hidden_sheet])),
        ("blocks with a place", lambda r: (r.placed, r.blocks)),
    ],
    "html": [
        ("cells at their row and column", lambda r: placed(r, documents.GRID)),
        ("merged areas with their extent", lambda r: areas(r, documents.GRID)),
        ("rare characters of GB18030", lambda r: said(r, documents.RARE)),
        ("navigation beside the text", lambda r: unsaid(r, documents.NAVIGATION)),
        ("hidden text left out", lambda r: unsaid(r, [documents.HIDDEN])),
        ("paragraphs kept", lambda r: said(r, documents.BODY)),
        ("blocks with a place", lambda r: (r.placed, r.blocks)),
    ],
}
