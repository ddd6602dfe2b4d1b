internal import Bot
internal import Core
internal import EchordTesting
internal import JSON
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
        Surroundings.ignoreClosedPipes()
        if let sentence = Surroundings.raiseDescriptorLimit() ?? Surroundings.probeThreads() {
            Console.fail(sentence, status: .failure)
        }
        // Whoever started it with nohup wants it to outlive the terminal.
        let signals: [UnixSignal] = [.interrupt, .terminate] + (UnixSignal.hangUp.isIgnored ? [] : [.hangUp])
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
        let arrivals = UnixSignal.arrivals(of: signals)
        let obedience = Task { await Self.obey(arrivals, group) }
        defer { obedience.cancel() }
        let announcement = Announcement(printsJSON: printsReadyJSON, logger: logger)
        try await group.run(stoppingOn: []) {
            announcement.make(stack: stack, localDiscord: localDiscord)
        }
        loops.shutdown()
        await loops.ended()
    }

    private func makeLocalDiscord(_ logger: Logger, _ metrics: Metrics) -> LocalDiscord {
        var settings = LocalDiscord.Configuration(host: "127.0.0.1", port: configuration.localDiscordPort)
        settings.playgroundFolder = configuration.playgroundFolder
        return LocalDiscord(configuration: settings, logger: logger, metrics: metrics)
    }

    /// The first signal drains; whoever sends a second one wants the end now. A terminal that goes sends its own more
    /// than once, so that one never counts as the second.
    ///
    /// One watch serves both: between two of them a signal would reach only one.
    private static func obey(_ signals: AsyncStream<UnixSignal>, _ group: ServiceGroup) async {
        var isStopping = false
        for await signal in signals {
            if isStopping, signal != .hangUp { Console.end(.interrupted) }
            isStopping = true
            group.shutDown()
        }
    }
}

/// What is printed when all is ready: words for a person, or one line of JSON for a script.
struct Announcement: Sendable {
    let printsJSON: Bool
    let logger: Logger

    func make(stack: BotStack, localDiscord: LocalDiscord?) {
        guard !Console.announce(printsJSON ? json(stack, localDiscord) : text(stack, localDiscord)) else { return }
        logger.warning("ready, but standard output cannot be written")
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
