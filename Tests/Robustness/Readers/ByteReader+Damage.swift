import Archive
import TestSupport

extension ByteReader {
  /// An input changed: as files get damaged, or by `mutate`, which of an archive gets one part.
  public func damaged(_ bytes: [UInt8], seed: UInt64, _ mutate: ([UInt8]) -> [UInt8]) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    let way = Int.random(in: 0..<8, using: &random)
    if way < 2 {
      var damage = FileDamage(seed: seed, longest: 1000)
      return damage.damaged(bytes, splicing: bytes)
    }
    guard way < 7, var parts = FileDamage.parts(of: bytes), !parts.isEmpty else { return mutate(bytes) }
    let index = Int.random(in: parts.indices, using: &random)
    parts[index].content = mutate(parts[index].content)
    return FileDamage.archive(of: parts)
  }
}
