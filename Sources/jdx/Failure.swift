import Report
import Vocabulary

/// An error for people: what, where, and what to do next; and what the process answers.
struct Failure: Error {
  /// Stable, dotted; docs/diagnostics.md tells what each means and what to do.
  enum Code: String, CaseIterable {
    case usageArguments = "usage.arguments"
    case usageCommand = "usage.command"
    case usageValue = "usage.value"
    case usageOutput = "usage.output"
    case fileMissing = "file.missing"
    case fileUnreadable = "file.unreadable"
    case fileTooLarge = "file.tooLarge"
    case fileName = "file.name"
    case fileUnwritable = "file.unwritable"
    case folderEmpty = "folder.empty"
    case sourceEmpty = "source.empty"
    case sourceNotText = "source.notText"
    case sourceUndecodable = "source.undecodable"
    case sourceDamaged = "source.damaged"
    case sourceEncrypted = "source.encrypted"
    case sourceTooLarge = "source.tooLarge"
    case sourceProgram = "source.program"
    case sourcePictures = "source.pictures"
    case importMarked = "import.marked"
    case importUnrecognised = "import.unrecognised"
    case importAmbiguous = "import.ambiguous"
    case importMissing = "import.missing"
    case importNothingRead = "import.nothingRead"
    case importCollision = "import.collision"
    case importRules = "import.rules"
    case importAdapter = "import.adapter"
    case adapterProgram = "adapter.program"
    case exchangeForm = "exchange.form"
    case exchangeRules = "exchange.rules"
    case houseAdapter = "house.adapter"
    case houseConflict = "house.conflict"
    case houseTemplate = "house.template"
    case amendForm = "amend.form"
    case amendTarget = "amend.target"
    case amendValue = "amend.value"
    case fixYAML = "fix.yaml"
    case fixForm = "fix.form"
    case fixTarget = "fix.target"
    case fixRules = "fix.rules"
    case resolutionForm = "resolution.form"
    case resolutionTarget = "resolution.target"
    case matchLine = "match.line"
    case matchTwice = "match.twice"
    case matchOverrides = "match.overrides"
    case trackOverrides = "track.overrides"
    case bundleNone = "bundle.none"
    case bundleVersion = "bundle.version"
    case bundleDamaged = "bundle.damaged"
    case bundleRules = "bundle.rules"
    case workspaceNone = "workspace.none"
    case workspaceForeign = "workspace.foreign"
    case workspaceNewer = "workspace.newer"
    case workspaceBusy = "workspace.busy"
    case workspaceDamaged = "workspace.damaged"
    case queryRefused = "query.refused"
    case keyExists = "key.exists"
    case keyPermissions = "key.permissions"
    case keyDamaged = "key.damaged"
    case keyPassphrase = "key.passphrase"
    case keyRefused = "key.refused"
    case machineClock = "machine.clock"
    case profileYAML = "profile.yaml"
    case profileForm = "profile.form"
    case pluginAdapter = "plugin.adapter"
    case pluginCorpus = "plugin.corpus"
    case pluginExample = "plugin.example"
    case vocabularyYAML = "vocabulary.yaml"
    case vocabularyForm = "vocabulary.form"
    case expectYAML = "expect.yaml"
    case expectForm = "expect.form"
    case trustYAML = "trust.yaml"
    case trustForm = "trust.form"
  }

  var exit: Exit
  private(set) var notice: Notice

  var code: String { notice.code }
  var message: Localized { notice.message }
  var hint: Localized? { notice.hint }

  init(
    _ exit: Exit, _ code: Code, at place: Notice.Place? = nil, excerpt: Excerpt? = nil, _ message: Localized,
    hint: Localized? = nil
  ) {
    self.exit = exit
    notice = Notice(
      severity: .error, code: code.rawValue, place: place, excerpt: excerpt, message: message, hint: hint)
  }

  /// A failure about a whole file.
  init(_ exit: Exit, _ code: Code, in path: String, _ message: Localized, hint: Localized? = nil) {
    self.init(exit, code, at: Notice.Place(path: path), message, hint: hint)
  }

  func report() { notice.lines.forEach(printError) }
}
