"""Word documents and workbooks of the plugins' corpora, from their texts; the same texts give the same bytes.

Needs openpyxl and python-docx. Each plugin's make_corpus.py holds the texts.
"""

import datetime
import io
import re
import zipfile

from docx import Document
from openpyxl import Workbook
from openpyxl.styles import Alignment

DAY = datetime.datetime(2031, 1, 1)


def save(write, path):
    """Without times of writing and in fixed order."""
    buffer = io.BytesIO()
    write(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            # openpyxl writes the time of saving whatever the properties say.
            data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2031-01-01T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


def workbook(sheets, path):
    """sheets: name, rows, merged ranges (A1:H1)."""
    book = Workbook()
    book.remove(book.active)
    for name, rows, merged in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
        for row in sheet.iter_rows():
            for cell in row:
                cell.alignment = Alignment(wrap_text=True)
        for range_ in merged:
            sheet.merge_cells(range_)
    book.properties.created = book.properties.modified = DAY
    save(book.save, path)


def document(parts, path, footer=None):
    """parts: a paragraph's text, (style, text), ("*", bold, rest), or a table as a list of rows."""
    paper = Document()
    for part in parts:
        if isinstance(part, list):
            table = paper.add_table(rows=0, cols=max(map(len, part)))
            table.style = "Table Grid"
            for row in part:
                for cell, text in zip(table.add_row().cells, row):
                    cell.text = text
        elif isinstance(part, str):
            paper.add_paragraph(part)
        elif part[0] == "*":
            paragraph = paper.add_paragraph()
            paragraph.add_run(part[1]).bold = True
            paragraph.add_run(part[2])
        else:
            paper.add_paragraph(part[1], style=part[0])
    if footer:
        paper.sections[0].footer.paragraphs[0].text = footer
    paper.core_properties.created = paper.core_properties.modified = DAY
    save(paper.save, path)
