import Foundation
import Testing

/// A disk that fills up: exit code 4, what was there before is there still, and nothing is left lying about.
@Suite struct FullDiskTests {
  /// A small file system of one's own needs a mount namespace, which not every machine grants.
  static let canMount: Bool = {
    let probe = try? Shell(locale: "C").run("unshare -m sh -c 'mkdir m && mount -t tmpfs -o size=64k none m'")
    return probe?.exit == 0
  }()

  @Test(.enabled(if: canMount, "no small file system can be mounted here"), arguments: HelpTests.locales)
  func theOldFileSurvives(_ locale: String) throws {
    let shell = try Shell(locale: locale)
    let answer = try shell.run(
      """
      mkdir m && unshare -m sh -c '
        mount -t tmpfs -o size=64k none m
        jdx import goals.txt -o m/out.jdx >/dev/null || exit 90
        cp m/out.jdx before
        head -c 1000000 /dev/zero > m/filling 2>/dev/null
        jdx import goals-2030.txt -o m/out.jdx
        echo "exit $?"
        cmp m/out.jdx before || exit 91
        ls -A m'
      """)
    #expect(answer.out == "exit 4\nfilling\nout.jdx\n", "\(answer)")
    #expect(
      answer.err.contains(locale == "C" ? "the disk is full; the file that was there is unchanged" : "磁盘已满；原有文件未改动"))
  }
}
