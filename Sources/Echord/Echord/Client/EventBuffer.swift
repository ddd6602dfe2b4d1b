internal import Locking

/// What happens to an event that finds its listener's buffer full.
public enum EventBufferPolicy: String, Hashable, Sendable, CaseIterable {
    /// The oldest event in the buffer makes room.
    case dropOldest = "drop_oldest"
    /// The new event is not taken.
    case dropNewest = "drop_newest"
}

/// A buffer with a bound between a connection and one listener; whoever puts never waits.
final class EventBuffer<Element: Sendable>: Sendable {
    private struct State {
        var waiting = RingQueue<Element>()
        var isFinished = false
    }

    /// What became of an element.
    enum Put: Equatable, Sendable {
        case taken
        case droppedOldest
        case droppedNewest
        case finished
    }

    private let state = Locked(State())
    private let waker = Waker()
    let capacity: Int
    let policy: EventBufferPolicy

    init(capacity: Int, policy: EventBufferPolicy) {
        self.capacity = max(1, capacity)
        self.policy = policy
    }

    /// Elements that wait.
    var count: Int { state.withLock { $0.waiting.count } }

    func put(_ element: Element) -> Put {
        let put: Put = state.withLock { state in
            guard !state.isFinished else { return .finished }
            guard state.waiting.count >= capacity else {
                state.waiting.append(element)
                return .taken
            }
            guard policy == .dropOldest else { return .droppedNewest }
            _ = state.waiting.popFirst()
            state.waiting.append(element)
            return .droppedOldest
        }
        if put != .finished { waker.fire() }
        return put
    }

    /// The next element; `nil` after the end, or when the task is cancelled. One task at a time.
    func next() async -> Element? {
        while true {
            let (element, isFinished) = state.withLock { ($0.waiting.popFirst(), $0.isFinished) }
            if let element { return element }
            if isFinished || Task.isCancelled { return nil }
            await waker.wait()
        }
    }

    /// Takes nothing more; what waits is still handed out.
    func finish() {
        state.withLock { $0.isFinished = true }
        waker.fire()
    }
}
