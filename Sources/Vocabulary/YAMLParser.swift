import CYAML

extension YAMLNode {
  /// Parses the one document of a YAML file, in UTF-8 (or UTF-16 with a byte order mark).
  ///
  /// Duplicate keys, aliases, tags, a second document and whatever exceeds the limits are errors.
  public static func parse(_ bytes: [UInt8], limits: YAMLLimits = YAMLLimits()) throws(YAMLError) -> YAMLNode {
    guard bytes.count <= limits.bytes else {
      throw YAMLError(line: 1, column: 1, problem: .tooLarge(limit: limits.bytes))
    }
    var outcome: Result<YAMLNode, YAMLError> = .failure(YAMLError(line: 1, column: 1, problem: .noMemory))
    bytes.withUnsafeBufferPointer { buffer in
      guard var events = EventStream(buffer) else { return }
      defer { events.close() }
      outcome = Result { () throws(YAMLError) in
        try TreeBuilder(limits: limits).build(from: &events)
      }
    }
    return try outcome.get()
  }
}

/// One parsing event of libyaml, copied into Swift values.
struct YAMLEvent {
  enum Kind {
    case documentStart, documentEnd, streamEnd, other
    case alias(String)
    case scalar(String, isPlain: Bool)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  let kind: Kind
  let tag: String?
  let line: Int
  let column: Int
}

/// libyaml's parser over a buffer that outlives it.
struct EventStream {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeBufferPointer<UInt8>

  /// Nil where there is no memory. The buffer must stay valid until `close`.
  init?(_ input: UnsafeBufferPointer<UInt8>) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
    self.parser = parser
    self.input = input
  }

  mutating func close() {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  mutating func next() throws(YAMLError) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw error() }
    defer { yaml_event_delete(&event) }
    let line = Int(event.start_mark.line) + 1
    let column = Int(event.start_mark.column) + 1
    var tag: String?
    let kind: YAMLEvent.Kind
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      tag = text(scalar.tag)
      let bytes = UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      kind = .scalar(String(decoding: bytes, as: UTF8.self), isPlain: isPlain)
    case YAML_SEQUENCE_START_EVENT:
      tag = text(event.data.sequence_start.tag)
      kind = .sequenceStart
    case YAML_MAPPING_START_EVENT:
      tag = text(event.data.mapping_start.tag)
      kind = .mappingStart
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    case YAML_ALIAS_EVENT: kind = .alias(text(event.data.alias.anchor) ?? "")
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: kind = .streamEnd
    default: kind = .other
    }
    return YAMLEvent(kind: kind, tag: tag, line: line, column: column)
  }

  private func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private func error() -> YAMLError {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? ""
    switch state.error {
    case YAML_MEMORY_ERROR:
      return YAMLError(line: 1, column: 1, problem: .noMemory)
    case YAML_READER_ERROR:
      // libyaml gives no mark here, only the offset of the byte.
      let place = place(ofByte: Int(state.problem_offset))
      return YAMLError(line: place.line, column: place.column, problem: .unreadable(problem))
    default:
      let context = state.context.map { " " + String(cString: $0) } ?? ""
      let line = Int(state.problem_mark.line) + 1
      let column = Int(state.problem_mark.column) + 1
      return YAMLError(line: line, column: column, problem: .syntax(problem + context))
    }
  }

  /// Counts line ends and UTF-8 lead bytes before the byte; a file in UTF-16 is counted byte by byte.
  private func place(ofByte offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    var previous: UInt8 = 0
    for byte in input.prefix(max(0, offset)) {
      switch byte {
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D:
        line += 1
        column = 1
      case 0x80...0xBF: break
      default: column += 1
      }
      previous = byte
    }
    return (line, column)
  }
}
