internal import Echord
internal import EchordModel
internal import EchordPrimitives
internal import JSON
internal import Lifecycle
internal import Telemetry

/// `echord tail`: a bot's events as they come.
struct TailCommand {
    private let configuration: DiscordClientConfiguration
    private let events: Set<String>
    private let line: EventLine

    init(_ arguments: [String], _ environment: [String: String]) throws(ToolError) {
        var events: Set<String> = []
        var intents = GatewayIntents.documented.subtracting(.privileged)
        var isJSON = false
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--json": isJSON = true
            case "--events": events = try Self.events(rest.popFirst())
            case "--intents": intents = try Self.intents(rest.popFirst())
            default: throw ToolError(.usage, "unknown option “\(argument)”; `echord help` lists them")
            }
        }
        guard let token = environment["DISCORD_TOKEN"], !token.isEmpty else {
            throw ToolError(.usage, "set DISCORD_TOKEN to the bot's token")
        }
        var api = RESTConfiguration()
        if let url = environment["DISCORD_API_URL"], !url.isEmpty { api.apiURL = url }
        configuration = DiscordClientConfiguration(
            token: Secret(token), gateway: GatewayConfiguration(intents: intents), rest: api)
        self.events = events
        line = EventLine(isJSON: isJSON)
    }

    func run(_ surroundings: DeveloperTool.Surroundings) async throws(ToolError) {
        do {
            let client = try DiscordClient(configuration)
            client.onRaw { [events, line] event in
                guard events.isEmpty || events.contains(event.context.name.rawValue) else { return }
                surroundings.say(line.text(event))
            }
            let group = try ServiceGroup([ServiceGroup.Entry(client)], logger: .silent) { _ in
                surroundings.complain("echord: the connection does not end")
            }
            try await group.run(stoppingOn: [.interrupt, .terminate]) { surroundings.complain("connected") }
        } catch let error as EchordError {
            throw ToolError(.failure, error.message)
        } catch {
            throw ToolError(.failure, "\(error)")
        }
    }

    // MARK: - Reading options

    private static func names(_ value: String?, _ what: String) throws(ToolError) -> [String] {
        let names = (value ?? "").split(separator: ",").map(String.init)
        guard !names.isEmpty else { throw ToolError(.usage, "say which \(what), with commas between them") }
        return names
    }

    private static func events(_ value: String?) throws(ToolError) -> Set<String> {
        let names = try names(value, "events")
        let known = Set(DispatchEventName.documented.map(\.rawValue))
        for name in names where !known.contains(name) {
            throw ToolError(.usage, "there is no event “\(name)”; `echord surface events` lists them")
        }
        return Set(names)
    }

    private static func intents(_ value: String?) throws(ToolError) -> GatewayIntents {
        var intents: GatewayIntents = []
        for name in try names(value, "intents") {
            if name == "all" {
                intents.formUnion(.documented)
            } else if let known = GatewayIntents.discordNames.first(where: { $0.key == name })?.value {
                intents.formUnion(known)
            } else {
                throw ToolError(.usage, "there is no intent “\(name)”; `echord surface intents` lists them")
            }
        }
        return intents
    }
}
