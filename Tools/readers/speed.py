"""Documents a second in batch mode: every reader turns the same folder into blocks, written as JSON, in one process.

As a program of its own, `speed.py READER FOLDER OUT` is the loop of one Python reader; it prints its seconds, start-up
and imports of the process left out.
"""
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time


def make(folder, kind, files, rows):
    """Invented target sheets: two paragraphs and a table of five columns, no two alike."""
    os.makedirs(folder)
    draw = random.Random(2031)
    for number in range(files):
        table = [["类别", "序号", "目标名称", "目标值", "目标内容"]]
        for row in range(rows):
            table.append([
                draw.choice(["重点目标", "创优目标"]), str(row + 1), f"推进示例工程{draw.randrange(10 ** 6)}",
                str(draw.randrange(10 ** 4)), f"新建示例点{draw.randrange(2, 99)}处，办结率达到{draw.randrange(80, 99)}%以上。"])
        WRITERS[kind](f"{folder}/{number:04}.{kind}", f"2031年度示例目标（{number}）", table)


def write_docx(path, title, table):
    from docx import Document
    document = Document()
    document.add_heading(title, 1)
    document.add_paragraph("单位名称：示例局    联系人：示例联系人")
    grid = document.add_table(len(table), len(table[0]))
    for cells, texts in zip(grid.rows, table):
        for cell, text in zip(cells.cells, texts):
            cell.text = text
    document.save(path)


def write_xlsx(path, title, table):
    from openpyxl import Workbook
    book = Workbook()
    book.active.append([title])
    for row in table:
        book.active.append([int(text) if text.isdigit() else text for text in row])
    book.save(path)


def write_html(path, title, table):
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in table)
    page = (f'<html><head><meta charset="gb2312"><title>{title}</title></head><body><div class="nav"><a href="/">首页</a></div>'
            f"<h1>{title}</h1><p>各示例单位要对照下表逐项落实，按季度报送进展，年底统一评估。</p><table>{rows}</table></body></html>")
    with open(path, "wb") as file:
        file.write(page.encode("gb18030"))


WRITERS = {"docx": write_docx, "xlsx": write_xlsx, "html": write_html}


def docx_blocks(path):
    from docx import Document
    from docx.table import Table
    return [
        {"rows": [[cell.text for cell in row.cells] for row in block.rows]} if isinstance(block, Table)
        else {"style": block.style.name, "text": block.text}
        for block in Document(path).iter_inner_content()]


def xlsx_blocks(path):
    from openpyxl import load_workbook
    return [
        {"rows": [[None if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)],
         "merged": [str(area) for area in sheet.merged_cells.ranges]}
        for sheet in load_workbook(path, data_only=True).worksheets]


def html_blocks(path):
    import trafilatura
    with open(path, "rb") as file:
        return trafilatura.extract(file.read(), include_tables=True, output_format="xml")


READERS = {"python-docx": docx_blocks, "openpyxl": xlsx_blocks, "trafilatura": html_blocks}
PEERS = {"docx": "python-docx", "xlsx": "openpyxl", "html": "trafilatura"}


def main(reader, folder, out):
    read = READERS[reader]
    names = sorted(os.listdir(folder))
    os.makedirs(out)
    read(f"{folder}/{names[0]}")
    start = time.perf_counter()
    for name in names:
        with open(f"{out}/{name}.json", "w", encoding="utf-8") as file:
            json.dump(read(f"{folder}/{name}"), file, ensure_ascii=False)
    print(time.perf_counter() - start)


def run(command, processors):
    """What the program printed, its seconds from start to end, and its peak memory in MB."""
    measure = os.path.join(os.path.dirname(os.path.abspath(__file__)), "measure.py")
    numbers = ",".join(map(str, processors))
    run = subprocess.run([sys.executable, "-S", measure, numbers, *command], stdout=subprocess.PIPE, check=True)
    told = json.loads(run.stdout)
    if told["code"] != 0:
        raise RuntimeError(f"{command[0]} ended with {told['code']}")
    return told["said"], told["seconds"], told["memory"]


def compare(jdx, kind, work, files, rows, times):
    """Median documents a second and peak memory of jdx on all processors, on one, and of the peer."""
    folder, out = f"{work}/{kind}-in", f"{work}/{kind}-out"
    make(folder, kind, files, rows)
    every = sorted(os.sched_getaffinity(0))
    batch = [jdx, "text", folder, "-o", out, "--format", "blocks"]
    peer = [sys.executable, __file__, PEERS[kind], folder, out]
    runs = {"jdx": [], "one": [], "peer": []}
    # In turn, so that what else the machine does falls on all of them.
    for _ in range(times):
        for name, command, processors in [("jdx", batch, every), ("one", batch, every[:1]), ("peer", peer, every)]:
            shutil.rmtree(out, ignore_errors=True)
            said, seconds, memory = run(command, processors)
            runs[name].append((float(said) if name == "peer" else seconds, memory))
            if sum(len(names) for _, _, names in os.walk(out)) != files:
                raise RuntimeError(f"{command[0]} did not write every document")
    return {
        name: (files / statistics.median(seconds for seconds, _ in taken), statistics.median(peak for _, peak in taken))
        for name, taken in runs.items()}


if __name__ == "__main__":
    main(*sys.argv[1:])
