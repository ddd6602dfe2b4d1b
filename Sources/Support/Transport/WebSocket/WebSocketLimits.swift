/// Bounds of one WebSocket connection. Everything is bounded by default.
package struct WebSocketLimits: Sendable {
    /// The largest message accepted, in bytes. Default 16 MiB for clients, 1 MiB for servers.
    package var maxMessageBytes: Int
    /// The largest frame accepted, in bytes. Default: the largest message.
    package var maxFrameBytes: Int
    /// The most fragments of one message. Default 65,536.
    package var maxFragments = 65_536
    /// The longest handshake, in bytes. Default 16 KiB.
    package var maxHandshakeBytes = 16 * 1_024
    /// Received bytes kept for the reader before the socket is left unread. Default 1 MiB.
    package var receiveBufferBytes = 1_024 * 1_024
    /// Received messages kept for the reader before the socket is left unread. Default 1,024.
    package var receiveBufferMessages = 1_024
    /// Bytes that may wait to be sent before senders wait. Default 1 MiB.
    package var sendBufferBytes = 1_024 * 1_024
    /// Senders that may wait; a further one is refused with `full`. Default 1,024.
    package var maxWaitingSends = 1_024
    /// How long connection and handshake may take. Default 10 s.
    package var handshakeTimeout = Duration.seconds(10)
    /// How long the peer may take for its close frame and for ending the connection. Default 5 s.
    package var closeTimeout = Duration.seconds(5)
    /// How long the peer may take nothing while something waits to be sent. Default 30 s.
    package var writeTimeout = Duration.seconds(30)
    /// After one interval of silence a ping is sent, after another the connection is dropped; nil for never. Default
    /// 30 s for servers, nil for clients.
    package var keepAlive: Duration?

    /// Bounds with this largest message.
    package init(maxMessageBytes: Int, keepAlive: Duration? = nil) {
        self.maxMessageBytes = maxMessageBytes
        maxFrameBytes = maxMessageBytes
        self.keepAlive = keepAlive
    }

    /// The defaults for a client.
    package static let client = WebSocketLimits(maxMessageBytes: 16 * 1_024 * 1_024)
    /// The defaults for a server.
    package static let server = WebSocketLimits(maxMessageBytes: 1_024 * 1_024, keepAlive: .seconds(30))
}
