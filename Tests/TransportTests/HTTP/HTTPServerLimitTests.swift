import Lifecycle
import Locking
import Telemetry
import Testing

@testable import Transport

/// Limits, timeouts and the stop.
@Suite struct HTTPServerLimitTests {
    static let get = "GET /hello HTTP/1.1\r\nHost: test\r\n\r\n"

    @Test func oneConnectionTooManyIsClosed() async throws {
        try await ServerHarness.run({ $0.maximumConnections = 1 }, router: HTTPServerTests.router()) { harness in
            let first = try RawClient(port: harness.port)
            first.send(Self.get)
            #expect(await first.receiveResponse().status == 200)
            let second = try RawClient(port: harness.port)
            #expect(await second.receiveAll() == "")
            #expect(harness.refusals(.connectionLimit) == 1)
            first.send(Self.get)
            #expect(await first.receiveResponse().status == 200)
        }
    }

    @Test func oneConnectionTooManyOfAnAddressIsClosed() async throws {
        try await ServerHarness.run({ $0.maximumConnectionsPerAddress = 1 }, router: HTTPServerTests.router()) {
            harness in
            let first = try RawClient(port: harness.port)
            first.send(Self.get)
            #expect(await first.receiveResponse().status == 200)
            let second = try RawClient(port: harness.port)
            #expect(await second.receiveAll() == "")
            #expect(harness.refusals(.addressLimit) == 1)
        }
    }

    @Test func oneRequestTooManyGets503() async throws {
        let entered = Signal()
        let release = Signal()
        var router = try HTTPServerTests.router()
        try router.get("/held") { _ in
            entered.fire()
            await release.wait()
            return .text("held")
        }
        try await ServerHarness.run({ $0.maximumConcurrentRequests = 1 }, router: router) { harness in
            let first = try RawClient(port: harness.port)
            first.send("GET /held HTTP/1.1\r\nHost: test\r\n\r\n")
            await entered.wait()
            let second = try RawClient(port: harness.port)
            second.send(Self.get)
            let answer = await second.receiveAll()
            #expect(answer.status == 503 && answer.contains("Retry-After: 1\r\n"))
            #expect(harness.refusals(.requestLimit) == 1)
            release.fire()
            #expect(await first.receiveResponse().hasSuffix("held"))
        }
    }

    @Test(arguments: ["", "GET /hel", "GET /hello HTTP/1.1\r\nHost: test\r\n\r\n"])
    func anIdleConnectionIsClosed(sent: String) async throws {
        try await ServerHarness.run({ $0.idleTimeout = .milliseconds(50) }, router: HTTPServerTests.router()) {
            harness in
            let client = try RawClient(port: harness.port)
            client.send(sent)
            let answer = await client.receiveAll()
            #expect(answer.isEmpty != sent.hasSuffix("\r\n\r\n"))
            #expect(harness.refusals(.idleTimeout) == 1)
        }
    }

    @Test(arguments: [
        "GET /hello HTTP/1.1\r\nHost: te", "POST /echo HTTP/1.1\r\nHost: test\r\nContent-Length: 10\r\n\r\nabc",
        "POST /echo HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
    ])
    func aSlowRequestGets408(sent: String) async throws {
        try await ServerHarness.run({ $0.requestTimeout = .milliseconds(50) }, router: HTTPServerTests.router()) {
            harness in
            let client = try RawClient(port: harness.port)
            client.send(sent)
            let answer = await client.receiveAll()
            #expect(answer.status == 408 && answer.contains("Connection: close\r\n"))
            #expect(harness.refusals(.requestTimeout) == 1)
        }
    }

    @Test func aSlowHandlerIsCancelledAndTheClientGets503() async throws {
        let cancelled = Signal()
        var router = HTTPRouter()
        try router.on(.get, "/slow", timeout: .milliseconds(50)) { request in
            await HTTPServerTests.untilCancelled()
            cancelled.fire()
            return .text("too late")
        }
        try await ServerHarness.run(router: router) { harness in
            let client = try RawClient(port: harness.port)
            client.send("GET /slow HTTP/1.1\r\nHost: test\r\n\r\n")
            let answer = await client.receiveAll()
            #expect(answer.status == 503 && !answer.contains("too late"))
            await cancelled.wait()
            #expect(harness.refusals(.handlerTimeout) == 1)
        }
    }

    @Test func aClientThatDoesNotReadIsDropped() async throws {
        var router = HTTPRouter()
        try router.get("/big") { _ in .bytes(Array(repeating: 120, count: 16_777_216), type: "text/plain") }
        let dropped = Signal()
        try await ServerHarness.run({ $0.responseTimeout = .seconds(-255) }, router: router) { harness in
            let client = try RawClient(port: harness.port)
            client.send("GET /big HTTP/1.1\r\nHost: test\r\n\r\n")
            while harness.refusals(.responseTimeout) == 0 { await Task.yield() }
            let answer = await client.receiveAll()
            #expect(answer.utf8.count < 16_777_216)
            dropped.fire()
        }
    }

    @Test func aClientThatLeavesDuringTheHandlerHarmsNobody() async throws {
        let entered = Signal()
        let release = Signal()
        var router = try HTTPServerTests.router()
        try router.get("/held") { _ in
            entered.fire()
            await release.wait()
            return .text("nobody reads this")
        }
        try await ServerHarness.run(router: router) { harness in
            do {
                let client = try RawClient(port: harness.port)
                client.send("GET /held HTTP/1.1\r\nHost: test\r\n\r\n")
                await entered.wait()
            }
            release.fire()
            let next = try RawClient(port: harness.port)
            next.send(Self.get)
            #expect(await next.receiveResponse().status == 200)
        }
    }

    @Test func anAnswerThatMayNotBeSentBecomes500() async throws {
        var router = HTTPRouter()
        try router.get("/split") { _ in HTTPServerResponse(headers: ["X": "a\r\nSet-Cookie: b"]) }
        try router.get("/status") { _ in HTTPServerResponse(status: HTTPStatus(rawValue: 42)) }
        try await ServerHarness.run(router: router) { harness in
            for path in ["/split", "/status"] {
                let client = try RawClient(port: harness.port)
                client.send("GET \(path) HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
                let answer = await client.receiveAll()
                #expect(answer.status == 500 && !answer.contains("Set-Cookie"))
            }
        }
    }

    // MARK: - Stop

    @Test func aStopFinishesWhatRunsAndClosesWhatIsIdle() async throws {
        let entered = Signal()
        let release = Signal()
        var router = try HTTPServerTests.router()
        try router.get("/held") { _ in
            entered.fire()
            await release.wait()
            return .text("held")
        }
        try await ServerHarness.run(router: router) { harness in
            let idle = try RawClient(port: harness.port)
            idle.send(Self.get)
            #expect(await idle.receiveResponse().status == 200)
            let busy = try RawClient(port: harness.port)
            busy.send("GET /held HTTP/1.1\r\nHost: test\r\n\r\n")
            await entered.wait()
            harness.trigger.request()
            #expect(await idle.receiveAll() == "")
            #expect(throws: TransportError.self) { try RawClient(port: harness.port) }
            release.fire()
            let answer = await busy.receiveAll()
            #expect(answer.hasSuffix("\r\n\r\nheld") && answer.contains("Connection: close\r\n"))
        }
    }

    @Test func aStopLosesPatience() async throws {
        let cancelled = Signal()
        let entered = Signal()
        var router = HTTPRouter()
        try router.get("/stuck") { _ in
            entered.fire()
            await HTTPServerTests.untilCancelled()
            cancelled.fire()
            return .text("")
        }
        try await ServerHarness.run({ $0.drainTimeout = .milliseconds(50) }, router: router) { harness in
            let client = try RawClient(port: harness.port)
            client.send("GET /stuck HTTP/1.1\r\nHost: test\r\n\r\n")
            let unfinished = try RawClient(port: harness.port)
            unfinished.send("POST /stuck HTTP/1.1\r\nHost: test\r\nContent-Length: 1\r\n\r\n")
            await entered.wait()
            harness.trigger.request()
            _ = await client.receiveAll()
            _ = await unfinished.receiveAll()
            await cancelled.wait()
        }
    }

    @Test func cancellingTheServerStopsItAtOnce() async throws {
        let group = try EventLoopGroup(threads: 2)
        defer { group.shutdown() }
        let ready = Signal()
        let server = HTTPServer(group: group) { _ in .text("") }
        #expect(server.boundPort() == 0)
        let task = Task { try await server.run(ReadySignal { ready.fire() }) }
        await ready.wait()
        let client = try RawClient(port: server.boundPort())
        task.cancel()
        #expect(await client.receiveAll() == "")
        try await task.value
    }

    // MARK: - Listening

    @Test(arguments: [1, 2])
    func aPortInUseIsNamed(threads: Int) async throws {
        try await ServerHarness.run(threads: threads, router: HTTPServerTests.router()) { harness in
            let group = try EventLoopGroup(threads: threads)
            defer { group.shutdown() }
            let server = HTTPServer(
                configuration: HTTPServerConfiguration(port: harness.port), group: group, handler: { _ in .text("") })
            let error = await #expect(throws: TransportError.self) { try await server.run(ReadySignal {}) }
            #expect(error?.code == .addressInUse && error?.number == harness.port)
            #expect(error?.message.contains("127.0.0.1:\(harness.port)") == true)
        }
    }

    @Test(arguments: [
        ("no-such-host", 0, TransportError.Code.invalidArgument), ("127.0.0.1", 70_000, .invalidArgument),
        ("192.0.2.1", 0, .addressNotAvailable),
    ])
    func anAddressThatCannotBeUsedIsNamed(host: String, port: Int, code: TransportError.Code) async throws {
        let error = #expect(throws: TransportError.self) {
            try ListeningSockets.bind(host: host, port: port, count: 1, backlog: 1)
        }
        #expect(error?.code == code)
    }

    @Test func severalLoopsShareThePort() async throws {
        let router = try HTTPServerTests.router()
        try await ServerHarness.run(threads: 2, { $0.host = "localhost" }, router: router) { harness in
            for _ in 0..<16 {
                let client = try RawClient(port: harness.port)
                client.send(Self.get)
                #expect(await client.receiveResponse().status == 200)
            }
        }
    }

    @Test func ipv6IsServed() async throws {
        try await ServerHarness.run({ $0.host = "::1" }, router: HTTPServerTests.router()) { harness in
            try await HTTPClientTests.withClient { client in
                let answer = try await client.send(HTTPClientRequest(url: harness.server.url + "/hello"))
                #expect(answer.body == Array("hello".utf8))
            }
        }
    }
}

@Suite struct ConnectionPhaseTests {
    static let start = MonotonicInstant(nanoseconds: 1_000)

    static func phase() -> ConnectionPhase {
        var limits = HTTPServerConfiguration()
        limits.idleTimeout = .seconds(4)
        limits.requestTimeout = .seconds(3)
        limits.handlerTimeout = .seconds(2)
        limits.responseTimeout = .seconds(1)
        return ConnectionPhase(limits: limits, now: start)
    }

    @Test func everyStateHasItsVerdict() {
        var phase = Self.phase()
        #expect(phase.state == .idle(isFirst: true))
        func verdict(after duration: Duration) -> ConnectionPhase.Verdict? {
            phase.verdict(Self.start.advanced(by: duration))
        }
        #expect(verdict(after: .seconds(3.9)) == nil && verdict(after: .seconds(4)) == .close(.idleTimeout))
        phase.receive(Self.start)
        #expect(verdict(after: .seconds(2.9)) == nil && verdict(after: .seconds(3)) == .answerTimeout)
        phase.handle(Self.start, timeout: nil)
        #expect(verdict(after: .seconds(1.9)) == nil && verdict(after: .seconds(2)) == .abandonHandler)
        phase.handle(Self.start, timeout: .seconds(9))
        #expect(verdict(after: .seconds(8.9)) == nil && verdict(after: .seconds(9)) == .abandonHandler)
        phase.respond(Self.start, bytes: 65_536)
        #expect(verdict(after: .seconds(1.9)) == nil && verdict(after: .seconds(2)) == .close(.responseTimeout))
        phase.rest(Self.start)
        #expect(phase.state == .idle(isFirst: false) && verdict(after: .seconds(4)) == .close(.idleTimeout))
        phase.upgrade()
        #expect(verdict(after: .seconds(1_000_000)) == nil)
        phase.close()
        phase.rest(Self.start)
        #expect(phase.state == .closing && verdict(after: .seconds(1_000_000)) == nil)
    }
}

@Suite struct ConnectionLedgerTests {
    @Test func countsByAddressAndInAll() {
        let ledger = ConnectionLedger(maximum: 3, maximumPerAddress: 2)
        let (one, two) = (ConnectionLedger.Address(bits: 1), ConnectionLedger.Address(bits: 2))
        ledger.opened(one)
        ledger.opened(one)
        #expect(ledger.refusal(of: one) == .addressLimit && ledger.refusal(of: two) == nil)
        ledger.opened(two)
        #expect(ledger.refusal(of: two) == .connectionLimit && ledger.total == 3)
        ledger.closed(one)
        #expect(ledger.refusal(of: one) == nil)
    }
}
