public import EchordPrimitives
public import JSON
public import Telemetry

/// What is sent to add a user who allowed it by OAuth2 (scope `guilds.join`).
///
/// <https://docs.discord.com/developers/resources/guild#add-guild-member>
@JSONModel
public struct AddMember: Hashable, Sendable {
    /// The user's access token.
    public var accessToken: Secret<String>
    /// The name in this guild, up to 32 characters.
    public var nick: String?
    /// Up to 250 roles.
    public var roles: [RoleID]?
    /// Whether muted in voice channels.
    @JSONKey("mute") public var isMute: Bool?
    /// Whether deafened in voice channels.
    @JSONKey("deaf") public var isDeaf: Bool?
    /// The flags.
    public var flags: MemberFlags?
}

/// What is sent to change a member; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/guild#modify-guild-member>
@JSONModel
public struct EditMember: Hashable, Sendable {
    /// The name in this guild, up to 32 characters. Needs MANAGE_NICKNAMES.
    public var nick: Patch<String> = .keep
    /// The roles, all of them. Needs MANAGE_ROLES.
    public var roles: Patch<[RoleID]> = .keep
    /// Whether muted in voice channels. Needs MUTE_MEMBERS.
    @JSONKey("mute") public var isMute: Patch<Bool> = .keep
    /// Whether deafened in voice channels. Needs DEAFEN_MEMBERS.
    @JSONKey("deaf") public var isDeaf: Patch<Bool> = .keep
    /// The voice channel to be in; `clear` puts the member out. Needs MOVE_MEMBERS.
    public var channelID: Patch<ChannelID> = .keep
    /// When the timeout ends, at most 28 days ahead; `clear` ends it. Needs MODERATE_MEMBERS.
    public var communicationDisabledUntil: Patch<DiscordTimestamp> = .keep
    /// The flags; only `bypassesVerification` can be changed.
    public var flags: Patch<MemberFlags> = .keep
}

/// What is sent to change the bot's own member; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/guild#modify-current-member>
@JSONModel
public struct EditCurrentMember: Hashable, Sendable {
    /// The name in this guild, up to 32 characters. Needs CHANGE_NICKNAME.
    public var nick: Patch<String> = .keep
    /// The banner in this guild.
    public var banner: Patch<DataURI> = .keep
    /// The picture in this guild.
    public var avatar: Patch<DataURI> = .keep
    /// What stands in the profile in this guild, up to 190 characters.
    public var bio: Patch<String> = .keep
}

/// What is sent to change only the bot's nickname, in the form of old.
///
/// <https://docs.discord.com/developers/resources/guild#modify-current-user-nick>
@JSONModel
public struct EditCurrentNick: Hashable, Sendable {
    /// The name in this guild, up to 32 characters.
    public var nick: Patch<String> = .keep
}

/// What is sent with a ban.
///
/// <https://docs.discord.com/developers/resources/guild#create-guild-ban>
@JSONModel
public struct CreateBan: Hashable, Sendable {
    /// How far back messages are deleted, up to 604,800 seconds (7 days).
    public var deleteMessageSeconds: Int?
}

/// What is sent to ban several users at once.
///
/// <https://docs.discord.com/developers/resources/guild#bulk-guild-ban>
@JSONModel
public struct BulkBan: Hashable, Sendable {
    /// Up to 200 users.
    @JSONKey("user_ids") public var userIDs: [UserID]
    /// How far back messages are deleted, up to 604,800 seconds (7 days).
    public var deleteMessageSeconds: Int?
}

/// Who of several users was banned.
///
/// <https://docs.discord.com/developers/resources/guild#bulk-guild-ban-bulk-ban-response>
@JSONModel
public struct BulkBanResult: Hashable, Sendable {
    /// Who is banned now.
    public var bannedUsers: [UserID] = []
    /// Who is not: banned before, beyond the bot's right, or unknown.
    public var failedUsers: [UserID] = []
}
