import AdapterKit
import Profiles

/// Reads bureaus' yearly summaries and plans (…年工作总结和…年工作计划) by the profile `weifang.yaml`.
public let summaryAndPlan: any Adapter = ProfileAdapter.builtIn("weifang", PackageResources.weifang_yaml)
