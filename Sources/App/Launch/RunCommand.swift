internal import Core
internal import EchordTesting
internal import Lifecycle
internal import Telemetry
internal import Transport

/// `chorestree run`: the bot, its HTTP server and, without a token, the local Discord.
struct RunCommand {
    private let configuration: Configuration
    private let printsReadyJSON: Bool

    init(_ configuration: Configuration, _ arguments: Arguments) {
        self.configuration = configuration
        printsReadyJSON = arguments.printsReadyJSON
    }

    func run() async throws {
        Serving.prepareSurroundings()
        let logger = Logger(label: "chorestree", level: configuration.logLevel)
        let metrics = Metrics()
        let loops = try EventLoopGroup(threads: configuration.eventLoops)
        let localDiscord =
            configuration.discordToken == nil
            ? LocalDiscord(configuration, logger: logger, metrics: metrics) : nil
        let stack = BotStack(
            configuration, discord: localDiscord, loops: loops, logger: logger, metrics: metrics)
        var entries = [ServiceGroup.Entry(stack, after: localDiscord.map { [$0.name] } ?? [])]
        if let localDiscord { entries.append(ServiceGroup.Entry(localDiscord)) }
        // The stack's own services have the limit; it needs a moment more to say which of them did not stop.
        let limit = configuration.shutdownLimit + .seconds(2)
        try await Serving.run(entries, limit: limit, logger: logger) {
            announcement(stack, localDiscord).make(asJSON: printsReadyJSON, logger: logger)
        }
        loops.shutdown()
        await loops.ended()
    }

    private func announcement(_ stack: BotStack, _ discord: LocalDiscord?) -> Announcement {
        var lines = [Announcement.Line(key: "http", value: stack.httpURL)]
        if let discord {
            lines += [
                .init(key: "playground", title: "Playground", value: discord.openingURL),
                .init(key: "api", title: "Local Discord", value: discord.apiURL),
                .init(key: "gateway", value: discord.gatewayURL),
                .init(key: "token", value: discord.botToken.reveal()),
            ]
        }
        lines.append(.init(title: "Live, ready, metrics", value: stack.httpURL + "/ready"))
        return Announcement(subject: "ChoresTree", lines: lines)
    }
}
