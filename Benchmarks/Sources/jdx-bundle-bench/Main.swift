import Archive
import Glibc
import Packaging

/// Packs one JSON Lines file into a bag, checks a bag or unpacks it, so that `Tools/bench-bundle` can measure time and memory;
/// writes two versions of a bundle for `Tools/bench-diff`.
///
/// Usage: `jdx-bundle-bench pack FILE BAG`, `jdx-bundle-bench check BAG`, `jdx-bundle-bench unpack BAG FILE`,
/// `jdx-bundle-bench versions OLD NEW RECORDS`.
@main
enum Main {
  static let records = "records/items.jsonl"

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch (arguments.first, arguments.count) {
    case ("pack", 3): try pack(arguments[1], to: arguments[2])
    case ("check", 2): print(try checkBag(atPath: arguments[1]))
    case ("unpack", 3): try unpack(arguments[1], to: arguments[2])
    case ("versions", 4):
      let versions = Versions(records: Int(arguments[3]) ?? 0)
      try writeBundle(versions.old, toFile: arguments[1])
      try writeBundle(versions.new, toFile: arguments[2])
    default:
      print("usage: jdx-bundle-bench pack FILE BAG | check BAG | unpack BAG FILE | versions OLD NEW RECORDS")
      exit(2)
    }
  }

  static func pack(_ path: String, to bag: String) throws {
    let input = open(path, "r")
    defer { fclose(input) }
    fseek(input, 0, SEEK_END)
    let size = ftell(input)
    rewind(input)
    let records = PayloadFile(path: records, size: size) { sink in
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
      defer { buffer.deallocate() }
      while true {
        let count = fread(buffer.baseAddress, 1, buffer.count, input)
        guard count > 0 else { return }
        try sink.write(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
    let file = try AtomicFile(path: bag)
    print(try writeBag([records], to: file))
    try file.commit()
  }

  static func unpack(_ bag: String, to path: String) throws {
    let output = open(path, "w")
    let fingerprint = try checkBag(atPath: bag) { path, piece in
      guard path == "data/" + records else { return }
      fwrite(piece.baseAddress, 1, piece.count, output)
    }
    guard fclose(output) == 0 else { fail(path) }
    print(fingerprint)
  }

  private static func open(_ path: String, _ mode: String) -> UnsafeMutablePointer<FILE> {
    guard let file = fopen(path, mode) else { fail(path) }
    return file
  }

  private static func fail(_ path: String) -> Never {
    print("\(path): \(String(cString: strerror(errno)))")
    exit(3)
  }
}
