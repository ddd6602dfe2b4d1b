/// Where a server listens and what it allows. Every limit is on by default and counted in a metric when it refuses.
package struct HTTPServerConfiguration: Sendable {
    /// The address to bind: a numeric IPv4 or IPv6 address, or `localhost`. Default `127.0.0.1`.
    package var host = "127.0.0.1"
    /// The port, 0 for any free one. Default 0.
    package var port = 0
    /// Connections accepted by the kernel and not yet by the server. Default 512.
    package var backlog = 512

    /// Open connections, WebSockets included; one more is closed at once. Default 1,024.
    package var maximumConnections = 1_024
    /// Open connections of one address (an IPv6 /64 counts as one); one more is closed at once. Default 256.
    package var maximumConnectionsPerAddress = 256
    /// Requests in handlers at a time; one more gets 503. Default 1,024.
    package var maximumConcurrentRequests = 1_024
    /// Bytes of memory for a connection's request line, header fields and write buffer; fields beyond it get 431, a
    /// target beyond it 414. Default 32,768, at least 4,096.
    package var connectionMemory = 32_768
    /// Bytes of a body unless the route says otherwise; more gets 413. Default 1 MiB.
    package var maximumBodyBytes = 1_048_576

    /// How long a connection may stay between requests, from accepting or from the last response to the end of the next
    /// request line. Default 60 s.
    package var idleTimeout: Duration = .seconds(60)
    /// How long a request may take from its line to the end of its body; longer gets 408. Default 30 s.
    package var requestTimeout: Duration = .seconds(30)
    /// How long a handler may take unless the route says otherwise; then it is cancelled and the client gets 503.
    /// Default 30 s.
    package var handlerTimeout: Duration = .seconds(30)
    /// How long sending a response may take, on top of a second for every 64 KiB of it. Default 30 s.
    package var responseTimeout: Duration = .seconds(30)
    /// How long a graceful stop waits for running requests before it cancels them. Default 10 s.
    package var drainTimeout: Duration = .seconds(10)

    /// The defaults.
    package init(host: String = "127.0.0.1", port: Int = 0) {
        self.host = host
        self.port = port
    }
}
