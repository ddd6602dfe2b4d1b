public import EchordPrimitives
import JSON

/// Groups of events a session receives.
///
/// <https://docs.discord.com/developers/events/gateway#gateway-intents>
public struct GatewayIntents: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// `GUILDS`, bit 0.
    public static let guilds = Self(rawValue: 1 << 0)
    /// `GUILD_MEMBERS`, bit 1.
    public static let guildMembers = Self(rawValue: 1 << 1)
    /// `GUILD_MODERATION`, bit 2.
    public static let guildModeration = Self(rawValue: 1 << 2)
    /// `GUILD_EXPRESSIONS`, bit 3.
    public static let guildExpressions = Self(rawValue: 1 << 3)
    /// `GUILD_INTEGRATIONS`, bit 4.
    public static let guildIntegrations = Self(rawValue: 1 << 4)
    /// `GUILD_WEBHOOKS`, bit 5.
    public static let guildWebhooks = Self(rawValue: 1 << 5)
    /// `GUILD_INVITES`, bit 6.
    public static let guildInvites = Self(rawValue: 1 << 6)
    /// `GUILD_VOICE_STATES`, bit 7.
    public static let guildVoiceStates = Self(rawValue: 1 << 7)
    /// `GUILD_PRESENCES`, bit 8.
    public static let guildPresences = Self(rawValue: 1 << 8)
    /// `GUILD_MESSAGES`, bit 9.
    public static let guildMessages = Self(rawValue: 1 << 9)
    /// `GUILD_MESSAGE_REACTIONS`, bit 10.
    public static let guildMessageReactions = Self(rawValue: 1 << 10)
    /// `GUILD_MESSAGE_TYPING`, bit 11.
    public static let guildMessageTyping = Self(rawValue: 1 << 11)
    /// `DIRECT_MESSAGES`, bit 12.
    public static let directMessages = Self(rawValue: 1 << 12)
    /// `DIRECT_MESSAGE_REACTIONS`, bit 13.
    public static let directMessageReactions = Self(rawValue: 1 << 13)
    /// `DIRECT_MESSAGE_TYPING`, bit 14.
    public static let directMessageTyping = Self(rawValue: 1 << 14)
    /// `MESSAGE_CONTENT`, bit 15.
    public static let messageContent = Self(rawValue: 1 << 15)
    /// `GUILD_SCHEDULED_EVENTS`, bit 16.
    public static let guildScheduledEvents = Self(rawValue: 1 << 16)
    /// `AUTO_MODERATION_CONFIGURATION`, bit 20.
    public static let autoModerationConfiguration = Self(rawValue: 1 << 20)
    /// `AUTO_MODERATION_EXECUTION`, bit 21.
    public static let autoModerationExecution = Self(rawValue: 1 << 21)
    /// `GUILD_MESSAGE_POLLS`, bit 24.
    public static let guildMessagePolls = Self(rawValue: 1 << 24)
    /// `DIRECT_MESSAGE_POLLS`, bit 25.
    public static let directMessagePolls = Self(rawValue: 1 << 25)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "GUILDS": .guilds,
            "GUILD_MEMBERS": .guildMembers,
            "GUILD_MODERATION": .guildModeration,
            "GUILD_EXPRESSIONS": .guildExpressions,
            "GUILD_INTEGRATIONS": .guildIntegrations,
            "GUILD_WEBHOOKS": .guildWebhooks,
            "GUILD_INVITES": .guildInvites,
            "GUILD_VOICE_STATES": .guildVoiceStates,
            "GUILD_PRESENCES": .guildPresences,
            "GUILD_MESSAGES": .guildMessages,
            "GUILD_MESSAGE_REACTIONS": .guildMessageReactions,
            "GUILD_MESSAGE_TYPING": .guildMessageTyping,
            "DIRECT_MESSAGES": .directMessages,
            "DIRECT_MESSAGE_REACTIONS": .directMessageReactions,
            "DIRECT_MESSAGE_TYPING": .directMessageTyping,
            "MESSAGE_CONTENT": .messageContent,
            "GUILD_SCHEDULED_EVENTS": .guildScheduledEvents,
            "AUTO_MODERATION_CONFIGURATION": .autoModerationConfiguration,
            "AUTO_MODERATION_EXECUTION": .autoModerationExecution,
            "GUILD_MESSAGE_POLLS": .guildMessagePolls,
            "DIRECT_MESSAGE_POLLS": .directMessagePolls,
        ]
    }

    /// Those that must be switched on for the application first.
    ///
    /// <https://docs.discord.com/developers/events/gateway#privileged-intents>
    public static let privileged: GatewayIntents = [.guildMembers, .guildPresences, .messageContent]

    /// All that need no switching on.
    public static let unprivileged = GatewayIntents.documented.subtracting(.privileged)
}
