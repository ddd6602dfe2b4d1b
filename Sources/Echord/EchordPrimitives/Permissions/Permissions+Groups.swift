extension Permissions {
    /// Every documented permission: what owners and administrators have.
    public static let all = Permissions.documented

    /// What a timed-out member keeps.
    ///
    /// <https://docs.discord.com/developers/topics/permissions#permissions-for-timed-out-members>
    public static let keptWhileTimedOut: Permissions = [.viewChannel, .readMessageHistory]

    /// What goes with `sendMessages` when that is missing.
    ///
    /// <https://docs.discord.com/developers/topics/permissions#implicit-permissions>
    public static let impliedBySending: Permissions = [
        .mentionEveryone, .sendTTSMessages, .attachFiles, .embedLinks,
    ]

    /// What goes with `connect` when that is missing in a voice or stage channel.
    public static let impliedByConnecting: Permissions = [
        .manageChannels, .manageRoles, .prioritySpeaker, .stream, .speak, .muteMembers, .deafenMembers, .moveMembers,
        .useVoiceActivity, .requestToSpeak, .useSoundboard, .useExternalSounds, .useEmbeddedActivities,
        .setVoiceChannelStatus, .manageEvents, .createEvents,
    ]

    /// Permissions whose use asks for a second factor in guilds that demand one of moderators.
    ///
    /// <https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags>
    public static let elevated: Permissions = [
        .kickMembers, .banMembers, .administrator, .manageChannels, .manageGuild, .manageMessages, .manageRoles,
        .manageWebhooks, .manageGuildExpressions, .manageThreads, .viewCreatorMonetizationAnalytics,
    ]

    /// The documented permissions of `wanted` that are missing here; empty when `administrator` is there.
    public func missing(of wanted: Permissions) -> Permissions {
        contains(.administrator) ? [] : wanted.subtracting(self)
    }

    /// Whether all of `wanted` are allowed, counting `administrator` as everything.
    public func allows(_ wanted: Permissions) -> Bool { missing(of: wanted).isEmpty }
}
