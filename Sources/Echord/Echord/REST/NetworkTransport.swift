public import Telemetry
internal import Transport

/// Carries requests over the network with an event loop of its own, for a ``RESTClient`` without a ``DiscordClient``: an
/// endpoint over HTTP, a webhook, OAuth2.
public final class NetworkTransport: RESTTransport {
    private let group: EventLoopGroup
    private let client: HTTPClient
    private let transport: HTTPClientTransport

    /// A transport.
    ///
    /// - Throws: ``EchordError`` with code `configuration` when the system gives no event loop.
    public init(logger: Logger = .silent, metrics: Metrics = .discarded) throws(EchordError) {
        do throws(TransportError) {
            group = try EventLoopGroup(threads: 1, name: "discord-rest")
        } catch {
            throw EchordError(.configuration, "No event loop could be started: \(error.message).", underlying: error)
        }
        client = HTTPClient(group: group, logger: logger.labelled("http"), metrics: metrics)
        transport = HTTPClientTransport(client: client)
    }

    deinit {
        client.shutdown()
        group.shutdown()
    }

    /// Sends a request and reads its answer whole.
    public func send(_ request: RESTTransportRequest) async throws -> RESTTransportAnswer {
        try await transport.send(request)
    }
}

extension RESTClient {
    /// Makes a client with a connection of its own.
    ///
    /// - Parameter token: The bot's token; without one only requests that need none are sent.
    /// - Throws: ``EchordError`` with code `configuration` when the system gives no event loop.
    public convenience init(
        token: Secret<String>?, configuration: RESTConfiguration = .init(), logger: Logger = .silent,
        metrics: Metrics = .discarded
    ) throws(EchordError) {
        self.init(
            token: token, configuration: configuration,
            transport: try NetworkTransport(logger: logger, metrics: metrics), logger: logger, metrics: metrics)
    }
}
