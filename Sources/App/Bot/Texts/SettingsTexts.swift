package import Atoms

/// Everything the bot says about settings, in one language. Zones and times come in as they are written.
package protocol SettingsTexts: Sendable {
    /// Names and descriptions of the commands.
    var commands: SettingsCommandTexts { get }
    /// What a setting of a server is about.
    func about(_ setting: ServerSetting) -> String
    /// There is no setting of that name.
    ///
    /// - Parameter names: those that there are.
    func unknownSetting(_ names: String) -> String

    // MARK: Zones

    /// Suggests the zone of the server for a member.
    func likeServer(_ zone: String) -> String
    /// Suggests that a server has no zone of its own.
    func likeEverywhere(_ zone: String) -> String
    /// Which zone holds for a member, who decided it, and what time it is there.
    func zone(_ zone: String, _ source: MemberZone.Source, now: String) -> String
    /// After a member has chosen.
    func zoneChosen(_ zone: String, _ source: MemberZone.Source, now: String) -> String
    /// After somebody has chosen for the server.
    func serverZoneChosen(_ zone: String, now: String) -> String
    /// After a time was read in a zone that nobody has chosen.
    func zoneGuessed(_ zone: String) -> String
    /// There is no such zone.
    func unknownZone(_ typed: String) -> String
    /// Somebody may not change the server's settings.
    var notAllowed: String { get }
}

/// What Discord's client shows of the commands for settings.
package struct SettingsCommandTexts: CommandTexts {
    package let me: CommandEntry
    package let zone: CommandEntry
    package let zoneOption: CommandEntry
    package let config: CommandEntry
    package let set: CommandEntry
    package let keyOption: CommandEntry
    package let valueOption: CommandEntry

    /// Those of a language.
    package static func of(_ language: Language) -> Self { language.settings.commands }
}
