import JSON
import Lifecycle
import Testing
import Transport

/// What stands where Discord should: it gives one answer to every request, and ends every gateway connection with one
/// close code.
struct FakeDiscord: Sendable {
    /// What it answers.
    enum Answer: Sendable {
        case page(status: Int, String)
        case bytes([UInt8])
        /// Says where its gateway is, which closes with this code.
        case closeCode(UInt16)
    }

    /// The address for `DISCORD_API_URL`.
    let apiURL: String

    /// Runs `body` while it answers.
    static func with(
        _ answer: Answer, _ body: @escaping @Sendable (FakeDiscord) async throws -> Void
    ) async throws {
        let loops = try EventLoopGroup(threads: 1, name: "fake-discord")
        defer { loops.shutdown() }
        let server = HTTPServer(group: loops) { request in
            respond(to: request, answer)
        }
        let (listening, signal) = AsyncStream.makeStream(of: Void.self)
        let trigger = ShutdownTrigger()
        async let serving: Void = GracefulShutdown.$trigger.withValue(trigger) {
            try await server.run(ReadySignal { signal.finish() })
        }
        for await _ in listening {}
        do {
            try await body(FakeDiscord(apiURL: server.url + "/api"))
        } catch {
            trigger.request()
            throw error
        }
        trigger.request()
        try await serving
    }

    private static func respond(to request: HTTPServerRequest, _ answer: Answer) -> HTTPServerResponse {
        switch answer {
        case .page(let status, let page):
            return .bytes(Array(page.utf8), type: "text/html", status: HTTPStatus(rawValue: status))
        case .bytes(let bytes): return .bytes(bytes, type: "application/json")
        case .closeCode(let code):
            if request.headers.contains("Upgrade", token: "websocket") {
                return .webSocket { socket in await socket.close(code: code, reason: "no") }
            }
            let host = request.headers["Host"] ?? ""
            let limit: JSONValue = ["total": 1_000, "remaining": 999, "reset_after": 0, "max_concurrency": 1]
            return .json(
                JSON.encode(["url": .string("ws://\(host)/gateway"), "shards": 1, "session_start_limit": limit]))
        }
    }
}
