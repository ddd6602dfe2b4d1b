import EchordTesting
import Glibc
import Telemetry

/// A household whose Discord is in the tests' own process, so that it stays when the bot is stopped or killed.
struct SplitHousehold: Sendable {
    let discord: LocalDiscord
    let web: Web
    /// The bot's working folder.
    let folder: String

    /// What a bot of this household is started with.
    static let arguments = ["run", "--ready-json", "--data", "data", "--port", "0"]

    /// The folder of the bot's database.
    var databasePath: String { folder + "/data/chorestree.db" }

    /// The environment of a bot that joins this Discord.
    var environment: [String: String] {
        ["DISCORD_TOKEN": discord.botToken.reveal(), "DISCORD_API_URL": discord.apiURL, "COMMANDS_PER_MINUTE": "1000"]
    }

    /// Runs `body` with a Discord and no bot yet.
    static func withoutBot(_ body: @escaping @Sendable (SplitHousehold) async throws -> Void) async throws {
        try await withFolder { folder in
            var configuration = LocalDiscord.Configuration()
            // A bot that was killed may come back at once.
            configuration.identifyWindow = .zero
            try await LocalDiscord.running(configuration: configuration) { discord in
                try await body(
                    SplitHousehold(discord: discord, web: try Web(), folder: folder))
            }
        }
    }

    /// Runs `body` with a bot.
    static func with(_ body: @escaping @Sendable (Bot) async throws -> Void) async throws {
        try await withoutBot { split in try await split.withBot(body) }
    }

    /// A bot of the household, and the members as they meet it.
    struct Bot: Sendable {
        let program: RunningProgram
        let ready: RunningProgram.Ready
        let home: Household

        /// What members do while the bot stands still reaches it at the same moment.
        func atOnce<Result>(_ acts: () async throws -> Result) async throws -> Result {
            program.send(SIGSTOP)
            do {
                let result = try await acts()
                program.send(SIGCONT)
                return result
            } catch {
                program.send(SIGCONT)
                throw error
            }
        }
    }

    /// Starts a bot on the household's data, runs `body`, and ends it.
    func withBot<Result>(_ body: (Bot) async throws -> Result) async throws -> Result {
        try await RunningProgram.with(Self.arguments, environment: environment, in: folder) { program in
            let ready = try await program.ready()
            let url = String(discord.playgroundURL.dropLast())
            return try await body(Bot(program: program, ready: ready, home: try await Household(at: url, web)))
        }
    }
}
