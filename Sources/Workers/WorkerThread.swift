import Glibc

/// A thread of the system's own for one piece of work.
package struct WorkerThread {
  private let thread: pthread_t

  /// Starts `work`; `nil` where the system grants no thread.
  package init?(_ work: @escaping @Sendable () -> Void) {
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
  package func join() { pthread_join(thread, nil) }

  /// How many threads can run at a time, eight at most.
  package static var processors: Int { max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Runs `work` several times at once, on the caller's thread too, and waits for all; fewer times where the system grants
  /// no more threads.
  package static func perform(times: Int, _ work: @Sendable () -> Void) {
    withoutActuallyEscaping(work) { work in
      let others = (1..<max(1, times)).compactMap { _ in WorkerThread(work) }
      work()
      for thread in others { thread.join() }
    }
  }
}
