/// A set of codes that have labels.
public enum LabelSet: String, Sendable, CaseIterable {
  case documentKinds, itemRoles, indicatorRoles, comparators, valueKinds, commitments, partyRoles, contactRoles
  case linkTypes, segmentClasses, repairKinds, severities, reviewReasons
}

/// What the codes of the format are called in both languages.
public struct Labels: Sendable {
  private let sets: [LabelSet: [(code: String, label: Localized)]]

  /// The labels of this version of the format; a damaged file ends the process.
  public static let standard: Labels = builtIn("labels", PackageResources.labels_yaml, Labels.init(yaml:))

  init(sets: [LabelSet: [(code: String, label: Localized)]]) {
    self.sets = sets
  }

  /// The label of a code; nil where the set has no such code.
  public func label(_ set: LabelSet, _ code: String) -> Localized? {
    sets[set]?.first { $0.code == code }?.label
  }

  /// The codes of a set, in the order of the file.
  public func codes(_ set: LabelSet) -> [String] {
    (sets[set] ?? []).map(\.code)
  }
}

extension Labels {
  /// Reads the vocabulary file `labels.yaml`.
  public init(yaml: [UInt8]) throws(VocabularyError) {
    let root = try YAMLNode.vocabulary(yaml)
    var sets: [LabelSet: [(code: String, label: Localized)]] = [:]
    for section in try root.requiredMapping() {
      guard let set = LabelSet(rawValue: section.key) else { throw section.keyNode.shapeError("a set of labels") }
      var labels: [(code: String, label: Localized)] = []
      for pair in try section.value.requiredMapping() {
        let zh = try pair.value.required("zh").requiredString()
        labels.append((pair.key, Localized(zh: zh, en: try pair.value.required("en").requiredString())))
      }
      sets[set] = labels
    }
    self.init(sets: sets)
  }
}
