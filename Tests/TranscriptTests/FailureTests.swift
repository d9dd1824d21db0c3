import Archive
import Packaging
import Plan
import Reading
import Testing
import Vocabulary

@testable import Import
@testable import jdx

/// Messages for what is hard to bring about from outside.
@Suite struct FailureTests {
  private func failure(_ error: ImportError) -> Failure { Failure(error, in: "甲.txt") }

  @Test func aTieListsTheScoresAndHowToChoose() {
    let fits = [ImportError.Fit(adapter: "a.sheet", score: 60), ImportError.Fit(adapter: "b.report", score: 60)]
    let failure = failure(.ambiguous(fits))
    #expect(failure.exit == Exit.badInput)
    for text in [failure.message.zh, failure.message.en] {
      #expect(text.contains("a.sheet 60") && text.contains("b.report 60"))
    }
    #expect(failure.notice.place == Notice.Place(path: "甲.txt") && failure.notice.code == "import.ambiguous")
    #expect(failure.hint?.zh.contains("--adapter a.sheet") ?? false)
    #expect(failure.hint?.en.contains("--adapter a.sheet") ?? false)
  }

  @Test(arguments: ImportError.Missing.allCases) func whatIsMissingNamesItsOption(_ missing: ImportError.Missing) {
    let hint = failure(.missing(missing)).hint
    let option = ["city": "--city", "organization": "--organization", "year": "--year", "meetingDate": "--name"]
    guard let option = option[missing.rawValue] else { return }
    #expect(hint?.zh.contains(option) ?? false)
    #expect(hint?.en.contains(option) ?? false)
  }

  @Test func everyKindOfFileHasItsNameAndAdvice() {
    for kind in FileKind.allCases {
      let failure = failure(.unreadable(.notText(offset: 0, reason: .file(kind))))
      #expect(failure.message.zh.unicodeScalars.contains { isHan($0) })
      #expect(!failure.message.en.dropFirst("甲".count).unicodeScalars.contains { isHan($0) }, "\(failure.message.en)")
      #expect(failure.hint != nil)
    }
  }

  @Test func aPasswordIsToldWithWhatToDo() {
    for kind in FileKind.allCases {
      let failure = failure(.unreadable(.encrypted(kind)))
      #expect(failure.notice.code == "source.encrypted")
      #expect(failure.message.zh.contains("有密码保护") && failure.message.en.contains("password protects"))
      #expect(failure.hint?.zh.contains("输入密码") ?? false)
      #expect(failure.hint?.en.contains("its password") ?? false)
    }
    #expect(failure(.unreadable(.encrypted(.encryptedPackage))).message.zh.contains("docx、xlsx"))
  }

  /// A bundle of a later format is no damage, and the advice is another.
  @Test func aLaterFormatAsksForANewerProgram() {
    let failure = Failure(BundleError.version("2.0"), in: "甲.jdx")
    #expect(failure.exit == Exit.badInput)
    #expect(failure.message.en.contains("2.0"))
    #expect(failure.hint == Localized(zh: "请升级 jdx", en: "update jdx"))
    #expect(!BundleError.version("2.0").isDamage)
  }

  @Test func faultsAreToldInBothLanguages() {
    for code in Fault.Code.allCases {
      let words = Fault(code, record: "r", path: "/p", detail: "d").words
      #expect(words.zh.contains("[\(code.rawValue)]") && words.zh.unicodeScalars.contains { isHan($0) })
      #expect(words.en.hasPrefix("r/p: ") && !words.en.unicodeScalars.contains { isHan($0) })
    }
  }

  @Test func aFailedDiskIsTheMachinesFault() {
    for code in Int32(1)...133 {
      let failure = Failure(writing: FileFailure(path: "/nowhere/甲", operation: .write, errno: code), to: .file)
      #expect(failure.exit == .machine)
      #expect(failure.message.zh.contains("不能写入，") && failure.hint != nil)
      #expect(!failure.message.zh.contains("Operation"))
    }
  }
}
