import Foundation
import Robustness

/// The reader that the environment names in `JDX_READER`: `docx`.
private let reader: ByteReader = {
  let name = ProcessInfo.processInfo.environment["JDX_READER"] ?? ""
  guard let reader = ByteReader(rawValue: name) else {
    end("JDX_READER is one of \(ByteReader.allCases.map(\.rawValue).joined(separator: ", "))")
  }
  return reader
}()

/// Tries one input of libFuzzer's; a law that is broken ends the process, as a crash does.
///
/// - Returns: -1 for bytes of another kind, which are then not kept.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let outcome = reader.tried(Array(UnsafeBufferPointer(start: start, count: count)))
  guard outcome.breaches.isEmpty else { end("\(reader): \(outcome.breaches.prefix(5).joined(separator: "; "))") }
  return outcome.isOfItsKind ? 0 : -1
}

/// Changes an input for libFuzzer: its bytes, those of a part of it, or the markup in it.
///
/// - Returns: how many bytes it has now, at most `most`.
@_cdecl("LLVMFuzzerCustomMutator")
public func customMutator(_ start: UnsafeMutablePointer<UInt8>?, _ count: Int, _ most: Int, _ seed: CUnsignedInt) -> Int
{
  guard let start else { return 0 }
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  let changed = reader.damaged(input, seed: UInt64(seed)) { mutated($0, atMost: most) }
  guard changed.count <= most else { return mutate(start, count, most) }
  _ = UnsafeMutableBufferPointer(start: start, count: most).update(fromContentsOf: changed)
  return changed.count
}

/// What libFuzzer makes of some bytes, guided by what it has seen to matter.
private func mutated(_ bytes: [UInt8], atMost most: Int) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: max(most, bytes.count)) { buffer, count in
    _ = buffer.update(fromContentsOf: bytes)
    count = mutate(buffer.baseAddress, bytes.count, buffer.count)
  }
}

@_silgen_name("LLVMFuzzerMutate")
private func mutate(_ start: UnsafeMutablePointer<UInt8>?, _ count: Int, _ most: Int) -> Int

private func end(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  abort()
}
