import Foundation
import Injection
import Lifecycle
import Molecules
import SQL
import SQLite
import Telemetry
import Testing

@testable import Core

@Suite final class StorageTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("data-\(UUID().uuidString)").path

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func open(_ use: StorageModule.Use, in path: String? = nil) async throws -> Container {
        var configuration = Configuration()
        configuration.dataFolder = path ?? folder
        return try await ContainerBuilder([
            TelemetryModule(logger: .silent, metrics: .discarded), StorageModule(configuration, use: use),
        ]).build()
    }

    private func refusal(_ use: StorageModule.Use, in path: String? = nil) async -> SQLError? {
        do {
            _ = try await open(use, in: path)
            return nil
        } catch { return error as? SQLError }
    }

    private func plant(_ statements: String) async throws -> Data {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let database = try SQLiteDatabase(.file(folder + "/chorestree.db"))
        try await database.transaction { try await $0.execute(unsafeScript: statements) }
        await database.close()
        return try content()
    }

    private func content() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: folder + "/chorestree.db")) }

    @Test func aFolderIsMadeAndKeptForOneBot() async throws {
        let nested = folder + "/a/b/"
        let claim = try {
            let place = DataFolder(nested)
            try place.make()
            try place.make()
            return try place.claim(.silent)
        }()
        let refusal = try #require(await refusal(.own, in: nested))
        #expect(refusal.code == .busy)
        #expect(refusal.message.contains("process \(ProcessInfo.processInfo.processIdentifier)"))
        #expect(refusal.message.contains("\(folder)/a/b") && refusal.message.contains("--data"))
        withExtendedLifetime(claim) {}
    }

    @Test func whoseClaimIsLetGoGivesTheFolderToTheNext() async throws {
        for _ in 1...2 {
            let container = try await open(.own)
            let database: any Database = try await container.resolve()
            #expect(try await Migrator(database, Schema.migrations).status().pending.isEmpty)
            #expect(container.services.map(\.name) == ["data-folder", "sqlite"])
        }
    }

    @Test func whatIsInTheWayIsNamed() async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/file"))
        try FileManager.default.createSymbolicLink(atPath: folder + "/loop", withDestinationPath: "loop")
        try FileManager.default.createDirectory(
            atPath: folder + "/odd/chorestree.db", withIntermediateDirectories: true)
        for (path, word) in [
            ("file", "file is no folder"), ("file/below", "file is no folder"), ("loop", "leads nowhere"),
            ("odd", "chorestree.db is no file"), (String(repeating: "x", count: 300), "too long"),
        ] {
            let message = await refusal(.own, in: "\(folder)/\(path)")?.message ?? "none"
            #expect(message.contains(word) && message.contains(path) && message.contains("--data"), "\(message)")
        }
        #expect(
            await refusal(.own, in: "/proc/chorestree")?.message.contains("/proc/chorestree cannot be made") == true)
    }

    @Test func aDatabaseOfAnotherProgramIsLeftAlone() async throws {
        let before = try await plant("CREATE TABLE photos (name TEXT); INSERT INTO photos VALUES ('a');")
        for use in [StorageModule.Use.own, .visit] {
            let refusal = try #require(await refusal(use))
            #expect(refusal.code == .notADatabase && refusal.message.contains("another program"))
            #expect(refusal.message.contains(folder + "/chorestree.db"))
        }
        #expect(try content() == before)
    }

    @Test func aVisitorMakesNothing() async throws {
        #expect(await refusal(.visit)?.message.contains("chorestree.db yet") == true)
        #expect(!FileManager.default.fileExists(atPath: folder))
        let owner = try await open(.own)
        #expect(try await open(.visit).services.map(\.name) == ["sqlite"])
        #expect(await refusal(.own)?.code == .busy)
        withExtendedLifetime(owner) {}
    }

    @Test func aVisitorBringsNothingUpToDate() async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let database = try SQLiteDatabase(.file(folder + "/chorestree.db"))
        try await Migrator(database, Array(Schema.migrations.dropLast())).migrate()
        await database.close()
        let before = try content()
        #expect(await refusal(.visit)?.message.contains("older version") == true)
        #expect(try content() == before)
    }

    @Test func anEmptyFileBecomesADatabase() async throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data().write(to: URL(fileURLWithPath: folder + "/chorestree.db"))
        _ = try await open(.own)
        #expect(try SQLiteDatabase.tables(inFile: folder + "/chorestree.db")?.contains(Migrator.tableName) == true)
        #expect(try SQLiteDatabase.tables(inFile: folder + "/none.db") == nil)
    }
}
