internal import Bot
internal import Core
internal import Injection
internal import Molecules
internal import Telemetry

/// `chorestree events`: what could not be delivered, and delivering it again.
struct DeadLetterCommand {
    private let configuration: Configuration

    init(_ configuration: Configuration) { self.configuration = configuration }

    func list() async throws {
        let letters = try await bus().deadLetters.list()
        for letter in letters {
            Console.say(
                "\(letter.id)  \(letter.failedAt)  \(letter.event)  group \(letter.group)  "
                    + "tried \(letter.attempts) times: \(letter.reason)")
        }
        if letters.isEmpty { Console.say("No event is waiting here: all were delivered.") }
    }

    /// The number that the command line gives.
    static func id(_ operands: [String]) throws(Arguments.Fault) -> Int64 {
        let text = operands.first ?? ""
        guard let id = Int64(text) else {
            throw Arguments.Fault("“\(text)” is no number of an event; `chorestree events list` shows them")
        }
        return id
    }

    func replay(_ id: Int64) async throws {
        try await bus().deadLetters.replay(id)
        Console.say("Event \(id) will be delivered again when the bot runs.")
    }

    private func bus() async throws -> EventBus {
        let logger = Logger(label: "chorestree", level: max(configuration.logLevel, .warning))
        var builder = ContainerBuilder([
            TelemetryModule(logger: logger, metrics: Metrics()), StorageModule(configuration, use: .visit),
            ChoresModule(configuration),
        ])
        BotModule.registerAbsentBoard(in: &builder)
        return try await builder.build().resolve()
    }
}
