import CLinux
import FuzzKit
import Telemetry
import Testing

@testable import Transport

@Suite struct ByteStreamTests {
    private func withPair(
        limits: ByteStream.Limits = .init(), _ body: (ByteStream, ByteStream, EventLoop) async throws -> Void
    ) async throws {
        try await withLoop { loop in
            let (left, right) = socketPair()
            let first = try await ByteStream.adopt(left, loop: loop, limits: limits)
            let second = try await ByteStream.adopt(right, loop: loop, limits: limits)
            try await body(first, second, loop)
            first.close()
            second.close()
        }
    }

    @Test func bytesArriveInOrderFromAnyExecutor() async throws {
        try await withPair { first, second, loop in
            try await first.write([1, 2, 3])
            #expect(try await second.read() == [1, 2, 3])
            try await Task(executorPreference: loop) {
                try await second.write([4])
                #expect(try await first.read() == [4])
            }.value
        }
    }

    @Test func halfCloseLetsTheOtherDirectionGoOn() async throws {
        try await withPair { first, second, _ in
            try await first.write([1])
            first.endWriting()
            first.endWriting()
            #expect(try await second.read() == [1])
            #expect(try await second.read() == nil)
            #expect(try await second.read() == nil)
            try await second.write([2])
            #expect(try await first.read() == [2])
            second.endWriting()
            #expect(try await first.read() == nil)
        }
    }

    @Test func writersWaitWhenThePeerDoesNotRead() async throws {
        var limits = ByteStream.Limits()
        limits.sendBuffer = 64 * 1_024
        limits.receiveBuffer = 64 * 1_024
        try await withPair(limits: limits) { first, second, _ in
            let pieces = 200
            let bound = 5 * 64 * 1_024
            let piece = [UInt8](repeating: 7, count: 32 * 1_024)
            try await withThrowingTaskGroup(of: Int.self) { group in
                group.addTask {
                    for _ in 0..<pieces { try await first.write(piece) }
                    first.endWriting()
                    return 0
                }
                group.addTask {
                    var total = 0
                    while let bytes = try await second.read() {
                        // What is kept for the reader stays near its bound: at most a turn's reads beyond it.
                        #expect(bytes.count <= bound)
                        total += bytes.count
                    }
                    return total
                }
                let total = try await group.reduce(0, +)
                #expect(total == pieces * piece.count)
            }
        }
    }

    @Test func aWriterThatWaitsCanBeCancelled() async throws {
        var limits = ByteStream.Limits()
        limits.sendBuffer = 1
        try await withPair(limits: limits) { first, _, _ in
            let piece = [UInt8](repeating: 7, count: 4 << 20)
            try await first.write(piece)
            let waiting = Task { try await first.write(piece) }
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
        }
    }

    @Test func aReaderCanBeCancelledAndNothingIsLost() async throws {
        try await withPair { first, second, _ in
            let reader = Task { try await second.read() }
            reader.cancel()
            await #expect(throws: CancellationError.self) { _ = try await reader.value }
            try await first.write([9])
            #expect(try await second.read() == [9])
        }
    }

    @Test func oneTaskReadsAtATime() async throws {
        try await withPair { first, second, loop in
            try await withThrowingTaskGroup(of: TransportError.Code?.self) { group in
                for _ in 0..<2 {
                    group.addTask(executorPreference: loop) { await code { _ = try await second.read() } }
                }
                #expect(try await group.next() == .invalidArgument)
                try await first.write([1])
                #expect(try await group.next() == .some(nil))
            }
        }
    }

    @Test func aPeerThatTakesNothingEndsTheConnection() async throws {
        var limits = ByteStream.Limits()
        limits.writeTimeout = .milliseconds(5)
        limits.sendBuffer = 1
        try await withPair(limits: limits) { first, _, _ in
            try await first.write([UInt8](repeating: 7, count: 4 << 20))
            let code = await code { try await first.write([1]) }
            #expect(code == .timeout)
            await #expect(throws: TransportError.self) { _ = try await first.read() }
        }
    }

    @Test func closingEndsReadersAndWriters() async throws {
        try await withPair { first, second, _ in
            let reader = Task { await code { _ = try await first.read() } }
            first.close()
            #expect(await reader.value == .closed)
            let code1 = await code { try await first.write([1]) }
            #expect(code1 == .closed)
            let end = try await second.read()
            #expect(end == nil)
        }
    }

    @Test func writingToALostPeerFails() async throws {
        try await withPair { first, second, _ in
            second.close()
            let code = await code {
                while true { try await first.write([UInt8](repeating: 0, count: 65_536)) }
            }
            #expect(code == .closed)
        }
    }

    @Test func lettingGoClosesTheConnection() async throws {
        try await withLoop { loop in
            let (left, right) = socketPair()
            var first: ByteStream? = try await ByteStream.adopt(left, loop: loop)
            let second = try await ByteStream.adopt(right, loop: loop)
            try await first?.write([1])
            first = nil
            #expect(try await second.read() == [1])
            #expect(try await second.read() == nil)
        }
    }

    @Test func theEndOfTheLoopEndsTheStream() async throws {
        let loop = try EventLoop(name: "test")
        let (left, right) = socketPair()
        let stream = try await ByteStream.adopt(left, loop: loop)
        let reader = Task(executorPreference: loop) { await code { _ = try await stream.read() } }
        // Once a task queued after it has run, the reader waits.
        await Task(executorPreference: loop) {}.value
        loop.shutdown()
        #expect(await reader.value == .loopEnded)
        await loop.ended()
        await #expect(throws: TransportError.self) { _ = try await ByteStream.adopt(right, loop: loop) }
    }

    // MARK: - Connecting

    @Test func connectsToANameAndCountsFailures() async throws {
        let registry = Metrics()
        let metrics = TransportMetrics(registry)
        try await withLoop { loop in
            let listener = try TestListener(loop: loop)
            async let accepted = listener.accept()
            let stream = try await ByteStream.connect(
                host: "localhost", port: listener.port, loop: loop, metrics: metrics)
            let served = try await ByteStream.adopt(accepted, loop: loop)
            try await stream.write([1])
            #expect(try await served.read() == [1])

            // A port that was free a moment ago.
            let closed = try TestListener(loop: loop).port
            let refused = await code {
                _ = try await ByteStream.connect(host: "127.0.0.1", port: closed, loop: loop, metrics: metrics)
            }
            #expect(refused == .connectFailed)
            let unknown = await code {
                _ = try await ByteStream.connect(host: "no-such-host.invalid", port: 1, loop: loop, metrics: metrics)
            }
            #expect(unknown == .nameNotResolved)
        }
        let text = registry.prometheusText()
        #expect(text.contains(#"transport_connect_failures_total{reason="connect_failed"} 1"#))
        #expect(text.contains(#"transport_connect_failures_total{reason="name_not_resolved"} 1"#))
    }

    /// A listener whose queue is full answers nobody: the connection hangs as with a silent host.
    private func withSilentListener(_ body: (EventLoop, UInt16) async throws -> Void) async throws {
        try await withLoop { loop in
            let listener = try TestListener(loop: loop, backlog: 0)
            var fillers: [OwnedDescriptor] = []
            while fillers.count < 8 {
                let filler = try? await TCPConnector.connect(
                    host: "127.0.0.1", port: listener.port, loop: loop, timeout: .milliseconds(30))
                guard let filler else { break }
                fillers.append(filler)
            }
            try await body(loop, listener.port)
            withExtendedLifetime((listener, fillers)) {}
        }
    }

    @Test func aSilentHostEndsInATimeout() async throws {
        try await withSilentListener { loop, port in
            let code = await code {
                _ = try await ByteStream.connect(host: "127.0.0.1", port: port, loop: loop, timeout: .milliseconds(10))
            }
            #expect(code == .timeout)
        }
    }

    @Test func connectingCanBeCancelled() async throws {
        try await withSilentListener { loop, port in
            let connecting = Task { _ = try await ByteStream.connect(host: "127.0.0.1", port: port, loop: loop) }
            connecting.cancel()
            await #expect(throws: CancellationError.self) { try await connecting.value }
        }
    }

    // MARK: - Names

    @Test func resolvesNumbersWithoutAThreadAndNamesWithOne() async throws {
        let resolver = NameResolver(maxThreads: 1, maxQueued: 0)
        #expect(try await resolver.resolve(host: "127.0.0.1", port: 80).map(\.description) == ["127.0.0.1:80"])
        #expect(try await resolver.resolve(host: "::1", port: 443).map(\.description) == ["[::1]:443"])
        let code2 = await code { _ = try await resolver.resolve(host: "localhost", port: 1) }
        #expect(code2 == .full)
        let open = NameResolver(maxThreads: 2, maxQueued: 64)
        try await withThrowingTaskGroup(of: [SocketAddress].self) { group in
            for _ in 0..<32 { group.addTask { try await open.resolve(host: "localhost", port: 5) } }
            for try await addresses in group {
                let known = addresses.filter { ["127.0.0.1:5", "[::1]:5"].contains($0.description) }
                #expect(!known.isEmpty)
            }
        }
    }

    @Test func aCancelledLookupReturnsAtOnce() async throws {
        let lookup = Task { try await NameResolver.shared.resolve(host: "localhost", port: 1) }
        lookup.cancel()
        // Either the answer was quicker or the cancellation was; neither hangs.
        do { _ = try await lookup.value } catch { #expect(error is CancellationError) }
        let cancelled = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await NameResolver.shared.resolve(host: "localhost", port: 1)
        }
        await #expect(throws: CancellationError.self) { _ = try await cancelled.value }
    }

    @Test func timeoutsNameWhatTookTooLong() async throws {
        try await withLoop { loop in
            let error = await #expect(throws: TransportError.self) {
                try await loop.withTimeout(.milliseconds(1), "the test") { try await loop.sleep(for: .seconds(3_600)) }
            }
            #expect(error?.code == .timeout)
            #expect(error?.message == "the test took longer than allowed")
            let seven = try await loop.withTimeout(.seconds(60), "x") { 7 }
            #expect(seven == 7)
            #expect(Duration.seconds(2).wholeMilliseconds == 2_000)
        }
    }

    @Test func descriptorsAreClosedUnlessTaken() {
        let (left, right) = socketPair()
        let fd = left.take()
        #expect(fd >= 0)
        #expect(left.take() == -1)
        #expect(left.fd == -1)
        #expect(right.fd >= 0)
        close(fd)
    }
}

@Suite struct ByteQueueTests {
    @Test func keepsOrderThroughPartialReads() async {
        var queue = ByteQueue()
        var expected: [UInt8] = []
        var taken: [UInt8] = []
        await Fuzz("byte queue", usually: 500).run { _, random in
            let piece = (0..<Int.random(in: 0...50, using: &random)).map { UInt8($0) }
            expected += piece
            piece.withUnsafeBytes { queue.append($0) }
            let count = Int.random(in: 0...queue.count, using: &random)
            taken += queue.withFirstBytes { Array($0.prefix(count)) }
            queue.removeFirst(count)
        }
        taken += queue.withFirstBytes { Array($0) }
        queue.removeFirst(queue.count)
        #expect(taken == expected)
        #expect(queue.isEmpty)
    }
}
