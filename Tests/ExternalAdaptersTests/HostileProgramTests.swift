import AdapterKit
import Foundation
import Testing

@testable import ExternalAdapters

/// Programs that fail, each in its own way: one clear error, and an end.
@Suite(.enabled(if: Programs.isPythonThere, "no Python"))
struct HostileProgramTests {
  private static func failure(of name: String, _ limits: ProgramLimits = Programs.limits) -> AdapterFailure? {
    do throws(AdapterFailure) {
      let adapter = try Programs.adapter(name, limits)
      _ = try adapter.evidence(in: Programs.source)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("crash", "ended within its answer (exit code 1); its last words:"),
    ("crash", "ValueError: the third cell is missing"),
    ("killed", "was ended by signal 9 within its answer"),
    ("garbage", "breaks the protocol in line 1 of its answer: byte 0 is no JSON: Warning: fonts are missing"),
    ("binary", "breaks the protocol in line 1 of its answer: it is not UTF-8"),
    ("long-line", "wrote a line of more than 65536 bytes and was ended"),
    ("flood", "gave an answer of more than 1048576 bytes and was ended"),
    ("half", "ended within its answer (exit code 0)"),
    ("closed", "closed its output within its answer"),
    ("later-version", "speaks version 2 of the protocol, not 1"),
    ("no-id", "id is to be a lower-case name such as example.task-cards"),
    ("no-adapter", "there is no message hello here but adapter, failed"),
    ("unwilling", "says that it can't: the cards are pictures"),
  ])
  func isOneClearError(_ name: String, _ words: String) throws {
    let failure = try #require(Self.failure(of: name))
    #expect(failure.message.en.contains(words), "\(failure.message.en)")
    #expect(failure.message.en.contains("jdx-adapter-" + name))
    #expect(failure.message.zh.contains("jdx-adapter-" + name))
    #expect(!failure.hint.en.isEmpty)
  }

  @Test(arguments: ["hang", "complaints"]) func whatTakesTooLongIsEnded(_ name: String) throws {
    var limits = Programs.limits
    limits.seconds = 1
    let failure = try #require(Self.failure(of: name, limits))
    #expect(failure.message.en.contains("did not finish its answer in 1 seconds and was ended"))
  }

  @Test func whatNeverSaysWhatItIsIsEnded() throws {
    var limits = Programs.limits
    limits.helloSeconds = 1
    let failure = try #require(Self.failure(of: "mute", limits))
    #expect(failure.message.en.contains("did not finish its answer in 1 seconds"))
  }

  @Test func whatListensToNothingIsStoppedByItsOwnTalk() throws {
    let failure = try #require(Self.failure(of: "deaf"))
    #expect(failure.message.en.contains("gave an answer of more than"))
  }

  @Test func memoryIsBounded() throws {
    var limits = Programs.limits
    limits.memory = 256 << 20
    let failure = try #require(Self.failure(of: "hungry", limits))
    #expect(failure.message.en.contains("MemoryError"))
  }

  @Test func theCountOfMessagesIsBounded() throws {
    var limits = Programs.limits
    limits.messages = 10
    let failure = try #require(Self.failure(of: "flood", limits))
    #expect(failure.message.en.contains("gave an answer of more than 10 lines"))
  }

  @Test func aChildThatStaysIsEndedToo() throws {
    try Programs.copied("child") { program in
      do {
        let adapter = try ExternalAdapter(AdapterProgram(path: program.path), limits: Programs.limits)
        #expect(throws: AdapterFailure.self) { try adapter.evidence(in: Programs.source) }
      }
      let child = try String(contentsOfFile: program.path + ".pid", encoding: .utf8)
      #expect(ends(child))
    }
  }

  /// Each time it is started it says another id: records would carry one that nobody chose.
  @Test func whatCallsItselfOtherwiseIsRefused() throws {
    let adapter = try Programs.adapter("two-faced")
    _ = try adapter.evidence(in: Programs.source)
    do throws(AdapterFailure) {
      _ = try adapter.evidence(in: Programs.source)
      Issue.record("it was believed")
    } catch {
      #expect(error.message.en.contains("when started again, and something else before"))
    }
  }

  @Test func whatIsSaidBehindAnAnswerBelongsToNoOther() throws {
    let adapter = try Programs.adapter("chatty")
    #expect(try adapter.evidence(in: Programs.source).isEmpty)
    do throws(AdapterFailure) {
      _ = try adapter.evidence(in: Programs.source)
      Issue.record("it was taken for an answer")
    } catch {
      #expect(error.message.en.contains("it answers request 1, and 2 was asked"))
    }
  }

  @Test func aRefusalIsOfOneDocument() throws {
    let adapter = try Programs.adapter("unwilling")
    #expect(throws: AdapterFailure.self) { try adapter.evidence(in: Programs.source) }
    #expect(try adapter.evidence(in: Programs.source).isEmpty)
  }

  @Test func anAnswerThatIsNotWantedAnyMoreCanBeCancelled() throws {
    var limits = Programs.limits
    limits.seconds = 4
    limits.cancelSeconds = 60
    let adapter = try Programs.adapter("patient", limits)
    #expect(throws: AdapterFailure.self) { try adapter.evidence(in: Programs.source) }
    #expect(try adapter.evidence(in: Programs.source).map(\.reason.en) == ["the same process"])
  }

  @Test func whatFailsThreeTimesIsNotAskedAgain() throws {
    let adapter = try Programs.adapter("crash")
    for _ in 0..<3 { #expect(throws: AdapterFailure.self) { try adapter.evidence(in: Programs.source) } }
    do throws(AdapterFailure) {
      _ = try adapter.evidence(in: Programs.source)
    } catch {
      #expect(error.message.en.contains("failed 3 times in a row and is not asked any more"))
    }
  }
}
