import Dispatch
import Foundation
import Locking
import Synchronization
package import Testing

extension Fuzz {
    /// Gives every input to `body` on threads outside the concurrency runtime's pool, for what has to block. Every
    /// input for which it throws is recorded as an issue; the tenth ends the run.
    package func run(
        onThreads threads: Int, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: @escaping @Sendable (Int, inout SeededGenerator) throws -> Void
    ) async {
        let start = ContinuousClock.now
        let state = Shared()
        let inputs = inputs
        let group = DispatchGroup()
        for _ in 0..<threads {
            group.enter()
            Thread.detachNewThread {
                defer { group.leave() }
                while let input = state.next(below: inputs) {
                    var random = generator(for: input)
                    do { try body(input, &random) } catch { state.fail(input, error) }
                }
            }
        }
        await withCheckedContinuation { done in group.notify(queue: .global()) { done.resume() } }
        for (input, error) in state.failures { record(input, error, sourceLocation) }
        if state.failures.isEmpty { report(since: start) }
    }

    /// What the threads share.
    private final class Shared: Sendable {
        private let counter = Atomic(0)
        private let found = Locked<[(Int, any Error)]>([])

        var failures: [(Int, any Error)] { found.withLock(\.self) }

        func next(below count: Int) -> Int? {
            let input = counter.wrappingAdd(1, ordering: .relaxed).oldValue
            return input < count && found.withLock({ $0.count < 10 }) ? input : nil
        }

        func fail(_ input: Int, _ error: any Error) {
            found.withLock { $0.append((input, error)) }
        }
    }
}
