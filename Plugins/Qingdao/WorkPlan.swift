import AdapterKit
import Profiles

/// Reads bureaus' plans of the year's work by the profile `work-plan.yaml`.
public let workPlan: any Adapter = ProfileAdapter.builtIn("work-plan", PackageResources.work_plan_yaml)
