import CHTTPReference
import Foundation
import Lifecycle
import Transport

/// Our HTTP server's JSON route against the same route in C on libmicrohttpd, side by side, on one server thread each.
///
/// The two take turns under the same load (64 kept connections on loopback, from a thread of its own), so that a
/// neighbour who takes the processor for a while slows both. The figure is the median of the rounds' ratios. The
/// processor time of the server's thread per request says the same with less noise.
@main
enum HTTPBenchmarks {
    static let goal = 0.6
    static let rounds = 9
    static let secondsPerTurn = 0.7
    static let connections: Int32 = 64

    static func main() async throws {
        let group = try EventLoopGroup(threads: 1, name: "bench")
        let server = HTTPServer(group: group, router: try router())
        let (ready, signal) = AsyncStream<Void>.makeStream()
        let running = Task { try await server.run(ReadySignal { signal.finish() }) }
        for await _ in ready {}
        let reference = reference_server_start()
        guard reference > 0 else { return print("the C server did not start") }
        print("HTTP: GET of a JSON route, \(connections) connections, one server thread")
        try compare("  handler answers at once", server, "/json", reference)
        try compare("  handler suspends once", server, "/later", reference)
        running.cancel()
        try await running.value
        group.shutdown()
    }

    static func router() throws -> HTTPRouter {
        var router = HTTPRouter()
        try router.get("/json") { .json(answer($0.path)) }
        try router.get("/later") { request in
            await Task.yield()
            return .json(answer(request.path))
        }
        return router
    }

    static func answer(_ path: String) -> [UInt8] { Array("{\"ok\":true,\"path\":\"\(path)\"}".utf8) }

    struct Turn {
        var rate: Double
        var microseconds: Double
    }

    /// One turn of load on a server; nil when it gave a wrong answer.
    static func turn(_ port: Int32, _ thread: String, _ request: String) -> Turn? {
        let before = processorSeconds(of: thread)
        let rate = reference_load(port, connections, secondsPerTurn, request)
        guard rate > 0 else { return nil }
        let spent = processorSeconds(of: thread) - before
        return Turn(rate: rate, microseconds: spent / (rate * secondsPerTurn) * 1e6)
    }

    static func compare(_ title: String, _ server: HTTPServer, _ path: String, _ reference: Int32) throws {
        let request = "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n"
        var ours: [Turn] = []
        var theirs: [Turn] = []
        // The first round only warms caches up.
        for round in 0...rounds {
            guard let first = turn(Int32(server.boundPort()), "bench-0", request),
                let second = turn(reference, "reference", request)
            else { return print("\(title): a server gave a wrong answer") }
            guard round > 0 else { continue }
            ours.append(first)
            theirs.append(second)
        }
        let ratio = shown(median(zip(ours, theirs).map { $0.rate / $1.rate }))
        let processor = (shown(median(ours.map(\.microseconds))), shown(median(theirs.map(\.microseconds))))
        print(
            "\(title): \(Int(median(ours.map(\.rate)))) /s, in C \(Int(median(theirs.map(\.rate)))) /s, "
                + "\(ratio)x (goal \(goal)x); processor time \(processor.0) µs, in C \(processor.1) µs a request")
    }

    /// The time the thread of this name has run, as the kernel counts it.
    static func processorSeconds(of thread: String) -> Double {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        for task in tasks {
            let folder = "/proc/self/task/\(task)/"
            guard let name = try? String(contentsOfFile: folder + "comm", encoding: .utf8),
                name.trimmingCharacters(in: .whitespacesAndNewlines) == thread,
                let times = try? String(contentsOfFile: folder + "schedstat", encoding: .utf8)
            else { continue }
            return (times.split(separator: " ").first.flatMap { Double($0) } ?? 0) * 1e-9
        }
        return 0
    }

    static func shown(_ value: Double) -> Double { (value * 100).rounded() / 100 }

    static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
