import Synchronization
import Testing
import Workers

@Suite struct ConcurrentMapTests {
  @Test func `values stand in the elements' order, whichever is done first`() {
    let numbers = Array(0..<500)
    let sums = concurrentMap(numbers) { number in (0..<(number % 7) * 1_000).reduce(number) { $0 ^ $1 ^ $1 } }
    #expect(sums == numbers)
    #expect(concurrentMap([Int]()) { $0 } == [])
  }

  @Test func `what is done is told one by one`() {
    let told = Mutex<[Int]>([])
    _ = concurrentMap(Array(0..<100), done: { count in told.withLock { $0.append(count) } }) { $0 }
    #expect(told.withLock { $0 } == Array(1...100))
  }
}
