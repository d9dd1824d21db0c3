/// The media types of the files that are read, as IANA has them.
enum MediaType {
  static let fileExtensions = [
    "text/plain": "txt", "text/markdown": "md", "text/csv": "csv", "text/tab-separated-values": "tsv",
    "text/html": "html",
    "multipart/related": "mht",
    "application/pdf": "pdf", "application/ofd": "ofd", "application/msword": "doc", "application/rtf": "rtf",
    "application/vnd.ms-excel": "xls", "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template": "dotx",
    "application/vnd.ms-word.document.macroEnabled.12": "docm",
    "application/vnd.ms-word.template.macroEnabled.12": "dotm",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.ms-excel.sheet.macroEnabled.12": "xlsm",
  ]
}
