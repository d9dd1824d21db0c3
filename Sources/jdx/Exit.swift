/// What the process answers; thrown by a command whose answer is not "done" and that has said all there is to say.
enum Exit: Int32, Error {
  case done = 0
  /// The answer is "no": differences, invalid, unverified, open conflicts.
  case no = 1
  case wrongUse = 2
  /// Input that is missing, unreadable, not recognised, marked or of a colliding id.
  case badInput = 3
  /// The machine failed: disk, permission.
  case machine = 4
}
