import Locking
import SQL

/// Lets tasks wait for a connection: the shell around `WaitQueue`.
final class ConnectionGate: Sendable {
    /// What is waited for: the value is the metric's label.
    enum Kind: String, Sendable {
        case read
        case write

        var words: String { self == .read ? "a reader" : "the writer" }
    }

    private enum Answer: Sendable {
        case granted(Int)
        case timeout
        case closed
        case cancelled
    }

    private struct State {
        var queue: WaitQueue
        var nextTicket: UInt64 = 0
        var continuations: [UInt64: CheckedContinuation<Answer, Never>] = [:]
        /// Answers that came before the one who waits had said where to send them.
        var answers: [UInt64: Answer] = [:]
        var whenIdle: [CheckedContinuation<Void, Never>] = []

        /// What to resume, outside the lock, for an answer to a ticket.
        mutating func take(_ ticket: UInt64, _ answer: Answer) -> Wakeup? {
            guard let continuation = continuations.removeValue(forKey: ticket) else {
                answers[ticket] = answer
                return nil
            }
            return Wakeup(continuation: continuation, answer: answer)
        }
    }

    private struct Wakeup {
        let continuation: CheckedContinuation<Answer, Never>
        let answer: Answer

        func resume() { continuation.resume(returning: answer) }
    }

    private let state: Locked<State>
    private let wait: UInt64
    let kind: Kind

    /// - Parameters:
    ///   - slots: the number of connections.
    ///   - limit: how many may wait.
    ///   - wait: how long, in nanoseconds.
    ///   - kind: what is waited for, for messages.
    init(slots: Int, limit: Int, wait: UInt64, kind: Kind) {
        state = Locked(State(queue: WaitQueue(slots: slots, limit: limit)))
        self.wait = wait
        self.kind = kind
    }

    /// How many tasks wait.
    var waiting: Int { state.withLock { $0.queue.waiting } }
    /// True while nobody holds a connection.
    var isIdle: Bool { state.withLock { $0.queue.isIdle } }

    /// Waits for a connection and returns its number.
    ///
    /// - Throws: `.overloaded`, `.timeout`, `.closed`, or `CancellationError`.
    func enter() async throws -> Int {
        let deadline = monotonicNanoseconds() + wait
        let (ticket, entry) = state.withLock { state in
            state.nextTicket += 1
            return (state.nextTicket, state.queue.enter(state.nextTicket, deadline: deadline))
        }
        switch entry {
        case .granted(let slot): return slot
        case .full: throw SQLError(.overloaded, "too many tasks wait for \(kind.words); try again later")
        case .closed: throw SQLError(.closed, "the database is closed")
        case .waiting: break
        }
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Answer, Never>) in
                store(continuation, for: ticket)
            }
        } onCancel: {
            cancel(ticket)
        }
        switch answer {
        case .granted(let slot): return slot
        case .timeout: throw SQLError(.timeout, "waited too long for \(kind.words)")
        case .closed: throw SQLError(.closed, "the database is closed")
        case .cancelled: throw CancellationError()
        }
    }

    /// Gives a connection back.
    func leave(slot: Int) {
        let (next, idle) = state.withLock { state in
            let grant = state.queue.leave(slot: slot)
            let next = grant.flatMap { grant in state.take(grant.ticket, .granted(grant.slot)) }
            guard state.queue.isIdle else { return (next, [CheckedContinuation<Void, Never>]()) }
            defer { state.whenIdle = [] }
            return (next, state.whenIdle)
        }
        next?.resume()
        for continuation in idle { continuation.resume() }
    }

    /// Turns away those who have waited too long; returns how many.
    func expire(now: UInt64) -> Int {
        let (count, late) = state.withLock { state in
            let tickets = state.queue.expire(now: now)
            return (tickets.count, tickets.compactMap { state.take($0, .timeout) })
        }
        for waiter in late { waiter.resume() }
        return count
    }

    /// Turns everybody away from now on.
    func close() {
        let turnedAway = state.withLock { state in
            state.queue.close().compactMap { state.take($0, .closed) }
        }
        for waiter in turnedAway { waiter.resume() }
    }

    /// Waits until nobody holds a connection.
    func waitUntilIdle() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                if !state.queue.isIdle { state.whenIdle.append(continuation) }
                return state.queue.isIdle
            }
            if isIdle { continuation.resume() }
        }
    }

    private func store(_ continuation: CheckedContinuation<Answer, Never>, for ticket: UInt64) {
        let early = state.withLock { state in
            defer { state.answers[ticket] = nil }
            if let answer = state.answers[ticket] { return Optional(answer) }
            state.continuations[ticket] = continuation
            return nil
        }
        if let early { continuation.resume(returning: early) }
    }

    private func cancel(_ ticket: UInt64) {
        let waiter = state.withLock { state in
            state.queue.abandon(ticket) ? state.take(ticket, .cancelled) : nil
        }
        waiter?.resume()
    }
}
