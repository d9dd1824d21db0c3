/// What is damaged and tried: a seed gives a case, a case gives what did not hold.
package enum Trial: String, CaseIterable, Sendable {
  /// Documents of the corpora, imported, packed, merged, compared.
  case documents
  /// Bundles, changed byte by byte or in their rows.
  case bundles
  /// Files of corrections.
  case fixes
  /// Lines of JSON.
  case json
  /// Lines of text, searched for figures.
  case quantities
  /// Files of every kind that is read without another program.
  case files

  /// What came of one case.
  package struct Outcome {
    /// In a word: imported, refused, read.
    package var result: String
    package var breaches: [String]
  }

  /// Runs one case.
  ///
  /// - Parameter longest: the longest hostile run, in bytes.
  package func run(seed: UInt64, longest: Int) -> Outcome {
    switch self {
    case .documents: DocumentTrial(seed: seed, longest: longest).run()
    case .bundles: BundleTrial(seed: seed).run()
    case .fixes: FixTrial(seed: seed, longest: longest).run()
    case .json: JSONTrial(seed: seed, longest: longest).run()
    case .quantities: QuantityTrial(seed: seed, longest: longest).run()
    case .files: FileTrial(seed: seed, longest: longest).run()
    }
  }

  /// The bytes of a case, to be tried with the program itself.
  package func bytes(seed: UInt64, longest: Int) -> [UInt8] {
    switch self {
    case .documents: DocumentTrial(seed: seed, longest: longest).bytes
    case .bundles: BundleTrial(seed: seed).bytes
    case .fixes: FixTrial(seed: seed, longest: longest).bytes
    case .json: JSONTrial(seed: seed, longest: longest).bytes
    case .quantities: QuantityTrial(seed: seed, longest: longest).bytes
    case .files: FileTrial(seed: seed, longest: longest).bytes
    }
  }
}
