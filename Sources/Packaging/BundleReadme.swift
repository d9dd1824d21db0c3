/// `data/README.md`: how to check and read a bundle with no software of ours.
let bundleReadme = """
  # jdx bundle · jdx 数据包

  This is a BagIt bag (RFC 8493) in a ZIP file. It holds yearly goals and work summaries of city bureaus.
  本文件是一个装在 ZIP 里的 BagIt 包（RFC 8493），内容是各市部门的年度目标与工作总结。

  ## Check · 校验

      unzip bundle.jdx
      cd jdx
      sha256sum -c manifest-sha256.txt
      sha256sum -c tagmanifest-sha256.txt

  ## Read · 读取

  | file | holds |
  |---|---|
  | `data/records/documents.jsonl` | one source document a line · 每行一份来源文件 |
  | `data/records/items.jsonl` | goals, tasks, measures, … in a tree · 目标、任务、举措等，树状 |
  | `data/records/indicators.jsonl` | one figure a line and what it means · 每行一个指标及其含义 |
  | `data/history/*.jsonl` | earlier and rival states of records · 记录的历史状态与并存状态 |
  | `data/contacts.jsonl` | people named by the documents, if any · 文件中的负责人、联系人（如有） |
  | `data/text/SHA256.txt` | the text that spans count in, in Unicode scalars from 0 · 出处所指的文本 |
  | `data/sources/SHA256.*` | the original files, byte for byte · 原始文件 |

  Each line is JSON in canonical form (RFC 8785). `revision` is the SHA-256 of the line without that member; `parents`
  are the revisions that it replaces. `spans` point at the exact words: `text[start:end]` in Python.
  每行是规范化 JSON（RFC 8785）。`revision` 是去掉该成员后整行的 SHA-256；`parents` 是它所取代的修订；`spans` 指出原文位置。

  """
