package import Lifecycle
internal import Locking
package import Telemetry

/// An HTTP/1.1 server on libmicrohttpd: one daemon per event loop, handlers run on the loop that read the request.
///
/// A handler that answers without suspending costs no thread hop and no further system call. Limits and timeouts are on
/// by default; see `HTTPServerConfiguration`.
package final class HTTPServer: Service {
    /// `http.server`, or the name given.
    package let name: String
    private let group: EventLoopGroup
    private let context: ServerContext
    private let bound = Locked(0)

    /// A server with one handler for every request.
    ///
    /// - Parameters:
    ///   - group: the loops to run on; they must outlive the server.
    ///   - handler: see `HTTPHandler`.
    package init(
        name: String = "http.server", configuration: HTTPServerConfiguration = HTTPServerConfiguration(),
        group: EventLoopGroup, logger: Logger = .silent, metrics: Metrics = .discarded,
        handler: @escaping HTTPHandler
    ) {
        self.name = name
        self.group = group
        context = ServerContext(
            configuration: configuration, routes: RouteTable(handler), logger: logger, metrics: metrics)
    }

    /// A server that answers by routes.
    package init(
        name: String = "http.server", configuration: HTTPServerConfiguration = HTTPServerConfiguration(),
        group: EventLoopGroup, logger: Logger = .silent, metrics: Metrics = .discarded, router: HTTPRouter
    ) {
        self.name = name
        self.group = group
        context = ServerContext(
            configuration: configuration, routes: RouteTable(router), logger: logger, metrics: metrics)
    }

    /// The port the server listens on; 0 before it is ready.
    package func boundPort() -> Int { bound.withLock { $0 } }

    /// `http://host:port`, usable once the server is ready.
    package var url: String {
        let host = context.configuration.host
        return "http://\(host.contains(":") ? "[\(host)]" : host):\(boundPort())"
    }

    /// Listens and serves until asked to finish: then it accepts no more, lets running requests end within
    /// `drainTimeout`, cancels what is left and closes every connection. Cancelling the task leaves out the patience.
    ///
    /// - Throws: `addressInUse`, `addressNotAvailable`, `portDenied`, `invalidArgument` or `system` when it cannot listen.
    package func run(_ ready: ReadySignal) async throws {
        let configuration = context.configuration
        let sockets = try ListeningSockets.bind(
            host: configuration.host, port: configuration.port, count: group.all.count, backlog: configuration.backlog)
        let daemons = try await start(sockets)
        bound.withLock { $0 = sockets.port }
        context.logger.info("listening", ["host": .string(configuration.host), "port": .int(Int64(sockets.port))])
        ready()
        await GracefulShutdown.wait()
        for daemon in daemons { await daemon.onLoop { $0.drain() } }
        await drained(daemons)
        for daemon in daemons { await daemon.onLoop { $0.stop() } }
    }

    private func start(_ sockets: ListeningSockets) async throws -> [HTTPDaemon] {
        var started: [HTTPDaemon] = []
        for (loop, socket) in zip(group.all, sockets.descriptors) {
            let daemon = HTTPDaemon(loop: loop, context: context)
            let failure = await daemon.onLoop { daemon -> TransportError? in
                do throws(TransportError) { try daemon.start(socket: socket) } catch { return error }
                return nil
            }
            if let failure {
                for daemon in started { await daemon.onLoop { $0.stop() } }
                for left in sockets.descriptors.dropFirst(started.count + 1) { ListeningSockets.close(left) }
                throw failure
            }
            started.append(daemon)
        }
        return started
    }

    private func drained(_ daemons: [HTTPDaemon]) async {
        guard !Task.isCancelled else { return }
        let limit = context.configuration.drainTimeout
        let loop = group.all[0]
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { for daemon in daemons { await daemon.emptied() } }
            // Its end, early by cancellation or not, is all that matters here.
            tasks.addTask { _ = try? await loop.sleep(for: limit) }
            await tasks.next()
            tasks.cancelAll()
        }
    }
}

extension HTTPDaemon {
    /// Runs `body` on the loop and gives back what it returned.
    fileprivate func onLoop<Result: Sendable>(_ body: @escaping @Sendable (HTTPDaemon) -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            loop.onLoop { continuation.resume(returning: body(self)) }
        }
    }
}
