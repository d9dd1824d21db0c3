import Synchronization

/// The transforms of all elements, worked out on every core; they stand in the elements' order, whichever is done first.
///
/// Where the system grants no thread, the caller's own does it all.
///
/// - Parameter done: told after each how many are done; never called twice at a time.
public func concurrentMap<Element: Sendable, Value: Sendable>(
  _ elements: [Element], done: @Sendable (Int) -> Void = { _ in }, _ transform: @Sendable (Element) -> Value
) -> [Value] {
  let results = Mutex<(values: [Value?], count: Int)>(([Value?](repeating: nil, count: elements.count), 0))
  let next = Atomic(0)
  WorkerThread.perform(times: min(elements.count, WorkerThread.processors)) {
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < elements.count else { return }
      let value = transform(elements[index])
      results.withLock { results in
        results.values[index] = value
        results.count += 1
        done(results.count)
      }
    }
  }
  return results.withLock { $0.values.compactMap(\.self) }
}
