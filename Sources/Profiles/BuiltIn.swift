import Glibc

extension ProfileAdapter {
  /// The adapter of a profile that is built into the program; a damaged one ends the process.
  public static func builtIn(_ name: String, _ yaml: [UInt8]) -> ProfileAdapter {
    ProfileAdapter(Profiles.builtIn(name, yaml, Profile.init(yaml:)))
  }
}

/// What a file that is built into the program says. Without its words documents would go unrecognised in silence;
/// therefore a damaged one ends the process, with the exit code of a machine that failed.
func builtIn<Value>(_ name: String, _ yaml: [UInt8], _ read: ([UInt8]) throws(ProfileError) -> Value) -> Value {
  do throws(ProfileError) { return try read(yaml) } catch {
    let (line, column) = error.problems.first.map { ($0.line, $0.column) } ?? (1, 1)
    let message = Array(
      """
      内置描述文件 \(name).yaml 已损坏（第 \(line) 行第 \(column) 列），请重新安装程序。
      The built-in profile \(name).yaml is damaged (line \(line), column \(column)); install the program again.

      """.utf8)
    _ = write(STDERR_FILENO, message, message.count)
    exit(4)
  }
}
