import AdapterKit
import Profiles

/// Reads governments' reports (政府工作报告) by the profile `rizhao.yaml`.
public let governmentReport: any Adapter = ProfileAdapter.builtIn("rizhao", PackageResources.rizhao_yaml)

/// Reads breakdowns of tasks (任务分解, 任务分工) under headings by the profile `breakdown.yaml`.
public let taskBreakdown: any Adapter = ProfileAdapter.builtIn("breakdown", PackageResources.breakdown_yaml)
