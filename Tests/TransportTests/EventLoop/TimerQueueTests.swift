import Testing

@testable import Transport

@Suite struct TimerQueueTests {
    private func entry(_ nanoseconds: Int64) -> TimerQueue.Entry {
        TimerQueue.Entry(deadline: MonotonicInstant(nanoseconds: nanoseconds)) { _ in }
    }

    private func drain(_ queue: inout TimerQueue, at now: Int64 = .max) -> [Int64] {
        var order: [Int64] = []
        while let entry = queue.popExpired(at: MonotonicInstant(nanoseconds: now)) {
            order.append(entry.deadline.nanoseconds)
        }
        return order
    }

    @Test func comesOutInOrderOfDeadline() {
        var queue = TimerQueue()
        for deadline in [5, 3, 9, 1, 7, 3, 8, 2] as [Int64] { queue.insert(entry(deadline)) }
        #expect(queue.nextDeadline == MonotonicInstant(nanoseconds: 1))
        #expect(drain(&queue) == [1, 2, 3, 3, 5, 7, 8, 9])
        #expect(queue.nextDeadline == nil)
    }

    @Test func equalDeadlinesKeepTheirOrder() {
        var queue = TimerQueue()
        let entries = (0..<20).map { _ in entry(4) }
        for entry in entries { queue.insert(entry) }
        for expected in entries {
            #expect(queue.popExpired(at: MonotonicInstant(nanoseconds: 4)) === expected)
        }
    }

    @Test func nothingExpiresBeforeItsTime() {
        var queue = TimerQueue()
        for deadline in [10, 20, 30] as [Int64] { queue.insert(entry(deadline)) }
        #expect(drain(&queue, at: 9) == [])
        #expect(drain(&queue, at: 20) == [10, 20])
        #expect(queue.count == 1)
    }

    @Test func removedEntriesDoNotComeOut() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<50 {
            var queue = TimerQueue()
            let entries = (0..<40).map { _ in entry(Int64.random(in: 0..<100, using: &generator)) }
            for entry in entries { queue.insert(entry) }
            let removed = entries.filter { _ in Bool.random(using: &generator) }
            for entry in removed { queue.remove(entry) }
            let again = removed.map { queue.remove($0) }
            #expect(!again.contains(true))
            let kept = entries.filter { kept in !removed.contains { $0 === kept } }
            #expect(drain(&queue) == kept.map(\.deadline.nanoseconds).sorted())
        }
    }

    @Test func removeAllEmptiesInOrder() {
        var queue = TimerQueue()
        for deadline in [3, 1, 2] as [Int64] { queue.insert(entry(deadline)) }
        #expect(queue.removeAll().map(\.deadline.nanoseconds) == [1, 2, 3])
        #expect(queue.count == 0)
    }

    @Test func durationsAreClamped() {
        #expect(Duration.seconds(2).clampedNanoseconds == 2_000_000_000)
        #expect(Duration.nanoseconds(-5).clampedNanoseconds == -5)
        #expect(Duration.seconds(Int64.max).clampedNanoseconds == .max)
        #expect(Duration.seconds(Int64.min).clampedNanoseconds == .min)
        #expect(MonotonicInstant(nanoseconds: 5).advanced(by: .seconds(Int64.max)).nanoseconds == .max)
        let start = MonotonicInstant(nanoseconds: 5)
        #expect(start.duration(to: start.advanced(by: .milliseconds(3))) == .milliseconds(3))
    }
}
