import AdapterKit
import Plan
import Vocabulary

extension NewPlugin {
  /// `jdx-adapter-ferries` of `my-city.ferries`.
  var programName: String { "jdx-adapter-\(shortName)" }

  /// A program that takes each paragraph behind the first for a task, to begin with.
  var programSource: String {
    let source = example.reading.source(Given(city: example.city)).source
    let title = source.blocks.first.map { source.bareWritten($0.range) } ?? shortName
    return #"""
      #!/usr/bin/env python3
      """\#(say(zh: "写明它读哪类文件。", en: "Say which documents it reads."))

      \#(say(zh: "协议", en: "The protocol")): exchange-formats/v1/adapter-protocol.md
      """
      import json
      import re
      import sys

      # \#(say(zh: "换成本类文件才有的词。", en: "Words that only its own documents have."))
      WORDS = [\#(quoted(String(title.prefix(40))))]
      YEAR, BUREAU = re.compile(r"(\d{4})年"), re.compile(r"[\u4e00-\u9fa5]+?[局委办]")
      ADAPTER = {
          "protocol": 1, "id": \#(quoted(id)), "version": 1, "kind": "workPlan", "capabilities": ["batch"],
          "name": {"zh": \#(quoted(id)), "en": \#(quoted(id))}, "summary": {"zh": \#(quoted(id)), "en": \#(quoted(id))},
      }


      def say(type, **members):
          print(json.dumps({"type": type, **members}, ensure_ascii=False))


      def evidence(document, request):
          if any(word in re.sub(r"\s", "", document["text"]) for word in WORDS):
              say("evidence", request=request, points=60, zh=WORDS[0], en=WORDS[0])


      def draft(document, request):
          # \#(say(zh: "表的行在 block[\"rows\"] 里；没有认领的文字会如实列为“未识别”。", en: "A table's rows are in block[\"rows\"]; words that nothing claims are told as not understood."))
          spans = [block["span"] for block in document["blocks"] if block["kind"] != "table"]
          for number, (start, end) in enumerate(spans):
              if number:
                  say("item", request=request, role="task", text=[[start, end]])
                  continue
              words = document["text"][start:end]
              year, bureau = YEAR.search(words), BUREAU.search(words)
              facts = {"title": [start, end]}
              if year:
                  facts["year"] = int(year[1])
              if bureau:
                  facts["organization"] = [start + bureau.start(), start + bureau.end()]
              say("facts", request=request, **facts)


      for message in map(json.loads, sys.stdin):
          if message["type"] == "hello":
              say("adapter", **ADAPTER)
          elif message["type"] == "document":
              (evidence if message["want"] == "evidence" else draft)(message, message["request"])
              say("done", request=message["request"])
          sys.stdout.flush()

      """#
  }

  private func quoted(_ text: String) -> String { String(decoding: JSON.string(text).canonical, as: UTF8.self) }
}
