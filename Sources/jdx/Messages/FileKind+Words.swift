import Reading
import Vocabulary

extension FileKind {
  /// What such a file is called.
  var label: Localized {
    switch self {
    case .jpeg, .png, .gif, .tiff, .bmp, .webp:
      Localized(zh: "\(rawValue.uppercased()) 图片", en: "a \(rawValue.uppercased()) picture")
    case .pdf: Localized(zh: "PDF 文件", en: "a PDF file")
    case .docx: Localized(zh: "Word 文档（docx）", en: "a Word document (docx)")
    case .xlsx: Localized(zh: "Excel 表格（xlsx）", en: "an Excel workbook (xlsx)")
    case .pptx: Localized(zh: "演示文稿（pptx）", en: "a presentation (pptx)")
    case .ofd: Localized(zh: "OFD 文件", en: "an OFD file")
    case .odf: Localized(zh: "OpenDocument 文件", en: "an OpenDocument file")
    case .jdx: Localized(zh: "jdx 数据包", en: "a jdx bundle")
    case .zip, .rar: Localized(zh: "\(rawValue.uppercased()) 压缩包", en: "a \(rawValue.uppercased()) archive")
    case .gzip, .bzip2, .xz: Localized(zh: "\(rawValue) 压缩包", en: "a file packed with \(rawValue)")
    case .sevenZip: Localized(zh: "7z 压缩包", en: "a 7z archive")
    case .ole: Localized(zh: "旧版 Office 文件（doc、xls、wps）", en: "an old Office file (doc, xls, wps)")
    case .encryptedPackage: Localized(zh: "Word 或 Excel 文件（docx、xlsx）", en: "a Word or Excel file (docx, xlsx)")
    case .rtf: Localized(zh: "RTF 文档", en: "an RTF document")
    case .html: Localized(zh: "网页（html）", en: "a web page (html)")
    case .mhtml: Localized(zh: "单一文件网页（mht）", en: "a web page in a single file (mht)")
    case .markdown: Localized(zh: "Markdown 文档", en: "a Markdown document")
    case .csv: Localized(zh: "CSV 表格", en: "a CSV table")
    case .elf, .exe: Localized(zh: "程序", en: "a program")
    case .sqlite: Localized(zh: "SQLite 数据库", en: "an SQLite database")
    }
  }

  /// How to come by a text that can be imported.
  var hint: Localized {
    switch self {
    case .jpeg, .png, .gif, .tiff, .bmp, .webp:
      Localized(zh: "图片不能导入，请提供文字版", en: "pictures can't be imported: ask for the text")
    case .jdx:
      Localized(zh: "数据包用 jdx show 查看，用 jdx merge 合并", en: "see a bundle with jdx show, join bundles with jdx merge")
    case .zip, .gzip, .bzip2, .xz, .rar, .sevenZip: Localized(zh: "请解压后再导入", en: "unpack it and import what is inside")
    case .elf, .exe, .sqlite: Localized(zh: "请检查是否选错了文件", en: "see whether this is the right file")
    default:
      Localized(zh: "在原软件中另存为纯文本（.txt），再导入", en: "save it as plain text (.txt) in its own program and import that")
    }
  }
}
