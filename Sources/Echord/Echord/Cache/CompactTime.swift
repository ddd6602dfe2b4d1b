internal import EchordPrimitives

/// A time in eight bytes, in the two ways in which Discord writes nearly all: in UTC with six digits of a second or none.
struct CompactTime: Hashable, Sendable {
    /// Half microseconds since 1970; odd when written without a fraction, `min` for no time.
    private let halves: Int64

    /// No time when there is none, or when it is written in another way.
    init(_ time: DiscordTimestamp?) {
        guard let time, time.offset == .minutes(0), time.nanoseconds % 1_000 == 0,
            time.fractionDigits == 6 || (time.fractionDigits == 0 && time.nanoseconds == 0)
        else {
            halves = .min
            return
        }
        let whole = time.unixSeconds * 2_000_000 + Int64(time.nanoseconds / 1_000) * 2
        halves = time.fractionDigits == 0 ? whole + 1 : whole
    }

    var time: DiscordTimestamp? {
        guard halves != .min else { return nil }
        // Shifting rounds down, before 1970 too.
        let microseconds = halves >> 1
        var (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        if rest < 0 { (seconds, rest) = (seconds - 1, rest + 1_000_000) }
        return DiscordTimestamp(
            unixSeconds: seconds, nanoseconds: Int32(rest) * 1_000, fractionDigits: halves & 1 == 1 ? 0 : 6)
    }
}
