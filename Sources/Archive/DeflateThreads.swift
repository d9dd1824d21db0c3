import Glibc
import Workers

/// Deflates blocks on threads of its own, which end when the last reference goes.
final class DeflateThreads {
  /// How many blocks keep every thread busy while the oldest is waited for; what they take bounds the memory.
  let room: Int

  private let queue = DeflateQueue()
  private var threads: [WorkerThread] = []

  /// - Parameter count: of threads; where the system grants none, whoever waits for a block deflates it.
  init(count: Int) {
    while threads.count < count {
      guard let thread = WorkerThread({ [queue] in queue.serve() }) else { break }
      threads.append(thread)
    }
    room = 2 * max(1, threads.count)
  }

  deinit {
    queue.close()
    for thread in threads { thread.join() }
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
  let isLast: Bool
  /// Guarded by the queue's lock.
  fileprivate var result: Result<DeflatedBlock, ArchiveError>?

  init(_ block: [UInt8], isLast: Bool) {
    self.block = block
    self.isLast = isLast
  }
}

/// The jobs that no thread has taken yet.
private final class DeflateQueue: @unchecked Sendable {
  private let monitor = Monitor()
  private var waiting: [DeflateJob] = []
  private var isClosed = false

  func put(_ job: DeflateJob) {
    monitor.change { waiting.append(job) }
  }

  func close() {
    monitor.change {
      waiting = []
      isClosed = true
    }
  }

  func wait(for job: DeflateJob) -> Result<DeflatedBlock, ArchiveError> {
    monitor.wait(for: { job.result })
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
      return try ready.deflate(job.block, isLast: job.isLast)
    }
    monitor.change { job.result = result }
  }

  private func next(isPatient: Bool) -> DeflateJob? {
    monitor.wait(until: { !waiting.isEmpty || isClosed || !isPatient }) {
      waiting.isEmpty ? nil : waiting.removeFirst()
    }
  }
}
