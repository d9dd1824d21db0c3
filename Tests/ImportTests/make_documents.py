"""Writes a target sheet and a meeting report, given as plain text, in other formats.

make_documents.py SHEET.txt REPORT.txt FOLDER [--office]: python-docx and openpyxl write DOCX and XLSX, msoffcrypto-tool
encrypts them; with --office, LibreOffice turns these into ODT, RTF, DOC, PDF, ODS and XLS, and Chromium, where it is
installed, prints the web pages; HTML, MHT, Markdown, CSV and TSV are written here. The rows of the sheet go to rows.json, for what is written elsewhere.
"""

import csv
import email.message
import email.policy
import html
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from docx import Document
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook


def parse(text):
    """Lines above the table, and the table's rows; a line below a row is a row of one cell."""
    head, rows, row = [], [], []
    for line in text.split("\n") + [""]:
        if line.startswith("\t"):
            row.append(line.strip())
            continue
        if row:
            rows.append(row)
            row = []
        if line.strip():
            (rows if rows else head).append([line] if rows else line)
    return head, rows


def write_docx_table(head, rows, columns, path):
    document = Document()
    for line in head:
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=columns)
    table.style = "Table Grid"
    for row in rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[-1]).text = row[0]
        else:
            for cell, text in zip(cells, row):
                cell.text = text
    # A category without words below another one goes on with it.
    first = 1
    for number in range(2, len(rows) + 1):
        if number < len(rows) and (len(rows[number]) == 1 or not rows[number][0]):
            continue
        merged = [n for n in range(first, number) if len(rows[n]) > 1]
        if len(merged) > 1 and merged == list(range(merged[0], merged[-1] + 1)):
            table.cell(merged[0], 0).merge(table.cell(merged[-1], 0)).text = rows[merged[0]][0]
        first = number
    document.save(path)


def write_xlsx(head, rows, columns, path):
    workbook = Workbook()
    sheet = workbook.active
    for number, row in enumerate([[line] for line in head] + rows, start=1):
        for column, text in enumerate(row, start=1):
            sheet.cell(number, column, int(text) if text.isdigit() else text)
        if len(row) == 1:
            sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=columns)
    workbook.save(path)


PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{title}</title>
<style>@media print {{ .nav, .bar {{ display: none }} }}</style></head><body>
<div class="nav"><a href="/">首页</a> <a href="/a">政务公开</a> <a href="/b">工作动态</a></div>
<div class="content">{body}</div>
<div class="bar">【<a href="#">打印</a>】【<a href="#">关闭</a>】</div>
</body></html>
"""


def write_html_table(head, rows, columns, path):
    body = "".join(f"<p>{html.escape(line)}</p>" for line in head) + '<table border="1">'
    for row in rows:
        if len(row) == 1:
            cells = f'<td colspan="{columns}">{html.escape(row[0])}</td>'
        else:
            cells = "".join(f"<td>{html.escape(text)}</td>" for text in row)
        body += f"<tr>{cells}</tr>"
    path.write_text(PAGE.format(charset="utf-8", title="", body=body + "</table>"), encoding="utf-8")


def write_markdown_table(head, rows, columns, path):
    lines = ["\n\n".join(head), ""]
    for number, row in enumerate(rows):
        lines.append("| " + " | ".join(row + [""] * (columns - len(row))) + " |")
        if number == 0:
            lines.append("|" + "---|" * columns)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_delimited(head, rows, columns, path, delimiter, encoding):
    """As a spreadsheet program saves it: every record as long as the longest, lines end in CR LF."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        for row in [[line] for line in head] + rows:
            writer.writerow(row + [""] * (columns - len(row)))


def write_mht(page, path):
    """A page saved with what it shows, as browsers save it."""
    message = email.message.EmailMessage(email.policy.SMTP)
    message["MIME-Version"] = "1.0"
    message["Content-Location"] = "http://example.org/page.html"
    message.set_content(page.read_bytes(), "text", "html", cte="quoted-printable")
    message.add_related(b"GIF89a", "image", "gif")
    path.write_bytes(message.as_bytes())


def encrypt(source, path, password):
    with source.open("rb") as plain, path.open("wb") as encrypted:
        OOXMLFile(plain).encrypt(password, encrypted)


def print_page(browser, page, path, settings):
    subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={settings}",
         "--no-pdf-header-footer", f"--print-to-pdf={path}", page.as_uri()],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def convert(office, path, target, settings):
    subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{settings}", "--convert-to", target, "--outdir",
         str(path.parent), str(path)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


def main(sheet, report, folder, office=None):
    folder = Path(folder)
    head, rows = parse(Path(sheet).read_text(encoding="utf-8"))
    columns = max(map(len, rows))
    write_docx_table(head, rows, columns, folder / "sheet.docx")
    write_xlsx(head, rows, columns, folder / "sheet.xlsx")
    write_html_table(head, rows, columns, folder / "sheet.html")
    write_markdown_table(head, rows, columns, folder / "sheet.md")
    write_delimited(head, rows, columns, folder / "sheet.csv", ",", "gb18030")
    write_delimited(head, rows, columns, folder / "sheet.tsv", "\t", "utf-8")
    (folder / "rows.json").write_text(json.dumps({"head": head, "rows": rows}), encoding="utf-8")

    lines = Path(report).read_text(encoding="utf-8").split("\n")
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(folder / "report.docx")
    body = f"<h1>{html.escape(lines[0])}</h1>" + "".join(f"<p>{html.escape(x)}</p>" for x in lines[1:] if x.strip())
    page = PAGE.format(charset="gb2312", title=html.escape(lines[0]), body=body)
    (folder / "report.html").write_bytes(page.encode("gb18030"))

    for name in ["sheet", "report"]:
        write_mht(folder / f"{name}.html", folder / f"{name}.mht")

    encrypt(folder / "report.docx", folder / "locked.docx", "example")
    encrypt(folder / "sheet.xlsx", folder / "locked.xlsx", "example")
    # What Excel sets where a workbook is only protected against changes, and tries of itself (MS-OFFCRYPTO 2.4.2.1).
    encrypt(folder / "sheet.xlsx", folder / "sheet.protected.xlsx", "VelvetSweatshop")

    with tempfile.TemporaryDirectory() as settings:
        if office:
            # From DOCX straight to DOC, LibreOffice 7.4 loses the table.
            for name, targets in {"sheet.docx": ["odt", "rtf", "pdf"], "sheet.odt": ["doc"],
                                  "sheet.xlsx": ["ods", "xls"], "report.docx": ["odt", "rtf", "doc", "pdf"]}.items():
                for target in targets:
                    convert("soffice", folder / name, target, f"{settings}/office")
            # What WPS Office writes of its own accord is of the same form.
            for old, new in {"sheet.doc": "sheet.wps", "report.doc": "report.wps", "sheet.xls": "sheet.et"}.items():
                shutil.copyfile(folder / old, folder / new)
        if browser := shutil.which("chromium"):
            for name in ["sheet", "report"]:
                print_page(browser, folder / f"{name}.html", folder / f"{name}.printed.pdf", f"{settings}/browser")


if __name__ == "__main__":
    main(*sys.argv[1:])
