/// A moment as Discord writes it: ISO 8601 with the number of fraction digits and the offset it came with.
///
/// Equality and order look at the moment only; writing gives back the text that was read.
///
/// <https://docs.discord.com/developers/reference#iso8601-datetime>
public struct DiscordTimestamp: Sendable {
    /// Whole seconds since 1970, from year 1 to year 9999.
    public let unixSeconds: Int64
    /// The part of a second, 0 to 999,999,999.
    public let nanoseconds: Int32
    /// How many digits the fraction is written with, 0 to 9.
    public let fractionDigits: UInt8
    /// The offset from UTC it is written with.
    public let offset: Offset

    /// How the offset from UTC is written.
    public enum Offset: Hashable, Sendable {
        /// Nothing, which means UTC; webhook events come like that.
        case unstated
        /// `Z`.
        case zulu
        /// `+hh:mm` or `-hh:mm`, in minutes, -1439 to 1439. Discord itself writes `+00:00`.
        case minutes(Int16)

        /// The offset in minutes.
        public var minutes: Int {
            switch self {
            case .unstated, .zulu: 0
            case .minutes(let minutes): Int(minutes)
            }
        }
    }

    /// The first second of year 1.
    static let lowestSecond: Int64 = -62_135_596_800
    /// The last second of year 9999.
    static let greatestSecond: Int64 = 253_402_300_799

    /// A moment; values out of range are moved to the nearest end of it.
    ///
    /// - Parameters:
    ///   - unixSeconds: seconds since 1970.
    ///   - nanoseconds: part of a second, 0 to 999,999,999.
    ///   - fractionDigits: digits to write, 0 to 9; Discord writes 6.
    ///   - offset: how to write the offset.
    public init(
        unixSeconds: Int64, nanoseconds: Int32 = 0, fractionDigits: UInt8 = 6, offset: Offset = .minutes(0)
    ) {
        self.unixSeconds = min(max(unixSeconds, Self.lowestSecond), Self.greatestSecond)
        self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
        self.fractionDigits = min(fractionDigits, 9)
        self.offset = .clamped(offset)
    }

    /// A moment of milliseconds since 1970, written as Discord does.
    public init(unixMilliseconds: Int64) {
        let (seconds, rest) = unixMilliseconds.flooredQuotientAndRemainder(dividingBy: 1000)
        self.init(unixSeconds: seconds, nanoseconds: Int32(rest) * 1_000_000)
    }

    /// Milliseconds since 1970, cut off.
    public var unixMilliseconds: Int64 { unixSeconds * 1000 + Int64(nanoseconds) / 1_000_000 }

    /// The moment moved by a duration; what it is written with stays.
    public func adding(_ duration: Duration) -> Self {
        let (seconds, attoseconds) = duration.components
        let total = Int64(nanoseconds) + attoseconds / 1_000_000_000
        let (carry, rest) = total.flooredQuotientAndRemainder(dividingBy: 1_000_000_000)
        let (sum, overflow) = unixSeconds.addingReportingOverflow(seconds)
        let moved = overflow ? (seconds < 0 ? Self.lowestSecond : Self.greatestSecond) : sum + carry
        return Self(unixSeconds: moved, nanoseconds: Int32(rest), fractionDigits: fractionDigits, offset: offset)
    }

    /// The time from another moment to this one.
    public func since(_ other: Self) -> Duration {
        .seconds(unixSeconds - other.unixSeconds) + .nanoseconds(Int64(nanoseconds) - Int64(other.nanoseconds))
    }
}

extension DiscordTimestamp: Hashable, Comparable {
    /// Whether both are the same moment, however they are written.
    public static func == (left: Self, right: Self) -> Bool {
        left.unixSeconds == right.unixSeconds && left.nanoseconds == right.nanoseconds
    }

    /// The earlier moment comes first.
    public static func < (left: Self, right: Self) -> Bool {
        (left.unixSeconds, left.nanoseconds) < (right.unixSeconds, right.nanoseconds)
    }

    /// Feeds the moment, not its writing.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(unixSeconds)
        hasher.combine(nanoseconds)
    }
}

extension DiscordTimestamp.Offset {
    fileprivate static func clamped(_ offset: Self) -> Self {
        guard case .minutes(let minutes) = offset else { return offset }
        return .minutes(min(max(minutes, -1439), 1439))
    }
}

extension Int64 {
    /// Division that rounds down, so that the remainder is never negative.
    func flooredQuotientAndRemainder(dividingBy divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
