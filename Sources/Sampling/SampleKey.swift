import Crypto
import Foundation

/// The secret by which a sample's words are chosen: made for one sample and thrown away with it.
///
/// The same words give the same other words as long as it lives, so that a name that is repeated stays repeated; without
/// it nobody can tell, or try, what stood there.
public struct SampleKey: Sendable {
  private let key: SymmetricKey

  /// A key that nobody knows.
  public init() { key = SymmetricKey(size: .bits256) }

  /// A key that is known, for tests alone: what it makes can be made again.
  public init(known bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

  /// Numbers that follow from the words and what they are drawn for.
  func draws(for purpose: StaticString, _ words: some Sequence<Unicode.Scalar>) -> Draws {
    var message: [UInt8] = Array("\(purpose)\0".utf8)
    for scalar in words { withUnsafeBytes(of: scalar.value.littleEndian) { message.append(contentsOf: $0) } }
    return Draws(seed: Array(HMAC<SHA256>.authenticationCode(for: message, using: key)))
  }

  /// How far years are moved, the same for all of a sample: one to nine years, back or ahead.
  var years: Int {
    var draws = draws(for: "years", [])
    return (1 + draws.next(below: 9)) * (draws.next(below: 2) == 0 ? 1 : -1)
  }
}

/// A row of numbers without end: HMAC-SHA256 of a counter.
struct Draws {
  private let seed: SymmetricKey
  private var counter: UInt64 = 0
  private var bytes: [UInt8] = []

  init(seed: [UInt8]) { self.seed = SymmetricKey(data: seed) }

  /// The next number, from 0 up to but not including `bound`; 0 where there is nothing to choose from.
  mutating func next(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    if bytes.count < 4 {
      let block = withUnsafeBytes(of: counter.littleEndian) {
        HMAC<SHA256>.authenticationCode(for: Data($0), using: seed)
      }
      bytes = Array(block)
      counter += 1
    }
    let value = bytes.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
    bytes.removeLast(4)
    return Int(value % UInt32(clamping: bound))
  }

  /// One of the choices, but not `other`; `nil` where there is none.
  mutating func pick(_ choices: [Unicode.Scalar], but other: Unicode.Scalar) -> Unicode.Scalar? {
    guard !choices.isEmpty else { return nil }
    let at = next(below: choices.count)
    if choices[at] != other { return choices[at] }
    let next = choices[(at + 1) % choices.count]
    return next == other ? nil : next
  }
}
