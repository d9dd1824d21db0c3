import Foundation
import HouseForms
import TestSupport
import Testing

/// Other programs' readers find the same table: python-docx and openpyxl.
@Suite(.enabled(if: OutsidePython.path != nil, "no Python with python-docx and openpyxl: run make setup-test"))
struct OutsideReaderTests {
  @Test func `python-docx finds the title, the header and the merged category`() throws {
    let document = try #require(CorpusDocument.all.first { $0.name == "Qingdao/0001-education-2022" })
    let found = try OutsidePython.run(
      """
      import docx
      paper = docx.Document("form.docx")
      print(paper.paragraphs[0].style.name, paper.paragraphs[0].text)
      table, = paper.tables
      print([cell.text for cell in table.rows[0].cells])
      print([[row.cells[at].text for at in (0, 1)] for row in table.rows[1:]])
      print([table.cell(1, 0)._tc is table.cell(row, 0)._tc for row in (2, 3, 4)])
      """, ["form.docx": try document.written(.docx)])
    #expect(
      found == """
        Title 2022年度市直单位业务目标
        ['类别', '序号', '目标名称', '目标内容']
        [['重点目标', '1'], ['重点目标', '2'], ['重点目标', '3'], ['创优目标', '1'], ['创优目标', '2']]
        [True, True, False]

        """)
  }

  @Test func `openpyxl finds the merged cells and the rows across`() throws {
    let document = try #require(CorpusDocument.all.first { $0.name == "Yantai/0001-marine-2031" })
    let found = try OutsidePython.run(
      """
      import openpyxl
      book = openpyxl.load_workbook("form.xlsx")
      sheet, = book.worksheets
      print(sorted(map(str, sheet.merged_cells.ranges)))
      print([cell.value for cell in sheet[3]])
      print(sheet["A1"].value, sheet["A4"].value, sheet["A5"].data_type, sheet.print_title_rows)
      """, ["form.xlsx": try document.written(.xlsx)])
    #expect(
      found == """
        ['A10:H10', 'A1:H1', 'A2:H2', 'A4:H4', 'A7:H7']
        ['序号', '重点任务', '工作目标', '具体举措', '牵头单位', '配合单位', '完成时限', '备注']
        烟台市滨海事务局2031年重点任务台账 一、产业提升 s $3:$3

        """)
  }

  @Test func `a template made with python-docx keeps its styles and what stands below its rows`() throws {
    let document = try #require(CorpusDocument.all.first { $0.name == "Qingdao/0001-education-2022" })
    let made = try OutsidePython.file(
      """
      import docx
      paper = docx.Document()
      title = paper.add_paragraph()
      title.add_run("{{ti").bold = True
      title.add_run("tle}}")
      unit = paper.add_paragraph("单位：")
      unit.add_run("{{organization}}").underline = True
      table = paper.add_table(rows=4, cols=4)
      table.style = "Light Grid Accent 1"
      for cell, text in zip(table.rows[0].cells, ["类别", "序号", "目标名称", "目标内容"]): cell.text = text
      table.rows[3].cells[0].merge(table.rows[3].cells[3]).text = "合计"
      paper.sections[0].footer.paragraphs[0].text = "{{organization}} {{year}}"
      paper.save("template.docx")
      """, "template.docx")
    let bytes = try HouseTemplate(made).filled(with: document.records, by: document.form)
    let found = try OutsidePython.run(
      """
      import docx
      paper = docx.Document("form.docx")
      print(paper.paragraphs[0].text, paper.paragraphs[0].runs[0].bold, paper.sections[0].footer.paragraphs[0].text)
      table, = paper.tables
      print([(run.text, run.underline) for run in paper.paragraphs[1].runs])
      print(table.style.name, [[row.cells[at].text for at in (0, 1)] for row in table.rows])
      print([table.cell(1, 0)._tc is table.cell(row, 0)._tc for row in (2, 3, 4)])
      """, ["form.docx": bytes])
    #expect(
      found == """
        2022年度市直单位业务目标 True 青岛市教育局 2022
        [('单位：', None), ('青岛市教育局', True)]
        Light Grid Accent 1 [['类别', '序号'], ['重点目标', '1'], ['重点目标', '2'], ['重点目标', '3'], ['创优目标', '1'], \
        ['创优目标', '2'], ['合计', '合计']]
        [True, True, False]

        """)
  }

  @Test func `a template made with openpyxl keeps two rows of header, styles and the rows below`() throws {
    let document = try #require(CorpusDocument.all.first { $0.name == "Yantai/0001-marine-2031" })
    let made = try OutsidePython.file(
      """
      import openpyxl
      from openpyxl.styles import Font
      book = openpyxl.Workbook()
      sheet = book.active
      sheet["A1"] = "{{title}}"
      for at, text in enumerate(["序号", "重点任务", "年度目标", "推进措施", "责任分工", None, "完成时限"]): sheet.cell(2, at + 1, text)
      sheet["E3"], sheet["F3"] = "牵头单位", "配合单位"
      for name in "ABCDG": sheet.merge_cells(f"{name}2:{name}3")
      sheet.merge_cells("E2:F2")
      sheet["B4"].font = Font(italic=True)
      sheet["A7"] = "填表人：（签字）"
      sheet.merge_cells("A7:G7")
      book.save("template.xlsx")
      """, "template.xlsx")
    let bytes = try HouseTemplate(made).filled(with: document.records, by: document.form)
    let found = try OutsidePython.run(
      """
      import openpyxl
      sheet = openpyxl.load_workbook("form.xlsx").active
      print(sheet["A1"].value, sheet["B5"].value, sheet["E5"].value, sheet["B6"].font.italic, sheet["A10"].font.italic)
      print(sorted(map(str, sheet.merged_cells.ranges)), [row[0].value for row in sheet.iter_rows(min_row=4)])
      """, ["form.xlsx": bytes])
    #expect(
      found == """
        烟台市滨海事务局2031年重点任务台账 培育深水网箱养殖 渔业发展科 True False
        ['A12:G12', 'A2:A3', 'A4:G4', 'A7:G7', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:G3'] ['一、产业提升', '1', '2', \
        '二、岸线保护', '3', '4', None, None, '填表人：（签字）']

        """)
  }

  @Test func `formulas below the rows of a workbook are refused`() throws {
    let document = try #require(CorpusDocument.all.first { $0.name == "Yantai/0001-marine-2031" })
    let made = try OutsidePython.file(
      """
      import openpyxl
      book = openpyxl.Workbook()
      for row in [["序号", "重点任务"], ["", ""], ["=COUNTA(B2:B2)", "合计"]]: book.active.append(row)
      book.active["A2"].number_format = "0"
      book.save("template.xlsx")
      """, "template.xlsx")
    #expect(throws: HouseTemplateError.formulas) {
      try HouseTemplate(made).filled(with: document.records, by: document.form)
    }
  }
}

/// A Python that has python-docx and openpyxl.
enum OutsidePython {
  static let path = OutsideProgram.python(with: "docx, openpyxl")

  /// The file that a program makes.
  static func file(_ program: String, _ name: String) throws -> [UInt8] {
    let answer = try OutsideProgram.run([try #require(path), "-c", program], files: [:], giving: [name])
    return try #require(answer.files[name], "\(answer.output.prefix(400))")
  }

  /// What a program prints in a folder that holds the files; of one that fails, what it says to that.
  static func run(_ program: String, _ files: [String: [UInt8]]) throws -> String {
    try OutsideProgram.run([try #require(path), "-c", program], files: files).output
  }
}
