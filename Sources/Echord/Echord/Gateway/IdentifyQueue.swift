/// How many sessions may still be started, as GET /gateway/bot tells it.
///
/// Discord: *Gateway › Session Start Limit Object*.
public struct SessionStartBudget: Hashable, Sendable {
    /// Starts in one period (24 h).
    public var total: Int
    /// Starts left in this period.
    public var remaining: Int
    /// The time until the period ends.
    public var resetAfter: Duration
    /// Identifies allowed every 5 s.
    public var maxConcurrency: Int

    /// Makes a limit from Discord's four numbers.
    public init(total: Int, remaining: Int, resetAfter: Duration, maxConcurrency: Int) {
        self.total = total
        self.remaining = remaining
        self.resetAfter = resetAfter
        self.maxConcurrency = maxConcurrency
    }
}

/// Whose turn it is to identify, and how many session starts are left; the rules without any waiting.
///
/// Shards whose numbers are equal modulo `max_concurrency` share a key; one per key may identify every 5 s. Using up
/// the day's starts makes Discord reset the token, so the last ones are never spent.
struct IdentifyQueue: Sendable {
    /// The numbers a queue keeps to.
    struct Configuration: Sendable {
        /// The wait between two identifies of one key: Discord's 5 s and room for the network's jitter.
        var interval: Duration = .milliseconds(5_250)
        /// Session starts that are kept back.
        var reserve = 5
        /// The length of the period of the budget.
        var period: Duration = .seconds(86_400)
    }

    /// What is decided about a ticket.
    enum Verdict: Equatable, Sendable {
        /// Identify now.
        case granted(ticket: Int)
        /// No starts are left before `until`.
        case deferred(ticket: Int, until: Moment, remaining: Int, total: Int)
    }

    private struct Request: Sendable {
        let ticket: Int
        let shard: ShardID
    }

    let configuration: Configuration
    private var maxConcurrency = 1
    private var total = Int.max
    private var remaining = Int.max
    private var periodEnd: Moment?
    private var waiting = RingQueue<Request>()
    private var lastGrant: [Int: Moment] = [:]

    init(configuration: Configuration = .init()) {
        self.configuration = configuration
    }

    /// Session starts left, as far as known.
    var startsLeft: Int? { periodEnd == nil ? nil : remaining }

    /// Takes Discord's numbers.
    mutating func update(_ limit: SessionStartBudget, at now: Moment) {
        let concurrency = max(1, limit.maxConcurrency)
        if concurrency != maxConcurrency {
            // Keys change their meaning: the safe reading is that every new key was used when the last one was.
            let latest = lastGrant.values.max()
            maxConcurrency = concurrency
            lastGrant = [:]
            if let latest { for key in 0..<concurrency { lastGrant[key] = latest } }
        }
        total = limit.total
        remaining = limit.remaining
        periodEnd = now + limit.resetAfter
    }

    /// Puts a shard in the queue.
    mutating func request(ticket: Int, shard: ShardID) {
        waiting.append(Request(ticket: ticket, shard: shard))
    }

    /// Takes a shard out of the queue; `false` when it is not in it.
    mutating func cancel(ticket: Int) -> Bool {
        !waiting.removeAll { $0.ticket == ticket }.isEmpty
    }

    /// Decides about everyone whose turn it is at `now`.
    mutating func advance(to now: Moment) -> [Verdict] {
        renewBudget(at: now)
        var verdicts: [Verdict] = []
        var held = Set<Int>()
        let requests = waiting.elements
        for request in requests {
            if let periodEnd, remaining <= configuration.reserve {
                _ = cancel(ticket: request.ticket)
                verdicts.append(
                    .deferred(ticket: request.ticket, until: periodEnd, remaining: remaining, total: total))
                continue
            }
            let key = request.shard.identifyKey(maxConcurrency: maxConcurrency)
            guard !held.contains(key) else { continue }
            if let last = lastGrant[key], now - last < configuration.interval {
                held.insert(key)
                continue
            }
            held.insert(key)
            lastGrant[key] = now
            if remaining != Int.max { remaining -= 1 }
            _ = cancel(ticket: request.ticket)
            verdicts.append(.granted(ticket: request.ticket))
        }
        return verdicts
    }

    /// When `advance` has something to decide again; `nil` when nobody waits.
    var deadline: Moment? {
        waiting.elements.map { request in
            let key = request.shard.identifyKey(maxConcurrency: maxConcurrency)
            return lastGrant[key].map { $0 + configuration.interval } ?? .origin
        }.min()
    }

    private mutating func renewBudget(at now: Moment) {
        guard let end = periodEnd, now >= end else { return }
        remaining = total
        var next = end
        while next <= now { next = next + configuration.period }
        periodEnd = next
    }
}
