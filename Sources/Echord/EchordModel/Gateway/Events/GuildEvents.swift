public import EchordPrimitives
public import JSON

/// Somebody was banned.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-ban-add>
@JSONModel
public struct GuildBanAdd: Hashable, Sendable, DispatchEvent {
    /// `GUILD_BAN_ADD`.
    public static let eventName = DispatchEventName.guildBanAdd

    /// The guild.
    public var guildID: GuildID
    /// Who.
    public var user: User
}

/// A ban was lifted.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-ban-remove>
@JSONModel
public struct GuildBanRemove: Hashable, Sendable, DispatchEvent {
    /// `GUILD_BAN_REMOVE`.
    public static let eventName = DispatchEventName.guildBanRemove

    /// The guild.
    public var guildID: GuildID
    /// Whose.
    public var user: User
}

/// A guild's integrations changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-integrations-update>
@JSONModel
public struct GuildIntegrationsUpdate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_INTEGRATIONS_UPDATE`.
    public static let eventName = DispatchEventName.guildIntegrationsUpdate

    /// The guild.
    public var guildID: GuildID
}

/// A role was made.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-role-create>
@JSONModel
public struct GuildRoleCreate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_ROLE_CREATE`.
    public static let eventName = DispatchEventName.guildRoleCreate

    /// The guild.
    public var guildID: GuildID
    /// The role.
    public var role: Role
}

/// A role changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-role-update>
@JSONModel
public struct GuildRoleUpdate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_ROLE_UPDATE`.
    public static let eventName = DispatchEventName.guildRoleUpdate

    /// The guild.
    public var guildID: GuildID
    /// The role.
    public var role: Role
}

/// A role was deleted.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-role-delete>
@JSONModel
public struct GuildRoleDelete: Hashable, Sendable, DispatchEvent {
    /// `GUILD_ROLE_DELETE`.
    public static let eventName = DispatchEventName.guildRoleDelete

    /// The guild.
    public var guildID: GuildID
    /// The role.
    public var roleID: RoleID
}

/// An integration was removed.
///
/// <https://docs.discord.com/developers/events/gateway-events#integration-delete>
@JSONModel
public struct IntegrationDelete: Hashable, Sendable, DispatchEvent {
    /// `INTEGRATION_DELETE`.
    public static let eventName = DispatchEventName.integrationDelete

    /// The integration.
    public var id: IntegrationID
    /// The guild.
    public var guildID: GuildID
    /// Its application.
    public var applicationID: ApplicationID?
}

/// An invite was made.
///
/// <https://docs.discord.com/developers/events/gateway-events#invite-create>
@JSONModel
public struct InviteCreate: Hashable, Sendable, DispatchEvent {
    /// `INVITE_CREATE`.
    public static let eventName = DispatchEventName.inviteCreate

    /// Where it leads.
    public var channelID: ChannelID
    /// Its code.
    public var code: String
    /// When it was made.
    public var createdAt: DiscordTimestamp
    /// The guild.
    public var guildID: GuildID?
    /// Who made it.
    public var inviter: User?
    /// Seconds it lives, 0 for ever.
    public var maxAge: Int
    /// How often it can be used, 0 for no limit.
    public var maxUses: Int
    /// What it shows in a voice channel.
    public var targetType: InviteTargetType?
    /// Whose stream.
    public var targetUser: User?
    /// Which activity.
    public var targetApplication: PartialApplication?
    /// Whether it makes members only until they leave.
    @JSONKey("temporary") public var isTemporary: Bool = false
    /// How often it was used.
    public var uses: Int = 0
    /// When it ends.
    public var expiresAt: DiscordTimestamp?
    /// Roles it brings.
    @JSONKey("role_ids") public var roleIDs: [RoleID]?
}

/// An invite was deleted.
///
/// <https://docs.discord.com/developers/events/gateway-events#invite-delete>
@JSONModel
public struct InviteDelete: Hashable, Sendable, DispatchEvent {
    /// `INVITE_DELETE`.
    public static let eventName = DispatchEventName.inviteDelete

    /// Where it led.
    public var channelID: ChannelID
    /// The guild.
    public var guildID: GuildID?
    /// Its code.
    public var code: String
}

/// Somebody asks to join.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-join-request-create>
@JSONModel
public struct GuildJoinRequestCreate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_JOIN_REQUEST_CREATE`.
    public static let eventName = DispatchEventName.guildJoinRequestCreate

    /// How far it has come.
    public var status: JoinRequestStatus
    /// The request.
    public var request: JSONValue?
    /// The guild.
    public var guildID: GuildID
}

/// A request to join changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-join-request-update>
@JSONModel
public struct GuildJoinRequestUpdate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_JOIN_REQUEST_UPDATE`.
    public static let eventName = DispatchEventName.guildJoinRequestUpdate

    /// How far it has come.
    public var status: JoinRequestStatus
    /// The request.
    public var request: JSONValue?
    /// The guild.
    public var guildID: GuildID
}

/// A request to join was taken back.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-join-request-delete>
@JSONModel
public struct GuildJoinRequestDelete: Hashable, Sendable, DispatchEvent {
    /// `GUILD_JOIN_REQUEST_DELETE`.
    public static let eventName = DispatchEventName.guildJoinRequestDelete

    /// The request.
    public var id: JoinRequestID
    /// Who asked.
    public var userID: UserID
    /// The guild.
    public var guildID: GuildID
}

/// A guild changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-update>
public struct GuildUpdate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_UPDATE`.
    public static let eventName = DispatchEventName.guildUpdate
    /// What the event is about.
    public var guild: Guild

    /// An event.
    public init(guild: Guild) { self.guild = guild }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { guild = try Guild(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { guild.encode(to: &writer) }
}

/// A guild is down, or the bot is no longer in it.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-delete>
public struct GuildDelete: Hashable, Sendable, DispatchEvent {
    /// `GUILD_DELETE`.
    public static let eventName = DispatchEventName.guildDelete
    /// What the event is about.
    public var guild: UnavailableGuild

    /// An event.
    public init(guild: UnavailableGuild) { self.guild = guild }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { guild = try UnavailableGuild(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { guild.encode(to: &writer) }
}

/// Somebody did something that is kept in the audit log.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-audit-log-entry-create>
public struct GuildAuditLogEntryCreate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_AUDIT_LOG_ENTRY_CREATE`.
    public static let eventName = DispatchEventName.guildAuditLogEntryCreate
    /// What the event is about.
    public var entry: AuditLogEntry

    /// An event.
    public init(entry: AuditLogEntry) { self.entry = entry }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { entry = try AuditLogEntry(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { entry.encode(to: &writer) }
}
