import Foundation
import Testing

@testable import ExternalAdapters

/// Which programs a search finds, and which it passes over.
@Suite struct SearchTests {
  private static func inFolders(_ names: [String], _ body: ([URL]) throws -> Void) throws {
    let parent = FileManager.default.temporaryDirectory.appending(path: "jdx-search-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: parent) }
    let folders = names.map { parent.appending(path: $0) }
    for folder in folders { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    try body(folders)
  }

  private static func make(_ name: String, in folder: URL, mode: Int = 0o755) throws {
    let file = folder.appending(path: name).path
    try Data("#!/bin/sh\n".utf8).write(to: folder.appending(path: name))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
  }

  @Test func theFolderComesBeforeTheSearchPathAndEachNameCountsOnce() throws {
    try Self.inFolders(["own", "bin"]) { folders in
      for folder in folders { try Self.make("jdx-adapter-cards", in: folder) }
      try Self.make("jdx-adapter-ledger", in: folders[1])
      let found = AdapterProgram.find(in: folders[0].path, searchPath: folders[1].path)
      #expect(
        found.programs.map(\.path) == [folders[0].path + "/jdx-adapter-cards", folders[1].path + "/jdx-adapter-ledger"])
      #expect(found.unsafe.isEmpty)
    }
  }

  @Test func onlyProgramsOfTheNameAreFound() throws {
    try Self.inFolders(["own"]) { folders in
      try Self.make("jdx-adapter-notes", in: folders[0], mode: 0o644)
      for name in ["jdx-adapter-", "jdx-adapter-Cards", "jdx-adapter-cards~", "adapter-cards"] {
        try Self.make(name, in: folders[0])
      }
      try FileManager.default.createDirectory(
        at: folders[0].appending(path: "jdx-adapter-folder"), withIntermediateDirectories: true)
      #expect(AdapterProgram.find(in: folders[0].path, searchPath: nil).programs.isEmpty)
    }
  }

  /// A program that lies beside the documents is none to run.
  @Test func partsOfTheSearchPathThatAreNoWholePathsArePassedOver() throws {
    try Self.inFolders(["here"]) { folders in
      try Self.make("jdx-adapter-cards", in: folders[0])
      let before = FileManager.default.currentDirectoryPath
      defer { _ = FileManager.default.changeCurrentDirectoryPath(before) }
      #expect(FileManager.default.changeCurrentDirectoryPath(folders[0].path))
      #expect(AdapterProgram.find(in: nil, searchPath: ".::./:../here").programs.isEmpty)
      #expect(AdapterProgram.find(in: "here", searchPath: nil).programs.isEmpty)
    }
  }

  @Test func whatAnyUserMayChangeIsNotRun() throws {
    try Self.inFolders(["own", "open"]) { folders in
      try Self.make("jdx-adapter-cards", in: folders[0], mode: 0o777)
      try Self.make("jdx-adapter-ledger", in: folders[1])
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folders[1].path)
      let found = AdapterProgram.find(in: folders[0].path, searchPath: folders[1].path)
      #expect(found.programs.isEmpty)
      #expect(found.unsafe.map(\.name) == ["jdx-adapter-cards", "jdx-adapter-ledger"])
    }
  }
}
