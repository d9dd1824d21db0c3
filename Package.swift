// swift-tools-version: 6.1
import PackageDescription

// Targets in dependency order; docs/architecture.md has the table of allowed imports, and a test holds the code to it.
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
  name: "jdx",
  products: [
    .executable(name: "jdx", targets: ["jdx"]),
    .library(name: "AdapterKit", targets: ["AdapterKit"]),
    // For Benchmarks and Tests/ReaderFuzzing, packages of their own.
    .library(name: "Packaging", targets: ["Packaging"]),
    .library(name: "Robustness", targets: ["Robustness"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // The published files that a bundle carries.
    .target(name: "CFormat"),

    .target(name: "Workers"),
    .target(name: "Plan", dependencies: [crypto]),
    .target(
      name: "Vocabulary", dependencies: ["CYAML"],
      resources: [
        "categories", "cities", "labels", "lexicon", "lights", "marks", "organizations", "synonyms", "themes", "units",
      ].map { .embedInCode("Resources/\($0).yaml") }),
    .target(name: "Archive", dependencies: ["CDeflate", "CZlib", "Workers", crypto]),
    .target(name: "ChineseText", dependencies: ["Vocabulary"]),
    .target(name: "Reading", dependencies: ["Archive", "CXML"]),
    .target(name: "Packaging", dependencies: ["Plan", "Archive", "CFormat", "Workers"]),
    .target(name: "Signing", dependencies: ["Plan", "Vocabulary", "Archive", "CCrypto", crypto]),
    .target(name: "Sheet", dependencies: ["CXLSXWriter"]),
    .target(name: "Interop", dependencies: ["Packaging", "Sheet", "Reading", "Vocabulary", "CYAML"]),
    .target(name: "AdapterKit", dependencies: ["Plan", "Reading", "ChineseText", "Vocabulary"]),
    .target(
      name: "Profiles", dependencies: ["AdapterKit"],
      resources: [.embedInCode("Resources/ledger.yaml"), .embedInCode("Resources/outline.yaml")]),
    .target(name: "ExternalAdapters", dependencies: ["AdapterKit"]),
    .target(name: "Linkage", dependencies: ["ChineseText", "Workers"]),
    .target(name: "Compare", dependencies: ["Plan", "ChineseText", "Linkage", "Vocabulary", "Workers"]),
    .target(
      name: "Store", dependencies: ["Packaging", "Compare", "Workers", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "Intake", dependencies: ["ChineseText", "Compare", "Packaging", "Plan", "Signing", "Vocabulary"]),
    .target(name: "Import", dependencies: ["AdapterKit", "Packaging", "Compare", "Workers"]),
    .target(name: "HouseForms", dependencies: ["Import", "Sheet"]),
    .target(name: "Sampling", dependencies: ["AdapterKit", crypto]),
    .target(name: "Conformance", dependencies: ["Import", "Profiles"]),
    .target(name: "Report", dependencies: ["Compare", "Intake", "Sheet", "Workers", crypto]),
    .target(
      name: "GenericPlugin", dependencies: ["AdapterKit", "Profiles"], path: "Plugins/Generic",
      exclude: ["README.md", "corpus", "plugin.yaml"]),
    .target(
      name: "QingdaoPlugin", dependencies: ["AdapterKit", "Profiles"], path: "Plugins/Qingdao",
      exclude: ["README.md", "corpus", "make_corpus.py", "plugin.yaml"], resources: [.embedInCode("work-plan.yaml")]),
    .target(
      name: "RizhaoPlugin", dependencies: ["Profiles"], path: "Plugins/Rizhao",
      exclude: ["README.md", "corpus", "make_corpus.py", "plugin.yaml"],
      resources: [.embedInCode("rizhao.yaml"), .embedInCode("breakdown.yaml")]),
    .target(
      name: "WeifangPlugin", dependencies: ["Profiles"], path: "Plugins/Weifang",
      exclude: ["README.md", "corpus", "make_corpus.py"], resources: [.embedInCode("weifang.yaml")]),
    .target(
      name: "WeihaiPlugin", dependencies: ["AdapterKit", "Profiles"], path: "Plugins/Weihai",
      exclude: ["README.md", "corpus", "make_corpus.py", "plugin.yaml"],
      resources: [.embedInCode("summary-and-plan.yaml")]),
    .target(
      name: "YantaiPlugin", dependencies: ["Profiles"], path: "Plugins/Yantai",
      exclude: ["README.md", "corpus", "make_corpus.py"],
      resources: [.embedInCode("yantai.yaml")]),
    .executableTarget(
      name: "jdx",
      dependencies: [
        "Conformance", "ExternalAdapters", "Import", "HouseForms", "Intake", "Interop", "Profiles", "Report",
        "Sampling", "Signing", "Store", "GenericPlugin", "QingdaoPlugin", "RizhaoPlugin", "WeifangPlugin",
        "WeihaiPlugin",
        "YantaiPlugin",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "Robustness",
      dependencies: [
        "TestSupport", "Conformance", "Report", "GenericPlugin", "QingdaoPlugin", "RizhaoPlugin", "WeifangPlugin",
        "WeihaiPlugin", "YantaiPlugin",
      ],
      path: "Tests/Robustness"),
    .executableTarget(name: "jdx-fuzz", dependencies: ["Robustness"], path: "Tests/Fuzz"),
    .executableTarget(name: "large-archive", dependencies: ["Archive"], path: "Tests/LargeArchive"),
    .testTarget(
      name: "HouseFormsTests",
      dependencies: ["TestSupport", "HouseForms", "GenericPlugin", "QingdaoPlugin", "WeihaiPlugin", "YantaiPlugin"]),
    .testTarget(name: "PlanTests", dependencies: ["TestSupport", "Plan"]),
    .testTarget(name: "VocabularyTests", dependencies: ["TestSupport", "Vocabulary"]),
    .testTarget(name: "ArchiveTests", dependencies: ["TestSupport", "Archive"]),
    .testTarget(name: "ChineseTextTests", dependencies: ["TestSupport", "ChineseText"]),
    .testTarget(name: "ReadingTests", dependencies: ["TestSupport", "Reading"]),
    .testTarget(name: "PackagingTests", dependencies: ["TestSupport", "Packaging"]),
    .testTarget(name: "SheetTests", dependencies: ["TestSupport", "Sheet", "Reading"]),
    .testTarget(name: "InteropTests", dependencies: ["TestSupport", "Interop"]),
    .testTarget(name: "SigningTests", dependencies: ["TestSupport", "Signing", "Packaging"]),
    .testTarget(name: "AdapterKitTests", dependencies: ["TestSupport", "AdapterKit"]),
    .testTarget(
      name: "ProfilesTests",
      dependencies: ["Profiles", "QingdaoPlugin", "RizhaoPlugin", "WeifangPlugin", "WeihaiPlugin", "YantaiPlugin"]),
    .testTarget(
      name: "ExternalAdaptersTests", dependencies: ["TestSupport", "ExternalAdapters", "Import"], exclude: ["programs"]),
    .testTarget(name: "WorkersTests", dependencies: ["Workers"]),
    .testTarget(name: "LinkageTests", dependencies: ["Linkage"]),
    .testTarget(name: "CompareTests", dependencies: ["TestSupport", "Compare", "Packaging"]),
    .testTarget(name: "IntakeTests", dependencies: ["Intake"]),
    .testTarget(
      name: "ImportTests",
      dependencies: [
        "TestSupport", "Import", "GenericPlugin", "QingdaoPlugin", "RizhaoPlugin", "WeifangPlugin", "WeihaiPlugin",
        "YantaiPlugin",
      ],
      exclude: ["make_documents.py"]),
    .testTarget(
      name: "SamplingTests",
      dependencies: [
        "TestSupport", "Sampling", "Import", "GenericPlugin", "QingdaoPlugin", "RizhaoPlugin", "WeifangPlugin",
        "WeihaiPlugin",
        "YantaiPlugin",
      ]),
    .testTarget(
      name: "StoreTests", dependencies: ["TestSupport", "Store", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "ReportTests", dependencies: ["TestSupport", "Report"]),
    .testTarget(
      name: "PluginTests",
      dependencies: [
        "Conformance", "ExternalAdapters", "GenericPlugin", "QingdaoPlugin", "RizhaoPlugin", "WeifangPlugin",
        "WeihaiPlugin", "YantaiPlugin",
      ]),
    .testTarget(name: "ConformanceTests", dependencies: ["Conformance"]),
    .testTarget(name: "RobustnessTests", dependencies: ["Robustness"]),
    .testTarget(
      name: "FormatTests",
      dependencies: [
        "TestSupport", "Import", "GenericPlugin", "QingdaoPlugin", "RizhaoPlugin", "WeifangPlugin", "WeihaiPlugin",
        "YantaiPlugin", "jdx",
      ],
      exclude: ["check_schemas.py"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport", "ChineseText", "jdx"]),
    .testTarget(name: "TranscriptTests", dependencies: ["TestSupport", "jdx"], exclude: ["fixtures", "transcripts"]),
  ],
  swiftLanguageModes: [.v6]
)
