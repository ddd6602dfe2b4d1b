import JSON

/// What a role, an overwrite or a member may do; decimal digits in a string on the wire.
///
/// <https://docs.discord.com/developers/topics/permissions>
public struct Permissions: DiscordBitSet {
    /// The bits.
    public let rawValue: UInt64

    /// Wraps bits, known or not.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Decimal digits in a string.
    public static var wireForm: BitSetWireForm { .string }

    /// `CREATE_INSTANT_INVITE`, bit 0: make invites.
    public static let createInstantInvite = Self(rawValue: 1 << 0)
    /// `KICK_MEMBERS`, bit 1: kick members.
    public static let kickMembers = Self(rawValue: 1 << 1)
    /// `BAN_MEMBERS`, bit 2: ban members.
    public static let banMembers = Self(rawValue: 1 << 2)
    /// `ADMINISTRATOR`, bit 3: everything, past all overwrites.
    public static let administrator = Self(rawValue: 1 << 3)
    /// `MANAGE_CHANNELS`, bit 4: edit and delete channels.
    public static let manageChannels = Self(rawValue: 1 << 4)
    /// `MANAGE_GUILD`, bit 5: edit the guild.
    public static let manageGuild = Self(rawValue: 1 << 5)
    /// `ADD_REACTIONS`, bit 6: put a new reaction under a message.
    public static let addReactions = Self(rawValue: 1 << 6)
    /// `VIEW_AUDIT_LOG`, bit 7: read the audit log.
    public static let viewAuditLog = Self(rawValue: 1 << 7)
    /// `PRIORITY_SPEAKER`, bit 8: be heard above others.
    public static let prioritySpeaker = Self(rawValue: 1 << 8)
    /// `STREAM`, bit 9: share the screen or a camera.
    public static let stream = Self(rawValue: 1 << 9)
    /// `VIEW_CHANNEL`, bit 10: see a channel, and with it everything else there.
    public static let viewChannel = Self(rawValue: 1 << 10)
    /// `SEND_MESSAGES`, bit 11: write in a channel, and open posts in a forum; not in threads.
    public static let sendMessages = Self(rawValue: 1 << 11)
    /// `SEND_TTS_MESSAGES`, bit 12: have a message read out.
    public static let sendTTSMessages = Self(rawValue: 1 << 12)
    /// `MANAGE_MESSAGES`, bit 13: delete messages of others.
    public static let manageMessages = Self(rawValue: 1 << 13)
    /// `EMBED_LINKS`, bit 14: have links unfold.
    public static let embedLinks = Self(rawValue: 1 << 14)
    /// `ATTACH_FILES`, bit 15: upload files.
    public static let attachFiles = Self(rawValue: 1 << 15)
    /// `READ_MESSAGE_HISTORY`, bit 16: read what was written before.
    public static let readMessageHistory = Self(rawValue: 1 << 16)
    /// `MENTION_EVERYONE`, bit 17: ping `@everyone`, `@here` and any role.
    public static let mentionEveryone = Self(rawValue: 1 << 17)
    /// `USE_EXTERNAL_EMOJIS`, bit 18: use emoji of other guilds.
    public static let useExternalEmojis = Self(rawValue: 1 << 18)
    /// `VIEW_GUILD_INSIGHTS`, bit 19: see the statistics.
    public static let viewGuildInsights = Self(rawValue: 1 << 19)
    /// `CONNECT`, bit 20: join a voice channel.
    public static let connect = Self(rawValue: 1 << 20)
    /// `SPEAK`, bit 21: speak there.
    public static let speak = Self(rawValue: 1 << 21)
    /// `MUTE_MEMBERS`, bit 22: mute others.
    public static let muteMembers = Self(rawValue: 1 << 22)
    /// `DEAFEN_MEMBERS`, bit 23: deafen others.
    public static let deafenMembers = Self(rawValue: 1 << 23)
    /// `MOVE_MEMBERS`, bit 24: move others between voice channels.
    public static let moveMembers = Self(rawValue: 1 << 24)
    /// `USE_VAD`, bit 25: speak without holding a key.
    public static let useVoiceActivity = Self(rawValue: 1 << 25)
    /// `CHANGE_NICKNAME`, bit 26: change the own nickname.
    public static let changeNickname = Self(rawValue: 1 << 26)
    /// `MANAGE_NICKNAMES`, bit 27: change nicknames of others.
    public static let manageNicknames = Self(rawValue: 1 << 27)
    /// `MANAGE_ROLES`, bit 28: edit roles below the own, and overwrites.
    public static let manageRoles = Self(rawValue: 1 << 28)
    /// `MANAGE_WEBHOOKS`, bit 29: edit webhooks.
    public static let manageWebhooks = Self(rawValue: 1 << 29)
    /// `MANAGE_GUILD_EXPRESSIONS`, bit 30: edit emoji, stickers and sounds of anyone.
    public static let manageGuildExpressions = Self(rawValue: 1 << 30)
    /// `USE_APPLICATION_COMMANDS`, bit 31: use commands of applications.
    public static let useApplicationCommands = Self(rawValue: 1 << 31)
    /// `REQUEST_TO_SPEAK`, bit 32: raise a hand on a stage.
    public static let requestToSpeak = Self(rawValue: 1 << 32)
    /// `MANAGE_EVENTS`, bit 33: edit scheduled events of anyone.
    public static let manageEvents = Self(rawValue: 1 << 33)
    /// `MANAGE_THREADS`, bit 34: edit threads and see private ones.
    public static let manageThreads = Self(rawValue: 1 << 34)
    /// `CREATE_PUBLIC_THREADS`, bit 35: open public threads.
    public static let createPublicThreads = Self(rawValue: 1 << 35)
    /// `CREATE_PRIVATE_THREADS`, bit 36: open private threads.
    public static let createPrivateThreads = Self(rawValue: 1 << 36)
    /// `USE_EXTERNAL_STICKERS`, bit 37: use stickers of other guilds.
    public static let useExternalStickers = Self(rawValue: 1 << 37)
    /// `SEND_MESSAGES_IN_THREADS`, bit 38: write in threads.
    public static let sendMessagesInThreads = Self(rawValue: 1 << 38)
    /// `USE_EMBEDDED_ACTIVITIES`, bit 39: start activities.
    public static let useEmbeddedActivities = Self(rawValue: 1 << 39)
    /// `MODERATE_MEMBERS`, bit 40: time members out.
    public static let moderateMembers = Self(rawValue: 1 << 40)
    /// `VIEW_CREATOR_MONETIZATION_ANALYTICS`, bit 41: see the earnings.
    public static let viewCreatorMonetizationAnalytics = Self(rawValue: 1 << 41)
    /// `USE_SOUNDBOARD`, bit 42: play sounds.
    public static let useSoundboard = Self(rawValue: 1 << 42)
    /// `CREATE_GUILD_EXPRESSIONS`, bit 43: add emoji, stickers and sounds.
    public static let createGuildExpressions = Self(rawValue: 1 << 43)
    /// `CREATE_EVENTS`, bit 44: add scheduled events.
    public static let createEvents = Self(rawValue: 1 << 44)
    /// `USE_EXTERNAL_SOUNDS`, bit 45: play sounds of other guilds.
    public static let useExternalSounds = Self(rawValue: 1 << 45)
    /// `SEND_VOICE_MESSAGES`, bit 46: send voice messages.
    public static let sendVoiceMessages = Self(rawValue: 1 << 46)
    /// `SET_VOICE_CHANNEL_STATUS`, bit 48: set a voice channel's status.
    public static let setVoiceChannelStatus = Self(rawValue: 1 << 48)
    /// `SEND_POLLS`, bit 49: open polls.
    public static let sendPolls = Self(rawValue: 1 << 49)
    /// `USE_EXTERNAL_APPS`, bit 50: answer publicly with user-installed applications.
    public static let useExternalApps = Self(rawValue: 1 << 50)
    /// `PIN_MESSAGES`, bit 51: pin messages.
    public static let pinMessages = Self(rawValue: 1 << 51)
    /// `BYPASS_SLOWMODE`, bit 52: write without waiting.
    public static let bypassSlowmode = Self(rawValue: 1 << 52)

    /// Every documented flag by Discord's name.
    public static var discordNames: KeyValuePairs<String, Self> {
        [
            "CREATE_INSTANT_INVITE": .createInstantInvite,
            "KICK_MEMBERS": .kickMembers,
            "BAN_MEMBERS": .banMembers,
            "ADMINISTRATOR": .administrator,
            "MANAGE_CHANNELS": .manageChannels,
            "MANAGE_GUILD": .manageGuild,
            "ADD_REACTIONS": .addReactions,
            "VIEW_AUDIT_LOG": .viewAuditLog,
            "PRIORITY_SPEAKER": .prioritySpeaker,
            "STREAM": .stream,
            "VIEW_CHANNEL": .viewChannel,
            "SEND_MESSAGES": .sendMessages,
            "SEND_TTS_MESSAGES": .sendTTSMessages,
            "MANAGE_MESSAGES": .manageMessages,
            "EMBED_LINKS": .embedLinks,
            "ATTACH_FILES": .attachFiles,
            "READ_MESSAGE_HISTORY": .readMessageHistory,
            "MENTION_EVERYONE": .mentionEveryone,
            "USE_EXTERNAL_EMOJIS": .useExternalEmojis,
            "VIEW_GUILD_INSIGHTS": .viewGuildInsights,
            "CONNECT": .connect,
            "SPEAK": .speak,
            "MUTE_MEMBERS": .muteMembers,
            "DEAFEN_MEMBERS": .deafenMembers,
            "MOVE_MEMBERS": .moveMembers,
            "USE_VAD": .useVoiceActivity,
            "CHANGE_NICKNAME": .changeNickname,
            "MANAGE_NICKNAMES": .manageNicknames,
            "MANAGE_ROLES": .manageRoles,
            "MANAGE_WEBHOOKS": .manageWebhooks,
            "MANAGE_GUILD_EXPRESSIONS": .manageGuildExpressions,
            "USE_APPLICATION_COMMANDS": .useApplicationCommands,
            "REQUEST_TO_SPEAK": .requestToSpeak,
            "MANAGE_EVENTS": .manageEvents,
            "MANAGE_THREADS": .manageThreads,
            "CREATE_PUBLIC_THREADS": .createPublicThreads,
            "CREATE_PRIVATE_THREADS": .createPrivateThreads,
            "USE_EXTERNAL_STICKERS": .useExternalStickers,
            "SEND_MESSAGES_IN_THREADS": .sendMessagesInThreads,
            "USE_EMBEDDED_ACTIVITIES": .useEmbeddedActivities,
            "MODERATE_MEMBERS": .moderateMembers,
            "VIEW_CREATOR_MONETIZATION_ANALYTICS": .viewCreatorMonetizationAnalytics,
            "USE_SOUNDBOARD": .useSoundboard,
            "CREATE_GUILD_EXPRESSIONS": .createGuildExpressions,
            "CREATE_EVENTS": .createEvents,
            "USE_EXTERNAL_SOUNDS": .useExternalSounds,
            "SEND_VOICE_MESSAGES": .sendVoiceMessages,
            "SET_VOICE_CHANNEL_STATUS": .setVoiceChannelStatus,
            "SEND_POLLS": .sendPolls,
            "USE_EXTERNAL_APPS": .useExternalApps,
            "PIN_MESSAGES": .pinMessages,
            "BYPASS_SLOWMODE": .bypassSlowmode,
        ]
    }
}
