import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing

@testable import Echord

@Suite struct WebhookEventReceiverTests {
    private let fixture: EndpointFixture

    init() throws { fixture = try EndpointFixture() }

    private func receiver(capacity: Int = 100) throws -> WebhookEventReceiver {
        try WebhookEventReceiver(
            publicKey: fixture.publicKey, capacity: capacity, configuration: fixture.configuration)
    }

    private func event(_ type: String, _ data: String, at time: String = "2024-10-18T14:42:53.064834") -> String {
        #"{"version":1,"application_id":"1","type":1,"event":{"type":"\#(type)","timestamp":"\#(time)","data":\#(data)}}"#
    }

    private let user = #"{"id":"7","username":"kim","discriminator":"0"}"#

    /// Hands out what was taken, and ends.
    private func finish(_ receiver: WebhookEventReceiver) async throws {
        let group = try ServiceGroup([.init(receiver)], logger: .silent) { _ in }
        try await group.run(stoppingOn: []) { group.shutDown() }
    }

    @Test func pingsAndEventsAreTakenAtOnce() throws {
        let receiver = try receiver()
        let ping = receiver.respond(to: fixture.request(#"{"version":1,"application_id":"1","type":0}"#))
        #expect(ping.status == 204 && ping.body.isEmpty && !ping.contentType.isEmpty)
        var forged = fixture.request(#"{"version":1,"application_id":"1","type":0}"#)
        forged.body[0] = 0x20
        #expect(receiver.respond(to: forged).status == 401)
        #expect(receiver.respond(to: fixture.request("[]")).status == 400)
    }

    @Test func listenersGetTheirKindInOrder() async throws {
        struct Broken: Error {}
        let receiver = try receiver()
        let heard = Locked<[String]>([])
        receiver.on(.applicationAuthorized) { event in
            guard case .authorized(let data) = event.data else { return }
            heard.withLock { $0.append("\(data.user.username) \(data.scopes.map(\.rawValue))") }
            throw Broken()
        }
        receiver.on { event in heard.withLock { $0.append(event.type.rawValue) } }
        let bodies = [
            event("APPLICATION_AUTHORIZED", #"{"integration_type":1,"scopes":["identify"],"user":\#(user)}"#),
            event("SOMETHING_NEW", #"{"a":1}"#), event("APPLICATION_DEAUTHORIZED", #"{"user":\#(user)}"#),
        ]
        for body in bodies { #expect(receiver.respond(to: fixture.request(body)).status == 204) }
        try await finish(receiver)
        #expect(
            heard.withLock { $0 } == [
                #"kim ["identify"]"#, "APPLICATION_AUTHORIZED", "SOMETHING_NEW", "APPLICATION_DEAUTHORIZED",
            ])
    }

    @Test func anEventThatComesAgainIsHandedOutOnce() async throws {
        let receiver = try receiver()
        let count = Locked(0)
        receiver.on { _ in count.withLock { $0 += 1 } }
        let body = event("APPLICATION_DEAUTHORIZED", #"{"user":\#(user)}"#)
        for age in 0..<3 { #expect(receiver.respond(to: fixture.request(body, age: Int64(age))).status == 204) }
        let other = event("APPLICATION_DEAUTHORIZED", #"{"user":\#(user)}"#, at: "2024-10-18T14:42:54.000000")
        #expect(receiver.respond(to: fixture.request(other)).status == 204)
        try await finish(receiver)
        #expect(count.withLock { $0 } == 2)
    }

    @Test func withTooManyWaitingDiscordSendsItAgain() async throws {
        let receiver = try receiver(capacity: 2)
        let bodies = (0..<3).map { event("SOMETHING", "{}", at: "2024-10-18T14:42:5\($0).000000") }
        #expect(bodies.map { receiver.respond(to: fixture.request($0)).status } == [204, 204, 503])
        let heard = Locked(0)
        receiver.on { _ in heard.withLock { $0 += 1 } }
        let last = fixture.request(bodies[2])
        await withTaskGroup(of: Void.self) { group in
            group.addTask { try? await receiver.run(ReadySignal {}) }
            // What was not taken is not taken for sent twice.
            while receiver.respond(to: last).status != 204 { await Task.yield() }
            while heard.withLock({ $0 }) < 3 { await Task.yield() }
            group.cancelAll()
        }
        #expect(heard.withLock { $0 } == 3)
    }

    @Test(arguments: [
        ("ENTITLEMENT_CREATE", #"{"id":"1","sku_id":"2","application_id":"3","type":4,"deleted":false}"#),
        ("LOBBY_MESSAGE_DELETE", #"{"id":"1","lobby_id":"2"}"#),
        (
            "LOBBY_MESSAGE_CREATE",
            #"{"id":"1","type":0,"content":"hi","lobby_id":"2","channel_id":"2","author":{"id":"7","username":"kim","discriminator":"0"},"flags":65536}"#
        ),
        (
            "GAME_DIRECT_MESSAGE_UPDATE",
            #"{"id":"1","content":"hi","channel_id":"2","author":{"id":"7","username":"kim","discriminator":"0"},"recipient_id":"9"}"#
        ), ("QUEST_USER_ENROLLMENT", "null"),
    ])
    func everyKindIsReadAndWritten(_ type: String, _ data: String) throws {
        let event = try JSON.decode(
            WebhookEvent.self,
            from: #"{"type":"\#(type)","timestamp":"2024-10-18T14:42:53.064834","data":\#(data)}"#)
        switch event.data {
        case .entitlement: #expect(type == "ENTITLEMENT_CREATE")
        case .lobbyMessage(let message): #expect(message.content == "hi")
        case .lobbyMessageDeleted(let message): #expect(message.lobbyID == 2)
        case .gameMessage(let message): #expect(message.recipientID == 9)
        case .other: #expect(type == "QUEST_USER_ENROLLMENT")
        case .authorized, .deauthorized: Issue.record("another kind")
        }
        #expect(try JSON.decode(WebhookEvent.self, from: JSON.encodeToString(event)) == event)
    }
}
