import Archive
import ChineseText
import Foundation
import Reading

/// A DOCX or XLSX file in other words: its parts of text and form, and nothing that only tells of who wrote it.
///
/// Of the package stay the text with its tables, lists, notes and comments, the styles and the numbering; pictures become
/// empty ones. Left out are properties, settings, macros, embedded files, custom data and links to them.
struct OfficeSample {
  let bytes: [UInt8]
  let texts: [(old: [Unicode.Scalar], new: [Unicode.Scalar])]

  /// Makes a sample of a file that can be read; `nil` where a part of it can't.
  init?(_ file: [UInt8], in disguise: Disguise) {
    guard let package = try? ForeignArchive(file) else { return nil }
    let names = package.entries.map { String($0.path.drop { $0 == "/" }) }
    var texts: [(old: [Unicode.Scalar], new: [Unicode.Scalar])] = []
    var entries: [(path: String, bytes: [UInt8])] = []
    let kept = Set(names.filter(OfficeSample.isKept))
    for (name, entry) in zip(names, package.entries) where kept.contains(name) && !entry.isDirectory {
      if OfficeSample.isPicture(name) {
        entries.append((name, OfficeSample.emptyPicture))
        continue
      }
      guard let bytes = try? package.read(entry), let source = try? decode(bytes).scalars else { return nil }
      let markup = Markup(source, .office(keeping: kept, in: name), disguise)
      let part = markup.disguised()
      texts += part.texts
      entries.append(
        (name, Array(#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8) + part.document.utf8))
    }
    bytes = storedArchive(entries)
    self.texts = texts
  }

  private static func isKept(_ name: String) -> Bool {
    if name == "[Content_Types].xml" || name == "_rels/.rels" { return true }
    guard name.hasPrefix("word/") || name.hasPrefix("xl/") else { return false }
    if isPicture(name) { return true }
    let left = [
      "settings", "webSettings", "people", "person", "vba", "printerSettings", "embeddings", "activeX", "externalLinks",
      "connections", "queryTables", "customXml", "ctrlProps", "model", "glossary", "metadata", "customProperty",
      "calcChain",
    ]
    return (name.hasSuffix(".xml") || name.hasSuffix(".rels")) && name.allSatisfy(\.isASCII)
      && !left.contains { name.contains("/" + $0) }
  }

  private static func isPicture(_ name: String) -> Bool { name.contains("/media/") && name.allSatisfy(\.isASCII) }

  /// One white dot (PNG).
  private static let emptyPicture: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
    0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00, 0x00, 0x00,
    0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0xF8, 0x0F, 0x00, 0x01, 0x01, 0x01, 0x00, 0x1C, 0xB0, 0x8C,
    0x99, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
  ]
}

extension Markup.Rules {
  /// The parts of DOCX and XLSX: attributes of form stay, those that hold words or tell who and when do not.
  ///
  /// - Parameters:
  ///   - kept: the parts of the package that stay.
  ///   - part: the one that is read.
  static func office(keeping kept: Set<String>, in part: String) -> Markup.Rules {
    var rules = Markup.Rules(
      lines: [
        "p", "br", "cr", "tr", "si", "is", "row", "c", "comment", "t-row", "oddHeader", "oddFooter", "definedName",
      ],
      cells: ["tab", "tc"], silent: ["f", "instrText", "definedName", "fPr", "formula", "formula1", "formula2"],
      attribute: { element, name, value in
        switch name {
        case "author", "initials", "descr", "title", "tooltip", "display", "location", "lastModifiedBy", "userId",
          "providerId",
          "prompt", "promptTitle", "error", "errorTitle", "instr":
          return .disguise
        case "date", "dateUtc": return .date
        case "name" where element != "style" && element != "lsdException": return .disguise
        case "val" where ["alias", "tag", "docVar", "title", "listItem"].contains(element): return .disguise
        case "Target" where part.hasSuffix(".rels") && value.string.contains(":"): return .disguise
        default: return value.allSatisfy(\.isASCII) ? .keep : .words
        }
      })
    let folder = part.split(separator: "/").dropLast().filter { $0 != "_rels" }.map(String.init)
    rules.isLeftOut = { element, tag in
      switch element {
      case "Relationship":
        guard !tag.contains("TargetMode=\"External\""), let target = attribute("Target", of: tag) else { return false }
        return !kept.contains(path(target, from: folder))
      case "Override":
        return !(attribute("PartName", of: tag).map { kept.contains(String($0.drop { $0 == "/" })) } ?? false)
      default: return false
      }
    }
    rules.hasCDATA = true
    rules.owner = "c"
    rules.content = { element, cell in
      if element.hasSuffix("Header") || element.hasSuffix("Footer") { return .printed }
      guard element == "v" else { return .words }
      switch attribute("t", of: cell) {
      case "s", "b", "e": return .reference
      case "str", "inlineStr": return .words
      default: return .number
      }
    }
    return rules
  }

  private static func attribute(_ name: String, of tag: String) -> String? {
    guard let start = tag.range(of: " " + name + "=\"") else { return nil }
    return String(tag[start.upperBound...].prefix { $0 != "\"" })
  }

  private static func path(_ target: String, from folder: [String]) -> String {
    var segments = target.hasPrefix("/") ? [] : folder
    for segment in target.split(separator: "/") {
      if segment == ".." { _ = segments.popLast() } else if segment != "." { segments.append(String(segment)) }
    }
    return segments.joined(separator: "/")
  }
}
