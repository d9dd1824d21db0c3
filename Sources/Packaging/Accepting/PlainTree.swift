import Glibc

/// The items of a document as they come, and then the figures on them, each held against those before.
struct PlainTree {
  private struct Node {
    let id: Token
    let hash: UInt64
    let start: Int
    let depth: Int
  }

  private let items: UnsafePointer<UInt8>
  private let document: UnsafeBufferPointer<UInt8>
  private let reading: UnsafeBufferPointer<UInt8>
  private var nodes: [Node] = []
  /// Open addressing by the ids: one more than a node's index.
  private var slots = [Int32](repeating: 0, count: 256)
  /// Parents that did not stand before their children.
  private var awaited: [Token] = []
  /// The item that had the last figure, and its figures so far.
  private var current = 0
  private var figures: [(id: Token, start: Int)] = []

  /// How many steps a search takes at most: ids made to collide would take ever more.
  private static let reach = 64
  /// How many figures an item may have: each is held against all of the others.
  private static let most = 256

  /// - Parameters:
  ///   - items: the bytes that the items' tokens count in.
  ///   - document: its id.
  ///   - reading: the revision of its record.
  init(_ items: UnsafePointer<UInt8>, document: UnsafeBufferPointer<UInt8>, reading: UnsafeBufferPointer<UInt8>) {
    (self.items, self.document, self.reading) = (items, document, reading)
  }

  /// Whether the next item belongs to the document, is named after what it stands under, comes behind those before in
  /// reading order, and bears no id of theirs.
  mutating func append(_ row: RowAcceptor) -> Bool {
    let (line, id, parent) = (row.line, row[.id], row[.parent])
    guard line.isEqual(row[.document], document), line.isEqual(row[.reading], reading) else { return false }
    if parent.isPresent {
      guard isNamed(id, after: UnsafeBufferPointer(start: items + parent.start, count: parent.count), in: line) else {
        return false
      }
      if !(nodes.last.map { line.isEqual($0.id, parent) } ?? false), slot(of: parent).map({ slots[$0] == 0 }) ?? true {
        awaited.append(parent)
      }
    } else if !isNamed(id, after: document, in: line) {
      return false
    }
    let node = Node(id: id, hash: hash(id), start: row.start, depth: line.count(of: UInt8(ascii: "."), in: id))
    if let before = nodes.last {
      let steps = (before.start, before.depth, 0)
      guard steps < (node.start, node.depth, line.order(before.id, in: items, id)) else { return false }
    }
    if 2 * nodes.count >= slots.count, !grow() { return false }
    guard let slot = slot(of: id), slots[slot] == 0 else { return false }
    nodes.append(node)
    slots[slot] = Int32(truncatingIfNeeded: nodes.count)
    return true
  }

  /// Whether every parent is there.
  var isWhole: Bool { awaited.allSatisfy { slot(of: $0).map { slots[$0] > 0 } ?? false } }

  /// Whether the next figure belongs to the item of the one before or a later one, and comes behind the item's others.
  mutating func append(figure row: RowAcceptor) -> Bool {
    let (line, id, item) = (row.line, row[.id], row[.item])
    while current < nodes.count, !line.isEqual(item, place(of: nodes[current])) {
      current += 1
      figures.removeAll(keepingCapacity: true)
    }
    guard current < nodes.count, figures.count < PlainTree.most, line.isEqual(row[.reading], reading),
      isNamed(id, after: place(of: nodes[current]), in: line)
    else { return false }
    if let before = figures.last {
      guard (before.start, 0) < (row.start, line.order(before.id, in: line.bytes, id)),
        !figures.contains(where: { line.isEqual($0.id, id) })
      else { return false }
    }
    figures.append((id, row.start))
    return true
  }

  private func place(of node: Node) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: items + node.id.start, count: node.id.count)
  }

  /// Whether an id is its owner's with one step more, of ASCII letters, digits, `-` and `_`.
  private func isNamed(_ id: Token, after owner: UnsafeBufferPointer<UInt8>, in line: LineCursor) -> Bool {
    guard let start = owner.baseAddress, id.count > owner.count + 1, !id.isEscaped,
      memcmp(line.bytes + id.start, start, owner.count) == 0,
      line.bytes[id.start + owner.count] == UInt8(ascii: ".")
    else { return false }
    for at in id.start + owner.count + 1..<id.end {
      switch line.bytes[at] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        continue
      default: return false
      }
    }
    return true
  }

  // MARK: Ids

  /// Both halves of the product: a sign that stands high in its word must reach the low bits too.
  private func hash(_ id: Token) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    func take(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      hash = product.high ^ product.low
    }
    var at = id.start
    while at + 8 <= id.end {
      take(UnsafeRawPointer(items + at).loadUnaligned(as: UInt64.self))
      at += 8
    }
    while at < id.end {
      take(UInt64(items[at]))
      at += 1
    }
    return hash
  }

  /// Where an id stands, or would stand; `nil` where that is too far to seek.
  private func slot(of id: Token) -> Int? {
    let hash = hash(id)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    for _ in 0..<PlainTree.reach {
      guard slots[slot] > 0 else { return slot }
      let node = nodes[Int(slots[slot]) - 1]
      if node.hash == hash, node.id.count == id.count, memcmp(items + node.id.start, items + id.start, id.count) == 0 {
        return slot
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow() -> Bool {
    guard nodes.count < Int32.max / 4 else { return false }
    slots = [Int32](repeating: 0, count: 4 * slots.count)
    for (index, node) in nodes.enumerated() {
      guard let slot = slot(of: node.id) else { return false }
      slots[slot] = Int32(truncatingIfNeeded: index + 1)
    }
    return true
  }
}

extension LineCursor {
  fileprivate func count(of byte: UInt8, in token: Token) -> Int {
    (token.start..<token.end).reduce(0) { bytes[$1] == byte ? $0 + 1 : $0 }
  }

  /// Above zero as a token stands behind another one of the bytes `others`, in byte order.
  fileprivate func order(_ other: Token, in others: UnsafePointer<UInt8>, _ token: Token) -> Int {
    let order = memcmp(bytes + token.start, others + other.start, min(token.count, other.count))
    return order != 0 ? Int(order) : token.count - other.count
  }
}
