public import EchordPrimitives
public import JSON

/// The settings that an event can tell about. Absent: not changed. `null`: there was or is none.
@JSONModel
public struct SettingsChange: Hashable, Sendable {
    /// The time zone.
    public var zone: Patch<ZoneName> = .keep
}

/// A member changed what holds for them in a guild.
public struct UserSettingsChanged: DomainEvent {
    /// The durable name.
    public static let name = "user.settings.changed"
    /// The changed settings.
    public let difference: Difference<SettingsChange>
    /// The event of this change.
    public init(_ difference: Difference<SettingsChange>) { self.difference = difference }
}

/// An admin changed what holds for a guild.
public struct ConfigChanged: DomainEvent {
    /// The durable name.
    public static let name = "config.changed"
    /// The changed settings.
    public let difference: Difference<SettingsChange>
    /// The event of this change.
    public init(_ difference: Difference<SettingsChange>) { self.difference = difference }
}

extension Difference where Fields == SettingsChange {
    /// A change of the zone; nil for none.
    public init(zone old: ZoneName?, to new: ZoneName?) {
        self.init(
            before: SettingsChange(zone: Patch(settingOrClearing: old)),
            after: SettingsChange(zone: Patch(settingOrClearing: new)))
    }
}

extension EventSubject {
    /// What events and the audit log call a member.
    public static func user(_ id: UserID) -> EventSubject {
        EventSubject(type: "user", id: id.description, number: nil)
    }
    /// What events and the audit log call a guild.
    public static func guild(_ id: GuildID) -> EventSubject {
        EventSubject(type: "guild", id: id.description, number: nil)
    }
}
