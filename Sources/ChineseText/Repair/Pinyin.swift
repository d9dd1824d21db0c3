/// The syllables of Mandarin in Latin letters, with tone marks.
enum Pinyin {
  /// The legal finals of each initial; an empty initial has syllables that are written alone.
  private static let finals: [(initials: String, finals: String)] = [
    ("", "a o e ai ei ao ou an en ang eng er ê"),
    ("b p", "a o ai ei ao an en ang eng i ie iao ian in ing u"),
    ("m", "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u"),
    ("f", "a o ei ou an en ang eng u"),
    ("d", "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un"),
    ("t", "a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un"),
    ("n", "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un ü üe"),
    ("l", "a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ü üe"),
    ("g k", "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"),
    ("h", "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"),
    ("j q x", "i ia ie iao iu ian in iang ing iong u ue uan un"),
    ("zh ch", "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang"),
    ("sh", "a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang"),
    ("r", "e i ao ou an en ang eng ong u ua uo ui uan un"),
    ("z c", "a e i ai ei ao ou an en ang eng ong u uo ui uan un"),
    ("s", "a e i ai ei ao ou an en ang eng ong u uo ui uan un"),
    ("y", "a o e ai ao ou an ang ong i in ing u ue uan un"),
    ("w", "a o ai ei an en ang eng u"),
  ]

  private static let syllables: Set<String> = {
    var found: Set<String> = []
    for (initials, finals) in finals {
      for initial in initials.split(separator: " ", omittingEmptySubsequences: false) {
        for final in finals.split(separator: " ") { found.insert(String(initial) + String(final)) }
      }
    }
    return found
  }()

  /// The vowels with tone marks, from the first to the fourth tone.
  private static let toned: [Unicode.Scalar: Unicode.Scalar] = {
    var found: [Unicode.Scalar: Unicode.Scalar] = [:]
    let vowels: [(Unicode.Scalar, String)] = [
      ("a", "āáǎàăɑ"), ("e", "ēéěèĕ"), ("i", "īíǐìĭ"), ("o", "ōóǒòŏ"), ("u", "ūúǔùŭ"), ("ü", "ǖǘǚǜ"), ("n", "ńňǹ"),
    ]
    for (vowel, marked) in vowels { for scalar in marked.unicodeScalars { found[scalar] = vowel } }
    return found
  }()

  /// Whether the syllable that letters write has a tone mark; `nil` where they are no single syllable.
  static func isToned(_ letters: ArraySlice<Unicode.Scalar>) -> Bool? {
    guard (1...6).contains(letters.count) else { return nil }
    var bare = String.UnicodeScalarView()
    var tones = 0
    for letter in letters {
      if let vowel = toned[letter] {
        // ɑ is a letter form, not a tone.
        if letter != "ɑ" { tones += 1 }
        bare.append(vowel)
      } else if letter == "v" {
        bare.append("ü")
      } else {
        bare.append(letter)
      }
    }
    guard tones <= 1, syllables.contains(String(bare)) else { return nil }
    return tones == 1
  }
}
