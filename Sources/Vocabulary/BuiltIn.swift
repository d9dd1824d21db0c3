import Glibc

/// What a vocabulary file that is built into the program says.
///
/// Without its words the program would find nothing and say so of every document; therefore a damaged file ends the
/// process with a message in both languages and the exit code of a machine that failed. `readsEachEmbeddedFile` in the
/// tests keeps such a program from being published.
func builtIn<Value>(
  _ name: String, _ bytes: [UInt8], _ read: ([UInt8]) throws(VocabularyError) -> Value
) -> Value {
  do throws(VocabularyError) { return try read(bytes) } catch {
    let (line, column) = error.place
    let message = Array(
      """
      内置词表 \(name).yaml 已损坏（第 \(line) 行第 \(column) 列），请重新安装程序。
      The built-in vocabulary \(name).yaml is damaged (line \(line), column \(column)); install the program again.

      """.utf8)
    _ = write(STDERR_FILENO, message, message.count)
    exit(4)
  }
}
