internal import Locking

/// The interactions that are to be acknowledged unless they are done with before, the earliest first.
///
/// One waiter serves them all: an interaction that is handled in time costs a place in the queue and no timer.
final class AcknowledgementQueue: Sendable {
    /// One interaction's place in the queue.
    final class Entry: Sendable {
        let context: InteractionContext
        let acknowledgement: Acknowledgement
        let deadline: Moment
        private let done = Locked(false)

        init(_ context: InteractionContext, _ acknowledgement: Acknowledgement, deadline: Moment) {
            self.context = context
            self.acknowledgement = acknowledgement
            self.deadline = deadline
        }

        var isDone: Bool { done.withLock { $0 } }

        /// It needs no acknowledgement any more.
        func finish() { done.withLock { $0 = true } }
    }

    private struct State {
        var waiting = RingQueue<Entry>()
        /// When whoever waits will look again by itself.
        var looksAt: Moment?
        var isFinished = false

        mutating func forgetDone() {
            while let first = waiting.first, first.isDone { _ = waiting.popFirst() }
        }
    }

    private let state = Locked(State())
    private let waker = Waker()

    /// Places that are taken; those at the front that are done with do not count.
    var count: Int {
        state.withLock { state in
            state.forgetDone()
            return state.waiting.count
        }
    }

    /// Puts an interaction at the end; its deadline must not be before the last one's.
    func append(_ entry: Entry) {
        let mustRing = state.withLock { state in
            state.waiting.append(entry)
            return state.looksAt == nil
        }
        if mustRing { waker.fire() }
    }

    /// Waits for the next interaction whose time has come; `nil` after the end, and when the task is cancelled. One
    /// task at a time.
    func next(_ time: TimeSource) async -> Entry? {
        while true {
            let now = time.now
            let (due, deadline, isOver): (Entry?, Moment?, Bool) = state.withLock { state in
                state.forgetDone()
                state.looksAt = nil
                guard let first = state.waiting.first else { return (nil, nil, state.isFinished) }
                guard first.deadline <= now else {
                    state.looksAt = first.deadline
                    return (nil, first.deadline, false)
                }
                return (state.waiting.popFirst(), nil, false)
            }
            if let due { return due }
            if isOver || Task.isCancelled { return nil }
            if let deadline { await waker.wait(until: deadline, time) } else { await waker.wait() }
        }
    }

    /// Nothing more comes; `next` ends once all are done with.
    func finish() {
        state.withLock { $0.isFinished = true }
        waker.fire()
    }
}
