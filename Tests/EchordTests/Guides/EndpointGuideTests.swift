import Echord
import EchordModel
import EchordPrimitives
import Lifecycle
import Telemetry
import Testing

// The code of docs/guides/echord-http.md.

private func endpoint(token: Secret<String>, publicKey: String, tree: CommandTree) async throws {
    let rest = try RESTClient(token: token)
    let service = tree.service(api: rest)
    let events = try WebhookEventReceiver(publicKey: publicKey)
    events.on(.applicationAuthorized) { event in
        guard case .authorized(let data) = event.data else { return }
        print("added by \(data.user.username)")
    }
    let server = try EndpointServer(
        .init(host: "127.0.0.1", port: 8_080),
        interactions: try InteractionEndpoint(publicKey: publicKey, service: service, api: rest), events: events)
    let group = try ServiceGroup([.init(service), .init(events), .init(server)], logger: .silent) { _ in }
    try await group.run()
}

private func anotherServer(_ endpoint: InteractionEndpoint, fields: [(String, String)], body: [UInt8]) async {
    let request = EndpointRequest(headers: fields.map { (name: $0.0, value: $0.1) }, body: body)
    let response = await endpoint.respond(to: request)
    print(response.status, response.contentType, response.body.count)
}

private func login(id: ApplicationID, secret: Secret<String>, rest: RESTClient, query: String) async throws {
    let client = OAuth2Client(
        OAuth2Application(id: id, secret: secret), redirectURI: "https://bot.example/back", rest: rest)
    let request = client.authorize(scopes: [.identify, .guilds])
    // Send the user to request.url; keep request.state and request.verifier in their session. When they are back:
    let answer = try await client.exchange(try request.code(in: query), of: request)
    let session = client.session(answer.tokens) { tokens in
        // Store them, encrypted: Discord has forgotten those before.
        _ = tokens
    }
    let who = try await session.send { .getCurrentAuthorization(token: $0) }
    print(who.user?.username ?? "somebody")
}

private func webhook(_ address: String) async throws {
    let webhook = try WebhookClient(url: address)
    let message = try await webhook.send(MessageContent("The build is green."), username: "CI")
    try await webhook.edit(message.id, MessageContent("The build is red after all."))
}

private func invitation(of id: ApplicationID) -> String {
    OAuth2Installation(permissions: [.viewChannel, .sendMessages]).inviteURL(for: id)
}

@Suite struct EndpointGuideTests {
    @Test func theGuidesInvitationIsDiscords() {
        #expect(invitation(of: 7).hasPrefix("https://discord.com/oauth2/authorize?client_id=7&"))
    }
}
