import Glibc

/// A thread of the system's own for one piece of work.
struct WorkerThread {
  private let thread: pthread_t

  /// Starts `work`; `nil` where the system grants no thread.
  init?(_ work: @escaping @Sendable () -> Void) {
    final class Work: Sendable {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(Work(work))
    let code = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, argument.toOpaque())
    guard code == 0 else {
      argument.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits for its end; to be called once.
  func join() { pthread_join(thread, nil) }
}
