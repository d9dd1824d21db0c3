import CXLSXWriter

/// The formats of one workbook, each made once.
struct WorkbookFormats {
  /// What a cell's format is made of.
  struct Key: Hashable {
    var code = ""
    var style = SheetStyle()
    var isWrapped = false
  }

  private var made: [Key: UnsafeMutablePointer<lxw_format>] = [:]

  mutating func format(
    _ key: Key, in workbook: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    if let known = made[key] { return known }
    guard let format = workbook_add_format(workbook) else { return nil }
    if !key.code.isEmpty { format_set_num_format(format, key.code) }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if key.isWrapped { format_set_text_wrap(format) }
    let style = key.style
    if style.isBold { format_set_bold(format) }
    if style.isStruck { format_set_font_strikeout(format) }
    if style.isUnderlined { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if style.isCentred { format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    if style.isFramed {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, 0xB9C1CA)
    }
    if let size = style.size { format_set_font_size(format, size) }
    if let ink = style.ink { format_set_font_color(format, ink) }
    if let ground = style.ground { format_set_bg_color(format, ground) }
    made[key] = format
    return format
  }
}
