import Echord
import EchordModel
import EchordPrimitives
import EchordTesting
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing

/// A bot without a gateway: its commands come over HTTP from the local Discord.
@Suite("An endpoint against the local Discord")
struct EndpointStoryTests {
    private static let claim = CustomIDPattern<Int64>("claim")

    private static func tree() throws -> CommandTree {
        try CommandTree {
            SlashCommand(
                "note", "Notes something",
                Argument<String>("text", "What").suggesting { _, typed in
                    [CommandChoice("\(typed)!", .string("\(typed)!"))]
                }
            ) { context, text in
                let id = try claim(7)
                try await context.reply(
                    MessageContent("noted \(text)").adding { ActionRow { Button("Claim", customID: id) } })
                try await context.responder.followUp(InteractionMessage(content: "and filed"))
            }
            SlashCommand("file", "Sends a file") { context in
                try await context.reply(
                    MessageContent("here"), files: [FileUpload(name: "a.txt", bytes: Array("hello".utf8))])
            }
            SlashCommand("fail", "Fails") { _ in throw CancellationError() }
            ComponentHandler(claim) { context, id in try await context.update(MessageContent("claimed \(id)")) }
        }
    }

    private struct Stage: Sendable {
        let discord: LocalDiscord
        let rest: RESTClient
        let server: EndpointServer
        let events: WebhookEventReceiver
    }

    private static func run(_ body: @escaping @Sendable (Stage) async throws -> Void) async throws {
        try await LocalDiscord.running { discord in
            let rest = try RESTClient(
                token: discord.botToken, configuration: RESTConfiguration(apiURL: discord.url + "/api"))
            let tree = try tree()
            let service = tree.service(api: rest)
            let endpoint = try InteractionEndpoint(publicKey: discord.publicKey, service: service, api: rest)
            let events = try WebhookEventReceiver(publicKey: discord.publicKey)
            let server = try EndpointServer(.init(port: 0), interactions: endpoint, events: events)
            try await CommandRegistry(rest: rest, application: discord.applicationID).sync(tree.commands)
            let listening = AsyncStream.makeStream(of: Void.self)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await service.run(ReadySignal {}) }
                group.addTask { try await events.run(ReadySignal {}) }
                group.addTask { try await server.run(ReadySignal { listening.continuation.finish() }) }
                for await _ in listening.stream {}
                try await body(Stage(discord: discord, rest: rest, server: server, events: events))
                group.cancelAll()
                while let ended = await group.nextResult() { _ = ended }
            }
        }
    }

    @Test("It proves its address, takes commands, components and suggestions, and sends files and more messages")
    func story() async throws {
        try await Self.run { stage in
            let (discord, rest) = (stage.discord, stage.rest)
            let address = "http://127.0.0.1:\(stage.server.port)/interactions"
            let application = try await rest.send(
                .editCurrentApplication(EditApplication(interactionsEndpointURL: .set(address))))
            #expect(application.interactionsEndpointURL == address)
            let general = try discord.guild("Home").channel("general")
            let ann = try discord.member("ann")
            let choices = try await ann.autocomplete("note", ["text": "du"], focused: "text", in: general)
            #expect(choices.map(\.name) == ["du!"])
            let noted = try await ann.slash("note", ["text": "dust"], in: general).message
            #expect(noted.content == "noted dust")
            _ = try await general.message(atMost: .seconds(20)) { $0.content == "and filed" }
            let claimed = try await ann.click("Claim", on: noted).message
            #expect(claimed.content == "claimed 7")
            let file = try await ann.slash("file", in: general).message
            #expect(file.json["attachments"]?[0]?["filename"]?.stringValue == "a.txt")
            let failed = try await ann.slash("fail", in: general).message
            #expect(failed.content.contains("Something went wrong") && failed.isEphemeral)
        }
    }

    @Test("An address that does not check signatures, or where nobody listens, is refused")
    func refusal() async throws {
        try await Self.run { stage in
            for path in [
                "http://127.0.0.1:\(stage.server.port)/events", "http://127.0.0.1:1/",
                "http://127.0.0.1:\(stage.server.port)/nothing",
            ] {
                do {
                    try await stage.rest.send(
                        .editCurrentApplication(EditApplication(interactionsEndpointURL: .set(path))))
                    Issue.record("taken: \(path)")
                } catch let error as EchordError {
                    #expect(error.issues.map(\.code) == ["APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID"])
                }
            }
        }
    }

    @Test("Webhook events arrive once, however often they are sent")
    func events() async throws {
        try await Self.run { stage in
            let heard = Locked<[String]>([])
            stage.events.on(.applicationDeauthorized) { event in
                if case .deauthorized(let data) = event.data { heard.withLock { $0.append(data.user.username) } }
            }
            let address = "http://127.0.0.1:\(stage.server.port)/events"
            try await stage.rest.send(
                .editCurrentApplication(
                    EditApplication(
                        eventWebhooksStatus: .set(.enabled), eventWebhooksURL: .set(address),
                        eventWebhooksTypes: .set([.applicationDeauthorized]))))
            let user: JSONValue = ["user": ["id": "7", "username": "kim", "discriminator": "0"]]
            let statuses = try await stage.discord.sendWebhookEvent("APPLICATION_DEAUTHORIZED", user, copies: 3)
            #expect(statuses == [204, 204, 204])
            #expect(try await stage.discord.sendWebhookEvent("APPLICATION_AUTHORIZED", user).isEmpty)
            while heard.withLock({ $0.isEmpty }) { await Task.yield() }
            #expect(heard.withLock { $0 } == ["kim"])
        }
    }
}
