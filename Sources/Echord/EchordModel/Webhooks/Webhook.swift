public import EchordPrimitives
public import JSON

/// Something that posts into a channel without a bot.
///
/// <https://docs.discord.com/developers/resources/webhook#webhook-object>
@JSONModel
public struct Webhook: Hashable, Sendable {
    /// The webhook's id.
    public var id: WebhookID
    /// Its kind.
    public var type: WebhookType
    /// The guild.
    public var guildID: GuildID?
    /// The channel.
    public var channelID: ChannelID?
    /// Who made it.
    public var user: User?
    /// Its name.
    public var name: String?
    /// Hash of its picture.
    public var avatar: String?
    /// What it takes to post; keep it secret.
    public var token: String?
    /// The application that made it.
    public var applicationID: ApplicationID?
    /// The guild it follows.
    public var sourceGuild: Guild?
    /// The channel it follows.
    public var sourceChannel: PartialChannel?
    /// Where to post, from the OAuth2 flow.
    public var url: String?
}

/// As much of a channel as it takes to name it.
///
/// <https://docs.discord.com/developers/resources/channel#channel-object>
@JSONModel
public struct PartialChannel: Hashable, Sendable {
    /// The channel's id.
    public var id: ChannelID
    /// Its kind.
    public var type: ChannelType?
    /// Its name.
    public var name: String?
    /// Hash of a group's icon.
    public var icon: String?
    /// The others in a group.
    public var recipients: [GroupRecipient]?
}

/// As much of somebody in a group as an invite tells.
@JSONModel
public struct GroupRecipient: Hashable, Sendable {
    /// The user's id.
    public var id: UserID?
    /// The name.
    public var username: String
    /// Hash of the picture.
    public var avatar: String?
}
