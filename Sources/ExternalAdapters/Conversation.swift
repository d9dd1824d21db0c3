import Glibc
import Reading

/// A running program that is written lines to and read lines from, within limits of time and size.
struct Conversation: ~Copyable {
  private let child: ChildProcess
  private let folder: PrivateFolder
  private let limits: ProgramLimits
  private var outgoing: [UInt8] = []
  /// What was read and not taken yet begins at `taken`.
  private var incoming: [UInt8] = []
  private var taken = 0
  /// How far the incoming bytes were searched for a line's end.
  private var searched = 0
  private var complaints: [UInt8] = []
  private var isOpen = true
  private var hasComplaints = true
  /// When the answer that is waited for must be complete, and how long that was.
  private var deadline = ContinuousClock.now
  private var seconds = 0
  private var answerBytes = 0

  init(_ program: AdapterProgram, _ limits: ProgramLimits) throws(ProgramProblem) {
    guard let folder = PrivateFolder(),
      let child = ChildProcess(program.path, home: folder.path, memory: limits.memory, hasInput: true)
    else { throw .notStarted(String(cString: strerror(errno))) }
    self.limits = limits
    self.child = child
    self.folder = folder
  }

  /// Asks something; the answer may take so long.
  mutating func ask(_ line: [UInt8], seconds: Int) {
    outgoing += line
    deadline = ContinuousClock.now + .seconds(seconds)
    self.seconds = seconds
    answerBytes = 0
  }

  /// The next line that the program writes, without its end.
  mutating func nextLine() throws(ProgramProblem) -> [UInt8] {
    while true {
      if let line = lineRead() {
        guard line.count <= limits.lineBytes else { throw .lineTooLong(bytes: limits.lineBytes) }
        return line
      }
      guard incoming.count - taken <= limits.lineBytes else { throw .lineTooLong(bytes: limits.lineBytes) }
      guard answerBytes <= limits.answerBytes else { throw .answerTooLong(bytes: limits.answerBytes) }
      guard isOpen else { throw endProblem() }
      try exchange()
    }
  }

  /// The last lines of what the program wrote to its standard error.
  mutating func lastWords() -> [String] {
    while hasComplaints, takeComplaints() {}
    let lines = String(decoding: complaints, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.filter { line in line.contains { !$0.isWhitespace } }.suffix(3).map { line in
      String(String.UnicodeScalarView(line.unicodeScalars.suffix(200)))
    }
  }

  // MARK: Bytes in and out

  private mutating func lineRead() -> [UInt8]? {
    guard let end = incoming[searched...].firstIndex(of: UInt8(ascii: "\n")) else {
      searched = incoming.count
      return nil
    }
    let line = Array(incoming[taken..<end])
    (taken, searched) = (end + 1, end + 1)
    if taken > 1 << 16 {
      incoming.removeFirst(taken)
      (taken, searched) = (0, 0)
    }
    return line
  }

  /// Writes and reads what can be written and read, and waits a little where nothing can.
  private mutating func exchange() throws(ProgramProblem) {
    guard ContinuousClock.now < deadline else { throw .tooSlow(seconds: seconds) }
    var waiting = [
      pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: hasComplaints ? child.complaints : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: outgoing.isEmpty ? -1 : child.input ?? -1, events: Int16(POLLOUT), revents: 0),
    ]
    let found = poll(&waiting, nfds_t(waiting.count), 100)
    // What holds its output open without being it does not speak for it.
    if found == 0, let status = child.status { throw .ended(status: status) }
    guard found > 0 else { return }
    if waiting[2].revents != 0 { give() }
    if waiting[1].revents != 0 { _ = takeComplaints() }
    if waiting[0].revents != 0 { takeOutput() }
  }

  private mutating func give() {
    guard let input = child.input else { return }
    let count = outgoing.withUnsafeBytes {
      send(input, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT | MSG_NOSIGNAL))
    }
    if count > 0 {
      outgoing.removeFirst(count)
    } else if errno != EAGAIN, errno != EINTR {
      // It does not listen any more; what it says, or its end, tells why.
      outgoing = []
    }
  }

  private mutating func takeOutput() {
    guard let bytes = received(child.output) else { return }
    if bytes.isEmpty { isOpen = false }
    incoming += bytes
    answerBytes += bytes.count
  }

  /// Whether there may be more.
  private mutating func takeComplaints() -> Bool {
    guard let bytes = received(child.complaints) else { return false }
    if bytes.isEmpty { hasComplaints = false }
    complaints = (complaints + bytes).suffix(4_096)
    return !bytes.isEmpty
  }

  /// What can be read now; nothing at the end, `nil` where there is nothing now.
  private func received(_ descriptor: Int32) -> [UInt8]? {
    var isLater = false
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      let got = recv(descriptor, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
      isLater = got < 0 && (errno == EAGAIN || errno == EINTR)
      count = max(0, got)
    }
    return isLater ? nil : bytes
  }

  /// Why there are no more lines: the end of a process is known a moment after that of its output.
  private func endProblem() -> ProgramProblem {
    for _ in 0..<100 {
      if let status = child.status { return .ended(status: status) }
      usleep(2_000)
    }
    return .closedOutput
  }
}
