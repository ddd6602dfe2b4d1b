extension TransportError.Code {
    /// The peer broke RFC 6455 or a limit; `number` is the close code we sent.
    package static let webSocketProtocol = Self(rawValue: "websocket_protocol")
    /// The handshake is not one of RFC 6455.
    package static let handshakeInvalid = Self(rawValue: "handshake_invalid")
    /// The server answered the handshake with another status than 101; `number` is the status.
    package static let handshakeRefused = Self(rawValue: "handshake_refused")
    /// The handshake is longer than the limit; `number` is the limit in bytes.
    package static let handshakeTooBig = Self(rawValue: "handshake_too_big")
}
