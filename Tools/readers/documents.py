"""Invented documents for Tools/compare-readers, and what a person sees in each."""
import io
import zipfile
from datetime import date

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

# A table as a person sees it: (row, column, rows, columns, text), the place counted from 0.
GRID = [
    (0, 0, 1, 1, "类别"), (0, 1, 1, 1, "序号"), (0, 2, 1, 2, "目标与内容"),
    (1, 0, 3, 1, "重点目标"), (1, 1, 1, 1, "1"), (1, 2, 1, 1, "扩大示例供给"), (1, 3, 1, 1, "新建示例点16处"),
    (2, 1, 1, 1, "2"), (2, 2, 1, 1, "改进示例服务"), (2, 3, 1, 1, "办结率达到98%以上"),
    (3, 1, 1, 1, "3"), (3, 2, 1, 1, "整治示例河段"), (3, 3, 1, 1, "整治29段"),
    (4, 0, 2, 1, "创优目标"), (4, 1, 1, 1, "4"), (4, 2, 1, 1, "示例产值"), (4, 3, 1, 1, "增长10%左右"),
    (5, 1, 1, 1, "5"), (5, 2, 2, 2, "示例园区二期开工"),
    (6, 0, 1, 2, "标杆城市"),
]
CONTINUED = ["创优目标", "6", "续表示例", "形成经验2项"]
NESTED = [(0, 0, 1, 1, "内甲"), (0, 1, 1, 1, "内乙"), (1, 0, 1, 1, "内丙"), (1, 1, 1, 1, "内丁")]

# Numbers that Word makes itself: (level, number as printed, text).
LIST = [
    (0, "一、", "示例总体要求"), (1, "（一）", "示例指导思想"), (2, "1.", "坚持示例先行"), (2, "2.", "坚持示例统筹"),
    (1, "（二）", "示例主要目标"), (2, "1.", "示例面积扩大"), (0, "二、", "示例重点任务"), (1, "（一）", "示例设施建设"),
    (1, "（二）", "示例队伍建设"), (0, "三、", "示例保障措施"),
]
INSERTED = ["新增的示例句", "另加的示例词"]
DELETED = ["删去的示例句", "作废的示例数"]
HIDDEN = "隐藏的示例字"
RUNNING_HEAD = "示例页眉文字"
BODY = ["本年度示例工作总体平稳。", "下一步继续推进示例工作。"]

# A workbook's cells as they are shown: (cell, value, number format, shown).
SHOWN = [
    ("B3", date(2031, 3, 5), 'yyyy"年"m"月"d"日"', "2031年3月5日"), ("C3", 0.98, "0%", "98%"),
    ("D3", 1234.5, '"¥"#,##0.00', "¥1,234.50"), ("E3", 29, "General", "29"),
    ("B4", date(2031, 12, 31), "yyyy-mm-dd", "2031-12-31"), ("C4", 0.1234, "0.0%", "12.3%"),
    ("D4", 12000000, "#,##0", "12,000,000"), ("E4", 3.10, "0.00", "3.10"),
    ("B5", date(2031, 10, 1), 'yyyy"年"m"月"', "2031年10月"), ("C5", 0.5, "0.00%", "50.00%"),
    ("D5", -5, "0_);(0)", "(5)"), ("E5", "=SUM(E3:E4)", "0.00", "32.10"),
]
SHEET_MERGES = {"A1:E1": "2031年示例台账", "A3:A5": "重点目标"}
SHEET_HEAD = {"A2": "类别", "B2": "完成时间", "C2": "比例", "D2": "投资", "E2": "数量"}
HIDDEN_SHEET = "隐藏页的示例数"
# A second sheet, of a shape that is imported.
GOALS = [
    ["青岛市示例局2031年度业务目标"], ["单位名称：青岛市示例局"], ["负责人：张示例"], ["类别", "序号", "目标名称", "目标内容"],
    ["重点目标", 1, "扩大示例供给", "新建示例点16处。"], ["创优目标", 2, "改进示例服务", "办结率达到98%以上。"],
]

RARE = "龙䶮镇㙍村𠮷桥"
NAVIGATION = ["示例首页", "示例政务公开", "示例互动交流", "打印本页"]


def docx(path):
    document = Document()
    document.sections[0].header.paragraphs[0].text = RUNNING_HEAD
    document.add_heading("2031年度示例目标", 1)
    document.add_paragraph(BODY[0])
    number = numbering(document)
    for level, _, text in LIST:
        paragraph = document.add_paragraph(text)
        properties = paragraph._p.get_or_add_pPr()
        properties.append(parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))
    for inserted, deleted in zip(INSERTED, DELETED):
        paragraph = document.add_paragraph("修订处：")
        mark = 'w:id="9{}" w:author="张示例" w:date="2031-01-01T00:00:00Z"'
        paragraph._p.append(parse_xml(
            f'<w:ins {nsdecls("w")} {mark.format(1)}><w:r><w:t>{inserted}</w:t></w:r></w:ins>'))
        paragraph._p.append(parse_xml(
            f'<w:del {nsdecls("w")} {mark.format(2)}><w:r><w:delText>{deleted}</w:delText></w:r></w:del>'))
    document.add_paragraph("尾").add_run(HIDDEN).font.hidden = True
    grid(document, GRID)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    grid(document, [(0, at, 1, 1, text) for at, text in enumerate(CONTINUED)])
    document.add_paragraph(BODY[1])
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "外表"
    grid(outer.cell(0, 1), NESTED)
    document.save(path)


def grid(parent, cells):
    """Adds a table; merged areas by w:gridSpan and w:vMerge, as Word writes them."""
    rows, columns = 1 + max(c[0] + c[2] - 1 for c in cells), 1 + max(c[1] + c[3] - 1 for c in cells)
    table = parent.add_table(rows, columns)
    for row, column, down, across, text in cells:
        first = table.cell(row, column)
        if down > 1 or across > 1:
            first = first.merge(table.cell(row + down - 1, column + across - 1))
        first.text = text


def numbering(document):
    """Adds a list of three levels, 一、 （一） 1., and gives its number."""
    part = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(
            [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]))
    part.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="901">{levels}</w:abstractNum>'))
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="901"><w:abstractNumId w:val="901"/></w:num>'))
    return 901


def xlsx(path):
    book = Workbook()
    sheet = book.active
    sheet.title = "示例台账"
    for area, text in SHEET_MERGES.items():
        sheet[area.split(":")[0]] = text
        sheet.merge_cells(area)
    for cell, text in SHEET_HEAD.items():
        sheet[cell] = text
    for cell, value, form, _ in SHOWN:
        sheet[cell] = value
        sheet[cell].number_format = form
    goals = book.create_sheet("业务目标")
    for row in GOALS:
        goals.append(row)
    hidden = book.create_sheet("旧表")
    hidden["A1"] = HIDDEN_SHEET
    hidden.sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    # Excel stores what a formula last gave; openpyxl does not.
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"</f><v></v>", b"</f><v>32.1</v>")
                         .replace(b"</f><v />", b"</f><v>32.1</v>").replace(b"</f><v/>", b"</f><v>32.1</v>"))


def html(path):
    rows = {}
    for row, _, down, across, text in GRID:
        spans = (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{across}"' if across > 1 else "")
        rows.setdefault(row, []).append(f"<td{spans}>{text}</td>")
    table = "".join(f"<tr>{''.join(cells)}</tr>" for _, cells in sorted(rows.items()))
    links = "".join(f'<li><a href="/{at}">{text}</a></li>' for at, text in enumerate(NAVIGATION[:3]))
    page = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>2031年度示例目标</title></head><body><div class="nav"><ul>{links}</ul></div>
<div class="content"><h1>2031年度示例目标</h1><p>{BODY[0]}会议要求，全市示例产值增长10%左右，{RARE}同步推进。</p>
<p>各示例单位要对照下表逐项落实<span style="display:none">{HIDDEN}</span>，按季度报送进展，年底统一评估。</p>
<table border="1">{table}</table><p>{BODY[1]}要加强示例队伍建设，完善示例制度，确保各项示例任务按期完成。</p></div>
<div class="tools"><a href="javascript:window.print()">{NAVIGATION[3]}</a></div></body></html>"""
    with open(path, "wb") as file:
        file.write(page.encode("gb18030"))
