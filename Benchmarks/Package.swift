// swift-tools-version: 6.2
import Foundation
import PackageDescription

// A package of its own, so that no build of the project pays for it. Each benchmark is one line and one folder.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func benchmark(_ name: String, products: [String]) -> Target {
    .executableTarget(
        name: name,
        dependencies: ["Measure"] + products.map { .product(name: $0, package: "ChoresTree") },
        swiftSettings: settings)
}

/// The project's name for itself is that of its folder; by it a benchmark sees what has package access. It goes with
/// `packageAccess: false`, which keeps the build from passing this package's own name as well.
let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
let insider: [SwiftSetting] = [.unsafeFlags(["-package-name", project.lastPathComponent.lowercased()])]

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "ChoresTree", path: "..")],
    targets: [
        .target(name: "Measure", swiftSettings: settings),
        benchmark("JSONBenchmarks", products: ["JSON"]),
        benchmark("GatewayBenchmarks", products: ["Echord"]),
        // It starts the bot as a process; the dependency sees to it that the bot is built.
        benchmark("InteractionBenchmarks", products: ["EchordTesting", "JSON", "chorestree"]),
        .target(
            name: "CHTTPReference", cSettings: [.unsafeFlags(["-O2"])], linkerSettings: [.linkedLibrary("microhttpd")]),
        .executableTarget(
            name: "HTTPBenchmarks",
            dependencies: ["CHTTPReference", .product(name: "Transport", package: "ChoresTree")],
            packageAccess: false, swiftSettings: settings + insider),
    ]
)
