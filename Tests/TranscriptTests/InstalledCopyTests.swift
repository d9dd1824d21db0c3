import Foundation
import TestSupport
import Testing

/// The program works wherever it is copied to; `make check-install` tries the same with the build out of the way.
@Suite struct InstalledCopyTests {
  @Test func aCopyWorksInAnotherFolderWithAnEmptyEnvironment() throws {
    let shell = try Shell(locale: "C")
    let answer = try shell.run(
      """
      mkdir bin && cp "$(command -v jdx)" bin/jdx && mkdir work && cd work &&
      env -i ../bin/jdx import ../goals.txt -o goals.jdx && env -i ../bin/jdx show goals.jdx
      """)
    #expect(answer.exit == 0, "\(answer.err)")
    #expect(answer.out.contains("goals.jdx"))
  }

  /// A resource bundle of ours would be looked for where the program was built, and the program end without it.
  @Test func nothingIsLookedForInTheFolderOfTheBuild() throws {
    let program = try Data(contentsOf: builtProgram(), options: .alwaysMapped)
    for target in ["Vocabulary", "Packaging", "Import", "Report", "QingdaoPlugin", "WeihaiPlugin", "jdx"] {
      #expect(program.range(of: Data("jdx_\(target).resources".utf8)) == nil, "\(target) has a resource bundle")
    }
  }
}
