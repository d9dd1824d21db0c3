import Glibc
import TestSupport
import Testing

@testable import Reading

@Suite(.enabled(if: OutsideProgram.hasOffice, "LibreOffice with Writer and Calc is not installed"))
struct OfficeNetworkTests {
  @Test func picturesFromTheNetworkAreNotFetched() throws {
    let listener = try #require(Listener())
    let names = ["office": "office", "text": "text", "draw": "drawing", "style": "style"].map { prefix, name in
      "xmlns:\(prefix)='urn:oasis:names:tc:opendocument:xmlns:\(name):1.0'"
    }.joined(separator: " ")
    let content = """
      <office:document-content \(names) xmlns:xlink='http://www.w3.org/1999/xlink'
      xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' office:version='1.2'><office:body><office:text>
      <text:p>示例<draw:frame text:anchor-type='as-char' svg:width='2cm' svg:height='2cm'><draw:image
      xlink:href='http://127.0.0.1:\(listener.port)/a.png' xlink:type='simple' xlink:show='embed' xlink:actuate='onLoad'/>
      </draw:frame></text:p></office:text></office:body></office:document-content>
      """
    let type = "application/vnd.oasis.opendocument.text"
    let manifest = """
      <m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0' m:version='1.2'>
      <m:file-entry m:full-path='/' m:media-type='\(type)'/>
      <m:file-entry m:full-path='content.xml' m:media-type='text/xml'/></m:manifest>
      """
    let file = ZipFixture([("mimetype", type), ("content.xml", content), ("META-INF/manifest.xml", manifest)]).bytes
    let converted = try convertedByOffice(file, kind: .odf, limits: ReadingLimits())
    #expect(converted.kind == .docx)
    #expect(!listener.wasReached)
  }
}

/// A port of this machine that notes whether someone connects to it.
private final class Listener {
  let port: UInt16
  private let descriptor: Int32

  init?() {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = descriptor
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    if !isBound { return nil }
  }

  deinit { close(descriptor) }

  var wasReached: Bool {
    let connection = accept(descriptor, nil, nil)
    if connection >= 0 { close(connection) }
    return connection >= 0
  }
}
