/// How Discord shows a moment inside a message, in the reader's own language and time zone.
///
/// <https://docs.discord.com/developers/reference#message-formatting-timestamp-styles>
public enum TimestampStyle: String, CaseIterable, Sendable {
    /// `16:20`.
    case shortTime = "t"
    /// `16:20:30`.
    case mediumTime = "T"
    /// `20/04/2021`.
    case shortDate = "d"
    /// `April 20, 2021`.
    case longDate = "D"
    /// `April 20, 2021 at 16:20`; what Discord takes when no style is given.
    case longDateShortTime = "f"
    /// `Tuesday, April 20, 2021 at 16:20`.
    case fullDateShortTime = "F"
    /// `20/04/2021, 16:20`.
    case shortDateShortTime = "s"
    /// `20/04/2021, 16:20:30`.
    case shortDateMediumTime = "S"
    /// `4 years ago`.
    case relative = "R"
}

extension DiscordTimestamp {
    /// The markup that Discord turns into this moment, such as `<t:1618953630:F>`.
    ///
    /// - Parameter style: how it is shown.
    public func markup(_ style: TimestampStyle = .longDateShortTime) -> String {
        Self.markup(unixSeconds: unixSeconds, style)
    }

    /// The markup for whole seconds since 1970.
    ///
    /// - Parameters:
    ///   - unixSeconds: seconds since 1970.
    ///   - style: how it is shown.
    public static func markup(unixSeconds: Int64, _ style: TimestampStyle = .longDateShortTime) -> String {
        "<t:\(unixSeconds):\(style.rawValue)>"
    }
}
