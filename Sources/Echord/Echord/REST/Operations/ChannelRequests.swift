public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// One channel or thread; a thread with the own membership in it.
    ///
    /// <https://docs.discord.com/developers/resources/channel#get-channel>
    public static func getChannel(_ channel: ChannelID) -> APIRequest<Channel> { .init(.get, "/channels/\(channel)") }

    /// A guild's channels without its threads. Channels that the bot can not see are left out from 16 November 2026 on.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-channels>
    public static func listGuildChannels(of guild: GuildID) -> APIRequest<[Channel]> {
        .init(.get, "/guilds/\(guild)/channels", reading: .list())
    }

    /// Makes a channel. Needs MANAGE_CHANNELS; overwrites can only hold permissions that the bot has, and
    /// MANAGE_ROLES only with ADMINISTRATOR.
    ///
    /// <https://docs.discord.com/developers/resources/guild#create-guild-channel>
    public static func createChannel(
        _ channel: CreateChannel, in guild: GuildID, reason: String? = nil
    ) -> APIRequest<Channel> {
        .init(.post, "/guilds/\(guild)/channels", body: .json(channel), reason: reason)
    }

    /// Moves channels; those that are left out stay. Needs MANAGE_CHANNELS.
    ///
    /// <https://docs.discord.com/developers/resources/guild#modify-guild-channel-positions>
    public static func moveChannels(_ positions: [ChannelPosition], of guild: GuildID) -> APIRequest<Void> {
        .init(.patch, "/guilds/\(guild)/channels", body: .json(positions))
    }

    /// Changes a guild's channel. Needs MANAGE_CHANNELS, for overwrites MANAGE_ROLES.
    ///
    /// <https://docs.discord.com/developers/resources/channel#modify-channel-json-params-guild-channel>
    public static func editChannel(
        _ channel: ChannelID, _ changes: EditChannel, reason: String? = nil
    ) -> APIRequest<Channel> {
        .init(.patch, "/channels/\(channel)", body: .json(changes), reason: reason)
    }

    /// Changes a group's channel.
    ///
    /// <https://docs.discord.com/developers/resources/channel#modify-channel-json-params-group-dm>
    public static func editGroupChannel(
        _ channel: ChannelID, _ changes: EditGroupChannel
    ) -> APIRequest<Channel> {
        .init(.patch, "/channels/\(channel)", body: .json(changes))
    }

    /// Deletes a channel, or closes a direct one. Needs MANAGE_CHANNELS, for threads MANAGE_THREADS. A category's
    /// channels stay; a community's rules and updates channels can not go.
    ///
    /// <https://docs.discord.com/developers/resources/channel#delete-close-channel>
    public static func deleteChannel(_ channel: ChannelID, reason: String? = nil) -> APIRequest<Channel> {
        .init(.delete, "/channels/\(channel)", reason: reason)
    }

    /// Shows the bot as typing for 10 s.
    ///
    /// <https://docs.discord.com/developers/resources/channel#trigger-typing-indicator>
    public static func triggerTyping(in channel: ChannelID) -> APIRequest<Void> {
        .init(.post, "/channels/\(channel)/typing", isRepeatable: true)
    }

    /// Says something about a voice channel, for as long as somebody is in it. Needs SET_VOICE_CHANNEL_STATUS, and
    /// MANAGE_CHANNELS from outside.
    ///
    /// <https://docs.discord.com/developers/resources/channel#set-voice-channel-status>
    public static func setVoiceStatus(
        of channel: ChannelID, _ status: VoiceStatus, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.put, "/channels/\(channel)/voice-status", body: .json(status), reason: reason)
    }

    /// Lets a channel follow an announcement channel. Needs MANAGE_WEBHOOKS in the following one.
    ///
    /// <https://docs.discord.com/developers/resources/channel#follow-announcement-channel>
    public static func followChannel(
        _ channel: ChannelID, _ follow: FollowChannel, reason: String? = nil
    ) -> APIRequest<FollowedChannel> {
        .init(.post, "/channels/\(channel)/followers", body: .json(follow), reason: reason)
    }

    // MARK: - Permissions

    /// Allows and denies a role or a member something in a channel. Needs MANAGE_ROLES, and what is allowed or denied.
    ///
    /// <https://docs.discord.com/developers/resources/channel#edit-channel-permissions>
    ///
    /// - Parameter target: The role or the user.
    public static func editPermissions(
        of target: GenericID, in channel: ChannelID, _ overwrite: EditPermissionOverwrite, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(
            .put, "/channels/\(channel)/permissions/\(target, "overwrite_id")", body: .json(overwrite),
            reason: reason)
    }

    /// Takes back what a role or a member was allowed and denied in a channel. Needs MANAGE_ROLES.
    ///
    /// <https://docs.discord.com/developers/resources/channel#delete-channel-permission>
    ///
    /// - Parameter target: The role or the user.
    public static func deletePermissions(
        of target: GenericID, in channel: ChannelID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/channels/\(channel)/permissions/\(target, "overwrite_id")", reason: reason)
    }

    // MARK: - Groups

    /// Adds a user who allowed it by OAuth2 (scope `gdm.join`) to a group; the answer is the channel where it is new.
    ///
    /// <https://docs.discord.com/developers/resources/channel#group-dm-add-recipient>
    public static func addRecipient(
        _ user: UserID, to channel: ChannelID, _ recipient: AddGroupRecipient
    ) -> APIRequest<Channel?> {
        .init(
            .put, "/channels/\(channel)/recipients/\(user)", body: .json(recipient), reading: .jsonIfPresent())
    }

    /// Removes a user from a group.
    ///
    /// <https://docs.discord.com/developers/resources/channel#group-dm-remove-recipient>
    public static func removeRecipient(_ user: UserID, from channel: ChannelID) -> APIRequest<Void> {
        .init(.delete, "/channels/\(channel)/recipients/\(user)")
    }
}
