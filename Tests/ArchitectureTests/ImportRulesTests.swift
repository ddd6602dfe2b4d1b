import Foundation
import Testing

/// Runs `scripts/check-imports` on this package and on small packages with one planted fault each.
@Suite struct ImportRulesTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func thisPackageFollowsItsRules() throws {
        let (status, output) = try check(Self.root)
        #expect(status == 0, "\(output)")
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var source = "import Lower\npublic let upper = 1\n"
        var dependencies = #"["Lower"]"#
        var rules = #"{"Lower": [], "Middle": [], "Upper": ["Lower"]}"#
        let sentence: String
    }

    @Test(arguments: [
        Fault(
            testDescription: "a forbidden import", source: "import Middle\n",
            sentence: "Sources/Upper/Upper.swift:1: Upper may not import Middle"),
        Fault(
            testDescription: "a forbidden dependency", dependencies: #"["Lower", "Middle"]"#,
            sentence: "Package.swift: Upper may not depend on Middle"),
        Fault(
            testDescription: "an undeclared import", dependencies: "[]",
            sentence: "Sources/Upper/Upper.swift:1: Upper imports Lower without declaring it in Package.swift"),
        Fault(
            testDescription: "an access-marked import of one declaration", source: "\npublic import struct Middle.M\n",
            sentence: "Sources/Upper/Upper.swift:2: Upper may not import Middle"),
        Fault(
            testDescription: "what nobody may import", source: "import Lower\nimport FoundationNetworking\n",
            sentence: "Sources/Upper/Upper.swift:2: nobody may import FoundationNetworking"),
        Fault(
            testDescription: "a test's import", source: "import Testing\n",
            sentence: "Sources/Upper/Upper.swift:1: only tests may import Testing"),
        Fault(
            testDescription: "@testable in a product", source: "@testable import Lower\n",
            sentence: "Sources/Upper/Upper.swift:1: @testable import Lower outside a test"),
        Fault(
            testDescription: "a target without a rule", rules: #"{"Lower": [], "Middle": []}"#,
            sentence: "Package.swift: Upper is not in scripts/import-rules.json"),
    ]) func aPlantedFaultIsFound(fault: Fault) throws {
        let folder = try plant(fault)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (status, output) = try check(folder)
        #expect(status == 1)
        #expect(output.split(separator: "\n").map(String.init) == [fault.sentence])
    }

    @Test func importsInCommentsAndStringsDoNotCount() throws {
        let quotes = #"""""#
        let source = "// import Middle\n/* import Middle */\nlet text = \(quotes)\"\nimport Middle\n\(quotes)\"\n"
        let folder = try plant(Fault(testDescription: "", source: source, sentence: ""))
        defer { try? FileManager.default.removeItem(at: folder) }
        let (status, output) = try check(folder)
        #expect(status == 0, "\(output)")
    }

    private func plant(_ fault: Fault) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("imports-\(UUID().uuidString)")
        func write(_ path: String, _ text: String) throws {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        try write(
            "Package.swift",
            """
            // swift-tools-version: 6.2
            import PackageDescription
            let package = Package(name: "Planted", targets: [
                .target(name: "Lower", path: "Sources/Lower"), .target(name: "Middle", path: "Sources/Middle"),
                .target(name: "Upper", dependencies: \(fault.dependencies), path: "Sources/Upper"),
            ])
            """)
        try write("Sources/Lower/Lower.swift", "public let lower = 1\n")
        try write("Sources/Middle/Middle.swift", "public struct M {}\n")
        try write("Sources/Upper/Upper.swift", fault.source)
        try write(
            "scripts/import-rules.json",
            """
            {"always": ["Swift"], "never": ["FoundationNetworking"], "tests_always": ["Testing"],
             "only_tests_import": ["Testing"], "groups": {}, "targets": \(fault.rules)}
            """)
        return folder
    }

    private func check(_ folder: URL) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = Self.root.appendingPathComponent("scripts/check-imports")
        process.arguments = ["--root", folder.path]
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
