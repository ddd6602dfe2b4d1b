internal import Locking
internal import Telemetry

/// What lets requests through, one process's or many's.
protocol RequestLimiter: Sendable {
    /// Waits for a permit.
    ///
    /// - Parameters:
    ///   - account: The user whose token the request carries; `nil` for the bot.
    ///   - deadline: The moment after which a permit is of no use.
    ///   - permit: The one it had before, when Discord answered 429: it keeps its place.
    /// - Throws: `EchordError` with the limit's numbers, `CancellationError`.
    func acquire(
        _ route: APIRoute, _ major: MajorParameter, _ limiting: RouteLimiting, account: Secret<String>?,
        deadline: Moment?, again permit: Int?
    ) async throws -> Int

    /// Gives a permit back with what became of the request.
    func complete(_ permit: Int, _ outcome: RequestOutcome) async
}

/// The limiter of one process: the rules under a lock, and whoever waits for them.
final class LocalRequestLimiter: RequestLimiter {
    private struct State {
        var rules: RateLimiter
        var waiters: [Int: Waker] = [:]

        mutating func takeWoken() -> [Waker] {
            rules.takeWoken().compactMap { waiters[$0] }
        }
    }

    private let state: Locked<State>
    private let time: TimeSource

    init(configuration: RateLimiterConfiguration = .init(), time: TimeSource = .continuous) {
        state = Locked(State(rules: RateLimiter(configuration: configuration)))
        self.time = time
    }

    /// How many wait, how many buckets are kept, how many invalid requests count.
    var load: (waiting: Int, buckets: Int, invalid: Int) {
        let now = time.now
        return state.withLock { state in
            (state.rules.waiting, state.rules.bucketCount, state.rules.invalidRequests(at: now))
        }
    }

    func acquire(
        _ route: APIRoute, _ major: MajorParameter, _ limiting: RouteLimiting, account: Secret<String>?,
        deadline: Moment?, again permit: Int?
    ) async throws -> Int {
        let now = time.now
        let ticket: Int
        var verdict: RateLimiter.Verdict
        let woken: [Waker]
        (ticket, verdict, woken) = state.withLock { state in
            let ticket = state.rules.enqueue(
                route, major, limiting, account: account, deadline: deadline, again: permit, at: now)
            let verdict = state.rules.poll(ticket, at: now)
            return (ticket, verdict, state.takeWoken())
        }
        for waker in woken { waker.fire() }
        while true {
            switch verdict {
            case .granted: return ticket
            case .refused(let details): throw EchordError.rateLimited(details)
            case .wait: verdict = try await wait(ticket)
            }
        }
    }

    /// Sleeps until the ticket is to be looked at again, and looks.
    private func wait(_ ticket: Int) async throws -> RateLimiter.Verdict {
        let waker = Waker()
        // What happened since the last look must not be slept over: the waker is in place before the next one.
        var verdict = poll(ticket, waker)
        if case .wait(let until) = verdict {
            if let until { await waker.wait(until: until, time) } else { await waker.wait() }
            if Task.isCancelled {
                release { state in
                    state.waiters[ticket] = nil
                    return state.rules.cancel(ticket, at: self.time.now)
                }
                throw CancellationError()
            }
            verdict = poll(ticket, nil)
        }
        return verdict
    }

    private func poll(_ ticket: Int, _ waker: Waker?) -> RateLimiter.Verdict {
        let now = time.now
        let (verdict, woken) = state.withLock { state in
            let verdict = state.rules.poll(ticket, at: now)
            if case .wait = verdict { state.waiters[ticket] = waker } else { state.waiters[ticket] = nil }
            return (verdict, state.takeWoken())
        }
        for other in woken where other !== waker { other.fire() }
        return verdict
    }

    func complete(_ permit: Int, _ outcome: RequestOutcome) async {
        let now = time.now
        release { state in state.rules.complete(permit, outcome, at: now) }
    }

    /// Changes the rules' state and then wakes whom that concerns, outside the lock.
    private func release(_ change: (inout State) -> [Int]) {
        let woken = state.withLock { state in
            let tickets = change(&state)
            return tickets.compactMap { state.waiters[$0] } + state.takeWoken()
        }
        for waker in woken { waker.fire() }
    }
}
