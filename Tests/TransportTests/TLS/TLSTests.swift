import COpenSSL
import Telemetry
import Testing

@testable import Transport

@Suite struct TLSTests {
    private let authority = TestAuthority()

    private func serverContext(_ identity: TestIdentity) throws -> TLSServerContext {
        try TLSServerContext(certificatePEM: identity.certificatePEM, keyPEM: identity.keyPEM)
    }

    /// Connects to a TLS server on loopback that echoes, and gives what the client's side gave or threw.
    private func connect(
        to identity: TestIdentity, trust: TLSTrust, host: String = "localhost", metrics: Metrics = .discarded,
        _ use: @escaping @Sendable (ByteStream) async throws -> Void = { _ in }
    ) async throws {
        let server = try serverContext(identity)
        let client = try TLSClientContext(trust: trust)
        try await withLoop { loop in
            let listener = try TestListener(loop: loop)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask(executorPreference: loop) {
                    // The server's side fails too when the client refuses; that is not what is tested.
                    do {
                        let stream = try await ByteStream.adopt(
                            listener.accept(), tls: server.session(), loop: loop)
                        while let bytes = try await stream.read() { try await stream.write(bytes) }
                        stream.endWriting()
                        _ = try await stream.read()
                    } catch is TransportError {}
                }
                // A name that need not resolve: the session is asked for `host`, the socket goes to loopback.
                let socket = try await TCPConnector.connect(host: "127.0.0.1", port: listener.port, loop: loop)
                do {
                    let stream = try await ByteStream.adopt(socket, tls: client.session(host: host), loop: loop)
                    try await use(stream)
                    stream.close()
                } catch {
                    _ = socket
                    try await group.waitForAll()
                    throw error
                }
                try await group.waitForAll()
            }
        }
    }

    private var trust: TLSTrust { .authorities(pem: authority.certificatePEM) }

    // MARK: - Accepted

    @Test(arguments: [
        ("DNS:localhost", "localhost"), ("DNS:*.example.org", "gw.example.org"), ("IP:127.0.0.1", "127.0.0.1"),
    ])
    func talksToAServerWithAGoodCertificate(names: String, host: String) async throws {
        let big = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
        try await connect(to: authority.issue(names), trust: trust, host: host) { stream in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    try await stream.write(big)
                    stream.endWriting()
                }
                var echoed: [UInt8] = []
                while let bytes = try await stream.read() { echoed += bytes }
                #expect(echoed == big)
                try await group.waitForAll()
            }
        }
    }

    // MARK: - Refused

    @Test func refusesAWrongHostName() async {
        let code = await code {
            try await connect(to: authority.issue("DNS:other.example"), trust: trust)
        }
        #expect(code == .tlsWrongHost)
    }

    @Test func refusesAWrongAddress() async {
        let code = await code {
            try await connect(to: authority.issue("IP:127.0.0.2"), trust: trust, host: "127.0.0.1")
        }
        #expect(code == .tlsWrongHost)
    }

    @Test func refusesAPartialWildcard() async {
        let code = await code {
            try await connect(to: authority.issue("DNS:local*.example.org"), trust: trust, host: "localx.example.org")
        }
        #expect(code == .tlsWrongHost)
    }

    @Test func refusesAnUnknownIssuer() async {
        let stranger = TestAuthority(name: "Somebody else")
        let code = await code { try await connect(to: stranger.issue("DNS:localhost"), trust: trust) }
        #expect(code == .tlsUnknownIssuer)
    }

    @Test func refusesAnIssuerThatOnlyBearsTheName() async {
        let impostor = TestAuthority()
        let code = await code { try await connect(to: impostor.issue("DNS:localhost"), trust: trust) }
        #expect(code == .tlsUnknownIssuer)
    }

    @Test func refusesASelfSignedCertificateUnderTheSystemsTrust() async {
        let code = await code { try await connect(to: authority.issue("DNS:localhost"), trust: .system) }
        #expect(code == .tlsUnknownIssuer)
    }

    @Test(arguments: [(-7_200, 3_600), (3_600, 7_200)]) func refusesOutsideTheValidity(from: Int, for length: Int) async
    {
        let code = await code {
            try await connect(
                to: authority.issue("DNS:localhost", validFrom: from, validFor: length), trust: trust)
        }
        #expect(code == .tlsExpired)
    }

    @Test func refusesOldVersions() throws {
        let identity = authority.issue("DNS:localhost")
        let session = try serverContext(identity).session()
        let client = try TLSClientContext(trust: trust).session(host: "localhost")
        #expect(setMaximumVersion(client.ssl, TLS1_1_VERSION) == 1)
        var toServer = ByteQueue()
        var toClient = ByteQueue()
        #expect(throws: TransportError.self) {
            for _ in 0..<4 {
                _ = try client.handshake(into: &toServer)
                try toServer.withFirstBytes { try session.feed($0) }
                toServer = ByteQueue()
                _ = try session.handshake(into: &toClient)
                try toClient.withFirstBytes { try client.feed($0) }
                toClient = ByteQueue()
            }
        }
    }

    @Test func refusesWhatIsNotTLS() async throws {
        let client = try TLSClientContext(trust: trust)
        let (mine, theirs) = socketPair()
        try await withLoop { loop in
            let plain = try await ByteStream.adopt(theirs, loop: loop)
            try await plain.write(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))
            let code = await code {
                _ = try await ByteStream.adopt(mine, tls: client.session(host: "localhost"), loop: loop)
            }
            #expect(code == .tlsFailed)
        }
    }

    @Test func anEndWithoutGoodbyeIsAnError() async throws {
        try await withLoop { loop in
            let server = try serverContext(authority.issue("DNS:localhost")).session()
            let client = try TLSClientContext(trust: trust).session(host: "localhost")
            let (left, right) = socketPair()
            async let accepted = ByteStream.adopt(right, tls: server, loop: loop)
            let stream = try await ByteStream.adopt(left, tls: client, loop: loop)
            try await accepted.close()
            let code = await code { _ = try await stream.read() }
            #expect(code == .closed)
        }
    }

    // MARK: - Configuration

    @Test func refusesCertificatesAndKeysThatCannotBeUsed() throws {
        let one = authority.issue("DNS:localhost")
        let other = authority.issue("DNS:localhost")
        let attempts: [(TransportError.Code?, () throws -> Void)] = [
            (.tlsConfiguration, { _ = try TLSClientContext(trust: .authorities(pem: "nonsense")) }),
            (
                .tlsConfiguration,
                { _ = try TLSServerContext(certificatePEM: one.certificatePEM, keyPEM: other.keyPEM) }
            ), (.tlsConfiguration, { _ = try TLSServerContext(certificatePEM: "", keyPEM: one.keyPEM) }),
            (.tlsConfiguration, { _ = try TLSServerContext(certificatePEM: one.certificatePEM, keyPEM: "") }),
            (.tlsConfiguration, { _ = try TLSClientContext(trust: trust).session(host: "") }),
            (
                nil,
                {
                    let chain = one.certificatePEM + authority.certificatePEM
                    _ = try TLSServerContext(certificatePEM: chain, keyPEM: one.keyPEM)
                }
            ),
        ]
        for (expected, attempt) in attempts {
            var thrown: TransportError.Code?
            do { try attempt() } catch { thrown = (error as? TransportError)?.code }
            #expect(thrown == expected)
        }
    }

    @Test func contextsAreMadeOncePerTrust() async throws {
        for _ in 0..<2 { _ = try await TLSClientContext.shared(for: trust) }
        let code = await code { _ = try await TLSClientContext.shared(for: .authorities(pem: "x")) }
        #expect(code == .tlsConfiguration)
    }

    // MARK: - WebSocket over TLS

    @Test(arguments: [("DNS:localhost", nil), ("DNS:elsewhere", .tlsWrongHost)] as [(String, TransportError.Code?)])
    func webSocketsVerifyTheServer(names: String, expected: TransportError.Code?) async throws {
        let server = try serverContext(authority.issue(names))
        let registry = Metrics()
        var configuration = WebSocketClient.Configuration()
        configuration.trust = trust
        configuration.limits.handshakeTimeout = .seconds(600)
        configuration.metrics = TransportMetrics(registry)
        try await withLoop { [configuration] loop in
            let listener = try TestListener(loop: loop)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask(executorPreference: loop) {
                    do {
                        let stream = try await ByteStream.adopt(listener.accept(), tls: server.session(), loop: loop)
                        let webSocket = try await acceptWebSocket(stream)
                        while let message = try await webSocket.receive() { try await webSocket.send(message) }
                    } catch is TransportError {}
                }
                let code = await code {
                    let webSocket = try await WebSocketClient.connect(
                        url: "wss://localhost:\(listener.port)/", loop: loop, configuration: configuration)
                    try await webSocket.send(text: "over TLS")
                    #expect(try await webSocket.receive() == .text(Array("over TLS".utf8)))
                    await webSocket.close()
                    #expect(webSocket.closeCode == 1000)
                }
                #expect(code == expected)
                try await group.waitForAll()
            }
        }
        let counted = registry.prometheusText().contains(
            #"transport_tls_failures_total{role="client",reason="tls_wrong_host"} 1"#)
        #expect(counted == (expected != nil))
    }
}

private func setMaximumVersion(_ ssl: OpaquePointer, _ version: Int32) -> Int {
    SSL_ctrl(ssl, SSL_CTRL_SET_MAX_PROTO_VERSION, Int(version), nil)
}
