import Synchronization

/// The processes of one program: as many as are asked at a time, kept for the next document.
final class ProgramPool: Sendable {
  private let program: AdapterProgram
  private let limits: ProgramLimits
  let introduction: Introduction
  private let state: Mutex<State>

  private struct State {
    var idle: [ProgramProcess]
    /// How often in a row it failed.
    var failures = 0
  }

  /// Starts the first process, which says what the program is.
  init(_ program: AdapterProgram, _ limits: ProgramLimits) throws(ProgramFailure) {
    self.program = program
    self.limits = limits
    let first = try ProgramProcess(program, limits)
    introduction = first.introduction
    state = Mutex(State(idle: [first]))
  }

  /// Calls `body` with a process that nobody else asks meanwhile.
  func withProcess(_ body: (ProgramProcess) throws(ProgramFailure) -> Void) throws(ProgramFailure) {
    let (process, failures) = state.withLock { ($0.idle.popLast(), $0.failures) }
    guard failures < limits.failures else {
      throw ProgramFailure(program: program, problem: .givenUp(failures))
    }
    do throws(ProgramFailure) {
      let process = if let process { process } else { try started() }
      defer { if process.isUsable { state.withLock { $0.idle.append(process) } } }
      try body(process)
      state.withLock { $0.failures = 0 }
    } catch {
      // A refusal speaks of the document, not of the program.
      state.withLock { $0.failures = error.isRefusal ? 0 : $0.failures + 1 }
      throw error
    }
  }

  private func started() throws(ProgramFailure) -> ProgramProcess {
    let process = try ProgramProcess(program, limits)
    guard process.introduction == introduction else {
      throw ProgramFailure(program: program, problem: .changed(id: process.introduction.id))
    }
    return process
  }
}
