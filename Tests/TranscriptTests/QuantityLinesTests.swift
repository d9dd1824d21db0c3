import Foundation
import Testing

/// `jdx quantities` answers line by line: at once, in bounded memory, in every encoding.
@Suite struct QuantityLinesTests {
  private let shell: Shell

  init() throws { shell = try Shell(locale: "C") }

  @Test func aLineIsAnsweredBeforeTheInputEnds() throws {
    let answer = try shell.run(
      """
      : > answers
      (
        echo 新建学校12所
        tries=0
        while [ $tries -lt 300 ] && ! grep -q 12所 answers; do sleep 0.1; tries=$((tries + 1)); done
        grep -c 12所 answers > seen
        echo 新建医院3家
      ) | jdx quantities > answers
      cat seen; grep -c indicators answers
      """)
    #expect(answer.out == "1\n2\n", "\(answer)")
  }

  /// With a little more room than a page takes, two hundred of them can be read only where none is kept.
  @Test func memoryDoesNotGrowWithTheInput() throws {
    let answer = try shell.run(
      """
      yes 加快推进示例工作，持续优化示例环境，健全长效工作机制，统筹做好协调服务，广泛听取各方意见。 | head -n 1000 > page
      limited() { (ulimit -v $1; SWIFT_BACKTRACE=enable=no MALLOC_ARENA_MAX=1 jdx quantities 2>/dev/null); }
      limit=100000
      until [ "$(limited $limit < page | wc -l)" = 1000 ]; do
        limit=$((limit + 20000))
        [ $limit -lt 4000000 ] || exit 90
      done
      for copy in $(seq 200); do cat page; done | limited $((limit + 20000)) | wc -l
      """)
    #expect(answer.out == "200000\n", "\(answer)")
  }

  @Test(arguments: ["1", "（", "一", "“", ",", "%"])
  func aLineMayBeLong(_ filling: String) throws {
    let answer = try shell.run("yes '\(filling)' | tr -d '\\n' | head -c 300000 | jdx quantities")
    #expect(answer.out == "{\"indicators\":[]}\n", "\(answer.exit) \(answer.err)")
  }

  @Test(arguments: ["GB18030", "BIG5", "UTF-16LE", "UTF-16BE", "UTF-16"])
  func everyEncodingIsReadByLines(_ encoding: String) throws {
    let answer = try shell.run(
      """
      for line in $(seq 3000); do printf 'abc\\r\\n\\r\\n%s公里新建道路，完工40000所\\n' $line; done > utf8
      printf 最後2家 >> utf8
      iconv -f UTF-8 -t \(encoding) utf8 > other || exit 90
      jdx quantities utf8 > expected; cat other | jdx quantities | cmp - expected; wc -l < expected
      """)
    #expect(answer.out == "9001\n", "\(answer)")
  }

  @Test func damageFarBehindIsFoundAtItsPlace() throws {
    let answer = try shell.run(
      """
      yes 新建学校12所 | head -n 10000 > long
      (cat long; printf '\\377\\n') | jdx quantities > answers; wc -l < answers
      (cat long; printf 'a\\000b\\n') | jdx quantities
      """)
    #expect(answer.out.hasPrefix("10000\n"), "\(answer.out.prefix(100))")
    #expect(answer.err.contains("180000"), "\(answer.err)")
    #expect(answer.err.contains("source.undecodable") && answer.err.contains("source.notText"), "\(answer.err)")
    #expect(answer.exit == 3)
  }

  @Test func whoeverReadsMayStop() throws {
    let answer = try shell.run("(yes 新建学校12所 | jdx quantities; echo $? >&2) | head -n 1 | wc -l")
    #expect(answer.out == "1\n" && answer.err == "0\n", "\(answer)")
  }
}
