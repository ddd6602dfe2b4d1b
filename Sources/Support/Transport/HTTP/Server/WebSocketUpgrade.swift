/// What a handler makes of a connection that becomes a WebSocket.
package struct WebSocketUpgrade: Sendable {
    /// The subprotocol chosen among those the client offers, or nil.
    package var subprotocol: String?
    /// Bounds of the connection.
    package var limits: WebSocketLimits
    /// Runs on the connection's loop until the conversation is over; when it returns, the WebSocket is closed with 1000.
    /// Cancelled when a stop of the server loses its patience.
    package var handler: @Sendable (WebSocket) async -> Void

    /// An upgrade.
    package init(
        subprotocol: String? = nil, limits: WebSocketLimits = .server,
        handler: @escaping @Sendable (WebSocket) async -> Void
    ) {
        self.subprotocol = subprotocol
        self.limits = limits
        self.handler = handler
    }
}

/// A WebSocket that a server serves. Touched by its loop's thread only.
final class WebSocketSession: @unchecked Sendable {
    private let webSocket: WebSocket
    private let loop: EventLoop
    private var task: Task<Void, Never>?
    private var isClosing = false

    init(_ webSocket: WebSocket, loop: EventLoop) {
        self.webSocket = webSocket
        self.loop = loop
    }

    /// Starts the handler; `ended` runs on the loop when it has returned and the WebSocket is closed.
    func start(_ handler: @escaping @Sendable (WebSocket) async -> Void, ended: @escaping @Sendable () -> Void) {
        let webSocket = webSocket
        // Unstructured, because it begins in a callback of the HTTP library; the daemon keeps it and cancels it.
        task = Task(executorPreference: loop) {
            await handler(webSocket)
            await webSocket.close()
            ended()
        }
    }

    /// Says goodbye (1001); the handler sees the end of the conversation.
    func drain() {
        guard !isClosing else { return }
        isClosing = true
        let webSocket = webSocket
        Task.immediate(executorPreference: loop) {
            await webSocket.close(code: WebSocketCloseCode.goingAway, reason: "the server stops")
        }
    }

    /// Ends the connection and cancels the handler.
    func abort() {
        task?.cancel()
        webSocket.abort()
    }
}
