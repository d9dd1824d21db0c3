import AdapterKit
import GenericPlugin
import QingdaoPlugin
import WeihaiPlugin
import YantaiPlugin

/// Every adapter that this build has: one line a plugin, in the order of `Plugins/`.
let registeredAdapters: [any Adapter] = [
  OutlineDocument(),
  TargetSheet(),
  MeetingReport(),
  taskLedger,
]
