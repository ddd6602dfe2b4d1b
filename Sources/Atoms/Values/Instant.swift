internal import EchordPrimitives

/// A point in time, to the millisecond, since 1970 UTC. How it looks in a zone is for others to say.
public struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconds: Int64

    /// The instant so many milliseconds after 1970.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The instant so many seconds after 1970; stops at the ends of what can be counted.
    public init(seconds: Int64) { milliseconds = Duration.seconds(seconds).wholeMilliseconds }

    /// Whole seconds since 1970, as Discord's `<t:…>` wants them.
    public var seconds: Int64 { milliseconds / 1_000 - (milliseconds % 1_000 < 0 ? 1 : 0) }

    /// The earlier one comes first.
    public static func < (lhs: Instant, rhs: Instant) -> Bool { lhs.milliseconds < rhs.milliseconds }

    /// The instant `duration` later; stops at the ends of what can be counted.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        let (sum, overflow) = instant.milliseconds.addingReportingOverflow(duration.wholeMilliseconds)
        return Instant(milliseconds: overflow ? (duration < .zero ? .min : .max) : sum)
    }

    /// The instant `duration` earlier.
    public static func - (instant: Instant, duration: Duration) -> Instant { instant + (.zero - duration) }

    /// The time from `rhs` to `lhs`.
    public static func - (lhs: Instant, rhs: Instant) -> Duration {
        .milliseconds(lhs.milliseconds) - .milliseconds(rhs.milliseconds)
    }
}

extension Instant: LosslessStringConvertible, TextCoded {
    /// RFC 3339 in UTC with milliseconds: `2026-03-29T01:30:00.000Z`.
    public var description: String {
        let part = Int32((milliseconds % 1_000 + 1_000) % 1_000) * 1_000_000
        return DiscordTimestamp(unixSeconds: seconds, nanoseconds: part, fractionDigits: 3, offset: .zulu).description
    }

    /// Reads RFC 3339 with any offset; digits beyond the third of a fraction are dropped. Nil for anything else.
    public init?(_ text: String) {
        guard let timestamp = DiscordTimestamp(text) else { return nil }
        self.init(milliseconds: timestamp.unixMilliseconds)
    }
}

extension Duration {
    /// The length in whole milliseconds, cut towards zero; stops at the ends of what can be counted.
    public var wholeMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000)
        let (sum, overflow) = product.addingReportingOverflow(attoseconds / 1_000_000_000_000_000)
        return isTooLong || overflow ? (seconds < 0 ? .min : .max) : sum
    }
}
