internal import Locking

/// Collects what passes a filter until a limit is reached, to be read as a sequence.
///
/// ```swift
/// let votes = client.collectMessages(in: channel, limits: CollectorLimits(count: 3, total: .seconds(30))) {
///     $0.content == "yes"
/// }
/// for await vote in votes { print(vote.author.displayName) }
/// print(votes.end ?? .stopped)
/// ```
///
/// It collects from the moment it is made, whether anybody reads or not. It ends by its limits, by `stop`, when the task
/// that reads it is cancelled, when the client ends, or when nobody keeps it any more; then it listens to nothing.
public final class Collector<Element: Sendable>: AsyncSequence, Sendable {
    let core: CollectorCore<Element>

    init(_ core: CollectorCore<Element>) { self.core = core }

    deinit { core.finish(.abandoned) }

    /// Why it ended; `nil` while it collects. What it has collected can still be read then.
    public var end: CollectorEnd? { core.end }
    /// How many elements it has collected, those that nobody has read yet included.
    public var count: Int { core.count }
    /// How many of them were lost because nobody read them in time.
    public var dropped: Int { core.dropped }

    /// Ends it; what was collected can still be read.
    public func stop() { core.finish(.stopped) }

    /// The next element; `nil` at the end, or when the task is cancelled. One task at a time.
    public func next() async -> Element? { await core.next() }

    /// All elements that nobody has read yet, once it has ended.
    public func all() async -> [Element] {
        var all: [Element] = []
        while let element = await next() { all.append(element) }
        return all
    }

    /// Hands out the elements.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let collector: Collector

        fileprivate init(_ collector: Collector) { self.collector = collector }

        /// The next element; `nil` at the end, or when the task is cancelled.
        public func next() async -> Element? { await collector.next() }
    }

    /// Iterates; one task at a time.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

/// A collector without its owner: what the hub's listeners hold.
final class CollectorCore<Element: Sendable>: Sendable {
    private struct State {
        var machine: CollectorMachine
        var waiting = RingQueue<Element>()
        var dropped = 0
        /// What it listens to, to be cancelled at the end.
        var tokens: [ListenerToken] = []
    }

    private let state: Locked<State>
    private let waker = Waker()
    private let time: TimeSource
    private let noteDropped: @Sendable () -> Void

    init(_ limits: CollectorLimits, time: TimeSource, noteDropped: @escaping @Sendable () -> Void) {
        state = Locked(State(machine: CollectorMachine(limits, now: time.now)))
        self.time = time
        self.noteDropped = noteDropped
    }

    var end: CollectorEnd? {
        let now = time.now
        return state.withLock { state in
            state.machine.tick(at: now)
            return state.machine.end
        }
    }
    var count: Int { state.withLock { $0.machine.count } }
    var dropped: Int { state.withLock { $0.dropped } }
    /// Elements that wait to be read.
    var unread: Int { state.withLock { $0.waiting.count } }

    /// Keeps what it listens to until the end.
    func hold(_ tokens: [ListenerToken]) {
        let isOver = state.withLock { state in
            if state.machine.end == nil { state.tokens += tokens }
            return state.machine.end != nil
        }
        if isOver { for token in tokens { token.cancel() } }
    }

    /// Something came that passed the filter; returns whether it is collected.
    @discardableResult
    func offer(_ element: Element) -> Bool {
        let now = time.now
        let (isTaken, isLost, released) = state.withLock { state in
            let isTaken = state.machine.offer(at: now)
            let isLost = isTaken && Self.add(element, to: &state)
            return (isTaken, isLost, Self.release(&state))
        }
        if isLost { noteDropped() }
        for token in released { token.cancel() }
        if isTaken || !released.isEmpty { waker.fire() }
        return isTaken
    }

    func finish(_ reason: CollectorEnd) {
        let released = state.withLock { state in
            state.machine.stop(reason)
            return Self.release(&state)
        }
        for token in released { token.cancel() }
        waker.fire()
    }

    func next() async -> Element? {
        while true {
            guard !Task.isCancelled else {
                finish(.cancelled)
                return nil
            }
            let now = time.now
            let (element, end, deadline, released) = state.withLock { state in
                state.machine.tick(at: now)
                return (
                    state.waiting.popFirst(), state.machine.end, state.machine.deadline?.moment, Self.release(&state)
                )
            }
            for token in released { token.cancel() }
            if let element { return element }
            if end != nil { return nil }
            if let deadline { await waker.wait(until: deadline, time) } else { await waker.wait() }
        }
    }

    /// Returns whether an element was lost.
    private static func add(_ element: Element, to state: inout State) -> Bool {
        let limits = state.machine.limits
        let isFull = state.waiting.count >= limits.buffer
        if isFull { state.dropped += 1 }
        if isFull, limits.policy == .dropNewest { return true }
        if isFull { _ = state.waiting.popFirst() }
        state.waiting.append(element)
        return isFull
    }

    /// What is not listened to any more, if it has ended.
    private static func release(_ state: inout State) -> [ListenerToken] {
        guard state.machine.end != nil else { return [] }
        defer { state.tokens = [] }
        return state.tokens
    }
}
