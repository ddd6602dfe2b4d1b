internal import EchordPrimitives
internal import Locking

/// Lets commands through so many times in any span of a length, for each user, channel or guild apart.
///
/// It has an identity: commands that are given the same cool-down share its counts, text commands included. It forgets
/// who has used nothing for a span, and beyond ``capacity`` whoever used something longest ago. All its moments must come
/// from one ``TimeSource``.
public final class CoolDown: Sendable {
    /// Whose uses are counted together.
    public enum Scope: Hashable, Sendable {
        /// Of a person, wherever they are.
        case user
        /// Of a person in one guild; outside of guilds as `user`.
        case member
        /// Of all in a channel.
        case channel
        /// Of all in a guild; outside of guilds as `user`.
        case guild
        /// Of everybody.
        case everyone
    }

    /// How many uses a span allows.
    public let limit: Int
    /// The span.
    public let span: Duration
    /// Whose uses are counted together.
    public let scope: Scope
    /// For how many it counts at most.
    public let capacity: Int
    private let sparing: @Sendable (CommandSubject) -> Bool
    private let table: Locked<CoolDownTable>

    /// A cool-down.
    ///
    /// - Parameters:
    ///   - limit: how many uses a span allows, 1 to 100.
    ///   - span: any stretch of this length.
    ///   - scope: whose uses are counted together.
    ///   - capacity: for how many it counts at most.
    ///   - sparing: who is not counted.
    public init(
        _ limit: Int = 1, per span: Duration, by scope: Scope = .user, capacity: Int = 10_000,
        sparing: @escaping @Sendable (CommandSubject) -> Bool = { _ in false }
    ) {
        self.limit = min(max(1, limit), 100)
        self.span = span
        self.scope = scope
        self.capacity = max(1, capacity)
        self.sparing = sparing
        table = Locked(CoolDownTable(limit: self.limit, span: span, capacity: self.capacity))
    }

    /// Counts a use, if it is allowed.
    ///
    /// - Returns: nil when it is allowed; else how long until one would be, and nothing is counted.
    public func take(_ subject: CommandSubject, at now: Moment) -> Duration? {
        guard !sparing(subject) else { return nil }
        let key = key(subject)
        return table.withLock { $0.take(key, at: now) }
    }

    /// Takes back a use that was counted at `moment`, because nothing came of it.
    public func giveBack(_ subject: CommandSubject, from moment: Moment) {
        let key = key(subject)
        table.withLock { $0.giveBack(key, from: moment) }
    }

    /// For how many it counts just now.
    var count: Int { table.withLock { $0.count } }

    private func key(_ subject: CommandSubject) -> CoolDownTable.Key {
        let (user, guild) = (subject.user.rawValue, subject.guild?.rawValue)
        switch scope {
        case .user: return .init(first: user)
        case .member: return .init(first: user, second: guild ?? 0)
        case .channel: return .init(first: 0, second: subject.channel?.rawValue ?? 0)
        case .guild: return guild.map { .init(first: 0, second: $0) } ?? .init(first: user)
        case .everyone: return .init(first: 0)
        }
    }
}

extension [CoolDown] {
    /// Takes back a use that was counted with all of them.
    func giveBack(_ subject: CommandSubject, from moment: Moment) {
        for each in self { each.giveBack(subject, from: moment) }
    }

    /// Counts a use with all of them, or with none.
    func take(_ subject: CommandSubject, at now: Moment) throws(CommandRefusal) {
        for (index, each) in enumerated() {
            guard let wait = each.take(subject, at: now) else { continue }
            for earlier in self[..<index] { earlier.giveBack(subject, from: now) }
            throw .coolDown(wait)
        }
    }
}

/// When each key was used last, within bounds. Knows no time of its own.
struct CoolDownTable {
    struct Key: Hashable {
        var first: UInt64
        var second: UInt64 = 0
    }

    private let limit: Int
    private let span: Duration
    private let capacity: Int
    private var logs: [Key: SlidingLog] = [:]
    /// Every use that was counted, in the order of time: those of a span are forgotten in the same order.
    private var uses = RingQueue<(key: Key, at: Moment)>()

    init(limit: Int, span: Duration, capacity: Int) {
        (self.limit, self.span, self.capacity) = (limit, span, capacity)
    }

    var count: Int { logs.count }

    mutating func take(_ key: Key, at now: Moment) -> Duration? {
        forget(before: now)
        var log = logs[key] ?? SlidingLog(limit: limit, window: span)
        if let opening = log.nextOpening(at: now) { return opening - now }
        if logs[key] == nil { makeRoom() }
        log.record(at: now)
        logs[key] = log
        uses.append((key, now))
        return nil
    }

    mutating func giveBack(_ key: Key, from moment: Moment) {
        logs[key]?.takeBack(moment)
        if logs[key]?.isEmpty == true { logs[key] = nil }
    }

    /// Forgets who has used nothing for a span.
    private mutating func forget(before now: Moment) {
        while let oldest = uses.first, now - oldest.at >= span {
            _ = uses.popFirst()
            if logs[oldest.key]?.count(at: now) == 0 { logs[oldest.key] = nil }
        }
    }

    /// Forgets whose last use is longest ago when there are as many as there may be.
    private mutating func makeRoom() {
        while logs.count >= capacity, let oldest = uses.popFirst() {
            // A key that was used again later has its turn then.
            if let last = logs[oldest.key]?.last, last <= oldest.at { logs[oldest.key] = nil }
        }
    }
}
