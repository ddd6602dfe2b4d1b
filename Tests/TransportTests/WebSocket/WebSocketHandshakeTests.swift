import Testing

@testable import Transport

@Suite struct WebSocketHandshakeTests {
    // RFC 6455 section 1.3.
    private static let key = Array("the sample nonce".utf8)
    private static let keyText = "dGhlIHNhbXBsZSBub25jZQ=="
    private static let accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="

    private func handshake(
        headers: [(name: String, value: String)] = [], subprotocols: [String] = [], maxBytes: Int = 1_000
    ) throws -> WebSocketClientHandshake {
        try WebSocketClientHandshake(
            url: WebSocketURL("ws://example.org/chat"), headers: headers, subprotocols: subprotocols, key: Self.key,
            maxBytes: maxBytes)
    }

    private static func answer(
        status: String = "HTTP/1.1 101 Switching Protocols", upgrade: String? = "websocket",
        connection: String? = "keep-alive, Upgrade", accept: String? = Self.accept, extra: [String] = []
    ) -> String {
        var lines = [status]
        if let upgrade { lines.append("Upgrade: \(upgrade)") }
        if let connection { lines.append("CONNECTION:\(connection)") }
        if let accept { lines.append("sec-websocket-accept:  \(accept) ") }
        return (lines + extra).joined(separator: "\r\n") + "\r\n\r\n"
    }

    // MARK: - Keys

    @Test func answersTheKeyOfTheRFC() {
        #expect(WebSocketHandshake.acceptKey(for: Self.keyText) == Self.accept)
    }

    @Test(arguments: ["", "short", "dGhlIHNhbXBsZSBub25jZQ", "dGhlIHNhbXBsZSBub25jZR==", "dGhl!HNhbXBsZSBub25jZQ=="])
    func refusesOtherKeys(key: String) {
        #expect(WebSocketHandshake.acceptKey(for: key) == nil)
    }

    // MARK: - Server

    private static let good = [
        "upgrade": "WebSocket", "connection": "keep-alive, Upgrade", "sec-websocket-version": "13",
        "sec-websocket-key": keyText,
    ]

    @Test func acceptsAnUpgrade() throws {
        let accept = try WebSocketHandshake.accept(method: "GET") { Self.good[$0] }
        #expect(accept == Self.accept)
    }

    @Test(
        arguments: [
            ("POST", "upgrade", "websocket", 400), ("GET", "upgrade", "h2c", 400), ("GET", "upgrade", nil, 400),
            ("GET", "connection", "close", 400), ("GET", "connection", nil, 400),
            ("GET", "sec-websocket-version", "8", 426), ("GET", "sec-websocket-version", nil, 426),
            ("GET", "sec-websocket-key", "abc", 400), ("GET", "sec-websocket-key", nil, 400),
        ] as [(String, String, String?, Int)])
    func refusesOtherRequests(method: String, name: String, value: String?, status: Int) {
        var headers = Self.good
        headers[name] = value
        let error = #expect(throws: TransportError.self) {
            _ = try WebSocketHandshake.accept(method: method) { headers[$0] }
        }
        #expect(error?.code == .handshakeInvalid)
        #expect(error?.number == status)
    }

    // MARK: - Client

    @Test func writesTheRequest() throws {
        let request = try handshake(headers: [("User-Agent", "test")], subprotocols: ["a", "b"]).request
        #expect(
            String(decoding: request, as: UTF8.self)
                == "GET /chat HTTP/1.1\r\nHost: example.org\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: \(Self.keyText)\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Protocol: a, b\r\nUser-Agent: test\r\n\r\n")
    }

    @Test(arguments: [
        ("Bad Name", "x"), ("", "x"), ("X", "a\r\nEvil: b"), ("X", "a\0"), ("Sec-WebSocket-Key", "x"), ("Host", "x"),
        ("X", "a\u{7F}"),
    ]) func refusesHeaders(name: String, value: String) {
        let error = #expect(throws: TransportError.self) { _ = try handshake(headers: [(name, value)]) }
        #expect(error?.code == .invalidArgument)
    }

    @Test func refusesBadSubprotocolsAndKeys() throws {
        #expect(throws: TransportError.self) { _ = try handshake(subprotocols: ["a b"]) }
        let url = try WebSocketURL("ws://a")
        #expect(throws: TransportError.self) { _ = try WebSocketClientHandshake(url: url, key: [1, 2, 3]) }
    }

    @Test func acceptsTheAnswerHoweverItIsCut() throws {
        let bytes = Array(Self.answer(extra: ["Sec-WebSocket-Protocol: b"]).utf8) + [0x81, 0x00]
        for size in 1...bytes.count {
            var handshake = try handshake(subprotocols: ["a", "b"])
            var acceptance: WebSocketClientHandshake.Acceptance?
            var rest = bytes[...]
            while acceptance == nil, !rest.isEmpty {
                acceptance = try handshake.receive(Array(rest.prefix(size)))
                rest = rest.dropFirst(size)
            }
            let leftover = try #require(acceptance).leftover + rest
            #expect(leftover == [0x81, 0x00])
            #expect(acceptance?.subprotocol == "b")
        }
    }

    @Test(
        arguments: [
            (answer(upgrade: "h2c"), .handshakeInvalid), (answer(upgrade: nil), .handshakeInvalid),
            (answer(connection: "close"), .handshakeInvalid), (answer(connection: nil), .handshakeInvalid),
            (answer(accept: "AAAAAAAAAAAAAAAAAAAAAAAAAAA="), .handshakeInvalid),
            (answer(accept: nil), .handshakeInvalid),
            (answer(extra: ["Sec-WebSocket-Extensions: permessage-deflate"]), .handshakeInvalid),
            (answer(extra: ["Sec-WebSocket-Protocol: other"]), .handshakeInvalid),
            (answer(extra: ["Broken line"]), .handshakeInvalid), (answer(extra: [" folded: x"]), .handshakeInvalid),
            (answer(extra: ["X: a\u{1}b"]), .handshakeInvalid), (answer(extra: ["X: a\nY: b"]), .handshakeInvalid),
            (answer(extra: [String](repeating: "A: b", count: 130)), .handshakeInvalid),
            (answer(status: "HTTP/1.0 101 Hm"), .handshakeInvalid), (answer(status: "SSH-2.0-x"), .handshakeInvalid),
            (answer(status: "HTTP/1.1 1x1 Hm"), .handshakeInvalid), (answer(status: "HTTP/1.1"), .handshakeInvalid),
            (answer(status: "HTTP/1.1 401 Unauthorized"), .handshakeRefused),
            (answer(status: "HTTP/1.1 503"), .handshakeRefused),
            (answer(extra: ["X: " + String(repeating: "a", count: 1_000)]), .handshakeTooBig),
            (String(repeating: "a", count: 1_001), .handshakeTooBig),
        ] as [(String, TransportError.Code)])
    func refusesOtherAnswers(answer: String, code: TransportError.Code) throws {
        var handshake = try handshake()
        let error = #expect(throws: TransportError.self) { _ = try handshake.receive(Array(answer.utf8)) }
        #expect(error?.code == code)
        if code == .handshakeRefused { #expect((error?.number ?? 0) > 400) }
    }

    @Test func waitsForTheRestOfTheHead() throws {
        var handshake = try handshake()
        #expect(try handshake.receive(Array("HTTP/1.1 101 x\r\n".utf8)) == nil)
    }

    // MARK: - URL

    @Test(arguments: [
        ("ws://example.org", false, "example.org", 80, "/", "example.org"),
        ("WSS://Example.org/?v=10", true, "Example.org", 443, "/?v=10", "Example.org"),
        (
            "wss://gateway.discord.gg?v=10&encoding=json", true, "gateway.discord.gg", 443, "/?v=10&encoding=json",
            "gateway.discord.gg"
        ),
        ("ws://127.0.0.1:8080/a/b?c=d:e", false, "127.0.0.1", 8080, "/a/b?c=d:e", "127.0.0.1:8080"),
        ("wss://[::1]:443/x", true, "::1", 443, "/x", "[::1]"), ("ws://[::1]", false, "::1", 80, "/", "[::1]"),
    ]) func takesURLsApart(
        text: String, isSecure: Bool, host: String, port: UInt16, target: String, authority: String
    ) throws {
        let url = try WebSocketURL(text)
        #expect(url.isSecure == isSecure)
        #expect(url.host == host)
        #expect(url.port == port)
        #expect(url.target == target)
        #expect(url.authority == authority)
    }

    @Test(arguments: [
        "", "example.org", "http://a", "ws://", "ws:///x", "ws://a b", "ws://a/ü", "ws://a/\r\nX: y", "ws://u:p@a",
        "ws://a#b", "ws://a:0", "ws://a:70000", "ws://a:", "ws://a:+1", "ws://[::1", "ws://[::1]x", "ws://a%20b",
        "ws://a:1:2",
    ]) func refusesURLs(text: String) {
        let error = #expect(throws: TransportError.self) { _ = try WebSocketURL(text) }
        #expect(error?.code == .invalidURL)
    }
}
