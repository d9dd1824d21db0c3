/// Scalar classes that the reading of figures asks for; all on folded text.
enum Scalar {
  /// ASCII forms of full-width digits, letters and marks, scalar by scalar, so that offsets stay; Chinese marks stay
  /// as they are.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF05, 0xFF0B, 0xFF0D, 0xFF0E, 0xFF0F, 0xFF1C...0xFF1E:
      return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0xFF5E, 0x301C, 0x223C: return "~"
    case 0x2215, 0x2044: return "/"
    case 0xA0, 0x2009, 0x202F, 0x2002, 0x2005, 0x2006, 0x3000: return " "
    case 0x25CB, 0x3007: return "〇"
    case 0x2267, 0x2A7E: return "≥"
    case 0x2266, 0x2A7D: return "≤"
    case 0x2236: return ":"
    case 0xFF61: return "。"
    default: return scalar
    }
  }

  /// The Han characters of the first block, most of a text.
  static let everydayHan: ClosedRange<UInt32> = 0x4E00...0x9FFF

  static func isEverydayHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    isEverydayHan(scalar) || (0x3400...0x4DBF).contains(scalar.value) || scalar.value == 0x3007
      || (0x20000...0x323AF).contains(scalar.value)
  }

  /// The value of a Chinese digit, 零 to 九 with 两 and 〇.
  static func chineseDigit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "零", "〇": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// The power of ten of 十, 百 and 千.
  static func smallPower(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "十": 1
    case "百": 2
    case "千": 3
    default: nil
    }
  }

  /// 万 and 亿, which stay in the unit.
  static func isScale(_ scalar: Unicode.Scalar) -> Bool { scalar == "万" || scalar == "亿" }

  static func isChineseNumeral(_ scalar: Unicode.Scalar) -> Bool {
    chineseDigit(scalar) != nil || smallPower(scalar) != nil || isScale(scalar) || scalar == "廿" || scalar == "卅"
  }

  /// The everyday numeral that one of a cheque's stands for: 壹 is 一, 仟 is 千; the traditional forms included.
  static func everyday(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "壹": "一"
    case "贰", "貳": "二"
    case "叁", "叄", "參", "参": "三"
    case "肆": "四"
    case "伍": "五"
    case "陆", "陸": "六"
    case "柒": "七"
    case "捌": "八"
    case "玖": "九"
    case "拾": "十"
    case "佰": "百"
    case "仟": "千"
    case "萬": "万"
    case "億": "亿"
    default: nil
    }
  }

  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "–", "—", "―", "~", "−", "‐", "‑": true
    default: false
    }
  }

  /// A mark after which another sentence begins.
  static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "！", "？", "!", "?", "\n", "\r", "\t", "；", ";": true
    default: false
    }
  }

  /// Whether a phrase ends before what stands next: a mark between clauses or items, or nothing more.
  static func endsPhrase(before next: Unicode.Scalar?) -> Bool { next.map { partsClauses($0) || $0 == "、" } ?? true }

  /// The same, or a remark in brackets ends there.
  static func endsPhraseOrRemark(before next: Unicode.Scalar?) -> Bool { endsPhrase(before: next) || next == "）" }

  /// A mark between two clauses of a sentence.
  static func partsClauses(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", ",", "：", ":": true
    default: endsSentence(scalar)
    }
  }
}
