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
            expectSentence(ending, with: ["bot token", "DISCORD_TOKEN", "copy a fresh one"])
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
            expectSentence(ending, with: ["data/chorestree.db", "no SQLite database", "move it away", "--data"])
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
            expectSentence(
                ending, with: ["chorestree.db", "version \(Schema.migrations.count + 1)", "newer program", "--data"])
            let after = try #require(FileManager.default.contents(atPath: path))
            #expect(before == after)
        }
    }

    @Test func aSecondBotOnOneDataFolderIsRefused() async throws {
        try await withFolder { folder in
            let data = folder + "/data"
            try await RunningProgram.with(run("--ready-json", "--data", data), in: folder) { first in
                _ = try await first.ready()
                try await withFolder { elsewhere in
                    let second = try await RunningProgram.outcome(run("--data", data), in: elsewhere)
                    expectSentence(second, with: ["another chorestree (process ", data, "--data"])
                    let list = try await RunningProgram.outcome(["events", "list", "--data", data], in: elsewhere)
                    #expect(list.code == 0 && list.output.contains("No event"), "\(list.errors)")
                }
                #expect(try await first.stop().code == 0)
            }
            // Whoever was killed has let it go as well.
            try await RunningProgram.with(run("--ready-json", "--data", data), in: folder) { program in
                _ = try await program.ready()
            }
            try await RunningProgram.with(run("--ready-json", "--data", data), in: folder) { program in
                _ = try await program.ready()
            }
        }
    }

    @Test(arguments: [
        ("{ not json", ["settings.json", "line 1", "JSON"]),
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

    /// A file that is no file, or that nobody can make sense of, is not passed over because it could have been absent.
    @Test(arguments: [
        ("mkdir .env", [".env", "folder"]), ("ln -s .env .env", [".env", "link"]),
        ("mkdir config && mkdir config/default.json", ["config/default.json", "folder"]),
        ("mkdir config && ln -s nowhere config/default.json", ["config/default.json", "link"]),
        (#"mkdir config && echo '{"http": {"port": "many"}}' > config/default.json"#, ["default.json", "http.port"]),
        (#"printf '\xff\xfeA\0' > .env"#, [".env", "UTF-16"]),
        (#"printf 'A=\xff' > .env"#, [".env", "line 1", "UTF-8"]),
        (#"printf '\xef\xbb\xbf# x\r\nexport HTTP_PORT="many" # why\r\n' > .env"#, [".env:2 HTTP_PORT", "“many”"]),
        ("echo DISCORD_TOKN=MTIz.never > .env", [".env:1", "DISCORD_TOKEN"]),
        ("echo 'DATA_DIR=$HOME/data' > .env", [".env:1", "DATA_DIR", "expanded"]),
    ]) func aBrokenFileThatNobodyAskedForIsNamed(script: String, words: [String]) async throws {
        try await withFolder { folder in
            // The port that is given is good: what it overrides must be right all the same.
            let ending = try await RunningProgram.outcome(
                ["run", "--port", "0"], in: folder, after: "{ \(script); } && exec \"$@\"")
            expectSentence(ending, with: words, status: 78)
            #expect(!ending.errors.contains("MTIz"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/data"))
        }
    }

    @Test func everyFaultHasItsSentence() async throws {
        try await withFolder { folder in
            let environment = ["EVENT_LOOPS": "0", "CHORESTREE_ENV": "prodution"]
            let ending = try await RunningProgram.outcome(["run", "--port", "x"], environment: environment, in: folder)
            #expect(ending.code == 78)
            #expect(ending.sentences.count == 3)
            #expect(ending.sentences.allSatisfy { $0.hasPrefix("chorestree: ") })
            for word in ["EVENT_LOOPS", "did you mean production?", "--port"] { #expect(ending.errors.contains(word)) }
        }
    }

    @Test func tooFewOpenFilesAreNamed() async throws {
        try await withFolder { folder in
            let files = try await RunningProgram.outcome(run(), in: folder, after: "ulimit -n 20; exec \"$@\"")
            expectSentence(files, with: ["20 files", "ulimit -n"])
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
            ["--host", "no.such.host.invalid", "127.0.0.1"]
        ),
        (
            ["run", "--port", "0", "--local-discord-port", "0", "--host", "192.0.2.1"],
            ["--host", "192.0.2.1", "not an address of this machine"]
        ),
        (["run", "--port", "8099", "--local-discord-port", "8099"], ["--port", "8099", "of its own"]),
        (["simulate", "--local-discord-host", "home"], ["--local-discord-host", "127.0.0.1"]),
        (
            ["simulate", "--local-discord-port", "0", "--local-discord-host", "192.0.2.1"],
            ["--local-discord-host", "192.0.2.1", "not an address of this machine"]
        ),
    ])
    func aWrongOptionIsNamed(arguments: [String], words: [String]) async throws {
        try await withFolder { folder in
            let ending = try await RunningProgram.outcome(arguments, in: folder)
            expectSentence(ending, with: words)
            #expect(ending.output.isEmpty)
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
            expectSentence(ending, with: [name, words], status: 78)
        }
    }

    /// A start with a wrong address must not look like one that works; a supervisor starts the bot again.
    @Test func anUnreachableDiscordEndsTheStart() async throws {
        try await withFolder { folder in
            let environment = ["DISCORD_TOKEN": "MTIz.never-shown", "DISCORD_API_URL": "http://127.0.0.1:1/api"]
            let ending = try await RunningProgram.outcome(
                run("--data", "data"), environment: environment, in: folder)
            expectSentence(ending, with: ["http://127.0.0.1:1/api", "cannot be reached", "check"], status: 1)
            #expect(!ending.errors.contains("never-shown"))
        }
    }

    // MARK: -

    private func run(_ more: String...) -> [String] {
        ["run", "--port", "0", "--local-discord-port", "0"] + more
    }
}
