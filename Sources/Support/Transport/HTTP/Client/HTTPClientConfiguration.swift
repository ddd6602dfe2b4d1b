/// What a client allows. Every timeout and every limit is on by default.
package struct HTTPClientConfiguration: Sendable {
    /// How long a request may take in all, waiting for a free connection included. Default 30 s.
    package var timeout: Duration = .seconds(30)
    /// How long resolving, connecting and the TLS handshake may take. Default 10 s.
    package var connectTimeout: Duration = .seconds(10)
    /// A transfer slower than this many bytes per second for `lowSpeedTime` is given up. Default 1.
    package var lowSpeedBytesPerSecond = 1
    /// See `lowSpeedBytesPerSecond`; whole seconds. Default 20 s.
    package var lowSpeedTime: Duration = .seconds(20)

    /// Open connections. Default 128.
    package var maximumConnections = 128
    /// Open connections to one host and port. Default 32.
    package var maximumConnectionsPerHost = 32
    /// How long an idle connection is kept for reuse; whole seconds. Default 50 s, below the 60 s after which many
    /// servers close it.
    package var idleTimeout: Duration = .seconds(50)
    /// Requests under way, waiting ones included; one more fails with `full`. Default 4,096.
    package var maximumRequests = 4_096

    /// Bytes of a response's body. Default 8 MiB.
    package var maximumBodyBytes = 8_388_608
    /// Bytes of a response's status line and fields. Default 65,536.
    package var maximumHeaderBytes = 65_536

    /// Whom to believe who the server is. Default: the system's authorities.
    package var trust = TLSTrust.system
    /// The URL of a proxy; nil means none, whatever the environment says.
    package var proxy: String?

    /// The defaults.
    package init() {}
}
