import Reading
import Vocabulary

extension ReadingLimit {
  /// What there is too much of.
  var label: Localized {
    switch self {
    case .fileSize: Localized(zh: "文件字节数", en: "bytes")
    case .parts: Localized(zh: "压缩包内的文件数", en: "files inside")
    case .partSize: Localized(zh: "压缩包内一个文件的字节数", en: "bytes in one file inside")
    case .totalSize: Localized(zh: "解压后的总字节数", en: "bytes unpacked")
    case .ratio: Localized(zh: "压缩比", en: "bytes for each packed one")
    case .depth: Localized(zh: "标记的层数", en: "levels of markup")
    case .attributes: Localized(zh: "一个标记的属性数", en: "attributes of one element")
    case .elements: Localized(zh: "网页的标记数", en: "elements of a page")
    case .tableDepth: Localized(zh: "表格嵌套的层数", en: "tables within tables")
    case .scalars: Localized(zh: "字数", en: "characters")
    case .cells: Localized(zh: "单元格数", en: "cells")
    case .columns: Localized(zh: "列数", en: "columns")
    case .rows: Localized(zh: "行数", en: "rows")
    case .pages: Localized(zh: "页数", en: "pages")
    case .seconds: Localized(zh: "读取用时（秒）", en: "seconds of reading")
    case .memory: Localized(zh: "占用内存（字节）", en: "bytes of memory")
    }
  }
}
