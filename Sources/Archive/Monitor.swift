import Glibc

/// A lock, and the news that what it guards has changed.
final class Monitor: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// Changes what is guarded, and wakes whoever waits.
  func change(_ body: () -> Void) {
    pthread_mutex_lock(lock)
    body()
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
  }

  /// Asks `body` again after each change until it answers.
  func wait<Value>(for body: () -> Value?) -> Value {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      if let value = body() { return value }
      pthread_cond_wait(changed, lock)
    }
  }

  /// Waits until `isReady`, then takes what is guarded.
  func wait<Value>(until isReady: () -> Bool, take: () -> Value) -> Value {
    wait(for: { isReady() ? Optional<Value>.some(take()) : Optional<Value>.none })
  }
}
