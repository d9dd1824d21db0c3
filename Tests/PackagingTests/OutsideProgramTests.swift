import Plan
import Testing

@testable import Packaging

/// A bundle is checked without us: by what every system has, and by the reference program for bags.
@Suite struct OutsideProgramTests {
  @Test(.enabled(if: Program.exists("unzip"), "unzip is not installed"))
  func `unzip finds no fault`() throws {
    try Program.inFolder { folder in
      try writeBundle(SampleBundle().contents, toFile: folder + "/sample.jdx")
      #expect(Program.run(["unzip", "-tqq", "sample.jdx"], in: folder) == 0)
    }
  }

  @Test(.enabled(if: Program.exists("python3"), "python3 is not installed"))
  func `Python's zipfile finds no fault`() throws {
    let script = """
      import sys, zipfile
      with zipfile.ZipFile("sample.jdx") as archive:
          sys.exit(archive.testzip() is not None or not archive.comment)
      """
    try Program.inFolder { folder in
      try writeBundle(SampleBundle().contents, toFile: folder + "/sample.jdx")
      #expect(Program.run(["python3", "-c", script], in: folder) == 0)
    }
  }

  @Test(.enabled(if: Program.exists("sha256sum") && Program.exists("unzip"), "sha256sum or unzip is not installed"))
  func `the README's commands check it`() throws {
    try Program.inFolder { folder in
      try writeBundle(SampleBundle().contents, toFile: folder + "/sample.jdx")
      #expect(Program.run(["unzip", "-qq", "sample.jdx"], in: folder) == 0)
      for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        #expect(Program.run(["sha256sum", "--strict", "-c", manifest], in: folder + "/jdx") == 0)
      }
    }
  }

  @Test(.enabled(if: Program.python != nil, "no Python with bagit: run make test, or set JDX_PYTHON"))
  func `bagit validates it, and a changed one not`() throws {
    let python = try #require(Program.python)
    try Program.inFolder { folder in
      try writeBundle(SampleBundle().contents, toFile: folder + "/sample.jdx")
      #expect(Program.run([python, "-m", "zipfile", "-e", "sample.jdx", "."], in: folder) == 0)
      #expect(Program.run([python, "-m", "bagit", "--validate", "jdx"], in: folder) == 0)
      #expect(Program.run(["sh", "-c", "echo >> jdx/data/README.md"], in: folder) == 0)
      #expect(Program.run([python, "-m", "bagit", "--validate", "jdx"], in: folder) != 0)
    }
  }

  @Test(.enabled(if: Program.hasFrictionless, "no Python with frictionless: run make test, or set JDX_PYTHON"))
  func `frictionless validates its tables, whatever they hold, and a changed one not`() throws {
    let python = try #require(Program.python)
    let validate = [python, "-m", "frictionless", "validate", "jdx/data/datapackage.json"]
    try Program.inFolder { folder in
      try writeBundle(TableTests.difficult(), toFile: folder + "/sample.jdx")
      #expect(Program.run([python, "-m", "zipfile", "-e", "sample.jdx", "."], in: folder) == 0)
      #expect(Program.run(validate, in: folder) == 0)
      #expect(Program.run(["sh", "-c", "sed -i s/12/13/ jdx/data/tables/indicators.csv"], in: folder) == 0)
      #expect(Program.run(validate, in: folder) != 0)
    }
  }
}
