import AdapterKit
import GenericPlugin
import QingdaoPlugin
import RizhaoPlugin
import WeifangPlugin
import WeihaiPlugin
import YantaiPlugin

/// Every adapter that this build has: a line a plugin, in the order of `Plugins/`.
let registeredAdapters: [any Adapter] = [
  OutlineDocument(),
  TargetSheet(), workPlan,
  governmentReport, taskBreakdown,
  summaryAndPlan,
  MeetingReport(), summaryArticle,
  taskLedger,
]
