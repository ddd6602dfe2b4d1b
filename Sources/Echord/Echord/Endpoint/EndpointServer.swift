public import Lifecycle
public import Telemetry
internal import Transport

/// An HTTP server for Discord's requests. Put a reverse proxy with TLS before it: Discord calls `https` addresses only.
///
/// It answers POST at its paths and nothing else, with the limits of `docs/threat-model/http-server.md`.
public final class EndpointServer: Service {
    /// Where it listens.
    public struct Configuration: Sendable {
        /// The address: a numeric one, or `localhost`. Default `127.0.0.1`.
        public var host: String
        /// The port, 0 for any free one. Default 8080.
        public var port: Int
        /// The path of the interactions endpoint. Default `/interactions`.
        public var interactionsPath: String
        /// The path of the webhook events. Default `/events`.
        public var eventsPath: String

        /// The defaults.
        public init(
            host: String = "127.0.0.1", port: Int = 8_080, interactionsPath: String = "/interactions",
            eventsPath: String = "/events"
        ) {
            self.host = host
            self.port = port
            self.interactionsPath = interactionsPath
            self.eventsPath = eventsPath
        }
    }

    /// `discord-endpoint`.
    public let name = "discord-endpoint"
    private let server: HTTPServer
    private let group: EventLoopGroup

    /// A server with either endpoint, or both.
    ///
    /// - Throws: ``EchordError`` with code `configuration` when a path is malformed or both are the same, or the system
    ///   gives no event loop.
    public init(
        _ configuration: Configuration = .init(), interactions: InteractionEndpoint? = nil,
        events: WebhookEventReceiver? = nil, logger: Logger = .silent, metrics: Metrics = .discarded
    ) throws(EchordError) {
        var settings = HTTPServerConfiguration(host: configuration.host, port: configuration.port)
        settings.handlerTimeout = .seconds(5)
        do throws(TransportError) {
            var router = HTTPRouter()
            if let interactions {
                try router.on(
                    .post, configuration.interactionsPath, maximumBodyBytes: interactions.maximumBodyBytes
                ) { await interactions.respond(to: EndpointRequest($0)).http }
            }
            if let events {
                try router.on(.post, configuration.eventsPath, maximumBodyBytes: events.maximumBodyBytes) {
                    events.respond(to: EndpointRequest($0)).http
                }
            }
            group = try EventLoopGroup(threads: 1, name: "discord-endpoint")
            server = HTTPServer(
                name: name, configuration: settings, group: group, logger: logger, metrics: metrics, router: router)
        } catch {
            throw EchordError(.configuration, "The endpoint cannot be served: \(error.message).", underlying: error)
        }
    }

    deinit { group.shutdown() }

    /// The port it listens on; 0 before it is ready.
    public var port: Int { server.boundPort() }

    /// Listens and serves until asked to finish.
    ///
    /// - Throws: ``EchordError`` with code `configuration` when it cannot listen.
    public func run(_ ready: ReadySignal) async throws {
        do {
            try await server.run(ready)
        } catch let error as TransportError {
            throw EchordError(.configuration, "The endpoint cannot listen: \(error.message).", underlying: error)
        }
    }
}

extension EndpointRequest {
    fileprivate init(_ request: HTTPServerRequest) {
        self.init(headers: request.headers.map { ($0.name, $0.value) }, body: request.body)
    }
}

extension EndpointResponse {
    fileprivate var http: HTTPServerResponse {
        .bytes(body, type: contentType, status: HTTPStatus(rawValue: status))
    }
}
