/// Why a YAML document was refused, and where.
public struct YAMLError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Problem: Sendable, Equatable {
    /// The text breaks YAML's grammar; the words are libyaml's own, in English.
    case syntax(String)
    /// The bytes are not text that YAML allows: invalid UTF-8 or a control character.
    case unreadable(String)
    /// There is no value at all: an empty file, or only comments.
    case noDocument
    /// A second document begins here.
    case severalDocuments
    /// An alias (`*name`): it lets a few bytes stand for millions, so none is followed.
    case alias(String)
    /// A tag (`!name`), which asks for a type that is not known here.
    case tag(String)
    /// A list or a mapping stands as a key.
    case keyNotScalar
    /// The key stood before in the same mapping, on the line named.
    case duplicateKey(String, firstLine: Int)
    /// Lists and mappings lie within one another deeper than the limit.
    case tooDeep(limit: Int)
    /// The document has more values than the limit.
    case tooManyNodes(limit: Int)
    /// The document has more bytes than the limit.
    case tooLarge(limit: Int)
    /// libyaml found no memory.
    case noMemory
  }

  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int
  /// What is wrong there.
  public let problem: Problem

  /// Makes an error.
  public init(line: Int, column: Int, problem: Problem) {
    self.line = line
    self.column = column
    self.problem = problem
  }
}

/// How large a YAML document may be.
public struct YAMLLimits: Sendable {
  /// How deep lists and mappings may lie within one another.
  public var depth: Int
  /// How many values a document may have, keys included.
  public var nodes: Int
  /// How many bytes a document may have.
  public var bytes: Int

  /// 100 levels, a million values and 32 MiB unless told otherwise.
  public init(depth: Int = 100, nodes: Int = 1_000_000, bytes: Int = 32 << 20) {
    self.depth = depth
    self.nodes = nodes
    self.bytes = bytes
  }
}
