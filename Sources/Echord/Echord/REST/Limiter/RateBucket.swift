/// One bucket: what is left in it, and who waits for it.
///
/// `remaining` is counted down before a request leaves, so however many leave together, none is one too many. An
/// answer may only lower it within its window; only a new window raises it.
struct RateBucket: Sendable {
    /// How much is known of the limit.
    enum Knowledge: Equatable, Sendable {
        /// Nothing: one request at a time until an answer tells.
        case nothing
        /// Answers carry no limit.
        case unlimited
        /// The limit is known, and the current window ends at `resetAt`.
        case window(limit: Int, resetAt: Moment, length: Duration, serverReset: Double?)
        /// The limit is known; when the current window ends is not, because no answer in it has come yet.
        case freshWindow(limit: Int, length: Duration, lastServerReset: Double?)
    }

    private(set) var knowledge: Knowledge = .nothing
    private(set) var remaining = 1
    private(set) var inFlight = 0
    /// A 429 forbids everything until then.
    private(set) var blockedUntil: Moment?
    private(set) var blockScope: RateLimitScope = .user
    /// Whether the one request in flight has been alone all the way: its answer then is the exact truth.
    private var isSole = false
    /// Requests of this window that ended without an answer: they may have been counted in the next one.
    private var lost = 0
    /// When the last one was given up.
    private var lastLoss: Moment?
    /// The longest window that was ever seen.
    private var longest: Duration = .zero
    var queue = RingQueue<Int>()
    var lastUse: Moment

    init(at now: Moment) {
        lastUse = now
    }

    /// Requests allowed in one window, if known.
    var limit: Int? {
        switch knowledge {
        case .nothing, .unlimited: nil
        case .window(let limit, _, _, _), .freshWindow(let limit, _, _): limit
        }
    }

    /// Whether it can be forgotten: nobody uses it and forgetting loses nothing.
    func isIdle(at now: Moment) -> Bool {
        guard queue.isEmpty, inFlight == 0, (blockedUntil ?? now) <= now else { return false }
        if case .window(_, let resetAt, _, _) = knowledge { return resetAt <= now }
        return true
    }

    /// Turns the page when the window has ended.
    mutating func refresh(at now: Moment) {
        if let until = blockedUntil, until <= now { blockedUntil = nil }
        guard case .window(let limit, let resetAt, let length, let reset) = knowledge, resetAt <= now else { return }
        // What is still in flight may be counted in the new window.
        remaining = max(0, limit - inFlight - lost)
        lost = 0
        knowledge = .freshWindow(limit: limit, length: length, lastServerReset: reset)
    }

    /// When the bucket may let a request through: `now` or earlier for at once, `nil` when an answer must come first.
    func opening(at now: Moment) -> Moment? {
        if let blockedUntil, blockedUntil > now { return blockedUntil }
        switch knowledge {
        case .nothing: return inFlight == 0 ? now : nil
        case .unlimited: return now
        case .window(_, let resetAt, _, _): return remaining > 0 ? now : resetAt
        case .freshWindow:
            if remaining > 0 { return now }
            // What was lost may have opened a window of its own, which ends this long after at the latest.
            return inFlight > 0 ? nil : lastLoss.map { max(now, $0 + longest) } ?? now
        }
    }

    /// The least wait of a request that `ahead` others stand before.
    func leastWait(ahead: Int, at now: Moment) -> Duration {
        let blocked = blockedUntil.map { max(.zero, $0 - now) } ?? .zero
        switch knowledge {
        case .nothing, .unlimited: return blocked
        case .window(let limit, let resetAt, let length, _):
            guard ahead >= remaining else { return blocked }
            let windows = (ahead - remaining) / max(1, limit)
            return max(blocked, resetAt - now + length * windows)
        case .freshWindow(let limit, let length, _):
            guard ahead >= max(remaining, 1) else { return blocked }
            // Nobody has seen the end of this window yet: it may be near.
            return max(blocked, length * ((ahead - remaining) / max(1, limit)))
        }
    }

    /// Lets one request through.
    mutating func take(at now: Moment) {
        isSole = inFlight == 0
        remaining = max(0, remaining - 1)
        inFlight += 1
        lastUse = now
    }

    /// Counts a request as in flight here that was let through elsewhere.
    mutating func adopt() {
        isSole = false
        remaining = max(0, remaining - 1)
        inFlight += 1
    }

    /// One request that was let through has ended without an answer.
    mutating func release(sent: Bool, at now: Moment) {
        inFlight = max(0, inFlight - 1)
        lastUse = now
        guard !sent else {
            lost += 1
            lastLoss = now
            return
        }
        guard let limit else { return }
        remaining = min(limit, remaining + 1)
    }

    /// An answer has come without any limit in it.
    mutating func answeredWithoutLimit(at now: Moment) {
        inFlight = max(0, inFlight - 1)
        lastUse = now
        if case .nothing = knowledge { knowledge = .unlimited }
    }

    /// 429 has come: forbids everything for `duration`.
    mutating func limited(for duration: Duration, scope: RateLimitScope, headers: RateLimitHeaders?, at now: Moment) {
        blockedUntil = max(blockedUntil ?? now, now + duration)
        blockScope = scope
        lastUse = now
        if let headers, scope == .user {
            answered(headers, slack: .zero, at: now)
            return
        }
        inFlight = max(0, inFlight - 1)
        // Whatever was believed was wrong, or others use the same resource: go on with one at a time.
        knowledge = .nothing
    }

    /// An answer has come with a limit in it.
    mutating func answered(_ headers: RateLimitHeaders, slack: Duration, at now: Moment) {
        inFlight = max(0, inFlight - 1)
        lastUse = now
        let limit = max(1, headers.limit)
        let left = max(0, min(headers.remaining, limit))
        let seen = Seen(
            limit: limit, left: left, resetAt: now + max(.zero, headers.resetAfter) + slack,
            length: max(.zero, headers.resetAfter), reset: headers.reset)
        if isSole {
            isSole = false
            begin(seen, remaining: left)
        } else {
            learn(seen)
        }
    }

    /// Takes over what another bucket, found to be the same one, holds.
    mutating func absorb(_ other: RateBucket) {
        isSole = isSole ? other.inFlight == 0 : inFlight == 0 && other.isSole
        inFlight += other.inFlight
        remaining = max(0, remaining - other.inFlight)
        if let until = other.blockedUntil { blockedUntil = max(blockedUntil ?? until, until) }
        lastUse = max(lastUse, other.lastUse)
        insert(other.queue.elements)
    }

    /// Lets tickets wait in the order of their numbers, which is the order they came in.
    mutating func insert(_ tickets: [Int]) {
        if tickets.count == 1, let last = queue.last, last < tickets[0] {
            queue.append(tickets[0])
            return
        }
        let ordered = (queue.elements + tickets).sorted()
        queue = RingQueue()
        for ticket in ordered { queue.append(ticket) }
    }
}

// MARK: - Learning

extension RateBucket {
    /// One answer's account of a window.
    private struct Seen {
        let limit: Int
        let left: Int
        let resetAt: Moment
        let length: Duration
        let reset: Double?
    }

    private mutating func begin(_ seen: Seen, remaining: Int) {
        self.remaining = max(0, remaining)
        longest = max(longest, seen.length)
        knowledge = .window(limit: seen.limit, resetAt: seen.resetAt, length: seen.length, serverReset: seen.reset)
    }

    private mutating func learn(_ seen: Seen) {
        switch knowledge {
        case .nothing, .unlimited:
            begin(seen, remaining: seen.left - inFlight - lost)
            lost = 0
        case .freshWindow(let oldLimit, let length, let lastReset):
            if let lastReset, let reset = seen.reset, reset <= lastReset + Self.resetTolerance {
                // It was counted before the page turned, so it takes nothing from the new one.
                remaining = min(oldLimit, remaining + 1)
                knowledge = .freshWindow(limit: oldLimit, length: length, lastServerReset: lastReset)
                return
            }
            begin(seen, remaining: min(remaining + seen.limit - oldLimit, seen.left))
        case .window(let oldLimit, let oldResetAt, let length, let oldReset):
            if let reset = seen.reset, let oldReset, abs(reset - oldReset) > Self.resetTolerance {
                // Of an older window it says nothing. In a newer one than was believed in, the others in flight may
                // or may not be counted yet.
                if reset > oldReset {
                    begin(seen, remaining: min(seen.left, seen.limit - 1 - inFlight - lost))
                    lost = 0
                }
                return
            }
            // The same window seen once more: every estimate of its end is late by an answer's way, none is early.
            remaining = max(0, min(remaining + seen.limit - oldLimit, seen.left))
            knowledge = .window(
                limit: seen.limit, resetAt: min(seen.resetAt, oldResetAt), length: max(length, seen.length),
                serverReset: oldReset ?? seen.reset)
        }
    }

    /// How far two `reset`s of one window may lie apart, in seconds: Discord writes milliseconds.
    private static let resetTolerance = 0.002
}
