import Archive
import Plan

/// What was written: what the revisions give together, and the content's name.
public struct WrittenBundle: Sendable {
  public let view: View
  public let fingerprint: String
}

/// Writes a bundle; equal contents give equal bytes.
///
/// - Parameter sink: whoever makes it commits it; nothing is committed here.
@discardableResult
public func writeBundle(_ contents: BundleContents, to sink: any ByteSink) throws(BundleError) -> WrittenBundle {
  let view = View(of: contents.revisions)
  let layout = BundleLayout(contents, view: view)
  do throws(ArchiveError) {
    let archive = try ArchiveWriter(to: sink)
    for path in layout.files.keys.sorted(by: utf8Order) {
      try archive.add(BundleLayout.top + path, layout.files[path] ?? [])
    }
    _ = try archive.finish()
  } catch {
    throw .archive(error)
  }
  return WrittenBundle(view: view, fingerprint: layout.fingerprint)
}

/// Writes a bundle to a file: the old file stays until the new one is whole and on disk.
@discardableResult
public func writeBundle(_ contents: BundleContents, toFile path: String) throws(BundleError) -> WrittenBundle {
  try writeWhole(path) { file throws(BundleError) in try writeBundle(contents, to: file) }
}

/// Writes a file whole or not at all.
func writeWhole<Written>(
  _ path: String, _ body: (AtomicFile) throws(BundleError) -> Written
) throws(BundleError) -> Written {
  let file: AtomicFile
  do throws(FileFailure) { file = try AtomicFile(path: path) } catch { throw .file(error) }
  do throws(BundleError) {
    let written = try body(file)
    do throws(FileFailure) { try file.commit() } catch { throw .file(error) }
    return written
  } catch {
    file.discard()
    throw error
  }
}
