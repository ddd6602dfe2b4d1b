internal import Core
internal import EchordTesting
internal import Lifecycle
internal import Telemetry

/// `chorestree simulate`: the local Discord alone, for a bot that somebody starts beside it.
struct SimulateCommand {
    private let configuration: Configuration
    private let printsReadyJSON: Bool

    init(_ configuration: Configuration, _ arguments: Arguments) {
        self.configuration = configuration
        printsReadyJSON = arguments.printsReadyJSON
    }

    func run() async throws {
        Serving.prepareSurroundings()
        let logger = Logger(label: "chorestree", level: configuration.logLevel)
        let discord = LocalDiscord(
            configuration, botToken: configuration.discordToken, logger: logger, metrics: Metrics())
        try await Serving.run([ServiceGroup.Entry(discord)], limit: configuration.shutdownLimit, logger: logger) {
            announcement(discord).make(asJSON: printsReadyJSON, logger: logger)
        }
    }

    private func announcement(_ discord: LocalDiscord) -> Announcement {
        var lines: [Announcement.Line] = [
            .init(key: "playground", title: "Playground", value: discord.openingURL),
            .init(key: "api", title: "REST API", value: discord.apiURL),
            .init(key: "gateway", title: "Gateway", value: discord.gatewayURL),
        ]
        // A token that was given is known to who gave it, and may be one of Discord's own.
        if configuration.discordToken == nil {
            lines.append(.init(key: "token", title: "Bot token", value: discord.botToken.reveal()))
        }
        return Announcement(subject: "The local Discord", lines: lines)
    }
}
