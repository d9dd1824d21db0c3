import AdapterKit
import Foundation
import Testing

@testable import ExternalAdapters

/// What a program may say of a document of 20 scalars, and what it may not.
@Suite(.enabled(if: Programs.isPythonThere, "no Python"))
struct LyingProgramTests {
  @Test(arguments: [
    (#"{"type":"item","role":"task","title":[0,22]}"#, "title [0,22] is beyond the text, which has 20 scalars"),
    (#"{"type":"item","role":"task","title":[-1,2]}"#, "title [-1,2] is beyond the text"),
    (#"{"type":"item","role":"task","title":[5,2]}"#, "title [5,2] ends before it begins"),
    (#"{"type":"item","role":"task","title":[2,2]}"#, "no word stands at title [2,2]"),
    (#"{"type":"item","role":"task","title":[3,4]}"#, "no word stands at title [3,4]"),
    (#"{"type":"item","role":"task","title":[0,3],"text":[[2,8]]}"#, "[2,8] of item 0 holds words of item 0 too"),
    (#"{"type":"item","role":"task","title":[0,3],"text":[[0,3]]}"#, "[0,3] of item 0 holds words of item 0 too"),
    (#"{"type":"item","role":"task","title":[0,3],"parent":0}"#, "parent is 0, and there are 0 items before"),
    (#"{"type":"item","role":"task","title":[0,3],"parent":-1}"#, "parent is to be a whole number from 0"),
    (#"{"type":"item","role":"task"}"#, "the item has neither title nor text"),
    (#"{"type":"item","title":[0,3]}"#, "role is missing"),
    (#"{"type":"item","role":"chore","title":[0,3]}"#, "role has no value chore but goal, task, measure"),
    (#"{"type":"item","role":"task","title":[0,3],"colour":"red"}"#, "there is no member colour"),
    (#"{"type":"item","role":"task","title":"任务一"}"#, "title is to be a span [start, end]"),
    (#"{"type":"item","role":"task","text":[]}"#, "the item has neither title nor text"),
    (#"{"type":"item","role":"task","title":[0,3],"text":[4,11]}"#, "text/0 is to be a span [start, end]"),
    (
      #"{"type":"item","role":"task","title":[0,3],"parties":[{"role":"lead"}]}"#, "parties/0/name is missing"
    ),
    (
      #"{"type":"item","role":"task","title":[0,3],"parties":[{"role":"lead","name":[20,30]}]}"#,
      "parties/0/name [20,30] is beyond the text"
    ),
    (#"{"type":"item","role":"task","title":[0,3],"dueDate":"2031-02-30","due":[4,6]}"#, "dueDate is to be a day"),
    (#"{"type":"item","role":"task","title":[0,3],"year":2031,"period":{}}"#, "period/start is missing"),
    (#"{"type":"claim","as":"structure","spans":[[0,3]]}"#, "rule is missing"),
    (#"{"type":"claim","as":"structure","rule":"a rule","spans":[[0,3]]}"#, "rule is to be a name"),
    (#"{"type":"claim","as":"item","item":0,"spans":[[0,3]]}"#, "item is 0, and there are 0 items before"),
    (#"{"type":"facts","city":"无名市"}"#, "city has no value 无名市"),
    (#"{"type":"facts","date":"2031-3-7"}"#, "date is to be a day such as 2031-03-07"),
    (#"{"type":"facts","inferred":["mood"]}"#, "inferred has no value mood but city, date"),
    (#"{"type":"facts","people":[{"role":"contact"}]}"#, "people/0/name is missing"),
    (
      #"{"type":"diagnostic","code":"card.day","severity":"fatal","zh":"无","en":"none"}"#, "severity has no value fatal"
    ),
    (#"{"type":"evidence","points":60,"zh":"像","en":"it looks alike"}"#, "there is no message evidence here but facts"),
    (#"{"type":"item","role":"task","number":1.5,"title":[0,3]}"#, "is no whole number"),
    (#"{"type":"item","role":"task","number":null,"title":[0,3]}"#, "is null; what has no value is left out"),
  ])
  func aLieIsOneClearError(_ line: String, _ words: String) throws {
    let refusal = try #require(try Programs.refusal(of: [line]))
    #expect(refusal.contains("breaks the protocol in line 1 of its answer: ") || refusal.contains("line 2"))
    #expect(refusal.contains(words), "\(refusal)")
  }

  @Test func twoItemsDoNotShareWords() throws {
    let first = #"{"type":"item","role":"task","title":[0,12]}"#
    let refusal = try Programs.refusal(of: [first, #"{"type":"item","role":"task","title":[4,14]}"#])
    #expect(refusal?.contains("[4,14] of item 1 holds words of item 0 too") == true, "\(refusal ?? "")")
  }

  /// A merged cell says the same of several items.
  @Test func twoItemsMayHaveTheSameWords() throws {
    let first = #"{"type":"item","role":"task","title":[0,3],"text":[[4,11]]}"#
    #expect(
      try Programs.refusal(of: [first, #"{"type":"item","role":"task","title":[12,15],"text":[[4,11]]}"#]) == nil)
  }

  @Test func factsComeFirstAndOnce() throws {
    let facts = #"{"type":"facts","year":2031}"#
    let item = #"{"type":"item","role":"task","title":[0,3]}"#
    #expect(try Programs.refusal(of: [facts, item]) == nil)
    for lines in [[item, facts], [facts, facts]] {
      #expect(try Programs.refusal(of: lines)?.contains("facts may not stand here") == true)
    }
  }

  @Test func itemsStandOnlySoDeep() throws {
    let lines = (0..<17).map { index in
      let parent = index == 0 ? "" : #","parent":\#(index - 1)"#
      return #"{"type":"item","role":"section","title":[0,3]\#(parent)}"#
    }
    #expect(try Programs.refusal(of: Array(lines.prefix(16))) == nil)
    #expect(try Programs.refusal(of: lines)?.contains("more than 16 deep") == true)
  }
}
