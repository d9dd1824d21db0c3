import AdapterKit
import Import
import Packaging
import Plan
import Reading
import Sampling
import Vocabulary

/// `jdx redact --sample`: documents in other words that are read as they are, to be sent with a report of an error.
struct SampleWriting {
  let input: String
  let output: String
  let allowMarked: Bool

  func run() throws(Failure) {
    try requireOther(output, than: [input])
    let bytes = try Input.bytes(input)
    let shown = Input.shown(input)
    let adapters = AvailableAdapters().all
    var samples: [MadeSample] = []
    if FileKind(signatureOf: bytes) == .jdx {
      let contents = try soundBundle(input, bytes).contents
      let names = contents.contacts.values.compactMap { $0["name"]?.string }
      let key = SampleKey()
      for text in contents.texts.sorted(by: { $0.key < $1.key }).map(\.value) {
        let file = SourceFile(displayPath: shown, name: nil, bytes: text)
        samples.append(try MadeSample(file, names: names, allowMarked: allowMarked, key: key, adapters))
      }
    } else {
      let name = input == "-" ? nil : input.split(separator: "/").last.map(String.init)
      let file = SourceFile(displayPath: shown, name: name, bytes: bytes)
      samples.append(try MadeSample(file, names: [], allowMarked: allowMarked, key: SampleKey(), adapters))
    }
    try write(samples)
  }

  /// One sample is a file, several are files in a folder, by number: a name could tell what it is of.
  private func write(_ samples: [MadeSample]) throws(Failure) {
    var lines: [String] = []
    if samples.count == 1, let sample = samples.first {
      try jdx.write(sample.sample.bytes, toFile: output)
      lines = sample.lines(output == "-" ? say(zh: "标准输出", en: "standard output") : output)
    } else {
      guard output != "-" else {
        throw Failure(
          .wrongUse, .usageOutput,
          Localized(
            zh: "有 \(samples.count) 份文本，不能混在一起打印", en: "there are \(samples.count) texts, which would run together"),
          hint: Localized(zh: "用 -o 指定文件夹，每份写一个文件", en: "name a folder with -o, for one file each"))
      }
      try makeFolder(output)
      for (number, sample) in samples.enumerated() {
        let path = (output.hasSuffix("/") ? output : output + "/") + "\(number + 1).txt"
        try jdx.write(sample.sample.bytes, toFile: path)
        lines += sample.lines(path)
      }
    }
    lines.append(
      say(
        zh: "发送前请打开看一遍：保留的只有词表里的词和编号，没有标明的人名若由常用字组成可能残留；确认后再发",
        en:
          "look it through before you send it: only words of the vocabulary and numbers of lists were kept, but a name "
          + "that no label tells, made of such words, can be left"))
    try printSummary(lines, besides: output)
  }
}

/// A sample, and how it is read beside its original.
struct MadeSample {
  let sample: Sample
  private let kind: FileKind?
  private let old: ReadCounts
  private let new: ReadCounts

  init(
    _ file: SourceFile, names: [String], allowMarked: Bool, key: SampleKey, _ adapters: [any Adapter]
  ) throws(Failure) {
    let marks: [SourceMark]
    let reading = try? readDocument(file, adapters: adapters, allowMarked: true)
    do throws(ReadingError) {
      marks = try TextReading(file.bytes, name: file.name).sourceMarks
      let people = reading?.draft.people.compactMap(\.name) ?? []
      let words = SampleWords(adapters: adapters)
      sample = try Sample(of: file.bytes, in: Disguise(words: words, names: names + people, key: key))
    } catch {
      throw Failure(ImportError.unreadable(error), in: file.displayPath)
    }
    if let mark = marks.first, !allowMarked {
      let words = SourceMark.list(marks)
      throw Failure(
        .badInput, .importMarked, at: mark.place(in: file.displayPath), excerpt: mark.excerpt,
        Localized(zh: "文件标有\(words.zh)，没有做样例", en: "the document is marked \(words.en); no sample was made"),
        hint: Localized(
          zh: "换了字也不改变密级；经本单位保密责任人同意后加 --allow-marked",
          en:
            "other words do not lift the mark; if whoever is responsible for confidentiality agrees, add --allow-marked"
        ))
    }
    kind = FileKind(signatureOf: file.bytes)
    old = ReadCounts(reading)
    let copy = SourceFile(displayPath: file.displayPath, name: nil, bytes: sample.bytes)
    new = ReadCounts(try? readDocument(copy, adapters: adapters, allowMarked: true))
  }

  func lines(_ path: String) -> [String] {
    let share = sample.counted == 0 ? 0 : sample.kept * 100 / sample.counted
    var lines = [
      say(
        zh: "样例：\(path)（\(sample.counted) 个字，换掉 \(sample.counted - sample.kept) 个，\(share)% 是词表里的词和编号，原样保留）",
        en:
          "sample: \(path) (\(plural(sample.counted, "character")), \(sample.counted - sample.kept) of them other ones; "
          + "\(share)% are words of the vocabulary and numbers of lists, and stay)")
    ]
    if sample.form == .text, let kind {
      lines.append(
        say(
          zh: "\(kind.label.zh)不能写回原格式，写出的是其中的文字", en: "\(kind.label.en) can't be written; this is the text of it"))
    }
    lines.append(
      old == new
        ? say(zh: "样例读出的与原文件一样：\(old.words)", en: "it is read as its original is: \(old.words)")
        : say(
          zh: "样例读出的与原文件不同：原文件 \(old.words)；样例 \(new.words)。报告问题时请说明",
          en: "it is read otherwise than its original: \(old.words) there, \(new.words) here; say so in your report"))
    return lines
  }
}

/// How a document is read, in short.
private struct ReadCounts: Equatable {
  private var adapter: Localized?
  private var goals = 0
  private var items = 0
  private var figures = 0

  init(_ reading: DocumentReading?) {
    guard let reading else { return }
    adapter = reading.adapter.name
    goals = reading.draft.items.count { $0.role == .goal || $0.role == .task }
    items = reading.draft.items.count
    figures = reading.draft.items.reduce(0) { $0 + $1.figures.count }
  }

  var words: String {
    guard let adapter else { return say(zh: "没有适配器能识别", en: "no adapter recognises it") }
    return listed([
      adapter[language], counted(goals, zh: "目标任务", en: "goal or task", plural: "goals and tasks"),
      counted(items, zh: "条目", en: "item"), counted(figures, zh: "指标", en: "figure"),
    ])
  }
}
