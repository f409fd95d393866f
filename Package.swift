// swift-tools-version: 6.2
import PackageDescription

/// Every target names the modules it uses, says `any` where it means it, and builds without a warning.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
    // Structures check their invariants after every change; tests run in debug builds.
    .define("HEADROOM_CHECKS", .when(configuration: .debug)),
]

/// A target of this package, its neighbours by name. Imports point downwards only: see docs/decisions.md.
func module(_ name: String, _ neighbours: [String] = [], outside: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: neighbours.map { .target(name: $0) } + outside, swiftSettings: settings)
}

/// The tests of one target, beside what else they need to set the stage.
func tests(of name: String, with helpers: [String] = [], outside: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: ([name] + helpers).map { .target(name: $0) } + outside,
        swiftSettings: settings)
}

let package = Package(
    name: "Headroom",
    products: [
        .library(name: "Headroom", targets: ["Headroom"]),
        .executable(name: "headroom", targets: ["HeadroomCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Ground: knows no trade.
        module("Diagnostics"),
        module("WorkTime"),
        module("Monetary", ["WorkTime"]),
        module("Parallel"),
        module("ChildProcess"),
        module(
            "Formats", ["Diagnostics", "WorkTime", "Parallel", "CIsal", "CZip"],
            outside: [.product(name: "Yams", package: "Yams")]),
        module("LinearAlgebra", ["COpenBLAS"]),
        module("Statistics", ["LinearAlgebra"]),

        // Engines: no file, clock, locale or environment.
        module("Scheduling", ["Diagnostics", "WorkTime"]),
        module("Workflow", ["Diagnostics", "WorkTime", "Scheduling"]),
        module("Costing", ["Diagnostics", "WorkTime", "Monetary", "Statistics", "Scheduling"]),
        module("MediaSpend", ["Diagnostics", "WorkTime", "Monetary", "Statistics", "CKernels"]),

        // Edges: never import one another.
        module(
            "Interchange",
            [
                "Diagnostics", "Parallel", "Formats", "WorkTime", "Monetary", "Scheduling", "Workflow", "Costing",
                "MediaSpend",
            ]),
        module(
            "Reports",
            [
                "Diagnostics", "Formats", "WorkTime", "Monetary", "Statistics", "Scheduling", "Workflow", "Costing",
                "MediaSpend", "CXlsxWriter",
            ]),
        module(
            "Store",
            ["Diagnostics", "Parallel", "WorkTime", "Monetary", "Scheduling", "Workflow", "Costing", "MediaSpend"],
            outside: [
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),

        module("Spark", ["Diagnostics", "Formats", "WorkTime", "Monetary", "MediaSpend", "ChildProcess"]),

        // Use cases and the command.
        .target(
            name: "Seeds", path: "seeds",
            resources: [
                .embedInCode("calendars"), .embedInCode("plans"), .embedInCode("layouts"),
                .embedInCode("examples"), .embedInCode("procedures"), .embedInCode("markets"), .embedInCode("taxes"),
            ],
            swiftSettings: settings),
        module(
            "Headroom",
            [
                "Diagnostics", "Formats", "Parallel", "WorkTime", "Monetary", "Statistics", "Scheduling", "Workflow",
                "Costing", "MediaSpend", "Interchange", "Reports", "Spark", "Store", "Seeds",
            ]),
        .executableTarget(
            name: "HeadroomCommand",
            dependencies: [
                "Headroom", "CMalloc", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings),

        // The library at work, as a program of one's own would use it.
        .executableTarget(
            name: "monthly-paper", dependencies: ["Headroom"], path: "Examples/MonthlyPaper", swiftSettings: settings),

        // What Swift has no instruction for; each with a portable twin that it is tested against.
        .target(name: "CKernels"),

        // Libraries of the system.
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas0"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CIsal", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),

        tests(of: "Diagnostics"),
        tests(of: "WorkTime"),
        tests(of: "Monetary", with: ["WorkTime"]),
        tests(of: "Parallel"),
        tests(of: "ChildProcess"),
        tests(of: "Formats", with: ["Diagnostics", "Parallel", "CZip"]),
        tests(of: "LinearAlgebra"),
        tests(of: "Statistics"),
        tests(of: "Scheduling", with: ["Diagnostics", "WorkTime"]),
        tests(of: "Workflow", with: ["Diagnostics", "WorkTime", "Scheduling"]),
        tests(of: "Costing", with: ["Diagnostics", "WorkTime", "Monetary", "Scheduling"]),
        tests(of: "MediaSpend", with: ["Diagnostics", "WorkTime", "Monetary", "CKernels", "Statistics"]),
        tests(
            of: "Interchange",
            with: [
                "Diagnostics", "Parallel", "Formats", "WorkTime", "Monetary", "Scheduling", "Workflow", "Costing",
                "MediaSpend",
            ]),
        tests(
            of: "Reports",
            with: [
                "Diagnostics", "Formats", "WorkTime", "Monetary", "Statistics", "Scheduling", "Workflow", "Costing",
                "MediaSpend",
            ]),
        tests(
            of: "Store",
            with: ["Diagnostics", "WorkTime", "Monetary", "Scheduling", "Workflow", "Costing", "MediaSpend"]),
        tests(
            of: "Headroom",
            with: [
                "Diagnostics", "Formats", "WorkTime", "Monetary", "Scheduling", "Workflow", "Costing",
                "MediaSpend", "Interchange", "Reports", "Store", "Seeds",
            ]),
        tests(
            of: "Spark",
            with: [
                "Diagnostics", "Formats", "WorkTime", "Monetary", "MediaSpend", "Interchange", "ChildProcess", "Seeds",
            ]),
        tests(of: "HeadroomCommand"),
    ],
    swiftLanguageModes: [.v6]
)
