import Lifecycle
import Testing

@Suite struct ManualClockTests {
    @Test func sleepersWakeWhenTheirTimeHasCome() async throws {
        let clock = ManualClock()
        async let first: Void = clock.sleep(for: .seconds(1))
        async let second: Void = clock.sleep(for: .seconds(2))
        await clock.waitForSleepers(2)
        clock.advance(by: .seconds(1))
        try await first
        clock.advance(by: .seconds(1))
        try await second
        #expect(clock.now.offset == .seconds(2))
        try await clock.sleep(until: .init(offset: .seconds(1)))
    }

    @Test func aCancelledSleeperThrows() async {
        let clock = ManualClock()
        let task = Task { try await clock.sleep(for: .seconds(1)) }
        await clock.waitForSleepers()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
