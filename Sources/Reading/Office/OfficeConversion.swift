/// Turns an old office document into one that we read, by LibreOffice.
///
/// - Parameters:
///   - kind: `.ole`, `.encryptedPackage`, `.rtf` or `.odf`.
/// - Returns: what it was, as a media type, what it is now, and its bytes.
/// - Throws: `.encrypted`, `.damaged`, `.needsProgram`, `.programFailed` and what the limits ask for; `.notText` for a
///   presentation, which holds no running text.
func convertedByOffice(
  _ bytes: [UInt8], kind: FileKind, limits: ReadingLimits
) throws(ReadingError) -> (mediaType: String, kind: FileKind, bytes: [UInt8]) {
  let content: OfficeContent
  switch kind {
  case .ole: content = try OfficeContent(ole: bytes)
  case .encryptedPackage: content = .encryptedWorkbook
  case .odf: content = try OfficeContent(odf: bytes, limits: limits)
  default: content = .text
  }
  guard let mediaType = content.mediaType(of: kind) else { throw .notText(offset: 0, reason: .file(kind)) }
  let target = content == .text ? FileKind.docx : .xlsx
  do throws(ReadingError) {
    return (mediaType, target, try convertWithOffice(bytes, kind: kind, to: target, limits: limits))
  } catch {
    if case .limitExceeded = error { throw error }
    throw content == .encryptedWorkbook ? .encrypted(kind) : error
  }
}

extension OfficeContent {
  /// `nil` for what holds no running text.
  fileprivate func mediaType(of kind: FileKind) -> String? {
    switch (self, kind) {
    case (.presentation, _): nil
    case (.text, .rtf): "application/rtf"
    case (.text, .odf): "application/vnd.oasis.opendocument.text"
    case (.workbook, .odf): "application/vnd.oasis.opendocument.spreadsheet"
    case (_, .encryptedPackage): "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case (.text, _): "application/msword"
    case (.workbook, _), (.encryptedWorkbook, _): "application/vnd.ms-excel"
    }
  }
}

/// Has LibreOffice write a document in another form, with settings of its own: no macros, no network, no updated links.
func convertWithOffice(
  _ bytes: [UInt8], kind: FileKind, to target: FileKind, limits: ReadingLimits
) throws(ReadingError) -> [UInt8] {
  let folder = try PrivateFolder(for: kind)
  // By the name it chooses among its readers where the content leaves a doubt.
  let isSheet = target == .xlsx
  // Calc takes what it can't read for text, cells of stray bytes, unless it is told what the file is.
  let filter: [String] =
    switch kind {
    case .encryptedPackage: ["--infilter=Calc MS Excel 2007 XML"]
    case .ole where isSheet: ["--infilter=MS Excel 97"]
    default: []
    }
  let ending =
    switch kind {
    case .rtf: "rtf"
    case .odf: isSheet ? "ods" : "odt"
    default: isSheet ? "xls" : "doc"
    }
  let input = try folder.write(bytes, as: "input.\(ending)", for: kind)
  try folder.makeFolder("profile", for: kind)
  try folder.makeFolder("profile/user", for: kind)
  _ = try folder.write(Array(settings.utf8), as: "profile/user/registrymodifications.xcu", for: kind)
  try folder.makeFolder("output", for: kind)
  let outcome = try run(
    .soffice,
    [
      "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault", "--nofirststartwizard",
      "-env:UserInstallation=file://\(folder.path)/profile",
    ] + filter + ["--convert-to", target.rawValue, "--outdir", "\(folder.path)/output", input], for: kind, in: folder,
    limits: limits)
  if let output = try folder.read("output/input.\(target.rawValue)", limit: limits.fileSize), !output.isEmpty {
    return output
  }
  if outcome.complaints.contains("could not be loaded") { throw .damaged(kind, part: nil, line: nil) }
  throw .programFailed(kind, program: HelperProgram.soffice.name, message: outcome.lastLine)
}

/// What LibreOffice is told before it starts: links are updated never, and the proxy is a port where nothing listens.
private let settings = """
  <?xml version="1.0" encoding="UTF-8"?>
  <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  \(setting("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"))
  \(setting("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"))
  \(setting("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"))
  \(setting("Office.Writer/Content/Update", "Link", "0"))
  \(setting("Office.Calc/Content/Update", "Link", "2"))
  \(setting("Inet/Settings", "ooInetProxyType", "2"))
  \(setting("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"))
  \(setting("Inet/Settings", "ooInetHTTPProxyPort", "9"))
  \(setting("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"))
  \(setting("Inet/Settings", "ooInetHTTPSProxyPort", "9"))
  </oor:items>
  """

private func setting(_ path: String, _ name: String, _ value: String) -> String {
  "<item oor:path=\"/org.openoffice.\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\"><value>\(value)</value></prop></item>"
}
