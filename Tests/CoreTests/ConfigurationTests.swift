import Atoms
import Foundation
import Telemetry
import Testing

@testable import Core

@Suite final class ConfigurationTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("config-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("config"), withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ path: String, _ text: String) throws {
        try text.write(to: folder.appendingPathComponent(path), atomically: true, encoding: .utf8)
    }

    private func load(
        _ environment: [String: String] = [:], options: [String: String] = [:], file: String? = nil
    ) throws -> Configuration {
        try ConfigurationLoader(folder: folder.path, environment: environment).load(options: options, file: file)
    }

    private func faults(_ environment: [String: String] = [:], options: [String: String] = [:], file: String? = nil)
        -> [String]
    {
        do {
            _ = try load(environment, options: options, file: file)
            return []
        } catch { return (error as? ConfigurationError)?.faults.map { "\($0)" } ?? ["\(error)"] }
    }

    @Test func strongerSourcesWin() throws {
        try write("config/default.json", #"{"http": {"port": 1, "host": "a"}, "log": {"level": "debug"}}"#)
        try write("config/production.json", #"{"http": {"port": 2}}"#)
        #expect(try load().httpPort == 1)
        try write(
            ".env", "CHORESTREE_ENV=production\n# comment\nexport HTTP_HOST='dot env' # why\nEVENT_LOOPS=2 # two\n")
        #expect(try load().httpPort == 2)
        #expect(try load().httpHost == "dot env")
        #expect(try load().eventLoops == 2)
        #expect(try load(["HTTP_PORT": "3"]).httpPort == 3)
        #expect(try load(["HTTP_PORT": "3"], options: ["--port": "4"]).httpPort == 4)
        #expect(try load().logLevel == .debug)
        #expect(try load().environment == "production")
    }

    @Test func aSecretComesFromItsVariableOrFileAndIsNeverShown() throws {
        try write("token", "  abc.def\n")
        let path = folder.appendingPathComponent("token").path
        #expect(try load(["DISCORD_TOKEN_FILE": path]).discordToken?.reveal() == "abc.def")
        #expect(try load(["DISCORD_TOKEN": "x"]).discordToken?.reveal() == "x")
        #expect(try load(["DISCORD_TOKEN": ""]).discordToken == nil)
        #expect(faults(["DISCORD_TOKEN_FILE": "/nowhere"]) == ["DISCORD_TOKEN_FILE: the file cannot be read: /nowhere"])
        try write("config/default.json", #"{"discord": {"token": "hunter2"}}"#)
        let shown = faults().joined()
        #expect(shown.contains("DISCORD_TOKEN_FILE") && !shown.contains("hunter2"))
    }

    @Test func allFaultsAreReportedAtOnce() throws {
        try write("config/default.json", #"{"http": {"prt": 1}, "data": ["x"], "colour": 1}"#)
        let path = folder.appendingPathComponent("config/default.json").path
        #expect(
            Set(
                faults(
                    ["EVENT_LOOPS": "many", "LOG_LEVEL": "loud", "SHUTDOWN_SECONDS": "0"], options: ["--port": "70000"])
            ) == [
                "\(path): unknown key http.prt; did you mean http.port?",
                "\(path): data must be a single value, not a list",
                "\(path): unknown key colour",
                "EVENT_LOOPS: eventLoops must be a whole number from 1 to 64 (it is “many”)",
                "LOG_LEVEL: log.level must be one of trace, debug, info, notice, warning, error, critical (it is “loud”)",
                "SHUTDOWN_SECONDS: shutdown.seconds must be a whole number from 1 to 600 (it is “0”)",
                "--port: http.port must be a whole number from 0 to 65535 (it is “70000”)",
            ])
    }

    @Test func brokenFilesAreNamed() throws {
        try write("config/default.json", "{\"http\": ")
        #expect(faults().count == 1 && faults()[0].contains("is not valid JSON"))
        #expect(faults(file: "/nowhere.json") == ["/nowhere.json: cannot be read; check the path and its rights"])
        try write("config/default.json", "{}")
        try write(".env", "JUST A LINE\nA-B=1\n")
        #expect(faults().count == 2)
    }

    @Test func addressesAreChecked() throws {
        #expect(try load(["DISCORD_API_URL": "http://127.0.0.1:1/api/"]).discordAPIURL == "http://127.0.0.1:1/api")
        #expect(faults(["DISCORD_API_URL": "discord.com"]).count == 1)
        #expect(faults(["DATA_DIR": ""]) == ["DATA_DIR: data must not be empty (it is “”)"])
    }

    @Test func aZoneMustBeOneOfTheMachines() throws {
        #expect(try load().zone == .utc)
        #expect(try load(["TIME_ZONE": "Europe/Amsterdam"]).zone.name.rawValue == "Europe/Amsterdam")
        for name in ["Mars/Base", "", "../etc/passwd", "localtime"] {
            #expect(faults(["TIME_ZONE": name]).first?.contains("must be the name of a time zone") == true)
        }
    }

    @Test func everySettingIsDocumentedAndUnique() {
        #expect(Set(Setting.all.map(\.key)).count == Setting.all.count)
        #expect(Set(Setting.all.map(\.variable)).count == Setting.all.count)
        for setting in Setting.all {
            #expect(setting.meaning.hasSuffix(".") && !setting.values.isEmpty && !setting.standard.isEmpty)
        }
    }
}
