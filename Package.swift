// swift-tools-version: 6.2
import CompilerPluginSupport
import Foundation
import PackageDescription

// MARK: - Toolchain

/// The folder of the running toolchain's own SwiftSyntax, which macros are built against.
///
/// The manifest finds the toolchain that evaluates it through the PackageDescription library it is linked with,
/// so no path of a machine stands here.
let swiftSyntaxFolder: String = {
    // Foundation's String(contentsOfFile:) stops after the first page of a /proc file; a handle reads on to the end.
    let handle = FileHandle(forReadingAtPath: "/proc/self/maps")
    let maps = String(decoding: (try? handle?.readToEnd()) ?? Data(), as: UTF8.self)
    let marker = "/lib/swift/pm/ManifestAPI/"
    for line in maps.split(separator: "\n") {
        guard let path = line.split(separator: " ").last, let end = path.range(of: marker) else { continue }
        return String(path[..<end.lowerBound]) + "/lib/swift/host"
    }
    return "/usr/lib/swift/host"
}()

// MARK: - Settings shared by every target

let environment = ProcessInfo.processInfo.environment

let settings: [SwiftSetting] = {
    var settings: [SwiftSetting] = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .enableUpcomingFeature("InferIsolatedConformances"),
    ]
    if environment["CHORESTREE_WARNINGS_AS_ERRORS"] == "1" { settings.append(.treatAllWarnings(as: .error)) }
    // ThreadSanitizer cannot see the futex inside Synchronization.Mutex; `Locking` then uses a pthread mutex.
    if environment["CHORESTREE_SANITIZE"] == "thread" { settings.append(.define("TSAN")) }
    return settings
}()

let swiftSyntaxSettings: [SwiftSetting] = settings + [.unsafeFlags(["-I", swiftSyntaxFolder])]
let swiftSyntaxLinking: [LinkerSetting] = [
    .unsafeFlags(["-L", swiftSyntaxFolder, "-Xlinker", "-rpath", "-Xlinker", swiftSyntaxFolder])
]

// MARK: - One function per kind of target

/// A Debian library brought over by static-inline wrappers in `shims.h`.
func cLibrary(_ name: String, apt package: String) -> Target {
    .systemLibrary(name: name, path: "Sources/CLibraries/\(name)", providers: [.apt([package])])
}

func module(_ name: String, in folder: String, _ dependencies: [String] = [], resources: [Resource]? = nil) -> Target {
    .target(
        name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, path: "Sources/\(folder)",
        resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [String], resources: [Resource]? = nil) -> Target {
    .testTarget(
        name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, path: "Tests/\(name)",
        resources: resources, swiftSettings: settings)
}

// MARK: - Targets

let cLibraries: [Target] = [
    cLibrary("CLinux", apt: "libc6-dev"),
    cLibrary("CMicrohttpd", apt: "libmicrohttpd-dev"),
    cLibrary("CCurl", apt: "libcurl4-openssl-dev"),
    cLibrary("CWslay", apt: "libwslay-dev"),
    cLibrary("COpenSSL", apt: "libssl-dev"),
    cLibrary("CZlib", apt: "zlib1g-dev"),
    cLibrary("CZstd", apt: "libzstd-dev"),
    cLibrary("CSQLite", apt: "libsqlite3-dev"),
    .target(
        name: "CSimdJSON", path: "Sources/CLibraries/CSimdJSON",
        cxxSettings: [.unsafeFlags(["-O3"])], linkerSettings: [.linkedLibrary("simdjson")]),
]

// The expansions are a library beside the plugin, because a test target that depends on a macro target makes SwiftPM
// build the whole package a second time, for the host.
let macros: [Target] = [
    .target(
        name: "MacroExpansion", path: "Sources/Macros/MacroExpansion", swiftSettings: swiftSyntaxSettings,
        linkerSettings: swiftSyntaxLinking),
    .macro(
        name: "MacroPlugin", dependencies: ["MacroExpansion"], path: "Sources/Macros/MacroPlugin",
        swiftSettings: swiftSyntaxSettings, linkerSettings: swiftSyntaxLinking),
]

let support: [Target] = [
    module("Locking", in: "Support/Locking"),
    module("JSON", in: "Support/JSON", ["CSimdJSON", "MacroPlugin"]),
    module("Telemetry", in: "Support/Telemetry", ["Locking"]),
    module("Lifecycle", in: "Support/Lifecycle", ["Locking", "Telemetry", "CLinux"]),
    module(
        "Transport", in: "Support/Transport",
        ["Locking", "Telemetry", "Lifecycle", "CLinux", "CMicrohttpd", "CCurl", "CWslay", "COpenSSL", "CZlib", "CZstd"]),
    module("Crypto", in: "Support/Crypto", ["Locking", "COpenSSL"]),
    module("SQL", in: "Support/SQL", ["Locking", "Telemetry", "Crypto", "MacroPlugin"]),
    module("Injection", in: "Support/Injection", ["Locking", "Lifecycle"]),
]

let adapters: [Target] = [
    module("SQLite", in: "Adapters/SQLite", ["SQL", "Locking", "Telemetry", "Lifecycle", "CSQLite"])
]

let echord: [Target] = [
    module("EchordSurface", in: "Echord/EchordSurface", ["Echord", "EchordModel", "EchordPrimitives", "JSON"]),
    module(
        "EchordTool", in: "Echord/EchordTool",
        ["EchordSurface", "Echord", "EchordModel", "EchordPrimitives", "JSON", "Lifecycle", "Telemetry"]),
    .executableTarget(
        name: "EchordCommand", dependencies: ["EchordTool"], path: "Sources/Echord/EchordCommand",
        swiftSettings: settings),
    module("EchordPrimitives", in: "Echord/EchordPrimitives", ["JSON"]),
    module("EchordModel", in: "Echord/EchordModel", ["EchordPrimitives", "JSON", "Telemetry"]),
    module(
        "Echord", in: "Echord/Echord",
        ["EchordModel", "EchordPrimitives", "JSON", "Locking", "Telemetry", "Lifecycle", "Transport", "Crypto"]),
    module(
        "EchordTesting", in: "Echord/EchordTesting",
        ["EchordPrimitives", "JSON", "Locking", "Telemetry", "Lifecycle", "Transport", "Crypto"],
        resources: [.copy("Playground/Resources")]),
]

let layers: [Target] = [
    module("Atoms", in: "Atoms", ["EchordPrimitives", "JSON", "SQL"]),
    module(
        "Molecules", in: "Molecules",
        [
            "Atoms", "EchordPrimitives", "EchordModel", "JSON", "SQL", "Telemetry", "Lifecycle", "Locking", "Crypto",
            "MacroPlugin",
        ]),
    module("Organisms", in: "Organisms", ["Molecules", "Atoms", "Telemetry"]),
    module(
        "Core", in: "Core",
        [
            "Organisms", "Molecules", "Atoms", "SQLite", "SQL", "JSON", "Telemetry", "Lifecycle", "Locking", "Crypto",
            "Injection", "Transport",
        ]),
    module(
        "TestKits", in: "TestKits",
        ["Atoms", "Molecules", "Organisms", "SQL", "SQLite", "Telemetry", "Lifecycle", "Locking", "EchordPrimitives"]),
]

let app: [Target] = [
    module(
        "Bot", in: "App/Bot",
        [
            "Organisms", "Molecules", "Atoms", "Echord", "EchordModel", "EchordPrimitives", "JSON", "Telemetry",
            "Lifecycle", "Locking", "Injection", "Transport",
        ]),
    module(
        "Launch", in: "App/Launch",
        [
            "Core", "Bot", "Echord", "EchordTesting", "EchordPrimitives", "Organisms", "Molecules", "Atoms", "JSON",
            "Telemetry", "Lifecycle", "Transport", "Injection", "SQL", "Locking",
        ]),
    .executableTarget(
        name: "chorestree", dependencies: ["Launch"], path: "Sources/App/Main", swiftSettings: settings),
]

let examples: [Target] = [
    .executableTarget(
        name: "Greeter", dependencies: ["Echord"], path: "Examples/Greeter",
        swiftSettings: settings)
]

let testTargets: [Target] = [
    .target(name: "FuzzKit", dependencies: ["Locking"], path: "Tests/FuzzKit", swiftSettings: settings),
    tests("LockingTests", ["Locking"]),
    tests("PlantedFaultTests", []),
    tests("JSONTests", ["JSON", "FuzzKit"]),
    tests("TelemetryTests", ["Telemetry", "Locking"]),
    tests("LifecycleTests", ["Lifecycle", "Telemetry", "Locking"]),
    tests("TransportTests", ["Transport", "Telemetry", "Lifecycle", "Locking", "COpenSSL", "CLinux", "FuzzKit"]),
    tests("CryptoTests", ["Crypto", "Locking"]),
    tests("SQLTests", ["SQL", "SQLite", "Crypto"]),
    tests("InjectionTests", ["Injection", "Lifecycle", "Telemetry", "Locking"]),
    tests("SQLiteTests", ["SQLite", "SQL", "Crypto", "TestKits", "Telemetry", "Lifecycle", "Locking", "CSQLite"]),
    tests("EchordPrimitivesTests", ["EchordPrimitives", "JSON", "FuzzKit"]),
    tests(
        "EchordModelTests", ["EchordModel", "EchordPrimitives", "JSON", "Telemetry", "FuzzKit"],
        resources: [.copy("Fixtures")]),
    tests(
        "EchordTests",
        [
            "EchordSurface", "Echord", "EchordModel", "EchordPrimitives", "JSON", "Transport", "Telemetry", "Lifecycle",
            "Locking", "Crypto", "FuzzKit",
        ],
        resources: [.copy("Fixtures")]),
    tests(
        "EchordTestingTests",
        [
            "EchordTesting", "EchordPrimitives", "JSON", "Transport", "Telemetry", "Lifecycle", "Locking", "Crypto",
            "FuzzKit",
        ],
        resources: [.copy("Fixtures")]),
    tests("AtomsTests", ["Atoms", "SQL", "EchordPrimitives", "JSON", "FuzzKit"]),
    tests(
        "MoleculesTests",
        [
            "Molecules", "Atoms", "SQL", "SQLite", "TestKits", "Telemetry", "Lifecycle", "EchordPrimitives", "JSON",
            "Locking",
        ]),
    tests(
        "OrganismsTests",
        [
            "Organisms", "Molecules", "Atoms", "SQL", "SQLite", "TestKits", "EchordPrimitives", "JSON", "Telemetry",
            "Locking",
        ]),
    tests(
        "CoreTests",
        [
            "Core", "Organisms", "Molecules", "Atoms", "SQL", "SQLite", "Telemetry", "Lifecycle", "Injection",
            "Transport", "JSON",
        ]),
    tests(
        "BotTests",
        [
            "Bot", "Echord", "EchordModel", "EchordPrimitives", "Organisms", "Molecules", "Atoms", "JSON", "TestKits",
            "SQL", "SQLite", "Telemetry",
        ]),
    tests(
        "IntegrationTests",
        [
            "Echord", "EchordModel", "EchordPrimitives", "EchordTesting", "JSON", "Transport", "Telemetry", "Lifecycle",
            "Locking",
        ], resources: [.copy("Fixtures")]),
    tests(
        "EndToEndTests",
        [
            "Launch", "Core", "Organisms", "Molecules", "Atoms", "SQL", "SQLite", "Echord", "EchordTesting",
            "EchordModel", "EchordPrimitives", "JSON", "Transport", "Telemetry", "Lifecycle", "Locking",
        ], resources: [.copy("Fixtures")]),
    tests(
        "EchordToolTests",
        [
            "EchordTool", "EchordSurface", "EchordTesting", "Echord", "EchordModel", "EchordPrimitives", "JSON",
            "Lifecycle", "Locking", "Telemetry",
        ]),
    tests("ArchitectureTests", []),
    tests("GuideTests", ["Molecules", "Organisms", "Atoms", "JSON", "SQL", "TestKits", "Locking"]),
    .testTarget(
        name: "MacroTests", dependencies: ["MacroExpansion"], path: "Tests/MacroTests",
        swiftSettings: swiftSyntaxSettings,
        linkerSettings: swiftSyntaxLinking),
]

let package = Package(
    name: "ChoresTree",
    products: [
        .library(
            name: "Echord", targets: ["Echord", "EchordModel", "EchordPrimitives", "JSON", "Telemetry", "Lifecycle"]),
        .library(name: "EchordTesting", targets: ["EchordTesting", "Telemetry", "Lifecycle"]),
        .library(name: "JSON", targets: ["JSON"]),
        // For Benchmarks; what it holds has package access only.
        .library(name: "Transport", targets: ["Transport", "Lifecycle"]),
        .executable(name: "chorestree", targets: ["chorestree"]),
        .executable(name: "echord", targets: ["EchordCommand"]),
    ],
    targets: cLibraries + macros + support + adapters + echord + layers + app + examples + testTargets,
    cxxLanguageStandard: .cxx17)
