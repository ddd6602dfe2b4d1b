import CLinux
package import Telemetry

/// Opens WebSocket connections.
package enum WebSocketClient {
    /// How connections are made.
    package struct Configuration: Sendable {
        /// Bounds and timeouts.
        package var limits = WebSocketLimits.client
        /// Whose certificates are believed, for `wss`.
        package var trust = TLSTrust.system
        /// Offered to the server, in order of preference.
        package var subprotocols: [String] = []
        /// Turns names into addresses.
        package var resolver = NameResolver.shared
        /// Counts failures and refusals.
        package var metrics = TransportMetrics.discarded
        /// Where drops and refusals are told.
        package var logger = Logger.silent

        /// The defaults.
        package init() {}
    }

    /// Connects, verifies the server's certificate for `wss`, and shakes hands.
    ///
    /// - Parameters:
    ///   - url: `ws://` or `wss://`.
    ///   - headers: further headers of the request.
    /// - Throws: `invalidURL`, `invalidArgument`; what `ByteStream.connect` throws; `handshakeRefused` with the status,
    ///   `handshakeInvalid`, `handshakeTooBig`; `timeout`; `CancellationError`.
    package static func connect(
        url: String, headers: [(name: String, value: String)] = [], loop: EventLoop,
        configuration: Configuration = Configuration()
    ) async throws -> WebSocket {
        let limits = configuration.limits
        let metrics = configuration.metrics
        let place = try WebSocketURL(url)
        let handshake = try WebSocketClientHandshake(
            url: place, headers: headers, subprotocols: configuration.subprotocols, key: randomKey(),
            maxBytes: limits.maxHandshakeBytes)
        let tls = place.isSecure ? try await TLSClientContext.shared(for: configuration.trust) : nil
        let start = MonotonicInstant.now
        var streamLimits = ByteStream.Limits()
        streamLimits.writeTimeout = limits.writeTimeout
        let stream = try await ByteStream.connect(
            host: place.host, port: place.port, tls: tls, loop: loop, timeout: limits.handshakeTimeout,
            limits: streamLimits, resolver: configuration.resolver, metrics: metrics)
        let remaining = max(.milliseconds(1), limits.handshakeTimeout - start.duration(to: .now))
        do {
            return try await loop.withTimeout(remaining, "the WebSocket handshake") {
                let acceptance = try await shake(handshake, over: stream)
                return try await WebSocket.over(
                    stream, role: .client, leftover: acceptance.leftover, limits: limits, metrics: metrics,
                    logger: configuration.logger, subprotocol: acceptance.subprotocol)
            }
        } catch {
            let code = (error as? TransportError)?.code ?? .cancelled
            metrics.handshakeFailures.increment("client", code.rawValue)
            throw error
        }
    }

    private static func shake(
        _ handshake: WebSocketClientHandshake, over stream: ByteStream
    ) async throws -> WebSocketClientHandshake.Acceptance {
        var handshake = handshake
        try await stream.write(handshake.request)
        while let bytes = try await stream.read() {
            if let acceptance = try handshake.receive(bytes) { return acceptance }
        }
        throw TransportError(.closed, "the server ended the connection during the handshake")
    }

    private static func randomKey() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
