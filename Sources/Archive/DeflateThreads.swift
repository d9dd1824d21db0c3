import Glibc

/// Deflates blocks on threads of its own, which end when the last reference goes.
final class DeflateThreads {
  /// How many blocks keep every thread busy while the oldest is waited for; what they take bounds the memory.
  let room: Int

  private let queue = DeflateQueue()
  private var threads: [pthread_t] = []

  /// A thread for each processor, eight at most.
  static var usual: Int { max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// - Parameter count: of threads; where the system grants none, whoever waits for a block deflates it.
  init(count: Int) {
    for _ in 0..<count {
      var thread = pthread_t()
      let argument = Unmanaged.passRetained(queue)
      let code = pthread_create(
        &thread, nil,
        { argument in
          guard let argument else { return nil }
          Unmanaged<DeflateQueue>.fromOpaque(argument).takeRetainedValue().serve()
          return nil
        }, argument.toOpaque())
      guard code == 0 else {
        argument.release()
        break
      }
      threads.append(thread)
    }
    room = 2 * max(1, threads.count)
  }

  deinit {
    queue.close()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Has `job` deflated.
  func submit(_ job: DeflateJob) { queue.put(job) }

  /// The result of a job that was submitted.
  func result(of job: DeflateJob) throws(ArchiveError) -> DeflatedBlock {
    if threads.isEmpty { queue.serveWaiting() }
    return try queue.wait(for: job).get()
  }
}

/// A block to be deflated.
final class DeflateJob: @unchecked Sendable {
  let block: [UInt8]
  let window: [UInt8]
  let isLast: Bool
  /// Guarded by the queue's lock.
  fileprivate var result: Result<DeflatedBlock, ArchiveError>?

  init(_ block: [UInt8], after window: [UInt8], isLast: Bool) {
    self.block = block
    self.window = window
    self.isLast = isLast
  }
}

/// The jobs that no thread has taken yet.
private final class DeflateQueue: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: [DeflateJob] = []
  private var isClosed = false

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

  func put(_ job: DeflateJob) {
    locked { waiting.append(job) }
  }

  func close() {
    locked {
      waiting = []
      isClosed = true
    }
  }

  func wait(for job: DeflateJob) -> Result<DeflatedBlock, ArchiveError> {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      if let result = job.result { return result }
      pthread_cond_wait(changed, lock)
    }
  }

  /// Deflates what is put until the queue is closed.
  func serve() {
    var deflater: Deflater?
    while let job = next(isPatient: true) { finish(job, with: &deflater) }
  }

  /// Deflates what waits.
  func serveWaiting() {
    var deflater: Deflater?
    while let job = next(isPatient: false) { finish(job, with: &deflater) }
  }

  private func finish(_ job: DeflateJob, with deflater: inout Deflater?) {
    let result = Result { () throws(ArchiveError) -> DeflatedBlock in
      let ready = if let deflater { deflater } else { try Deflater() }
      deflater = ready
      return try ready.deflate(job.block, after: job.window, isLast: job.isLast)
    }
    locked { job.result = result }
  }

  private func next(isPatient: Bool) -> DeflateJob? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while waiting.isEmpty {
      if isClosed || !isPatient { return nil }
      pthread_cond_wait(changed, lock)
    }
    return waiting.removeFirst()
  }

  private func locked(_ change: () -> Void) {
    pthread_mutex_lock(lock)
    change()
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
  }
}
