import EchordTesting
import Foundation
import Glibc
import JSON
import Molecules
import SQL
import SQLite
import Testing

/// Every start that cannot work ends with one sentence that names the cause and the way out.
@Suite(.serialized) struct BadStartTests {
    @Test func aWrongTokenIsNamedAndNotShown() async throws {
        try await SplitHousehold.withoutBot { split in
            var environment = split.environment
            environment["DISCORD_TOKEN"] = "MTIz.wrong-and-secret"
            let ending = try await RunningProgram.outcome(
                SplitHousehold.arguments, environment: environment, in: split.folder)
            expectSentence(ending, with: ["bot token", "copy a fresh one"])
            #expect(!(ending.errors + ending.output).contains("wrong-and-secret"))
        }
    }

    @Test func aPortInUseIsNamed() async throws {
        try await SplitHousehold.withoutBot { split in
            let port = String(split.discord.url.split(separator: ":").last ?? "")
            let ending = try await RunningProgram.outcome(
                ["run", "--data", "data", "--port", port], environment: split.environment, in: split.folder)
            expectSentence(ending, with: [port, "--port"])
            let other = try await RunningProgram.outcome(
                ["run", "--data", "data", "--port", "0", "--local-discord-port", port], in: split.folder)
            expectSentence(other, with: [port, "--local-discord-port"])
        }
    }

    @Test func adversityOfTheDataFolderIsNamed() async throws {
        try await withFolder { folder in
            try Data("a file".utf8).write(to: URL(fileURLWithPath: folder + "/taken"))
            let ending = try await RunningProgram.outcome(run("--data", "taken"), in: folder)
            expectSentence(ending, with: ["taken", "--data"])
            let below = try await RunningProgram.outcome(run("--data", "taken/below"), in: folder)
            expectSentence(below, with: ["taken/below", "--data"])
            #expect(FileManager.default.contents(atPath: folder + "/taken") == Data("a file".utf8))
        }
    }

    @Test func aFileThatIsNoDatabaseIsNamedAndLeftAlone() async throws {
        try await withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/data", withIntermediateDirectories: true)
            let path = folder + "/data/chorestree.db"
            let content = Data(String(repeating: "This is a letter, no database. ", count: 100).utf8)
            try content.write(to: URL(fileURLWithPath: path))
            let ending = try await RunningProgram.outcome(run("--data", "data"), in: folder)
            expectSentence(ending, with: ["no SQLite database", "move it away"])
            #expect(FileManager.default.contents(atPath: path) == content)
        }
    }

    @Test func aNewerDatabaseIsRefusedAndLeftAlone() async throws {
        try await withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/data", withIntermediateDirectories: true)
            let path = folder + "/data/chorestree.db"
            try await StoredState.open(path) { database in
                try await Migrator(database, Schema.migrations).migrate()
                try await database.execute(
                    """
                    INSERT INTO schema_migrations (number, name, checksum, applied_at)
                    VALUES (\(Schema.migrations.count + 1), \("from the future"), \("00"), \(0))
                    """)
            }
            let before = try #require(FileManager.default.contents(atPath: path))
            let ending = try await RunningProgram.outcome(run("--data", "data"), in: folder)
            expectSentence(ending, with: ["version \(Schema.migrations.count + 1)", "newer program"])
            let after = try #require(FileManager.default.contents(atPath: path))
            #expect(before == after)
        }
    }

    @Test(arguments: [
        ("{ not json", ["settings.json", "JSON"]),
        (#"{"htp": {"port": 1}}"#, ["settings.json", "unknown key htp.port", "did you mean http.port"]),
        (#"{"eventLoops": "many"}"#, ["settings.json", "eventLoops", "1 to 64"]),
        (#"{"http": {"port": [1]}}"#, ["settings.json", "http.port", "single value"]),
        (#"{"discord": {"token": "a-secret"}}"#, ["discord.token", "DISCORD_TOKEN"]),
    ])
    func aBrokenConfigurationFileIsNamed(content: String, words: [String]) async throws {
        try await withFolder { folder in
            try Data(content.utf8).write(to: URL(fileURLWithPath: folder + "/settings.json"))
            let ending = try await RunningProgram.outcome(run("--config", "settings.json"), in: folder)
            expectSentence(ending, with: words)
            #expect(!ending.errors.contains("a-secret"))
        }
    }

    @Test(arguments: [
        (["run", "--prot", "1"], ["--prot", "chorestree help"]),
        (["run", "--port"], ["--port", "value"]),
        (["walk"], ["walk", "chorestree help"]),
        (["events", "replay"], ["chorestree events replay ID"]),
        (["run", "--config", "missing.json"], ["missing.json", "path"]),
        (["run", "--port", "many"], ["--port", "0 to 65535"]),
        (["run", "--port", "65536"], ["--port", "0 to 65535"]),
        (["run", "--local-discord-port", "-1"], ["--local-discord-port", "0 to 65535"]),
        (["run", "--log-level", "loud"], ["--log-level", "info"]),
        (["run", "--data", ""], ["--data", "empty"]),
        (
            ["run", "--port", "0", "--local-discord-port", "0", "--host", "no.such.host.invalid"],
            ["no.such.host.invalid"]
        ),
    ])
    func aWrongOptionIsNamed(arguments: [String], words: [String]) async throws {
        try await withFolder { folder in
            let ending = try await RunningProgram.outcome(arguments, in: folder)
            expectSentence(ending, with: words)
        }
    }

    @Test(arguments: [
        ("EVENT_LOOPS", "0", "1 to 64"), ("SHUTDOWN_SECONDS", "soon", "1 to 600"),
        ("COMMANDS_PER_MINUTE", "0", "1 to 1000"), ("TIME_ZONE", "Mars/Base", "time zone"),
        ("DISCORD_API_URL", "discord.com", "https://"), ("HTTP_PORT", "x", "0 to 65535"),
        ("LOCAL_DISCORD_PORT", "x", "0 to 65535"), ("LOG_LEVEL", "x", "must be one of"),
        ("DISCORD_TOKEN_FILE", "/no/such/file", "cannot be read"),
    ])
    func aWrongVariableIsNamed(name: String, value: String, words: String) async throws {
        try await withFolder { folder in
            let ending = try await RunningProgram.outcome(["run"], environment: [name: value], in: folder)
            expectSentence(ending, with: [name, words])
        }
    }

    /// Discord may be away for a while, so the bot says so and goes on trying; Ctrl-C ends it cleanly.
    @Test func anUnreachableDiscordIsSaidAndWaitedFor() async throws {
        try await withFolder { folder in
            let environment = ["DISCORD_TOKEN": "MTIz.never-shown", "DISCORD_API_URL": "http://127.0.0.1:1/api"]
            try await RunningProgram.with(run("--data", "data"), environment: environment, in: folder) { program in
                let early = try await eventually("it says that Discord cannot be reached") {
                    FileManager.default.contents(atPath: folder + "/errors")
                        .map { String(decoding: $0, as: UTF8.self) }
                        .flatMap { $0.contains("127.0.0.1:1") ? $0 : nil }
                }
                #expect(!early.contains("never-shown"))
                program.send(SIGINT)
                let ending = try await program.ending()
                #expect(!ending.wasKilled)
                #expect(!ending.errors.contains("never-shown"))
            }
        }
    }

    // MARK: - Stopping

    @Test(arguments: [SIGINT, SIGTERM]) func aSignalDrainsAndEndsWell(signal: Int32) async throws {
        try await SplitHousehold.with { bot in
            let card = try await bot.home.slash(.ann, "task create", ["title": "Before the end"])
            #expect(card.state == "answered")
            bot.program.send(signal)
            let ending = try await bot.program.ending()
            #expect(ending.code == 0 && !ending.wasKilled)
            #expect(ending.sentences.isEmpty, "\(ending.sentences)")
        }
    }

    @Test func aSecondSignalEndsAtOnce() async throws {
        try await SplitHousehold.with { bot in
            // Both arrive in the same moment, long before anything is drained.
            bot.program.send(SIGSTOP)
            bot.program.send(SIGINT)
            bot.program.send(SIGTERM)
            bot.program.send(SIGCONT)
            let ending = try await bot.program.ending()
            #expect(ending.code == 130 && !ending.wasKilled)
        }
    }

    // MARK: -

    private func run(_ more: String...) -> [String] {
        ["run", "--port", "0", "--local-discord-port", "0"] + more
    }

    /// Not 0, one sentence, the words in it, and nothing a person should not see.
    private func expectSentence(
        _ ending: RunningProgram.Ending, with words: [String], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(ending.code != 0 && !ending.wasKilled, "\(ending.errors)", sourceLocation: sourceLocation)
        let sentences = ending.sentences
        #expect(sentences.count == 1, "\(sentences)", sourceLocation: sourceLocation)
        let sentence = String(sentences.first ?? "")
        #expect(sentence.hasPrefix("chorestree: "), sourceLocation: sourceLocation)
        for word in words {
            #expect(sentence.contains(word), "“\(sentence)” lacks “\(word)”", sourceLocation: sourceLocation)
        }
        for forbidden in ["Fatal error", "Stack dump", "Backtrace", " at /", ".swift"] {
            #expect(!ending.errors.contains(forbidden), sourceLocation: sourceLocation)
        }
    }
}
