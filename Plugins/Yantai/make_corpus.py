"""Writes the workbooks and Word documents of the corpus, whose texts stand here; the other inputs are plain files.

make_corpus.py [CORPUS]: needs openpyxl and python-docx. The same texts give the same bytes.
"""

import datetime
import io
import sys
import zipfile
from pathlib import Path

from docx import Document
from openpyxl import Workbook
from openpyxl.styles import Alignment

DAY = datetime.datetime(2031, 1, 1)


def save(write, path):
    """Without times of writing and in fixed order, so that the same texts give the same bytes."""
    buffer = io.BytesIO()
    write(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)


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


def document(head, tables, tail, path):
    """tables: lines above, rows, merged cells ((row, column), (row, column))."""
    paper = Document()
    for line in head:
        paper.add_paragraph(line)
    for above, rows, merged in tables:
        for line in above:
            paper.add_paragraph(line)
        table = paper.add_table(rows=0, cols=max(map(len, rows)))
        table.style = "Table Grid"
        for row in rows:
            for cell, text in zip(table.add_row().cells, row):
                cell.text = text
        for first, last in merged:
            text = table.cell(*first).text
            table.cell(*first).merge(table.cell(*last)).text = text
    for line in tail:
        paper.add_paragraph(line)
    paper.core_properties.created = paper.core_properties.modified = DAY
    save(paper.save, path)


def marine(corpus):
    rows = [
        ["烟台市滨海事务局2031年重点任务台账", "", "", "", "", "", "", ""],
        ["填报单位：烟台市滨海事务局（盖章）", "", "", "", "", "", "填报日期：2031年2月10日", ""],
        ["序号", "重点任务", "工作目标", "具体举措", "责任分工", "", "完成时限", "备注"],
        ["", "", "", "", "牵头单位", "配合单位", "", ""],
        ["一、产业提升", "", "", "", "", "", "", ""],
        ["１", "培育深水网箱养殖", "全年新建深水网箱１２０个", "1.完成选址论证，划定养殖区３处。\n2.争取扶持资金2000万元。", "渔业发展科", "市财政局、市自然资源\n和规划局", "2031年10月底前", ""],
        ["2", "做强海产品加工", "加工产值达到85亿元，同比增长6%以上", "支持企业技改，实施技改项目15个；新增省级龙头企业2家。", "产业科", "市工业和信息化局\n市商务局", "12月底前", "纳入年度考核"],
        ["二、岸线保护", "", "", "", "", "", "", ""],
        ["3", "修复受损岸线", "修复岸线不少于18公里", "（1）编制修复方案；（2）组织施工；（3）开展成效评估。", "生态科", "各沿海区市", "6月底前完成方案，年底前完工", ""],
        ["4", "清理海漂垃圾", "", "建立巡查制度，每月巡查2次以上，清理垃圾500吨。", "生态科、执法支队", "", "长期坚持", ""],
        ["合计", "4项", "", "", "", "", "", ""],
        ["注：任务完成情况每季度末报送局办公室。", "", "", "", "", "", "", ""],
    ]
    merged = ["A1:H1", "A2:F2", "G2:H2", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:F3", "G3:G4", "H3:H4", "A5:H5", "A8:H8",
              "A12:H12"]
    workbook([("台账", rows, merged)], corpus / "0001-marine-2031" / "input.xlsx")
    rows = [
        ["序号", "重点任务", "年度目标", "推进措施", "牵头科室", "配合单位", "责任人", "完成时间"],
        ["1", "扩大深水网箱养殖", "新建深水网箱150个，养殖产量突破3万吨", "新增养殖用海5000亩以上。推广新型网衣。", "渔业发展科", "市财政局", "张示例", "2032年10月底"],
        ["2", "延伸海产品加工链", "加工产值达到92亿元", "引进预制菜项目不少于4个。\n培育区域品牌3个。", "产业科", "市商务局、市市场监管局", "李示例", "年底前"],
        ["序号", "重点任务", "年度目标", "推进措施", "牵头科室", "配合单位", "责任人", "完成时间"],
        ["3", "继续修复岸线", "修复岸线12公里", "开展修复工程验收，验收合格率达到100%。", "生态科", "各沿海区（市）、市生态环境局", "王示例", "9月底前"],
        ["4", "防治海上污染", "", "", "生态科\n执法支队", "", "赵示例", "全年"],
        ["", "", "", "排查入海排口260个；整治问题排口40个以上。", "", "", "", ""],
    ]
    document(["附件1", "烟台市滨海事务局2032年重点任务台账"], [([], rows, [((5, 0), (6, 0)), ((5, 1), (6, 1)), ((5, 4), (6, 4))])],
             ["填表人：示例联系人  联系电话：0535-0000000"], corpus / "0002-marine-2032" / "input.docx")


def government(corpus):
    rows = [
        ["序号", "重点任务", "工作任务", "责任单位", "完成时限"],
        ["1", "一、扩大有效投资", "实施市级重点项目320个，完成年度投资900亿元。", "市发展改革委牵头，各区市配合", "12月底前"],
        ["2", "", "加快临港铁路支线建设，6月底前全线铺轨。", "市交通运输局", "6月底前"],
        ["3", "二、激发消费活力", "发放文旅消费券3000万元，带动消费2亿元以上。", "市文化和旅游局（牵头）、市商务局、市财政局", "10月底前"],
        ["4", "", "新建改造农贸市场25处：（1）城区不少于10处；（2）镇街不少于15处。", "牵头单位：市商务局；配合单位：市市场监管局、各区（市）政府", "年底前"],
        ["5", "三、办好民生实事", "新建改扩建中小学幼儿园18所，新增学位2.1万个。", "市教育局", "9月1日前"],
    ]
    document(["烟台市2031年《政府工作报告》重点任务分工方案",
              "为做好年度工作，现将各项任务分解如下。"], [([], rows, [((1, 1), (2, 1)), ((3, 1), (4, 1))])],
             ["烟台市人民政府办公室", "2031年2月20日"], corpus / "0003-government-2031" / "input.docx")
    first = [
        ["附件", "", "", "", ""], ["2032年全市重点工作任务分解表", "", "", "", ""],
        ["序号", "工作任务", "目标值", "责任单位", "时间节点"],
        [1, "推进老旧小区改造", "改造老旧小区86个、惠及居民2.3万户", "市住房城乡建设局 市财政局", datetime.date(2032, 11, 30)],
        [2, "新建口袋公园", "30个", "市城管局", datetime.date(2032, 8, 31)],
    ]
    second = [
        ["2032年全市重点工作任务分解表", "", "", "", ""],
        ["序号", "工作任务", "目标值", "责任单位", "时间节点"],
        [1, "提升医疗服务", "新增床位1200张，家庭医生签约率达到50%", "市卫生健康委", "四季度"],
    ]
    workbook([("城建", first, ["A1:E1", "A2:E2"]), ("民生", second, ["A1:E1"])], corpus / "0004-sheets-2032" / "input.xlsx")


def measures(corpus):
    rows = [
        ["烟台市示例科技局2031年重点工作责任清单", "", "", "", "", ""],
        ["序号", "重点工作", "工作措施", "责任领导", "责任科室", "完成时限"],
        [1, "建设创新平台", "新建市级重点实验室8家", "张示例", "平台科", "2031年9月"],
        ["", "", "推动省级技术创新中心提质，评估优秀率达到30%以上", "李示例", "平台科", "2031年11月"],
        ["", "", "建成中试基地2个", "李示例", "成果科", "2031年12月"],
        [2, "引进高层次人才", "组织招才活动6场次，引进人才150人", "王示例", "人才科", "2031年10月"],
    ]
    workbook([("Sheet1", rows, ["A1:F1", "A3:A5", "B3:B5"])], corpus / "0005-measures-of-their-own" / "input.xlsx")


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "corpus"
    for make in (marine, government, measures):
        make(folder)
