import Plan
import Testing

/// The last part of a document's id, which a user may choose.
@Suite struct DocumentNameTests {
  @Test(arguments: ["key-1", "excellence-12", "task-3", "m2", "i10"])
  func whatReadsLikeAnItemIsTold(_ name: String) { #expect(Identity.readsAsItem(name)) }

  @Test(arguments: ["draft", "2-2", "v2", "n5", "d20320116", "key-", "key-a", "第1", "5", ""])
  func anythingElseIsAName(_ name: String) { #expect(!Identity.readsAsItem(name)) }
}
