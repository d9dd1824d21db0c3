/// Undoes `_xHHHH_`, by which a workbook writes characters that XML cannot hold (ISO/IEC 29500-1, 22.9.2.19).
func unescapedSheetText(_ text: String) -> String {
  guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
  let units = Array(text.utf16)
  var result: [UInt16] = []
  result.reserveCapacity(units.count)
  var index = 0
  var changed = false
  while index < units.count {
    if let unit = escapedUnit(units, at: index) {
      result.append(unit)
      index += 7
      changed = true
    } else {
      result.append(units[index])
      index += 1
    }
  }
  // Two escapes may be the halves of one character; a half alone becomes U+FFFD.
  return changed ? String(decoding: result, as: UTF16.self) : text
}

private func escapedUnit(_ units: [UInt16], at index: Int) -> UInt16? {
  guard index + 6 < units.count, units[index] == 0x5F, units[index + 1] == 0x78, units[index + 6] == 0x5F else {
    return nil
  }
  var value: UInt16 = 0
  for unit in units[(index + 2)..<(index + 6)] {
    switch unit {
    case 0x30...0x39: value = value << 4 | (unit - 0x30)
    case 0x41...0x46: value = value << 4 | (unit - 0x37)
    case 0x61...0x66: value = value << 4 | (unit - 0x57)
    default: return nil
    }
  }
  return value
}
