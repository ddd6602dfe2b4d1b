public import EchordPrimitives
public import JSON

/// An activity that is going on, and who takes part.
///
/// <https://docs.discord.com/developers/resources/application#get-application-activity-instance>
@JSONModel
public struct RunningActivity: Hashable, Sendable {
    /// The application.
    public var applicationID: ApplicationID
    /// The activity's id.
    public var instanceID: String
    /// The launch's id.
    public var launchID: GenericID
    /// Where it takes place.
    public var location: ActivityLocation
    /// Who takes part.
    public var users: [UserID] = []
}

/// Where an activity takes place.
///
/// <https://docs.discord.com/developers/resources/application#activity-location-object>
@JSONModel
public struct ActivityLocation: Hashable, Sendable {
    /// The place's id, which begins with its kind.
    public var id: String
    /// Its kind.
    public var kind: ActivityLocationKind
    /// The channel.
    public var channelID: ChannelID
    /// The guild, if it is in one.
    public var guildID: GuildID?
}

/// What kind of place an activity is in.
///
/// <https://docs.discord.com/developers/resources/application#activity-location-object-activity-location-kind-enum>
public struct ActivityLocationKind: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `GUILD_CHANNEL`.
    public static let guildChannel = Self(rawValue: "gc")
    /// `PRIVATE_CHANNEL`.
    public static let privateChannel = Self(rawValue: "pc")
    /// `PARTY`.
    public static let party = Self(rawValue: "party")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "GUILD_CHANNEL": .guildChannel,
            "PRIVATE_CHANNEL": .privateChannel,
            "PARTY": .party,
        ]
    }
}
