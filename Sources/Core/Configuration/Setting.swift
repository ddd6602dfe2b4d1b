internal import Atoms
internal import Molecules
internal import Telemetry

/// One value an operator can set: its names, its meaning and how text becomes the value.
package struct Setting: Sendable {
    /// The path in a JSON file, such as `http.port`.
    package let key: String
    /// The name in the environment and in `.env`.
    package let variable: String
    /// The name on the command line, if it has one.
    package let flag: String?
    /// The values it takes, for people.
    package let values: String
    /// The default, for people.
    package let standard: String
    /// Whether the value must not be shown. A secret can also be read from the file named by `<variable>_FILE`.
    package let isSecret: Bool
    /// One sentence of what it does.
    package let meaning: String

    let apply: @Sendable (String, inout Configuration) -> String?

    private init(
        _ key: String, _ variable: String, flag: String? = nil, values: String, standard: String,
        isSecret: Bool = false, _ meaning: String,
        apply: @escaping @Sendable (String, inout Configuration) -> String?
    ) {
        self.key = key
        self.variable = variable
        self.flag = flag
        self.values = values
        self.standard = standard
        self.isSecret = isSecret
        self.meaning = meaning
        self.apply = apply
    }

    /// Every setting there is. A key outside this list is refused.
    package static let all: [Setting] = [
        Setting(
            "discord.token", "DISCORD_TOKEN", values: "the token of a bot", standard: "none", isSecret: true,
            "Joins Discord with this token; without it the local Discord is started.",
            apply: secret(\.discordToken)),
        Setting(
            "discord.apiURL", "DISCORD_API_URL", values: "an http or https address",
            standard: "https://discord.com/api", "Where Discord's REST API answers.", apply: address(\.discordAPIURL)),
        Setting(
            "data", "DATA_DIR", flag: "--data", values: "a folder", standard: "data",
            "Holds the database; made when missing.", apply: text(\.dataFolder)),
        Setting(
            "http.host", "HTTP_HOST", flag: "--host", values: "an address of this machine", standard: "127.0.0.1",
            "Where the bot's own HTTP server listens.", apply: text(\.httpHost)),
        Setting(
            "http.port", "HTTP_PORT", flag: "--port", values: "0 to 65535", standard: "8080",
            "The port of the bot's own HTTP server; 0 takes any free one.", apply: whole(\.httpPort, 0...65_535)),
        Setting(
            "localDiscord.port", "LOCAL_DISCORD_PORT", flag: "--local-discord-port", values: "0 to 65535",
            standard: "8090", "The port of the local Discord and its Playground; 0 takes any free one.",
            apply: whole(\.localDiscordPort, 0...65_535)),
        Setting(
            "eventLoops", "EVENT_LOOPS", values: "1 to 64", standard: "1", "Threads that serve sockets.",
            apply: whole(\.eventLoops, 1...64)),
        Setting(
            "log.level", "LOG_LEVEL", flag: "--log-level",
            values: LogLevel.allCases.map(\.name).joined(separator: ", "),
            standard: "info", "Log lines below this are not written.",
            apply: { text, configuration in
                guard let level = LogLevel(name: text) else {
                    return "must be one of \(LogLevel.allCases.map(\.name).joined(separator: ", "))"
                }
                configuration.logLevel = level
                return nil
            }),
        Setting(
            "shutdown.seconds", "SHUTDOWN_SECONDS", values: "1 to 600", standard: "10",
            "How long running work may take to finish at shutdown.",
            apply: { text, configuration in
                guard let seconds = Int(text), (1...600).contains(seconds) else {
                    return "must be a whole number from 1 to 600"
                }
                configuration.shutdownLimit = .seconds(seconds)
                return nil
            }),
        Setting(
            "commands.perMinute", "COMMANDS_PER_MINUTE", values: "1 to 1000", standard: "5",
            "How many calls of one command a member may make in a minute.",
            apply: whole(\.commandsPerMinute, 1...1_000)),
        Setting(
            "timeZone", "TIME_ZONE", values: "an IANA name", standard: "UTC",
            "The zone of a server that has not chosen one.",
            apply: { text, configuration in
                guard let zone = ZoneName(rawValue: text).flatMap({ ZoneCatalogue.system[$0] }) else {
                    return "must be the name of a time zone, such as Europe/Amsterdam; install tzdata if it is one"
                }
                configuration.zone = zone
                return nil
            }),
    ]

    private typealias Apply = @Sendable (String, inout Configuration) -> String?

    private static func text(_ path: any WritableKeyPath<Configuration, String> & Sendable) -> Apply {
        { text, configuration in
            guard !text.isEmpty else { return "must not be empty" }
            configuration[keyPath: path] = text
            return nil
        }
    }

    private static func secret(_ path: any WritableKeyPath<Configuration, Secret<String>?> & Sendable) -> Apply {
        { text, configuration in
            configuration[keyPath: path] = text.isEmpty ? nil : Secret(text)
            return nil
        }
    }

    private static func whole(
        _ path: any WritableKeyPath<Configuration, Int> & Sendable, _ range: ClosedRange<Int>
    ) -> Apply {
        { text, configuration in
            guard let number = Int(text), range.contains(number) else {
                return "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
            }
            configuration[keyPath: path] = number
            return nil
        }
    }

    private static func address(_ path: any WritableKeyPath<Configuration, String> & Sendable) -> Apply {
        { text, configuration in
            guard text.hasPrefix("http://") || text.hasPrefix("https://") else {
                return "must be an address that begins with http:// or https://"
            }
            configuration[keyPath: path] = text.hasSuffix("/") ? String(text.dropLast()) : text
            return nil
        }
    }
}
