import CLinux
import Locking
package import Telemetry

/// A WebSocket connection, client or server.
///
/// Cheapest from a task that prefers the connection's loop (`executorPreference: webSocket.loop`), safe from anywhere.
/// One task receives at a time; any number may send. The connection is aborted with its last reference.
package final class WebSocket: Sendable {
    private let connection: WebSocketConnection
    /// The loop the connection lives on.
    package var loop: EventLoop { connection.loop }
    /// The subprotocol agreed in the handshake.
    package let subprotocol: String?

    init(_ connection: WebSocketConnection, subprotocol: String? = nil) {
        self.connection = connection
        self.subprotocol = subprotocol
    }

    deinit {
        let connection = connection
        connection.loop.onLoop { connection.abort() }
    }

    /// The server's side of a socket that an HTTP server has upgraded.
    ///
    /// - Parameters:
    ///   - fd: the connected socket; made non-blocking here.
    ///   - leftover: bytes the HTTP server read beyond the request.
    ///   - release: gives the socket back when the connection is over; called once, on the loop. Default: `close`.
    package static func server(
        fd: Int32, leftover: [UInt8] = [], loop: EventLoop, limits: WebSocketLimits = .server,
        metrics: TransportMetrics = .discarded, logger: Logger = .silent, subprotocol: String? = nil,
        release: @escaping @Sendable (Int32) -> Void = { _ = CLinux.close($0) }
    ) -> WebSocket {
        // A descriptor that cannot be made non-blocking is none; the first read then ends the connection.
        _ = linux_set_nonblocking(fd)
        let channel = SocketChannel(fd: fd, loop: loop, writeTimeout: limits.writeTimeout, release: release)
        let connection = WebSocketConnection(
            channel: channel, role: .server, limits: limits, metrics: metrics, logger: logger)
        loop.onLoop { connection.start(leftover: leftover, isRunning: false) }
        return WebSocket(connection, subprotocol: subprotocol)
    }

    /// Goes on as a WebSocket on a stream whose handshake is done, with or without TLS. The stream is of no use after.
    ///
    /// - Parameters:
    ///   - leftover: bytes read beyond the handshake.
    /// - Throws: `closed` when the stream is closed.
    package static func over(
        _ stream: ByteStream, role: WebSocketMachine.Role, leftover: [UInt8] = [], limits: WebSocketLimits,
        metrics: TransportMetrics = .discarded, logger: Logger = .silent, subprotocol: String? = nil
    ) async throws -> WebSocket {
        try await stream.core.loop.wait { waiter in
            guard let (channel, unread, hasEnded) = stream.core.handOver() else {
                waiter.resume(.failure(TransportError(.closed, "the connection was lost after the handshake")))
                return
            }
            let connection = WebSocketConnection(
                channel: channel, role: role, limits: limits, metrics: metrics, logger: logger)
            let webSocket = WebSocket(connection, subprotocol: subprotocol)
            connection.start(leftover: leftover + unread, isRunning: true, hasEnded: hasEnded)
            waiter.resume(.success(webSocket))
        }
    }

    /// The next message; nil when the connection is over, see `closeCode`. Messages received before the end are
    /// handed out first.
    ///
    /// - Throws: `webSocketProtocol`, once, when the peer broke a rule or a limit; `CancellationError`, which loses no
    ///   message.
    package func receive() async throws -> WebSocketMessage? {
        if loop.isCurrent, let message = connection.takeMessage() { return message }
        return try await loop.wait { [connection] in connection.receive($0) }
    }

    /// Sends a text message; see `send(_:)`.
    package func send(text: String) async throws { try await send(.text(Array(text.utf8))) }

    /// Sends a binary message; see `send(_:)`.
    package func send(binary: [UInt8]) async throws { try await send(.binary(binary)) }

    /// Sends a message; returns when it is sent or waits within the bound of the send buffer. Messages go in the
    /// order of the calls.
    ///
    /// - Throws: `closed` when the connection is closing or over; `full` when too many sends are waiting;
    ///   `CancellationError` when cancelled while waiting for room, and then nothing was sent.
    package func send(_ message: WebSocketMessage) async throws {
        if loop.isCurrent, connection.sendNow(message) { return }
        try await loop.wait { [connection] in connection.send(message, $0) }
    }

    /// Closes: sends a close frame, waits for the peer's within `closeTimeout`, and ends the connection. Messages that
    /// the peer sent before its close frame can still be received.
    ///
    /// When the calling task is cancelled it returns early; the closing goes on.
    ///
    /// - Parameters:
    ///   - code: 1000 to 1003, 1007 to 1014, or 3000 to 4999; any other becomes 1000.
    ///   - reason: cut to 123 bytes.
    package func close(code: UInt16 = WebSocketCloseCode.normal, reason: String = "") async {
        do {
            try await loop.wait { [connection] in connection.close(code: code, reason: reason, $0) }
        } catch {
            // Only cancellation comes here. It may have come before the close was asked for.
            loop.onLoop { [connection] in connection.close(code: code, reason: reason, nil) }
        }
    }

    /// Ends the connection at once, without a close frame.
    package func abort() { loop.onLoop { [connection] in connection.abort() } }

    /// The code of the peer's close frame, 1005 when it had none, 1006 when the connection ended without one; nil
    /// while it is open.
    package var closeCode: UInt16? { connection.closing.withLock { $0.code } }

    /// The reason in the peer's close frame; empty when there is none.
    package var closeReason: String { connection.closing.withLock { $0.reason } }
}
