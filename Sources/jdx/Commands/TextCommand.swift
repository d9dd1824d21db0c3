import ArgumentParser
import ChineseText
import Foundation
import Import
import Plan
import Reading
import Vocabulary

struct TextCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    describe(
      "text", zh: "打印修复后的文本：出处所指的就是它", en: "Prints the repaired text: exactly what spans point into",
      example: "jdx text report.txt\njdx text report.txt --format blocks\njdx text folder -o texts")
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, blocks }

  @Argument(help: help("文件或文件夹；- 为标准输入", "files or folders; - is standard input"))
  var inputs: [String]

  @Option(name: .shortAndLong, help: help("写到这个文件夹，每个文件一份", "write into this folder, one file each"))
  var output: String?

  @Option(help: help("形式", "the form"))
  var format = Format.text

  func run() throws {
    let files = try Input.files(inputs)
    if files.count > 1, output == nil {
      throw Failure(
        .wrongUse, Localized(zh: "有 \(files.count) 个文件，请用 -o 指定文件夹", en: "there are \(files.count) files: name a folder with -o"))
    }
    if let output {
      do { try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true) } catch {
        throw Failure(.machine, Localized(zh: "\(output)：不能建立文件夹", en: "\(output): the folder can't be made"))
      }
    }
    var failed = false
    for (path, result) in files {
      do throws(Failure) {
        let bytes = try rendered(try result.get())
        if let output {
          let name = path.replacing("/", with: "_") + (format == .blocks ? ".json" : ".txt")
          try write(bytes, toFile: output + "/" + name)
        } else {
          try write(bytes)
        }
      } catch {
        if error.exit == .machine { throw error }
        error.report()
        failed = true
      }
    }
    if failed { throw Exit.badInput }
  }

  private func rendered(_ file: SourceFile) throws(Failure) -> [UInt8] {
    let reading: TextReading
    do throws(ReadingError) { reading = try TextReading(file.bytes) } catch {
      throw Failure(ImportError.unreadable(error), in: file.displayPath)
    }
    guard format == .blocks else { return reading.bytes }
    let text = reading.repaired.text
    let blocks = reading.blocks.map { block -> JSON in
      var object = JSONObject()
      switch block.kind {
      case .paragraph: object["kind"] = .string("paragraph")
      case .heading(let level):
        object["kind"] = .string("heading")
        object["level"] = .integer(level)
      case .table: object["kind"] = .string("table")
      }
      object["start"] = .integer(block.range.lowerBound)
      object["end"] = .integer(block.range.upperBound)
      if block.rows.isEmpty {
        object["text"] = .string(text.string(block.range))
      } else {
        object["rows"] = .array(
          block.rows.map { row in .array(row.cells.map { .string(text.string($0.range)) }) })
      }
      return .object(object)
    }
    return JSON.array(blocks).canonical + [UInt8(ascii: "\n")]
  }
}
