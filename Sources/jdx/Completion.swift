import ArgumentParser

/// What a shell may offer in the place of an argument.
extension CompletionKind {
  static var bundle: CompletionKind { .file(extensions: ["jdx"]) }
  static var folder: CompletionKind { .directory }
  static var adapter: CompletionKind { .list(registeredAdapters.map(\.id)) }
}
