import Foundation

/// The tests were built without the program.
private struct NoProgram: Error, CustomStringConvertible {
  var looked: [String]
  var description: String { "jdx is not built; looked for \(looked.joined(separator: ", ")); run swift build first" }
}

/// The program of the same build as these tests.
package func builtProgram() throws -> URL {
  var folders: [URL] = []
  let arguments = CommandLine.arguments
  if let flag = arguments.firstIndex(of: "--test-bundle-path"), flag + 1 < arguments.count {
    // …/debug/jdxPackageTests.xctest, on some platforms a folder with the executable deep in it.
    var url = URL(fileURLWithPath: arguments[flag + 1])
    while url.pathComponents.count > 1 {
      url.deleteLastPathComponent()
      folders.append(url)
    }
  }
  folders.append(Bundle.main.bundleURL)
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  folders.append(root.appendingPathComponent(".build/debug"))
  let candidates = folders.map { $0.appendingPathComponent("jdx") }
  let found = candidates.first { candidate in
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder)
    return exists && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: candidate.path)
  }
  guard let found else { throw NoProgram(looked: candidates.map(\.path)) }
  return found
}
