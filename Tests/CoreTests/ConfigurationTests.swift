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
        try write("config/default.json", #"{"http": {"port": 1, "host": "0.0.0.0"}, "log": {"level": "debug"}}"#)
        try write("config/production.json", #"{"http": {"port": 2}}"#)
        #expect(try load().httpPort == 1)
        try write(
            ".env", "CHORESTREE_ENV=production\n# comment\nexport HTTP_HOST='::1' # why\nEVENT_LOOPS=2 # two\n")
        #expect(try load().httpPort == 2)
        #expect(try load().httpHost == "::1")
        #expect(try load().eventLoops == 2)
        #expect(try load(["HTTP_PORT": "3"]).httpPort == 3)
        #expect(try load(["HTTP_PORT": "3"], options: ["--port": "4"]).httpPort == 4)
        #expect(try load().logLevel == .debug)
        #expect(try load().environment == "production")
    }

    @Test func theBuiltInPlaygroundUnlessAFolderIsNamed() throws {
        #expect(try load().playgroundFolder == nil)
        #expect(
            faults(["LOCAL_DISCORD_PLAYGROUND": "~/page"]) == [
                "LOCAL_DISCORD_PLAYGROUND: localDiscord.playground must be a path without ~, which stands for the home "
                    + "folder in a shell only (it is “~/page”)"
            ])
        #expect(try load(["LOCAL_DISCORD_PLAYGROUND": "/page"]).playgroundFolder == "/page")
    }

    @Test func aSecretComesFromItsVariableOrFileAndIsNeverShown() throws {
        try write("token", "  abc.def\n")
        let path = folder.appendingPathComponent("token").path
        #expect(try load(["DISCORD_TOKEN_FILE": path]).discordToken?.reveal() == "abc.def")
        #expect(try load(["DISCORD_TOKEN": "x"]).discordToken?.reveal() == "x")
        #expect(try load(["DISCORD_TOKEN": ""]).discordToken == nil)
        #expect(
            faults(["DISCORD_TOKEN_FILE": "/nowhere"])
                == ["DISCORD_TOKEN_FILE: the file cannot be read: there is no /nowhere"])
        #expect(faults(["DISCORD_TOKEN_FILE": folder.path]).first?.contains("is a folder") == true)
        #expect(faults(["DISCORD_TOKEN_FILE": path, "DISCORD_TOKEN": "x"]).first?.contains("one of both") == true)
        try write("empty", " \n")
        let empty = folder.appendingPathComponent("empty").path
        #expect(faults(["DISCORD_TOKEN_FILE": empty]) == ["DISCORD_TOKEN_FILE: the file is empty: \(empty)"])
        let token = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe." + String(repeating: "x", count: 38)
        let mistaken = faults(["DISCORD_TOKEN_FILE": token]).joined()
        #expect(mistaken.contains("belongs in DISCORD_TOKEN") && !mistaken.contains("MTIz"))
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
                "\(path): data must be a single value, a text in quotes",
                "\(path): unknown key colour",
                "EVENT_LOOPS: eventLoops must be a whole number from 1 to 64 (it is “many”)",
                "LOG_LEVEL: log.level must be one of trace, debug, info, notice, warning, error, critical (it is “loud”)",
                "SHUTDOWN_SECONDS: shutdown.seconds must be a whole number of seconds from 1 to 600 (it is “0”)",
                "--port: http.port must be a whole number from 0 to 65535 (it is “70000”)",
            ])
    }

    @Test func brokenFilesAreNamed() throws {
        try write("config/default.json", "{\"http\": ")
        #expect(faults().count == 1 && faults()[0].contains("is not valid JSON"))
        #expect(faults(file: "/nowhere.json") == ["/nowhere.json: there is no such file; check the path"])
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

    @Test func aWrongValueIsReportedThoughAStrongerOneOverridesIt() throws {
        try write("config/default.json", #"{"http": {"port": "many"}}"#)
        try write(".env", "# two lines\nHTTP_PORT=70000\n")
        let places = faults(["HTTP_PORT": "-1"], options: ["--port": "8000"]).map { $0.split(separator: ":")[0] }
        #expect(places == ["\(folder.path)/config/default.json", "\(folder.path)/.env", "HTTP_PORT"])
        #expect(
            faults(["HTTP_PORT": "1"], options: ["--port": "8000"])[1].contains("/.env:2 HTTP_PORT: http.port must"))
    }

    @Test func theEnvironmentMustExistUnlessItsNameIsKnown() throws {
        #expect(try load(["CHORESTREE_ENV": "production"]).environment == "production")
        let unknown = faults(["CHORESTREE_ENV": "prodution"])
        #expect(unknown.count == 1 && unknown[0].hasPrefix("CHORESTREE_ENV: there is no "))
        #expect(unknown[0].hasSuffix("did you mean production?"))
        #expect(faults(["CHORESTREE_ENV": "../x"]).first?.contains("letters, digits") == true)
        try write(".env", "CHORESTREE_ENV=here\n")
        #expect(faults()[0].contains(".env:1 CHORESTREE_ENV: there is no"))
        try write("config/here.json", #"{"http": {"port": 9}}"#)
        #expect(try load().httpPort == 9)
        #expect(try load(["CHORESTREE_ENV": "there"], file: folder.path + "/config/here.json").httpPort == 9)
    }

    @Test func aVariableThatIsAlmostOneOfOursIsRefused() throws {
        try write(".env", "DISCORD_TOKE=x\nlog_level=info\nPOSTGRES_USER=somebody\nHTTP_PROXY=x\n")
        #expect(
            faults().map { $0.split(separator: " ", maxSplits: 1)[1] } == [
                "DISCORD_TOKE: unknown variable; did you mean DISCORD_TOKEN?",
                "log_level: unknown variable; did you mean LOG_LEVEL?",
            ])
    }

    @Test func twoServersNeedTwoPorts() throws {
        #expect(faults(options: ["--port": "8090"]).first?.hasPrefix("--port: http.port and localDiscord.port") == true)
        #expect(faults(["LOCAL_DISCORD_PORT": "8080"]).first?.hasPrefix("LOCAL_DISCORD_PORT: ") == true)
        #expect(try load(["DISCORD_TOKEN": "x"], options: ["--port": "8090"]).httpPort == 8090)
        #expect(try load(options: ["--port": "0", "--local-discord-port": "0"]).httpPort == 0)
        #expect(try load(["HTTP_HOST": "192.0.2.1"], options: ["--port": "8090"]).httpPort == 8090)
        #expect(try load(["LOCAL_DISCORD_HOST": "127.0.0.2"], options: ["--port": "8090"]).httpPort == 8090)
        #expect(faults(["LOCAL_DISCORD_HOST": "::", "HTTP_HOST": "::1"], options: ["--port": "8090"]).count == 1)
    }

    @Test func theCommandLineAloneIsToBlameOrNot() {
        func isAboutCommandLine(_ environment: [String: String]) -> Bool? {
            do {
                _ = try load(environment, options: ["--port": "x"])
                return nil
            } catch { return (error as? ConfigurationError)?.isAboutCommandLine }
        }
        #expect(isAboutCommandLine([:]) == true)
        #expect(isAboutCommandLine(["EVENT_LOOPS": "x"]) == false)
    }

    @Test func whereAValueComesFromIsKnown() throws {
        try write("config/default.json", #"{"data": "here"}"#)
        try write(".env", "LOG_LEVEL=info\n")
        let configuration = try load(["DISCORD_TOKEN": "x"], options: ["--port": "1"])
        #expect(configuration.source(of: .token) == "DISCORD_TOKEN")
        #expect(configuration.source(of: .port) == "--port")
        #expect(configuration.source(of: .dataFolder) == "data in \(folder.path)/config/default.json")
        #expect(configuration.source(of: .logLevel) == "\(folder.path)/.env:1 LOG_LEVEL")
        #expect(configuration.source(of: .apiURL) == "DISCORD_API_URL" && !configuration.isSet(.apiURL))
    }

    @Test func everySettingIsDocumentedAndUnique() {
        #expect(Set(Setting.all.map(\.key)).count == Setting.all.count)
        #expect(Set(Setting.all.map(\.variable)).count == Setting.all.count)
        for setting in Setting.all {
            #expect(setting.meaning.hasSuffix(".") && !setting.values.isEmpty && !setting.standard.isEmpty)
        }
    }

    @Test func everyDefaultIsAValueThatIsTaken() {
        for setting in Setting.all where setting.hasStandard {
            var configuration = Configuration()
            #expect(setting.take(setting.standard, into: &configuration) == nil)
            #expect("\(configuration)" == "\(Configuration())")
        }
    }

    @Test func theReadmeHasTheSameTable() throws {
        let readme = try String(contentsOf: Self.package.appendingPathComponent("README.md"), encoding: .utf8)
        let rows = readme.split(separator: "\n").filter { $0.hasPrefix("|") }.map { row in
            row.split(separator: "|").dropLast().map { $0.trimmingCharacters(in: .whitespaces) }
        }
        for setting in Setting.all {
            let standard = setting.hasStandard ? "`\(setting.standard)`" : setting.standard
            let row = [
                setting.standsInFiles ? "`\(setting.key)`" : "—", "`\(setting.variable)`",
                setting.flag.map { "`\($0)`" } ?? "", setting.values, standard,
            ]
            #expect(rows.contains(row), "README.md has no row \(row)")
        }
    }

    @Test func theFilesOfThePackageAreRight() throws {
        for name in ["development", "production", "test"] {
            _ = try ConfigurationLoader(folder: Self.package.path, environment: ["CHORESTREE_ENV": name]).load()
        }
        let example = try String(
            contentsOf: Self.package.appendingPathComponent("config/production.example.env"), encoding: .utf8)
        try write(".env", example)
        #expect(try load().dataFolder == "/var/lib/chorestree")
    }

    private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}
