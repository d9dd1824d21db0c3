import ArgumentParser
import Glibc
import Vocabulary

/// Themes of the user's own, beside those of the vocabulary.
struct ThemesOption: ParsableArguments {
  @Option(
    name: .customLong("themes"),
    help: help(
      "自己的主题（YAML），加在内置主题之上；另有配置文件夹 jdx 下的 themes.yaml",
      "themes of your own (YAML), added to the built-in ones; beside themes.yaml in the configuration folder of jdx",
      value: ValueName.file), completion: .file())
  var path: String?

  /// The files that are read.
  var files: [String] { [AvailableAdapters.folder("themes.yaml"), path].compactMap { $0 } }

  /// The built-in themes with those of the configuration folder, where it has any, and of the file that is named.
  func vocabulary() throws(Failure) -> Themes {
    var themes = Themes.standard
    if let own = AvailableAdapters.folder("themes.yaml"), access(own, F_OK) == 0 { themes = try themes.adding(own) }
    if let path { themes = try themes.adding(path) }
    return themes
  }
}

extension Themes {
  fileprivate func adding(_ path: String) throws(Failure) -> Themes {
    let bytes = try Input.bytes(path)
    do throws(VocabularyError) { return try extended(yaml: bytes) } catch { throw Failure(error, in: path, bytes) }
  }
}
