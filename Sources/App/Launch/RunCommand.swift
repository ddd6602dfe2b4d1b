internal import Bot
internal import Core
internal import EchordTesting
internal import Glibc
internal import JSON
internal import Lifecycle
internal import Telemetry
internal import Transport

/// `chorestree run`: the bot, its HTTP server and, without a token, the local Discord.
struct RunCommand {
    private let options: Arguments.RunOptions
    private let configuration: Configuration

    init(_ options: Arguments.RunOptions, _ configuration: Configuration) {
        self.options = options
        self.configuration = configuration
    }

    func run() async throws {
        let logger = Logger(label: "chorestree", level: configuration.logLevel)
        let metrics = Metrics()
        let loops = try EventLoopGroup(threads: configuration.eventLoops)
        let localDiscord = configuration.discordToken == nil ? makeLocalDiscord(logger, metrics) : nil
        let stack = BotStack(
            configuration, discord: localDiscord, loops: loops, logger: logger, metrics: metrics)
        var entries = [ServiceGroup.Entry(stack, after: localDiscord.map { [$0.name] } ?? [])]
        if let localDiscord { entries.append(ServiceGroup.Entry(localDiscord)) }
        let limits = ServiceGroup.Limits(graceful: configuration.shutdownLimit + .seconds(2))
        let group = try ServiceGroup(entries, limits: limits, logger: logger) { names in
            Console.fail("these parts did not stop: \(names.joined(separator: ", "))", status: .failure)
        }
        let secondSignal = Task { await Self.endAtSecondSignal() }
        defer { secondSignal.cancel() }
        let announcement = Announcement(printsJSON: options.printsReadyJSON)
        try await group.run { announcement.make(stack: stack, localDiscord: localDiscord) }
        loops.shutdown()
        await loops.ended()
    }

    private func makeLocalDiscord(_ logger: Logger, _ metrics: Metrics) -> LocalDiscord {
        LocalDiscord(
            configuration: .init(host: "127.0.0.1", port: configuration.localDiscordPort), logger: logger,
            metrics: metrics)
    }

    /// The first signal drains; whoever sends a second one wants the end now.
    private static func endAtSecondSignal() async {
        var count = 0
        for await _ in UnixSignal.arrivals(of: [.interrupt, .terminate]) {
            count += 1
            if count == 2 { _exit(Console.Status.interrupted.rawValue) }
        }
    }
}

/// What is printed when all is ready: words for a person, or one line of JSON for a script.
struct Announcement: Sendable {
    let printsJSON: Bool

    func make(stack: BotStack, localDiscord: LocalDiscord?) {
        Console.say(printsJSON ? json(stack, localDiscord) : text(stack, localDiscord))
    }

    private func json(_ stack: BotStack, _ localDiscord: LocalDiscord?) -> String {
        var line: JSONObject = ["ready": true, "http": .string(stack.httpURL)]
        if let localDiscord {
            line["playground"] = .string(localDiscord.playgroundURL)
            line["api"] = .string(localDiscord.apiURL)
            line["gateway"] = .string(localDiscord.gatewayURL)
            line["token"] = .string(localDiscord.botToken.reveal())
        }
        return JSON.encodeToString(JSONValue.object(line))
    }

    private func text(_ stack: BotStack, _ localDiscord: LocalDiscord?) -> String {
        var lines = ["ChoresTree is ready."]
        if let localDiscord {
            lines.append("  Playground        \(localDiscord.playgroundURL)")
            lines.append("  Local Discord     \(localDiscord.apiURL)")
        }
        lines.append("  Live, ready, metrics  \(stack.httpURL)/ready")
        lines.append("Ctrl-C drains and stops it; a second one ends it at once.")
        return lines.joined(separator: "\n")
    }
}
