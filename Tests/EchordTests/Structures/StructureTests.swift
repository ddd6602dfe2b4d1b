import EchordModel
import EchordPrimitives
import JSON
import Locking
import Telemetry
import Testing

@testable import Echord

/// One method of a structure and the request that it should send.
struct StructureCase: Sendable, CustomTestStringConvertible {
    /// `POST /channels/{channel_id}/messages`
    let route: String
    /// Sends the request itself.
    let expected: @Sendable (Discord) async throws -> Void
    /// Calls the method.
    let call: @Sendable (Discord) async throws -> Void

    var testDescription: String { route }
}

extension [StructureCase] {
    mutating func add<Response>(
        _ request: APIRequest<Response>, _ call: @escaping @Sendable (Discord) async throws -> Void
    ) {
        append(
            StructureCase(
                route: request.route.description, expected: { try await $0.send(request) }, call: call))
    }
}

/// Every method that sends a request, against the request.
@Suite("Structures")
struct StructureTests {
    static let cases = channels() + guilds() + others() + lists() + byHand()

    @Test(arguments: cases)
    func aMethodSendsItsRequest(_ method: StructureCase) async throws {
        let transport = ScriptedTransport { _, _ in Self.answer(to: method.route) }
        let rest = RESTClient(
            token: Secret("token"), configuration: RESTConfiguration(apiURL: "http://api.test", retries: .never),
            transport: transport)
        let discord = Discord(rest: rest).with(.unchecked)
        try await method.expected(discord)
        try await method.call(discord)
        #expect(transport.requests.count == 2)
        let (expected, sent) = (transport.requests[0], transport.requests[1])
        #expect(sent.method == expected.method && sent.url == expected.url)
        // What stands between the parts of a form is made up each time.
        let isForm = expected.headers.contains { $0.name == "Content-Type" && $0.value.hasPrefix("multipart") }
        #expect(isForm ? sent.body.count == expected.body.count : sent.body == expected.body)
        let reason = "X-Audit-Log-Reason"
        #expect(sent.headers.first { $0.name == reason }?.value == expected.headers.first { $0.name == reason }?.value)
    }

    /// An answer as Discord describes it, with every field.
    private static func answer(to route: String) -> RESTTransportAnswer {
        guard let operation = APIDescription.discord.operations[route], let schema = operation.jsonAnswers.first,
            let sample = SchemaSample(schemas: APIDescription.discord.schemas, extent: .full).documents(schema).first
        else { return .json(answersByHand[route] ?? "", status: answersByHand[route] == nil ? 204 : 200) }
        return RESTTransportAnswer(status: 200, headers: [], body: JSON.encode(sample))
    }

    /// Of what stands in the documentation only.
    private static let answersByHand = [
        "GET /guilds/{guild_id}/messages/search": "{}", "PATCH /guilds/{guild_id}/members/@me/nick": "{}",
        "GET /applications/{application_id}/skus": "[]",
        "PUT /applications/{application_id}/guilds/{guild_id}/commands/permissions": "[]",
    ]

    /// Operations that no structure stands for.
    static let left: [(route: String, reason: String)] = [
        ("/interactions/", "a responder answers interactions"),
        ("/webhooks/{application_id}/{interaction_token}", "a responder answers interactions"),
        ("/webhooks/{webhook_id}/{webhook_token}/messages/@original", "a responder answers interactions"),
        ("/oauth2/", "a user's, not the bot's"), ("/partner-sdk/", "a game's, not the bot's"),
        ("/gateway", "the client asks for it"), ("/users/@me/applications/", "a user's, not the bot's"),
        ("/users/@me/connections", "a user's, not the bot's"), ("/users/@me/guilds/{guild_id}/member", "a user's"),
        ("/channels/{channel_id}/pins", "the form of old"), ("PUT /lobbies", "a user's, not the bot's"),
        ("/users/@me/entitlements", "a user's, not the bot's"),
    ]

    @Test(arguments: APIDescription.discord.families)
    func everyOperationHasItsMethodOrAReason(_ family: APIDescription.Family) {
        let routes = Set(Self.cases.map(\.route))
        for operation in family.operations where !routes.contains(operation) {
            #expect(
                Self.left.contains { operation.contains($0.route) }, "no structure has a method for \(operation)")
        }
    }
}
