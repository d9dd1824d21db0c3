import AdapterKit
import Profiles

/// Reads bureaus' yearly articles (…年工作总结和…年工作打算) by the profile `summary-and-plan.yaml`.
public let summaryArticle: any Adapter = ProfileAdapter.builtIn(
  "summary-and-plan", PackageResources.summary_and_plan_yaml)
