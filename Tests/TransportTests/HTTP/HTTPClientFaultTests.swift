import CLinux
import Telemetry
import Testing

@testable import Transport

/// Every way a request can fail.
@Suite struct HTTPClientFaultTests {
    /// Answers the first connection with exactly these bytes and closes, once the request's head is read.
    static func serving<Result: Sendable>(
        _ answer: String, _ body: @Sendable @escaping (Int) async throws -> Result
    ) async throws -> Result {
        try await withLoop { loop in
            let listener = try TestListener(loop: loop)
            return try await withThrowingTaskGroup(of: Result?.self) { tasks in
                tasks.addTask {
                    let peer = try await listener.accept()
                    let stream = try await ByteStream.adopt(peer, loop: loop)
                    var received: [UInt8] = []
                    while received.firstRange(of: "\r\n\r\n".utf8) == nil, let more = try await stream.read() {
                        received += more
                    }
                    do {
                        try await stream.write(Array(answer.utf8))
                        stream.endWriting()
                        while try await stream.read() != nil {}
                    } catch {
                        // The client has given up already; what it made of that is what the test looks at.
                    }
                    return nil
                }
                tasks.addTask { try await body(Int(listener.port)) }
                var result: Result?
                while let value = try await tasks.next() { result = value ?? result }
                return try #require(result)
            }
        }
    }

    static func failure(
        _ request: HTTPClientRequest, _ configure: (inout HTTPClientConfiguration) -> Void = { _ in }
    ) async throws -> TransportError? {
        try await HTTPClientTests.withClient(configure) { client in
            do throws(TransportError) {
                _ = try await client.send(request)
                return nil
            } catch {
                return error
            }
        }
    }

    @Test(arguments: [
        ("", TransportError.Code.closed), ("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab", .closed),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", .closed),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", .closed),
        ("nonsense\r\n\r\n", .invalidResponse),
        ("HTTP/1.1 200 OK\r\nContent-Length: nonsense\r\n\r\n", .invalidResponse),
        ("HTTP/1.1 200 OK\r\nno colon\r\n\r\n", .invalidResponse),
        ("HTTP/1.1 200 OK\r\nContent-Length: 101\r\n\r\n", .bodyTooLarge),
        (
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n\(String(repeating: "x", count: 101))",
            .bodyTooLarge
        ),
        ("HTTP/1.1 200 OK\r\nX: \(String(repeating: "x", count: 2_000))\r\n\r\n", .headersTooLarge),
    ])
    func aBrokenAnswerIsNamed(answer: String, code: TransportError.Code) async throws {
        let error = try await Self.serving(answer) { port in
            try await Self.failure(HTTPClientRequest(url: "http://127.0.0.1:\(port)/webhooks/1/secret?token=secret")) {
                $0.maximumBodyBytes = 100
                $0.maximumHeaderBytes = 1_000
            }
        }
        #expect(error?.code == code)
        #expect(error?.description.contains("http://127.0.0.1:") == true)
        #expect(error?.description.contains("secret") == false)
    }

    @Test func interimAnswersAndTrailersAreLeftOut() async throws {
        let answer =
            "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "2\r\nab\r\n0\r\nTrailer: x\r\n\r\n"
        let response = try await Self.serving(answer) { port in
            try await HTTPClientTests.withClient {
                try await $0.send(HTTPClientRequest(url: "http://127.0.0.1:\(port)"))
            }
        }
        #expect(response.status == .ok && response.body == Array("ab".utf8))
        #expect(response.headers.map(\.name) == ["Transfer-Encoding"])
    }

    @Test func aClosedPortIsNamed() async throws {
        let port = try await withLoop { try TestListener(loop: $0).port }
        let error = try await Self.failure(HTTPClientRequest(url: "http://127.0.0.1:\(port)/"))
        #expect(error?.code == .connectFailed)
    }

    @Test func anUnknownNameIsNamed() async throws {
        let error = try await Self.failure(HTTPClientRequest(url: "http://name.invalid/"))
        #expect(error?.code == .nameNotResolved)
    }

    @Test(arguments: [true, false])
    func silenceIsATimeout(ofTheRequestItself: Bool) async throws {
        try await ServerHarness.run({ $0.drainTimeout = .milliseconds(1) }, router: HTTPClientTests.router()) {
            harness in
            var request = HTTPClientRequest(url: harness.server.url + "/never")
            if ofTheRequestItself { request.timeout = .milliseconds(50) }
            let error = try await Self.failure(request) {
                if !ofTheRequestItself { $0.timeout = .milliseconds(50) }
            }
            #expect(error?.code == .timeout)
        }
    }

    @Test(arguments: [
        HTTPClientRequest(method: HTTPMethod(rawValue: "GE T"), url: "http://127.0.0.1:1"),
        HTTPClientRequest(url: "http://127.0.0.1:1", headers: ["X": "a\r\nY: secret"]),
        HTTPClientRequest(url: "http://127.0.0.1:1", headers: ["X y": "secret"]),
        HTTPClientRequest(method: .post, url: "http://127.0.0.1:1", headers: ["Content-Length": "1"]),
        HTTPClientRequest(method: .post, url: "http://127.0.0.1:1", headers: ["transfer-encoding": "chunked"]),
        HTTPClientRequest(url: "http://127.0.0.1:1", headers: ["Connection": "close"]),
    ])
    func aRequestThatMayNotBeSentIsRefused(request: HTTPClientRequest) async throws {
        let error = try await Self.failure(request)
        #expect(error?.code == .invalidRequest)
        #expect(error?.description.contains("secret") == false)
    }

    @Test(arguments: ["ws://127.0.0.1", "file:///etc/passwd", "http://user:secret@127.0.0.1/"])
    func aURLThatIsNotForThisClientIsRefused(url: String) async throws {
        let error = try await Self.failure(HTTPClientRequest(url: url))
        #expect(error?.code == .invalidURL)
        #expect(error?.description.contains("secret") == false)
    }

    @Test func tooManyRequestsAreRefused() async throws {
        let entered = Signal()
        var router = HTTPRouter()
        try router.get("/held") { _ in
            entered.fire()
            await HTTPServerTests.untilCancelled()
            return .text("")
        }
        try await ServerHarness.run({ $0.drainTimeout = .milliseconds(1) }, router: router) { harness in
            try await HTTPClientTests.withClient({ $0.maximumRequests = 1 }) { client in
                let request = HTTPClientRequest(url: harness.server.url + "/held")
                let first = Task { try await client.send(request) }
                await entered.wait()
                let error = await #expect(throws: TransportError.self) { try await client.send(request) }
                #expect(error?.code == .full && error?.number == 1)
                first.cancel()
                let cancelled = await #expect(throws: TransportError.self) { try await first.value }
                #expect(cancelled?.code == .cancelled)
            }
        }
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        try await ServerHarness.run(router: HTTPClientTests.router()) { harness in
            try await HTTPClientTests.withClient { client in
                let go = Signal()
                let task = Task {
                    await go.wait()
                    return try await client.send(HTTPClientRequest(url: harness.server.url + "/big"))
                }
                task.cancel()
                go.fire()
                let error = await #expect(throws: TransportError.self) { try await task.value }
                #expect(error?.code == .cancelled)
            }
        }
    }

    @Test func aShutDownEndsWhatIsUnderWay() async throws {
        let entered = Signal()
        var router = HTTPRouter()
        try router.get("/held") { _ in
            entered.fire()
            await HTTPServerTests.untilCancelled()
            return .text("")
        }
        try await ServerHarness.run({ $0.drainTimeout = .milliseconds(1) }, router: router) { harness in
            try await HTTPClientTests.withClient { client in
                let request = HTTPClientRequest(url: harness.server.url + "/held")
                let task = Task { try await client.send(request) }
                await entered.wait()
                client.shutdown()
                let error = await #expect(throws: TransportError.self) { try await task.value }
                #expect(error?.code == .closed)
                let late = await #expect(throws: TransportError.self) { try await client.send(request) }
                #expect(late?.code == .closed)
            }
        }
    }
}
