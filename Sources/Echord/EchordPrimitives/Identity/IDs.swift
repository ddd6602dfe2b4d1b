/// What a ``Snowflake`` can name; types without values.
public enum IDMarker {
    /// Marks the id of a user account.
    public enum User {}
    /// Marks the id of a guild (a server).
    public enum Guild {}
    /// Marks the id of a channel or a thread.
    public enum Channel {}
    /// Marks the id of a message.
    public enum Message {}
    /// Marks the id of a role.
    public enum Role {}
    /// Marks the id of an application.
    public enum Application {}
    /// Marks the id of an interaction.
    public enum Interaction {}
    /// Marks the id of an application command.
    public enum Command {}
    /// Marks the id of one version of an application command.
    public enum CommandVersion {}
    /// Marks the id of an uploaded file.
    public enum Attachment {}
    /// Marks the id of a custom emoji.
    public enum Emoji {}
    /// Marks the id of a sticker.
    public enum Sticker {}
    /// Marks the id of a pack of standard stickers.
    public enum StickerPack {}
    /// Marks the id of a webhook.
    public enum Webhook {}
    /// Marks the id of an integration.
    public enum Integration {}
    /// Marks the id of an entitlement.
    public enum Entitlement {}
    /// Marks the id of something that can be bought.
    public enum SKU {}
    /// Marks the id of a subscription.
    public enum Subscription {}
    /// Marks the id of a guild scheduled event.
    public enum ScheduledEvent {}
    /// Marks the id of a stage instance.
    public enum StageInstance {}
    /// Marks the id of a soundboard sound.
    public enum SoundboardSound {}
    /// Marks the id of an AutoMod rule.
    public enum AutoModerationRule {}
    /// Marks the id of an entry of the audit log.
    public enum AuditLogEntry {}
    /// Marks the id of a team.
    public enum Team {}
    /// Marks the id of a tag of a forum.
    public enum ForumTag {}
    /// Marks the id of an onboarding prompt.
    public enum OnboardingPrompt {}
    /// Marks the id of an option of an onboarding prompt.
    public enum OnboardingOption {}
    /// Marks the id of a lobby.
    public enum Lobby {}
    /// Marks the id of a request to join a guild.
    public enum JoinRequest {}
    /// Marks the id of one time of a scheduled event that is moved or dropped.
    public enum ScheduledEventException {}
    /// Marks the id of an asset of an application.
    public enum Asset {}
    /// Marks the id of anything: the kind stands beside it.
    public enum Generic {}
}

/// The id of a user account.
public typealias UserID = Snowflake<IDMarker.User>
/// The id of a guild (a server).
public typealias GuildID = Snowflake<IDMarker.Guild>
/// The id of a channel or a thread.
public typealias ChannelID = Snowflake<IDMarker.Channel>
/// The id of a message.
public typealias MessageID = Snowflake<IDMarker.Message>
/// The id of a role.
public typealias RoleID = Snowflake<IDMarker.Role>
/// The id of an application.
public typealias ApplicationID = Snowflake<IDMarker.Application>
/// The id of an interaction.
public typealias InteractionID = Snowflake<IDMarker.Interaction>
/// The id of an application command.
public typealias CommandID = Snowflake<IDMarker.Command>
/// The id of one version of an application command.
public typealias CommandVersionID = Snowflake<IDMarker.CommandVersion>
/// The id of an uploaded file.
public typealias AttachmentID = Snowflake<IDMarker.Attachment>
/// The id of a custom emoji.
public typealias EmojiID = Snowflake<IDMarker.Emoji>
/// The id of a sticker.
public typealias StickerID = Snowflake<IDMarker.Sticker>
/// The id of a pack of standard stickers.
public typealias StickerPackID = Snowflake<IDMarker.StickerPack>
/// The id of a webhook.
public typealias WebhookID = Snowflake<IDMarker.Webhook>
/// The id of an integration.
public typealias IntegrationID = Snowflake<IDMarker.Integration>
/// The id of an entitlement.
public typealias EntitlementID = Snowflake<IDMarker.Entitlement>
/// The id of something that can be bought.
public typealias SKUID = Snowflake<IDMarker.SKU>
/// The id of a subscription.
public typealias SubscriptionID = Snowflake<IDMarker.Subscription>
/// The id of a guild scheduled event.
public typealias ScheduledEventID = Snowflake<IDMarker.ScheduledEvent>
/// The id of a stage instance.
public typealias StageInstanceID = Snowflake<IDMarker.StageInstance>
/// The id of a soundboard sound.
public typealias SoundboardSoundID = Snowflake<IDMarker.SoundboardSound>
/// The id of an AutoMod rule.
public typealias AutoModerationRuleID = Snowflake<IDMarker.AutoModerationRule>
/// The id of an entry of the audit log.
public typealias AuditLogEntryID = Snowflake<IDMarker.AuditLogEntry>
/// The id of a team.
public typealias TeamID = Snowflake<IDMarker.Team>
/// The id of a tag of a forum.
public typealias ForumTagID = Snowflake<IDMarker.ForumTag>
/// The id of an onboarding prompt.
public typealias OnboardingPromptID = Snowflake<IDMarker.OnboardingPrompt>
/// The id of an option of an onboarding prompt.
public typealias OnboardingOptionID = Snowflake<IDMarker.OnboardingOption>
/// The id of a lobby.
public typealias LobbyID = Snowflake<IDMarker.Lobby>
/// The id of a request to join a guild.
public typealias JoinRequestID = Snowflake<IDMarker.JoinRequest>
/// The id of one time of a scheduled event that is moved or dropped.
public typealias ScheduledEventExceptionID = Snowflake<IDMarker.ScheduledEventException>
/// The id of an asset of an application.
public typealias AssetID = Snowflake<IDMarker.Asset>
/// The id of anything: the kind stands beside it.
public typealias GenericID = Snowflake<IDMarker.Generic>

extension GuildID {
    /// The default role (`@everyone`), whose id is the guild's.
    public var everyoneRole: RoleID { cast() }

    /// The shard that receives this guild's events.
    ///
    /// <https://docs.discord.com/developers/events/gateway#sharding>
    ///
    /// - Parameter count: how many shards there are, at least 1.
    public func shard(of count: Int) -> Int { Int((rawValue >> 22) % UInt64(max(count, 1))) }
}
