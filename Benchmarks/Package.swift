// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that the main build stays light.
let package = Package(
  name: "jdx-benchmarks",
  dependencies: [.package(name: "jdx", path: "..")],
  targets: [
    .executableTarget(name: "jdx-bench"),
    .executableTarget(name: "jdx-bundle-bench", dependencies: [.product(name: "Packaging", package: "jdx")]),
  ],
  swiftLanguageModes: [.v6]
)
