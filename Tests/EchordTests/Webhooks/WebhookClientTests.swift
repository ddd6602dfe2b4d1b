import EchordModel
import EchordPrimitives
import JSON
import Telemetry
import Testing

@testable import Echord

@Suite struct WebhookClientTests {
    private static let message =
        #"{"id":"9","channel_id":"8","author":{"id":"7","username":"CI","discriminator":"0"},"content":"","timestamp":"2026-01-01T00:00:00Z","edited_timestamp":null,"tts":false,"mention_everyone":false,"mentions":[],"mention_roles":[],"attachments":[],"embeds":[],"pinned":false,"type":0}"#

    private func webhook(_ transport: ScriptedTransport, query: String = "") throws -> WebhookClient {
        try WebhookClient(
            url: "https://discord.com/api/webhooks/12/to-k_en\(query)",
            rest: RESTClient(token: nil, transport: transport))
    }

    private func sent(_ transport: ScriptedTransport) -> [String] {
        transport.requests.map { request in
            let path = request.url.replacing("https://discord.com/api/v10/webhooks/12/to-k_en", with: "")
            return "\(request.method) \(path)"
        }
    }

    @Test(arguments: [
        "https://discord.com/api/webhooks/12/tok", "https://discord.com/api/v10/webhooks/12/tok?wait=true",
        "https://ptb.discord.com/api/webhooks/12/tok/slack", "https://discordapp.com/api/webhooks/12/tok/github",
        "http://127.0.0.1:5000/api/webhooks/12/tok/",
    ]) func addressesAreRead(_ url: String) throws {
        let address = try #require(WebhookAddress(url))
        #expect(address.id == 12 && address.token == "tok" && address.apiURL.hasSuffix("/api"))
    }

    @Test(arguments: [
        "", "nonsense", "https://discord.com/webhooks/12/tok", "https://discord.com/api/webhooks/12",
        "https://discord.com/api/webhooks/x/tok", "https://discord.com/api/webhooks/12/t%2Fok",
        "ftp://discord.com/api/webhooks/12/tok", "https://u@discord.com/api/webhooks/12/tok",
        "https://discord.com/api/webhooks/12/tok/other", "https:///api/webhooks/12/tok",
    ]) func whatIsNoAddressIsRefusedWithoutBeingRepeated(_ url: String) {
        do throws(EchordError) {
            _ = try WebhookClient(url: url, rest: RESTClient(token: nil, transport: ScriptedTransport(.noContent)))
            Issue.record("taken")
        } catch {
            #expect(error.code == .configuration)
            #expect(!"\(error)".contains("tok"))
        }
    }

    @Test func messagesAreSentChangedReadAndDeleted() async throws {
        let transport = ScriptedTransport { request, _ in
            request.method == "DELETE" ? .noContent : .json(Self.message)
        }
        let webhook = try webhook(transport)
        let content = MessageContent("green").adding { ActionRow { Button.link("Log", to: "https://ci.example") } }
        let sent = try await webhook.send(content, username: "CI", avatarURL: "https://a.example/a.png")
        #expect(sent.id == 9)
        try await webhook.edit(9, MessageContent("red"))
        _ = try await webhook.message(9, thread: 3)
        try await webhook.delete(9)
        try await webhook.post(MessageContent("quick"), thread: 3)
        #expect(
            self.sent(transport) == [
                "POST ?wait=true&with_components=true", "PATCH /messages/9", "GET /messages/9?thread_id=3",
                "DELETE /messages/9", "POST ?wait=false&thread_id=3",
            ])
        let body = String(decoding: transport.requests[0].body, as: UTF8.self)
        #expect(body.contains(#""username":"CI""#) && body.contains(#""allowed_mentions":{"parse":[]"#))
        #expect(!transport.requests.contains { $0.headers.contains { $0.name == "Authorization" } })
    }

    @Test func theThreadOfTheAddressIsKeptUnlessANewOneIsOpened() async throws {
        let transport = ScriptedTransport(.json(Self.message))
        let webhook = try webhook(transport, query: "?thread_id=4")
        try await webhook.send(MessageContent("x"))
        try await webhook.send(MessageContent("x"), thread: 5)
        try await webhook.send(MessageContent("x"), threadName: "New", tags: [1])
        #expect(
            sent(transport) == [
                "POST ?wait=true&thread_id=4", "POST ?wait=true&thread_id=5", "POST ?wait=true",
            ])
        #expect(String(decoding: transport.requests[2].body, as: UTF8.self).contains(#""thread_name":"New""#))
    }

    @Test func filesSlackAndGitHubGoAlong() async throws {
        let transport = ScriptedTransport { request, _ in
            request.url.contains("wait=true") && !request.url.contains("/slack") && !request.url.contains("/github")
                ? .json(Self.message) : .noContent
        }
        let webhook = try webhook(transport)
        try await webhook.send(
            MessageContent("log"), files: [FileUpload(name: "log.txt", bytes: Array("all green".utf8))])
        try await webhook.sendSlack(["text": "hi"])
        try await webhook.sendGitHub(event: "push", ["ref": "main"])
        #expect(String(decoding: transport.requests[0].body, as: UTF8.self).contains("all green"))
        #expect(sent(transport)[1].hasPrefix("POST /slack") && sent(transport)[2].hasPrefix("POST /github"))
        #expect(transport.requests[2].headers.contains { $0 == ("X-GitHub-Event", "push") })
    }

    @Test func theWebhookItselfIsReadChangedAndDeleted() async throws {
        let transport = ScriptedTransport { request, _ in
            request.method == "DELETE" ? .noContent : .json(#"{"id":"12","type":1,"name":"CI","application_id":null}"#)
        }
        let webhook = try webhook(transport)
        #expect(try await webhook.webhook().name == "CI")
        try await webhook.modify(EditWebhook(name: "Builds"))
        try await webhook.deleteWebhook()
        #expect(sent(transport) == ["GET ", "PATCH ", "DELETE "])
        #expect(!"\(webhook)".contains("to-k_en"))
    }

    @Test func aMessageThatBreaksALimitIsNotSent() async throws {
        let transport = ScriptedTransport(.json(Self.message))
        let webhook = try webhook(transport)
        await #expect(throws: EchordError.self) {
            try await webhook.send(MessageContent(String(repeating: "x", count: 2_001)))
        }
        #expect(transport.requests.isEmpty)
    }
}
