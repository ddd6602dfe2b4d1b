internal import Telemetry

/// The table: a new value to set gets a property in `Configuration`, a line here and its place in `all`. Files,
/// environment, command line and help read nothing else; the table in README.md is compared with it by a test.
extension Setting {
    /// Every setting there is. A key outside this list is refused.
    package static let all = [
        environment, token, apiURL, dataFolder, host, port, localDiscordHost, localDiscordPort, playgroundFolder,
        eventLoops, logLevel, shutdownSeconds, commandsPerMinute, timeZone,
    ]

    /// Which file of `config/` is read besides `default.json`.
    package static let environment = Setting(
        "environment", "CHORESTREE_ENV", .environment(\.environment), standsInFiles: false,
        "Names the file of config/ that is read besides default.json.")
    /// The bot's token.
    package static let token = Setting(
        "discord.token", "DISCORD_TOKEN", .token(\.discordToken), standsInFiles: false, isSecret: true,
        "Joins Discord with this token; without it the local Discord is started.")
    /// Where Discord is.
    package static let apiURL = Setting(
        "discord.apiURL", "DISCORD_API_URL", .apiURL(\.discordAPIURL), "Where Discord's REST API answers.")
    /// Where the database is.
    package static let dataFolder = Setting(
        "data", "DATA_DIR", flag: "--data", .folder(\.dataFolder), "Holds the database; made when missing.")
    /// The address of the bot's own HTTP server.
    package static let host = Setting(
        "http.host", "HTTP_HOST", flag: "--host", .listeningAddress(\.httpHost),
        "Where the bot's own HTTP server listens.")
    /// The port of the bot's own HTTP server.
    package static let port = Setting(
        "http.port", "HTTP_PORT", flag: "--port", .whole(\.httpPort, 0...65_535),
        "The port of the bot's own HTTP server; 0 takes any free one.")
    /// The address of the local Discord.
    package static let localDiscordHost = Setting(
        "localDiscord.host", "LOCAL_DISCORD_HOST", flag: "--local-discord-host",
        .listeningAddress(\.localDiscordHost),
        "Where the local Discord listens; beyond this machine its Playground asks for a token.")
    /// The port of the local Discord.
    package static let localDiscordPort = Setting(
        "localDiscord.port", "LOCAL_DISCORD_PORT", flag: "--local-discord-port",
        .whole(\.localDiscordPort, 0...65_535),
        "The port of the local Discord and its Playground; 0 takes any free one.")
    /// Where the Playground's files are, for work on them.
    package static let playgroundFolder = Setting(
        "localDiscord.playground", "LOCAL_DISCORD_PLAYGROUND",
        .folder(\.playgroundFolder, standard: "the one built in"),
        "Serves this folder as the Playground and reads it anew for every request, for work on the page.")
    /// Threads that serve sockets.
    package static let eventLoops = Setting(
        "eventLoops", "EVENT_LOOPS", .whole(\.eventLoops, 1...64), "Threads that serve sockets.")
    /// Which log lines are written.
    package static let logLevel = Setting(
        "log.level", "LOG_LEVEL", flag: "--log-level",
        .choice(\.logLevel, LogLevel.allCases.map(\.name), name: \.name, LogLevel.init(name:)),
        "Log lines below this are not written.")
    /// The time to drain.
    package static let shutdownSeconds = Setting(
        "shutdown.seconds", "SHUTDOWN_SECONDS", .seconds(\.shutdownLimit, 1...600),
        "How long running work may take to finish at shutdown.")
    /// The limit of a member.
    package static let commandsPerMinute = Setting(
        "commands.perMinute", "COMMANDS_PER_MINUTE", .whole(\.commandsPerMinute, 1...1_000),
        "How many calls of one command a member may make in a minute.")
    /// The zone of a server that has not chosen one.
    package static let timeZone = Setting(
        "timeZone", "TIME_ZONE", .timeZone(\.zone), "The zone of a server that has not chosen one.")
}
