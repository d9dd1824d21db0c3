import CYAML

/// Writes one YAML document in block form through libyaml.
///
/// Strings that any YAML reader might take for a number, a date, a truth value or nothing stand in quotes, so that
/// `1.50` comes back as it was; texts of several lines stand as blocks where that loses nothing.
struct YAMLWriter: ~Copyable {
  private final class Output { var bytes: [UInt8] = [] }

  private let emitter: UnsafeMutablePointer<yaml_emitter_t>
  private let output = Output()

  init() {
    emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
    yaml_emitter_initialize(emitter)
    yaml_emitter_set_output(
      emitter,
      { output, bytes, count in
        guard let output, let bytes else { return 0 }
        let sink = Unmanaged<Output>.fromOpaque(output).takeUnretainedValue()
        sink.bytes += UnsafeBufferPointer(start: bytes, count: count)
        return 1
      }, Unmanaged.passUnretained(output).toOpaque())
    yaml_emitter_set_unicode(emitter, 1)
    // Long lines stay whole: a Chinese sentence has no blank to break at.
    yaml_emitter_set_width(emitter, -1)
    emit { yaml_stream_start_event_initialize($0, YAML_UTF8_ENCODING) }
    emit { yaml_document_start_event_initialize($0, nil, nil, nil, 1) }
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
  }

  private func emit(_ fill: (UnsafeMutablePointer<yaml_event_t>) -> Int32) {
    var event = yaml_event_t()
    if fill(&event) == 1 { yaml_emitter_emit(emitter, &event) }
  }

  func mapping(_ body: () -> Void) {
    emit { yaml_mapping_start_event_initialize($0, nil, nil, 1, YAML_BLOCK_MAPPING_STYLE) }
    body()
    emit { yaml_mapping_end_event_initialize($0) }
  }

  func sequence(_ body: () -> Void) {
    emit { yaml_sequence_start_event_initialize($0, nil, nil, 1, YAML_BLOCK_SEQUENCE_STYLE) }
    body()
    emit { yaml_sequence_end_event_initialize($0) }
  }

  /// A number or truth value, written plain.
  func plain(_ text: String) { scalar(text, YAML_PLAIN_SCALAR_STYLE) }

  func string(_ text: String) {
    scalar(
      text,
      YAMLWriter.isBlock(text)
        ? YAML_LITERAL_SCALAR_STYLE
        : YAMLWriter.isPlain(text) ? YAML_PLAIN_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE)
  }

  private func scalar(_ text: String, _ style: yaml_scalar_style_t) {
    var bytes = Array(text.utf8)
    let count = Int32(clamping: bytes.count)
    emit { yaml_scalar_event_initialize($0, nil, nil, &bytes, count, 1, 1, style) }
  }

  /// Ends the document and gives its bytes.
  consuming func finished() -> [UInt8] {
    emit { yaml_document_end_event_initialize($0, 1) }
    emit { yaml_stream_end_event_initialize($0) }
    yaml_emitter_flush(emitter)
    return output.bytes
  }

  // MARK: Styles

  private static let words: Set<String> = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null",
  ]

  /// A word that begins with a letter and reads as nothing but text in every version of YAML.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isLetter(first), !words.contains(text.lowercased()) else {
      return false
    }
    return text.unicodeScalars.allSatisfy { isLetter($0) || "0123456789.-_/，、。；：（）“”《》".unicodeScalars.contains($0) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FA5: true
    default: false
    }
  }

  /// Several lines without what a block would change: other line ends, a blank at the beginning.
  private static func isBlock(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "\n")), let first = text.unicodeScalars.first, first.value > 0x20 else {
      return false
    }
    return !text.unicodeScalars.contains { [0x0D, 0x85, 0x2028, 0x2029, 0xFEFF].contains($0.value) }
  }
}
