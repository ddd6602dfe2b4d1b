import Lifecycle
import Locking
import Telemetry

@testable import Transport

/// A running server on a free port, for the length of a closure.
struct ServerHarness {
    let server: HTTPServer
    let loop: EventLoop
    let metrics: Metrics
    let trigger: ShutdownTrigger

    var port: Int { server.boundPort() }

    func refusals(_ reason: ServerMetrics.Refusal) -> Int {
        ServerMetrics(metrics, routes: []).refusals.value(reason.rawValue)
    }

    var openConnections: Int { Int(ServerMetrics(metrics, routes: []).connections.value()) }

    var refusedAltogether: Int { ServerMetrics.Refusal.allCases.reduce(0) { $0 + refusals($1) } }

    /// Starts a server, runs `body`, stops the server gracefully, and throws what either throws.
    static func run<Result: Sendable>(
        threads: Int = 1, _ configure: (inout HTTPServerConfiguration) -> Void = { _ in },
        router: HTTPRouter, _ body: @Sendable @escaping (ServerHarness) async throws -> Result
    ) async throws -> Result {
        var configuration = HTTPServerConfiguration()
        configure(&configuration)
        let group = try EventLoopGroup(threads: threads, name: "test-http")
        let metrics = Metrics()
        let server = HTTPServer(configuration: configuration, group: group, metrics: metrics, router: router)
        let harness = ServerHarness(server: server, loop: group.next(), metrics: metrics, trigger: ShutdownTrigger())
        defer { group.shutdown() }
        return try await withThrowingTaskGroup(of: Result?.self) { tasks in
            let gate = Signal()
            tasks.addTask {
                try await GracefulShutdown.$trigger.withValue(harness.trigger) {
                    try await server.run(ReadySignal { gate.fire() })
                }
                return nil
            }
            tasks.addTask {
                await gate.wait()
                defer { harness.trigger.request() }
                return try await body(harness)
            }
            var result: Result?
            while let value = try await tasks.next() {
                if let value { result = value }
            }
            guard let result else { throw CancellationError() }
            return result
        }
    }
}

/// Opens once; whoever waits then goes on.
final class Signal: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1)) }

    func fire() { continuation.finish() }

    func wait() async { for await _ in stream {} }
}
