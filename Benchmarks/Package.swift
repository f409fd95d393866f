// swift-tools-version: 6.2
import PackageDescription

// A package of its own: nothing that benchmarks need enters the library.
let package = Package(
    name: "HeadroomBenchmarks",
    dependencies: [.package(name: "Headroom", path: "..")],
    targets: [
        .executableTarget(
            name: "headroom-benchmarks", dependencies: [.product(name: "Headroom", package: "Headroom")],
            path: "Sources/HeadroomBenchmarks")
    ],
    swiftLanguageModes: [.v6]
)
