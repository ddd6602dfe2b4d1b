public import EchordPrimitives
public import JSON

/// Where an application is installed.
///
/// <https://docs.discord.com/developers/resources/application#application-object-application-integration-types>
public struct IntegrationInstallType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `GUILD_INSTALL`.
    public static let guildInstall = Self(rawValue: 0)
    /// `USER_INSTALL`.
    public static let userInstall = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "GUILD_INSTALL": .guildInstall,
            "USER_INSTALL": .userInstall,
        ]
    }
}

/// Whether an application receives webhook events.
///
/// <https://docs.discord.com/developers/resources/application#application-object-application-event-webhook-status>
public struct EventWebhookStatus: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `DISABLED`.
    public static let disabled = Self(rawValue: 1)
    /// `ENABLED`.
    public static let enabled = Self(rawValue: 2)
    /// `DISABLED_BY_DISCORD`.
    public static let disabledByDiscord = Self(rawValue: 3)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "DISABLED": .disabled,
            "ENABLED": .enabled,
            "DISABLED_BY_DISCORD": .disabledByDiscord,
        ]
    }
}

/// Flags of an application.
///
/// <https://docs.discord.com/developers/resources/application#application-object-application-flags>
public struct ApplicationFlags: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `APPLICATION_AUTO_MODERATION_RULE_CREATE_BADGE`, bit 6.
    public static let applicationAutoModerationRuleCreateBadge = Self(rawValue: 1 << 6)
    /// `GATEWAY_PRESENCE`, bit 12.
    public static let gatewayPresence = Self(rawValue: 1 << 12)
    /// `GATEWAY_PRESENCE_LIMITED`, bit 13.
    public static let gatewayPresenceLimited = Self(rawValue: 1 << 13)
    /// `GATEWAY_GUILD_MEMBERS`, bit 14.
    public static let gatewayGuildMembers = Self(rawValue: 1 << 14)
    /// `GATEWAY_GUILD_MEMBERS_LIMITED`, bit 15.
    public static let gatewayGuildMembersLimited = Self(rawValue: 1 << 15)
    /// `VERIFICATION_PENDING_GUILD_LIMIT`, bit 16.
    public static let verificationPendingGuildLimit = Self(rawValue: 1 << 16)
    /// `EMBEDDED`, bit 17.
    public static let embedded = Self(rawValue: 1 << 17)
    /// `GATEWAY_MESSAGE_CONTENT`, bit 18.
    public static let gatewayMessageContent = Self(rawValue: 1 << 18)
    /// `GATEWAY_MESSAGE_CONTENT_LIMITED`, bit 19.
    public static let gatewayMessageContentLimited = Self(rawValue: 1 << 19)
    /// `APPLICATION_COMMAND_BADGE`, bit 23.
    public static let applicationCommandBadge = Self(rawValue: 1 << 23)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "APPLICATION_AUTO_MODERATION_RULE_CREATE_BADGE": .applicationAutoModerationRuleCreateBadge,
            "GATEWAY_PRESENCE": .gatewayPresence,
            "GATEWAY_PRESENCE_LIMITED": .gatewayPresenceLimited,
            "GATEWAY_GUILD_MEMBERS": .gatewayGuildMembers,
            "GATEWAY_GUILD_MEMBERS_LIMITED": .gatewayGuildMembersLimited,
            "VERIFICATION_PENDING_GUILD_LIMIT": .verificationPendingGuildLimit,
            "EMBEDDED": .embedded,
            "GATEWAY_MESSAGE_CONTENT": .gatewayMessageContent,
            "GATEWAY_MESSAGE_CONTENT_LIMITED": .gatewayMessageContentLimited,
            "APPLICATION_COMMAND_BADGE": .applicationCommandBadge,
        ]
    }
}

/// Events that an application receives over HTTP.
///
/// <https://docs.discord.com/developers/events/webhook-events#event-types>
public struct WebhookEventType: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `APPLICATION_AUTHORIZED`.
    public static let applicationAuthorized = Self(rawValue: "APPLICATION_AUTHORIZED")
    /// `APPLICATION_DEAUTHORIZED`.
    public static let applicationDeauthorized = Self(rawValue: "APPLICATION_DEAUTHORIZED")
    /// `ENTITLEMENT_CREATE`.
    public static let entitlementCreate = Self(rawValue: "ENTITLEMENT_CREATE")
    /// `ENTITLEMENT_UPDATE`.
    public static let entitlementUpdate = Self(rawValue: "ENTITLEMENT_UPDATE")
    /// `ENTITLEMENT_DELETE`.
    public static let entitlementDelete = Self(rawValue: "ENTITLEMENT_DELETE")
    /// `QUEST_USER_ENROLLMENT`.
    public static let questUserEnrollment = Self(rawValue: "QUEST_USER_ENROLLMENT")
    /// `LOBBY_MESSAGE_CREATE`.
    public static let lobbyMessageCreate = Self(rawValue: "LOBBY_MESSAGE_CREATE")
    /// `LOBBY_MESSAGE_UPDATE`.
    public static let lobbyMessageUpdate = Self(rawValue: "LOBBY_MESSAGE_UPDATE")
    /// `LOBBY_MESSAGE_DELETE`.
    public static let lobbyMessageDelete = Self(rawValue: "LOBBY_MESSAGE_DELETE")
    /// `GAME_DIRECT_MESSAGE_CREATE`.
    public static let gameDirectMessageCreate = Self(rawValue: "GAME_DIRECT_MESSAGE_CREATE")
    /// `GAME_DIRECT_MESSAGE_UPDATE`.
    public static let gameDirectMessageUpdate = Self(rawValue: "GAME_DIRECT_MESSAGE_UPDATE")
    /// `GAME_DIRECT_MESSAGE_DELETE`.
    public static let gameDirectMessageDelete = Self(rawValue: "GAME_DIRECT_MESSAGE_DELETE")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "APPLICATION_AUTHORIZED": .applicationAuthorized,
            "APPLICATION_DEAUTHORIZED": .applicationDeauthorized,
            "ENTITLEMENT_CREATE": .entitlementCreate,
            "ENTITLEMENT_UPDATE": .entitlementUpdate,
            "ENTITLEMENT_DELETE": .entitlementDelete,
            "QUEST_USER_ENROLLMENT": .questUserEnrollment,
            "LOBBY_MESSAGE_CREATE": .lobbyMessageCreate,
            "LOBBY_MESSAGE_UPDATE": .lobbyMessageUpdate,
            "LOBBY_MESSAGE_DELETE": .lobbyMessageDelete,
            "GAME_DIRECT_MESSAGE_CREATE": .gameDirectMessageCreate,
            "GAME_DIRECT_MESSAGE_UPDATE": .gameDirectMessageUpdate,
            "GAME_DIRECT_MESSAGE_DELETE": .gameDirectMessageDelete,
        ]
    }
}

/// What a webhook event delivery is.
///
/// <https://docs.discord.com/developers/events/webhook-events>
public struct WebhookEventEnvelopeType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `PING`.
    public static let ping = Self(rawValue: 0)
    /// `EVENT`.
    public static let event = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "PING": .ping,
            "EVENT": .event,
        ]
    }
}

/// How a value of a role connection is compared.
///
/// <https://docs.discord.com/developers/resources/application-role-connection-metadata>
public struct RoleConnectionMetadataType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `INTEGER_LESS_THAN_OR_EQUAL`.
    public static let integerLessThanOrEqual = Self(rawValue: 1)
    /// `INTEGER_GREATER_THAN_OR_EQUAL`.
    public static let integerGreaterThanOrEqual = Self(rawValue: 2)
    /// `INTEGER_EQUAL`.
    public static let integerEqual = Self(rawValue: 3)
    /// `INTEGER_NOT_EQUAL`.
    public static let integerNotEqual = Self(rawValue: 4)
    /// `DATETIME_LESS_THAN_OR_EQUAL`.
    public static let datetimeLessThanOrEqual = Self(rawValue: 5)
    /// `DATETIME_GREATER_THAN_OR_EQUAL`.
    public static let datetimeGreaterThanOrEqual = Self(rawValue: 6)
    /// `BOOLEAN_EQUAL`.
    public static let booleanEqual = Self(rawValue: 7)
    /// `BOOLEAN_NOT_EQUAL`.
    public static let booleanNotEqual = Self(rawValue: 8)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "INTEGER_LESS_THAN_OR_EQUAL": .integerLessThanOrEqual,
            "INTEGER_GREATER_THAN_OR_EQUAL": .integerGreaterThanOrEqual,
            "INTEGER_EQUAL": .integerEqual,
            "INTEGER_NOT_EQUAL": .integerNotEqual,
            "DATETIME_LESS_THAN_OR_EQUAL": .datetimeLessThanOrEqual,
            "DATETIME_GREATER_THAN_OR_EQUAL": .datetimeGreaterThanOrEqual,
            "BOOLEAN_EQUAL": .booleanEqual,
            "BOOLEAN_NOT_EQUAL": .booleanNotEqual,
        ]
    }
}

/// Whether somebody has joined a team.
///
/// <https://docs.discord.com/developers/topics/teams>
public struct TeamMembershipState: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `INVITED`.
    public static let invited = Self(rawValue: 1)
    /// `ACCEPTED`.
    public static let accepted = Self(rawValue: 2)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "INVITED": .invited,
            "ACCEPTED": .accepted,
        ]
    }
}

/// What somebody may do in a team.
///
/// <https://docs.discord.com/developers/topics/teams>
public struct TeamMemberRole: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `ADMIN`.
    public static let admin = Self(rawValue: "admin")
    /// `DEVELOPER`.
    public static let developer = Self(rawValue: "developer")
    /// `READ_ONLY`.
    public static let readOnly = Self(rawValue: "read_only")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "ADMIN": .admin,
            "DEVELOPER": .developer,
            "READ_ONLY": .readOnly,
        ]
    }
}

/// What an access token is good for.
///
/// <https://docs.discord.com/developers/topics/oauth2#shared-resources-oauth2-scopes>
public struct OAuth2Scope: OpenEnum {
    /// The value on the wire.
    public let rawValue: String

    /// Wraps a value, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// `ACTIVITIES_READ`.
    public static let activitiesRead = Self(rawValue: "activities.read")
    /// `ACTIVITIES_WRITE`.
    public static let activitiesWrite = Self(rawValue: "activities.write")
    /// `APPLICATIONS_BUILDS_READ`.
    public static let applicationsBuildsRead = Self(rawValue: "applications.builds.read")
    /// `APPLICATIONS_BUILDS_UPLOAD`.
    public static let applicationsBuildsUpload = Self(rawValue: "applications.builds.upload")
    /// `APPLICATIONS_COMMANDS`.
    public static let applicationsCommands = Self(rawValue: "applications.commands")
    /// `APPLICATIONS_COMMANDS_UPDATE`.
    public static let applicationsCommandsUpdate = Self(rawValue: "applications.commands.update")
    /// `APPLICATIONS_COMMANDS_PERMISSIONS_UPDATE`.
    public static let applicationsCommandsPermissionsUpdate = Self(rawValue: "applications.commands.permissions.update")
    /// `APPLICATIONS_ENTITLEMENTS`.
    public static let applicationsEntitlements = Self(rawValue: "applications.entitlements")
    /// `APPLICATIONS_STORE_UPDATE`.
    public static let applicationsStoreUpdate = Self(rawValue: "applications.store.update")
    /// `BOT`.
    public static let bot = Self(rawValue: "bot")
    /// `CONNECTIONS`.
    public static let connections = Self(rawValue: "connections")
    /// `DM_CHANNELS_READ`.
    public static let dmChannelsRead = Self(rawValue: "dm_channels.read")
    /// `EMAIL`.
    public static let email = Self(rawValue: "email")
    /// `GDM_JOIN`.
    public static let gdmJoin = Self(rawValue: "gdm.join")
    /// `GUILDS`.
    public static let guilds = Self(rawValue: "guilds")
    /// `GUILDS_JOIN`.
    public static let guildsJoin = Self(rawValue: "guilds.join")
    /// `GUILDS_MEMBERS_READ`.
    public static let guildsMembersRead = Self(rawValue: "guilds.members.read")
    /// `IDENTIFY`.
    public static let identify = Self(rawValue: "identify")
    /// `IDENTIFY_PREMIUM`.
    public static let identifyPremium = Self(rawValue: "identify.premium")
    /// `MESSAGES_READ`.
    public static let messagesRead = Self(rawValue: "messages.read")
    /// `RELATIONSHIPS_READ`.
    public static let relationshipsRead = Self(rawValue: "relationships.read")
    /// `ROLE_CONNECTIONS_WRITE`.
    public static let roleConnectionsWrite = Self(rawValue: "role_connections.write")
    /// `RPC`.
    public static let rpc = Self(rawValue: "rpc")
    /// `RPC_ACTIVITIES_WRITE`.
    public static let rpcActivitiesWrite = Self(rawValue: "rpc.activities.write")
    /// `RPC_NOTIFICATIONS_READ`.
    public static let rpcNotificationsRead = Self(rawValue: "rpc.notifications.read")
    /// `RPC_VOICE_READ`.
    public static let rpcVoiceRead = Self(rawValue: "rpc.voice.read")
    /// `RPC_VOICE_WRITE`.
    public static let rpcVoiceWrite = Self(rawValue: "rpc.voice.write")
    /// `VOICE`.
    public static let voice = Self(rawValue: "voice")
    /// `WEBHOOK_INCOMING`.
    public static let webhookIncoming = Self(rawValue: "webhook.incoming")
    /// `RPC_VIDEO_READ`.
    public static let rpcVideoRead = Self(rawValue: "rpc.video.read")
    /// `RPC_VIDEO_WRITE`.
    public static let rpcVideoWrite = Self(rawValue: "rpc.video.write")
    /// `RPC_SCREENSHARE_READ`.
    public static let rpcScreenshareRead = Self(rawValue: "rpc.screenshare.read")
    /// `RPC_SCREENSHARE_WRITE`.
    public static let rpcScreenshareWrite = Self(rawValue: "rpc.screenshare.write")
    /// `ACTIVITIES_INVITES_WRITE`.
    public static let activitiesInvitesWrite = Self(rawValue: "activities.invites.write")
    /// `OPENID`.
    public static let openid = Self(rawValue: "openid")

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "ACTIVITIES_READ": .activitiesRead,
            "ACTIVITIES_WRITE": .activitiesWrite,
            "APPLICATIONS_BUILDS_READ": .applicationsBuildsRead,
            "APPLICATIONS_BUILDS_UPLOAD": .applicationsBuildsUpload,
            "APPLICATIONS_COMMANDS": .applicationsCommands,
            "APPLICATIONS_COMMANDS_UPDATE": .applicationsCommandsUpdate,
            "APPLICATIONS_COMMANDS_PERMISSIONS_UPDATE": .applicationsCommandsPermissionsUpdate,
            "APPLICATIONS_ENTITLEMENTS": .applicationsEntitlements,
            "APPLICATIONS_STORE_UPDATE": .applicationsStoreUpdate,
            "BOT": .bot,
            "CONNECTIONS": .connections,
            "DM_CHANNELS_READ": .dmChannelsRead,
            "EMAIL": .email,
            "GDM_JOIN": .gdmJoin,
            "GUILDS": .guilds,
            "GUILDS_JOIN": .guildsJoin,
            "GUILDS_MEMBERS_READ": .guildsMembersRead,
            "IDENTIFY": .identify,
            "IDENTIFY_PREMIUM": .identifyPremium,
            "MESSAGES_READ": .messagesRead,
            "RELATIONSHIPS_READ": .relationshipsRead,
            "ROLE_CONNECTIONS_WRITE": .roleConnectionsWrite,
            "RPC": .rpc,
            "RPC_ACTIVITIES_WRITE": .rpcActivitiesWrite,
            "RPC_NOTIFICATIONS_READ": .rpcNotificationsRead,
            "RPC_VOICE_READ": .rpcVoiceRead,
            "RPC_VOICE_WRITE": .rpcVoiceWrite,
            "VOICE": .voice,
            "WEBHOOK_INCOMING": .webhookIncoming,
            "RPC_VIDEO_READ": .rpcVideoRead,
            "RPC_VIDEO_WRITE": .rpcVideoWrite,
            "RPC_SCREENSHARE_READ": .rpcScreenshareRead,
            "RPC_SCREENSHARE_WRITE": .rpcScreenshareWrite,
            "ACTIVITIES_INVITES_WRITE": .activitiesInvitesWrite,
            "OPENID": .openid,
        ]
    }
}

/// What an application is, where it is something special.
///
/// <https://docs.discord.com/developers/resources/application#application-object>
public struct ApplicationType: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `GUILD_ROLE_SUBSCRIPTIONS`.
    public static let guildRoleSubscriptions = Self(rawValue: 4)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "GUILD_ROLE_SUBSCRIPTIONS": .guildRoleSubscriptions
        ]
    }
}

/// Whether an application looks at explicit content.
///
/// <https://docs.discord.com/developers/resources/application#application-object>
public struct ApplicationContentFilter: OpenEnum {
    /// The value on the wire.
    public let rawValue: Int

    /// Wraps a value, known or not.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `INHERIT`.
    public static let inherit = Self(rawValue: 0)
    /// `ALWAYS`.
    public static let always = Self(rawValue: 1)

    /// Every documented value by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "INHERIT": .inherit,
            "ALWAYS": .always,
        ]
    }
}
