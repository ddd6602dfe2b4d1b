/// Now, and the day and week of a guild around it.
public struct GuildDay: Hashable, Sendable {
    /// Now.
    public let now: Instant
    /// When the guild's day ends.
    public let end: Instant
    /// When its week ends, which is the start of a Monday.
    public let endOfWeek: Instant

    /// The day at `now` where clocks are `offset` ahead of UTC.
    public init(at now: Instant, offset: Duration = .zero) {
        let day: Int64 = 86_400_000
        let local = (now + offset).milliseconds
        let number = local >= 0 ? local / day : (local - day + 1) / day
        // 1 January 1970, day 0, was a Thursday.
        let weekday = (number % 7 + 10) % 7
        self.now = now
        end = Instant(milliseconds: (number + 1) * day) - offset
        endOfWeek = Instant(milliseconds: (number + 7 - weekday) * day) - offset
    }
}
