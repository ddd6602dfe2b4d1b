import Lifecycle
import Locking
import Testing

@Suite struct GracefulShutdownTests {
    @Test func waitReturnsAtTheRequestAndStaysOpen() async {
        let trigger = ShutdownTrigger()
        await GracefulShutdown.$trigger.withValue(trigger) {
            #expect(!GracefulShutdown.isRequested)
            async let waiting: Void = GracefulShutdown.wait()
            trigger.request()
            await waiting
            await GracefulShutdown.wait()
            #expect(GracefulShutdown.isRequested)
        }
    }

    @Test func cancellationEndsTheWait() async {
        let task = Task { await GracefulShutdown.wait() }
        task.cancel()
        await task.value
    }

    @Test func anOperationIsCancelledAtTheRequest() async {
        let trigger = ShutdownTrigger()
        let clock = ManualClock()
        await GracefulShutdown.$trigger.withValue(trigger) {
            async let outcome = Result {
                try await GracefulShutdown.cancelling { try await clock.sleep(for: .seconds(1)) }
            }
            await clock.waitForSleepers()
            trigger.request()
            let result = await outcome
            #expect(throws: CancellationError.self) { try result.get() }
        }
    }

    @Test func anOperationThatEndsFirstGivesItsResult() async throws {
        #expect(try await GracefulShutdown.cancelling { 7 } == 7)
    }

    @Test func handlersRunOnceAtTheRequestAndOnlyWhileTheirOperationRuns() async {
        let trigger = ShutdownTrigger()
        let calls = Counter()
        await GracefulShutdown.$trigger.withValue(trigger) {
            await GracefulShutdown.onRequest({ calls.add(1) }, during: {})
            await GracefulShutdown.onRequest({ calls.add(10) }, during: { trigger.request() })
            await GracefulShutdown.onRequest({ calls.add(100) }, during: {})
        }
        #expect(calls.total == 110)
    }

    private final class Counter: Sendable {
        private let value = Locked(0)
        var total: Int { value.withLock { $0 } }
        func add(_ amount: Int) { value.withLock { $0 += amount } }
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
