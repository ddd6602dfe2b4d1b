package import Atoms
package import EchordPrimitives

/// How the bot writes a time where Discord's own markup cannot stand, such as suggestions and fields of a window.
package protocol DateTexts: Sendable {
    /// A day, or a minute of one, short and whole: `Fri 27 Mar 2026, 18:00`.
    ///
    /// - Parameter locale: the reader's; countries of one language write times differently.
    func moment(_ moment: LocalMoment, _ locale: DiscordLocale) -> String
    /// A time of the day alone.
    func time(_ time: LocalTime, _ locale: DiscordLocale) -> String
    /// What clocks do to a time, in few words behind it.
    func remark(_ change: ClockChange, _ locale: DiscordLocale) -> String
    /// What clocks did to the time that was typed, as a sentence.
    ///
    /// - Parameter moment: what is meant, as ``moment(_:_:)`` writes it.
    func sentence(_ change: ClockChange, meaning moment: String, _ locale: DiscordLocale) -> String
    /// What stands in a select of times before one is chosen.
    var choose: String { get }
}
