import FuzzKit
import Locking
import Synchronization
import Testing

@testable import Transport

/// Connections that say anything at all. What the handlers see must be what `StrictRequests` reads in the same bytes: a
/// request more, or one that ends elsewhere, is what smuggling is made of.
@Suite struct HTTPServerFuzzTests {
    private static let maximumBodyBytes = 1_000

    /// What the handlers saw, by the client's address: every input has one of its own.
    private final class Seen: Sendable {
        private let requests = Locked<[String: [StrictRequests.Request]]>([:])
        private let forgiven = Locked<Set<String>>([])

        func note(_ request: HTTPServerRequest) {
            var seen = StrictRequests.Request(method: request.method.rawValue, target: request.path, body: request.body)
            if !request.queryText.isEmpty { seen.target += "?" + request.queryText }
            seen.fields = request.headers.map { "\($0.name.lowercased()): \($0.value)" }
            requests.withLock { $0[request.remoteAddress, default: []].append(seen) }
        }

        func take(_ address: String) -> [StrictRequests.Request] {
            requests.withLock { $0.removeValue(forKey: address) } ?? []
        }

        /// Nobody is surprised by one more request of this client.
        func forgive(_ address: String) { _ = forgiven.withLock { $0.insert(address) } }

        /// Clients whose requests nobody expected.
        var left: [String] {
            let forgiven = forgiven.withLock(\.self)
            return requests.withLock { $0.keys.filter { !forgiven.contains($0) }.sorted() }
        }
    }

    @Test func handlersSeeWhatWasAsked() async throws {
        let fuzz = Fuzz("http server", usually: 3_000)
        let answered = Atomic(0)
        let refused = Atomic(0)
        let seen = Seen()
        var router = HTTPRouter()
        router.notFound = { request in
            seen.note(request)
            return .text("\(request.body.count)")
        }
        try await ServerHarness.run({ $0.maximumBodyBytes = Self.maximumBodyBytes }, router: router) { harness in
            await fuzz.run(onThreads: 8) { input, random in
                let bytes = RequestStream.bytes(&random)
                let client = try FuzzClient(input: input, port: harness.port)
                let expected = StrictRequests(bytes, maximumBodyBytes: Self.maximumBodyBytes)
                defer { client.close() }
                client.send(bytes, &random)
                let verdict = Result { try client.expect(expected) }
                if expected.isEndDoubtful { seen.forgive(client.address) }
                let requests = seen.take(client.address)
                let isRead =
                    requests == expected.requests
                    || expected.isEndDoubtful && requests.dropLast() == expected.requests
                let isRefused = expected.isLastDoubtful && requests == expected.requests.dropLast()
                if !requests.isEmpty { answered.wrappingAdd(1, ordering: .relaxed) }
                if expected.end == .refused { refused.wrappingAdd(1, ordering: .relaxed) }
                if case .success = verdict, isRead || isRefused { return }
                throw Fuzz.Fault(
                    """
                    \(verdict): \(String(decoding: bytes, as: UTF8.self).debugDescription)
                    was read as \(requests)
                    and should be \(expected.requests), \(expected.end)
                    """)
            }
            // What a server makes of the rest when nobody waits for it any more comes here.
            let last = try RawClient(port: harness.port)
            last.send("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
            #expect(await last.receiveAll().status == 200)
            _ = seen.take("127.0.0.1")
        }
        #expect(seen.left == [])
        fuzz.expect(
            ["answered": answered.load(ordering: .relaxed), "refused": refused.load(ordering: .relaxed)], atLeast: 0.1)
    }
}
