public import EchordPrimitives
public import JSON

/// Whether somebody is there, and what they do.
///
/// <https://docs.discord.com/developers/events/gateway-events#presence-update>
@JSONModel
public struct Presence: Hashable, Sendable {
    /// Who; only the id is certain.
    public var user: PresenceUser
    /// The guild.
    public var guildID: GuildID?
    /// Whether they are there.
    public var status: PresenceStatus = .offline
    /// What they do.
    public var activities: [Activity] = []
    /// On which device.
    public var clientStatus: ClientStatus?
}

/// As much of a user as a presence holds.
///
/// <https://docs.discord.com/developers/events/gateway-events#presence-update>
@JSONModel
public struct PresenceUser: Hashable, Sendable {
    /// The user's id.
    public var id: UserID
    /// The name, when it changed.
    public var username: String?
    /// The digits, when they changed.
    public var discriminator: String?
    /// The shown name, when it changed.
    public var globalName: String?
    /// The picture's hash, when it changed.
    public var avatar: String?
}

/// On which devices somebody is.
///
/// <https://docs.discord.com/developers/events/gateway-events#client-status-object>
@JSONModel
public struct ClientStatus: Hashable, Sendable {
    /// On a desktop.
    public var desktop: PresenceStatus?
    /// On a telephone.
    public var mobile: PresenceStatus?
    /// In a browser, or as a bot.
    public var web: PresenceStatus?
    /// In virtual reality.
    public var vr: PresenceStatus?
}

/// What somebody does.
///
/// <https://docs.discord.com/developers/events/gateway-events#activity-object>
@JSONModel
public struct Activity: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its kind.
    public var type: ActivityType
    /// Where a stream is seen.
    public var url: String?
    /// When it was set, in milliseconds since 1970.
    public var createdAt: Int64?
    /// When it began and ends.
    public var timestamps: ActivityTimestamps?
    /// The game.
    public var applicationID: ApplicationID?
    /// Which text stands in the member list.
    public var statusDisplayType: StatusDisplayType?
    /// What exactly.
    public var details: String?
    /// Where the details lead.
    public var detailsURL: String?
    /// The party's state, or a custom status.
    public var state: String?
    /// Where the state leads.
    public var stateURL: String?
    /// The emoji of a custom status.
    public var emoji: PartialEmoji?
    /// The party.
    public var party: ActivityParty?
    /// Pictures.
    public var assets: ActivityAssets?
    /// Secrets for joining.
    public var secrets: ActivitySecrets?
    /// Whether it is one instance of a game.
    @JSONKey("instance") public var isInstance: Bool?
    /// What it holds.
    public var flags: ActivityFlags?
    /// Up to two buttons: labels when received, objects when sent.
    public var buttons: [JSONValue]?
}

/// When an activity began and ends.
///
/// <https://docs.discord.com/developers/events/gateway-events#activity-object-activity-timestamps>
@JSONModel
public struct ActivityTimestamps: Hashable, Sendable {
    /// The beginning, in milliseconds since 1970.
    public var start: Int64?
    /// The end, in milliseconds since 1970.
    public var end: Int64?
}

/// With whom somebody does something.
///
/// <https://docs.discord.com/developers/events/gateway-events#activity-object-activity-party>
@JSONModel
public struct ActivityParty: Hashable, Sendable {
    /// The party's id.
    public var id: String?
    /// How many there are and can be.
    public var size: [Int]?
}

/// Pictures of an activity.
///
/// <https://docs.discord.com/developers/events/gateway-events#activity-object-activity-assets>
@JSONModel
public struct ActivityAssets: Hashable, Sendable {
    /// The large picture.
    public var largeImage: String?
    /// What stands over it.
    public var largeText: String?
    /// Where it leads.
    public var largeURL: String?
    /// The small picture.
    public var smallImage: String?
    /// What stands over it.
    public var smallText: String?
    /// Where it leads.
    public var smallURL: String?
    /// The banner of an invite.
    public var inviteCoverImage: String?
}

/// Secrets for joining an activity.
///
/// <https://docs.discord.com/developers/events/gateway-events#activity-object-activity-secrets>
@JSONModel
public struct ActivitySecrets: Hashable, Sendable {
    /// For a party.
    public var join: String?
    /// For watching.
    public var spectate: String?
    /// For one match.
    public var match: String?
}
