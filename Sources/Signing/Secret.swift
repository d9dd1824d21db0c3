import Archive
import Glibc

/// The bytes of a small file.
func small(_ path: String) throws(KeyError) -> [UInt8] {
  do throws(FileFailure) { return try readFile(path, limit: 1 << 16) } catch { throw .file(error) }
}

/// Refuses a file that others than its owner may read or write; a pipe has no such rights.
func requireSecret(_ path: String) throws(KeyError) {
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 else { return }
  throw .loosePermissions(path: path, mode: Int(status.st_mode & 0o777))
}
