import Locking
import Testing

@Suite struct LockedTests {
    @Test func incrementsFromManyTasksAreAllKept() async {
        final class Counter: Sendable { let value = Locked(0) }
        let counter = Counter()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<16 {
                group.addTask { for _ in 0..<1_000 { counter.value.withLock { $0 += 1 } } }
            }
        }
        #expect(counter.value.withLock { $0 } == 16_000)
    }

    @Test func anErrorLeavesTheLockFree() {
        struct Failure: Error {}
        let value = Locked(1)
        #expect(throws: Failure.self) { try value.withLock { _ throws(Failure) in throw Failure() } }
        #expect(value.withLock { $0 } == 1)
    }
}
