import AdapterKit
import Profiles

/// Reads ledgers of yearly tasks (重点任务台账, 任务分工方案) by the profile `yantai.yaml`.
public let taskLedger: any Adapter = ProfileAdapter.builtIn("yantai", PackageResources.yantai_yaml)
