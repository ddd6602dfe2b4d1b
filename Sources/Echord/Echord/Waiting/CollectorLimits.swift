/// How much a collector collects, and for how long; whatever is reached first ends it.
public struct CollectorLimits: Hashable, Sendable {
    /// The number of elements after which it ends; `nil` for any number.
    public var count: Int?
    /// How long nothing may come, counted from its beginning and then from each element; `nil` for any time.
    public var idle: Duration?
    /// How long it lasts in all; `nil` for any time.
    public var total: Duration?
    /// Elements that may wait to be read.
    public var buffer: Int
    /// What happens when they would be more. What is lost is counted and counts as collected.
    public var policy: EventBufferPolicy

    /// Makes limits; without arguments there are none but the buffer's.
    public init(
        count: Int? = nil, idle: Duration? = nil, total: Duration? = nil, buffer: Int = 1_024,
        policy: EventBufferPolicy = .dropOldest
    ) {
        self.count = count
        self.idle = idle
        self.total = total
        self.buffer = max(1, buffer)
        self.policy = policy
    }

    /// One element, within `total`.
    public static func first(within total: Duration?) -> CollectorLimits { CollectorLimits(count: 1, total: total) }
}

/// Why a collector ended.
public enum CollectorEnd: String, Hashable, Sendable, CaseIterable {
    /// It has its number of elements.
    case count
    /// Nothing came for too long.
    case idle
    /// Its time was over.
    case total
    /// What it watched was deleted, or the bot left the guild.
    case gone
    /// `stop` was called.
    case stopped
    /// The task that read from it was cancelled.
    case cancelled
    /// The client ended.
    case clientEnded = "client_ended"
    /// Nobody kept it.
    case abandoned
}

/// What a collector does when something comes or time passes.
///
/// Both times are reckoned by when elements came, not by when somebody read them, so a slow reader loses nothing.
struct CollectorMachine: Sendable {
    let limits: CollectorLimits
    private let started: Moment
    private var last: Moment
    private(set) var count = 0
    private(set) var end: CollectorEnd?

    init(_ limits: CollectorLimits, now: Moment) {
        self.limits = limits
        started = now
        last = now
        if let most = limits.count, most <= 0 { end = .count }
    }

    /// When it ends unless something comes, and why.
    var deadline: (moment: Moment, end: CollectorEnd)? {
        guard end == nil else { return nil }
        let total = limits.total.map { started + $0 }
        let idle = limits.idle.map { last + $0 }
        switch (total, idle) {
        case (let total?, let idle?): return idle < total ? (idle, .idle) : (total, .total)
        case (let total?, nil): return (total, .total)
        case (nil, let idle?): return (idle, .idle)
        case (nil, nil): return nil
        }
    }

    /// Time has passed.
    mutating func tick(at now: Moment) {
        if let deadline, deadline.moment <= now { end = deadline.end }
    }

    /// Something came; returns whether it is collected.
    mutating func offer(at now: Moment) -> Bool {
        tick(at: now)
        guard end == nil else { return false }
        count += 1
        last = now
        if let most = limits.count, count >= most { end = .count }
        return true
    }

    /// It ends for another reason, unless it has ended.
    mutating func stop(_ reason: CollectorEnd) {
        if end == nil { end = reason }
    }
}
