// swift-tools-version: 6.1
import PackageDescription

// A package of its own, for libFuzzer brings the program's beginning: `swift build --sanitize fuzzer`.
let package = Package(
  name: "jdx-fuzzing",
  dependencies: [.package(name: "jdx", path: "../..")],
  targets: [
    .executableTarget(name: "reader-fuzz", dependencies: [.product(name: "Robustness", package: "jdx")])
  ],
  swiftLanguageModes: [.v6]
)
