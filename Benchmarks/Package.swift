// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that the main build stays light.
let package = Package(
  name: "jdx-benchmarks",
  targets: [.executableTarget(name: "jdx-bench")],
  swiftLanguageModes: [.v6]
)
