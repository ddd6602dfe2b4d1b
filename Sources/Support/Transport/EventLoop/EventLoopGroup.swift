import Synchronization

/// A fixed number of loops, handed out in turn.
package final class EventLoopGroup: Sendable {
    /// Every loop of the group.
    package let all: [EventLoop]
    private let turn = Atomic<Int>(0)

    /// Starts `threads` loops (at least one), named `name-0`, `name-1` and so on.
    ///
    /// - Throws: `TransportError.Code.system` when the system gives no descriptor or no thread.
    package init(threads: Int = 1, name: String = "loop") throws(TransportError) {
        var loops: [EventLoop] = []
        for index in 0..<max(1, threads) {
            do { try loops.append(EventLoop(name: "\(name)-\(index)")) } catch {
                for loop in loops { loop.shutdown() }
                throw error
            }
        }
        all = loops
    }

    /// The next loop in turn.
    package func next() -> EventLoop {
        let index = turn.wrappingAdd(1, ordering: .relaxed).oldValue
        return all[Int(UInt(bitPattern: index) % UInt(all.count))]
    }

    /// The age of the oldest running tick; see `EventLoop.tickAge`.
    package var tickAge: Duration { all.map(\.tickAge).max() ?? .zero }

    /// Asks every loop to end; see `EventLoop.shutdown()`.
    package func shutdown() { for loop in all { loop.shutdown() } }

    /// Waits until every loop has ended after `shutdown()`.
    package func ended() async { for loop in all { await loop.ended() } }
}
