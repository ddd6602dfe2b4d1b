import Lifecycle
import Testing

@testable import Transport

@Suite struct HTTPServerWebSocketTests {
    static func router() throws -> HTTPRouter {
        var router = HTTPRouter()
        try router.get("/echo") { _ in
            .webSocket(subprotocol: "chat") { webSocket in
                do {
                    while let message = try await webSocket.receive() { try await webSocket.send(message) }
                } catch {
                    Issue.record(error)
                }
            }
        }
        try router.get("/late") { _ in
            await Task.yield()
            return .webSocket { try? await $0.send(text: "hello") }
        }
        try router.get("/stuck") { _ in .webSocket { _ in await HTTPServerTests.untilCancelled() } }
        return router
    }

    static func connect(_ harness: ServerHarness, _ path: String) async throws -> WebSocket {
        var configuration = WebSocketClient.Configuration()
        if path == "/echo" { configuration.subprotocols = ["chat"] }
        return try await WebSocketClient.connect(
            url: "ws://127.0.0.1:\(harness.port)\(path)", loop: harness.loop, configuration: configuration)
    }

    @Test func messagesGoBothWays() async throws {
        try await ServerHarness.run(router: Self.router()) { harness in
            let webSocket = try await Self.connect(harness, "/echo")
            #expect(webSocket.subprotocol == "chat")
            for text in ["a", String(repeating: "b", count: 100_000), ""] {
                try await webSocket.send(text: text)
                #expect(try await webSocket.receive() == .text(Array(text.utf8)))
            }
            await webSocket.close()
            #expect(webSocket.closeCode == 1000)
        }
    }

    @Test func aHandlerThatReturnsClosesNormally() async throws {
        try await ServerHarness.run(router: Self.router()) { harness in
            let webSocket = try await Self.connect(harness, "/late")
            #expect(try await webSocket.receive() == .text(Array("hello".utf8)))
            #expect(try await webSocket.receive() == nil)
            #expect(webSocket.closeCode == 1000)
        }
    }

    @Test func bytesSentWithTheRequestReachTheWebSocket() async throws {
        try await ServerHarness.run(router: Self.router()) { harness in
            let client = try RawClient(port: harness.port)
            // Masked with zeros: a text frame "hi", and later a close frame 1000.
            client.send(
                Array(
                    ("GET /echo HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").utf8)
                    + [0x81, 0x82, 0, 0, 0, 0, 0x68, 0x69])
            var answer = await client.receive { $0.hasSuffix("hi") }
            client.send([0x88, 0x82, 0, 0, 0, 0, 0x03, 0xE8])
            answer += await client.receiveAll()
            #expect(answer.status == 101)
            #expect(answer.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"))
            #expect(answer.contains("hi"))
        }
    }

    @Test func aStopSaysGoodbye() async throws {
        try await ServerHarness.run(router: Self.router()) { harness in
            let webSocket = try await Self.connect(harness, "/echo")
            harness.trigger.request()
            #expect(try await webSocket.receive() == nil)
            #expect(webSocket.closeCode == 1001)
        }
    }

    @Test func aStopLosesPatienceWithAStuckHandler() async throws {
        try await ServerHarness.run({ $0.drainTimeout = .milliseconds(50) }, router: Self.router()) { harness in
            let webSocket = try await Self.connect(harness, "/stuck")
            harness.trigger.request()
            #expect(try await webSocket.receive() == nil)
        }
    }

    @Test func webSocketsCountAsConnections() async throws {
        try await ServerHarness.run({ $0.maximumConnections = 1 }, router: Self.router()) { harness in
            let webSocket = try await Self.connect(harness, "/echo")
            try await webSocket.send(text: "x")
            _ = try await webSocket.receive()
            let refused = try RawClient(port: harness.port)
            #expect(await refused.receiveAll() == "")
            #expect(harness.refusals(.connectionLimit) == 1)
            await webSocket.close()
        }
    }

    @Test(arguments: [
        ("GET /echo HTTP/1.1\r\nHost: test\r\n\r\n", 400),
        (
            "GET /echo HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n"
                + "Sec-WebSocket-Version: 13\r\n\r\n", 400
        ),
        (
            "GET /echo HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 12\r\n\r\n", 426
        ),
    ])
    func aRequestThatAsksForNoWebSocketIsRefused(sent: String, status: Int) async throws {
        try await ServerHarness.run(router: Self.router()) { harness in
            let client = try RawClient(port: harness.port)
            client.send(sent)
            let answer = await client.receiveAll()
            #expect(answer.status == status && answer.contains("Sec-WebSocket-Version: 13\r\n"))
        }
    }
}
