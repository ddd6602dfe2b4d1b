import Locking
import Testing

@testable import EchordTesting

@Suite("The virtual clock")
struct VirtualClockTests {
    private let start = VirtualClock.Instant(sinceEpoch: .seconds(1_000_000))

    @Test("A stopped clock stands")
    func stands() {
        let clock = VirtualClock(startingAt: start, running: false)
        #expect(clock.now == start)
        #expect(!clock.isRunning)
        #expect(clock.minimumResolution == .nanoseconds(1))
    }

    @Test("Advancing fires timers in order, each at its own time")
    func order() {
        let clock = VirtualClock(startingAt: start, running: false)
        let log = Locked<[Int64]>([])
        for seconds in [5, 1, 3, 9] {
            // The last one never fires: the clock keeps what it captures.
            clock.schedule(at: start.advanced(by: .seconds(seconds))) { [unowned clock] in
                let seen = clock.now.milliseconds
                log.withLock { $0.append(seen) }
            }
        }
        clock.advance(by: .seconds(6))
        #expect(log.withLock { $0 } == [1_000_001_000, 1_000_003_000, 1_000_005_000])
        #expect(clock.now == start.advanced(by: .seconds(6)))
    }

    @Test("A timer set by a timer falls due on the same way")
    func nested() {
        let clock = VirtualClock(startingAt: start, running: false)
        let count = Locked(0)
        clock.schedule(at: start.advanced(by: .seconds(1))) {
            clock.schedule(at: clock.now.advanced(by: .seconds(1))) { count.withLock { $0 += 1 } }
        }
        clock.advance(by: .seconds(3))
        #expect(count.withLock { $0 } == 1)
    }

    @Test("A cancelled timer stays silent, zero fires what is due")
    func cancelled() {
        let clock = VirtualClock(startingAt: start, running: false)
        let count = Locked(0)
        let timer = clock.schedule(at: start.advanced(by: .seconds(1))) { count.withLock { $0 += 1 } }
        clock.cancel(timer)
        clock.schedule(at: start) { count.withLock { $0 += 10 } }
        clock.advance(by: .zero)
        clock.advance(by: .seconds(2))
        #expect(count.withLock { $0 } == 10)
    }

    @Test("A sleeper wakes when the clock gets there")
    func sleeping() async throws {
        let clock = VirtualClock(startingAt: start, running: false)
        async let slept: Void = clock.sleep(until: start.advanced(by: .seconds(900)))
        // The sleeper may come before or after: either way it sees the time passed.
        clock.advance(by: .seconds(1000))
        try await slept
        try await clock.sleep(until: start)
    }

    @Test("A cancelled sleeper throws")
    func cancelledSleep() async {
        let clock = VirtualClock(startingAt: start, running: false)
        let task = Task { try await clock.sleep(until: clock.now.advanced(by: .seconds(1))) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test("A running clock moves, stops and goes on")
    func running() async {
        let clock = VirtualClock(startingAt: start)
        #expect(clock.isRunning)
        let fired = Signal()
        clock.schedule(at: clock.now.advanced(by: .milliseconds(5))) { fired.raise() }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await clock.run() }
            await fired.wait()
            group.cancelAll()
        }
        #expect(clock.now > start)
        clock.stop()
        let stood = clock.now
        #expect(clock.now == stood)
        clock.advance(by: .seconds(60))
        #expect(clock.now == stood.advanced(by: .seconds(60)))
        clock.start()
        clock.start()
        clock.advance(by: .seconds(60))
        #expect(clock.now >= stood.advanced(by: .seconds(120)))
    }

    @Test("A signal is not lost, and not counted")
    func signal() async {
        let signal = Signal()
        signal.raise()
        signal.raise()
        await signal.wait()
        #expect(await signal.wait(atMost: .milliseconds(1)) == false)
    }
}
