public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// An invite by its code.
    ///
    /// <https://docs.discord.com/developers/resources/invite#get-invite>
    ///
    /// - Parameters:
    ///   - withCounts: Whether about how many members there are comes with it.
    ///   - event: The event that it is to lead to.
    ///   - channel: The channel that it is to lead to. Discord describes it without a page.
    ///   - message: The message that it is to lead to. Discord describes it without a page.
    public static func getInvite(
        _ code: String, withCounts: Bool? = nil, event: ScheduledEventID? = nil, channel: ChannelID? = nil,
        message: MessageID? = nil
    ) -> APIRequest<Invite> {
        .init(
            .get, "/invites/\(code, "code")",
            query: [
                .value("with_counts", withCounts), .value("guild_scheduled_event_id", event),
                .value("target_channel_id", channel), .value("target_message_id", message),
            ])
    }

    /// Takes an invite back. Needs MANAGE_CHANNELS in its channel, or MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/invite#delete-invite>
    public static func deleteInvite(_ code: String, reason: String? = nil) -> APIRequest<Invite> {
        .init(.delete, "/invites/\(code, "code")", reason: reason)
    }

    /// A channel's invites. Needs MANAGE_CHANNELS.
    ///
    /// <https://docs.discord.com/developers/resources/channel#get-channel-invites>
    public static func listChannelInvites(in channel: ChannelID) -> APIRequest<[Invite]> {
        .init(.get, "/channels/\(channel)/invites", reading: .list())
    }

    /// A guild's invites. Needs MANAGE_GUILD.
    ///
    /// <https://docs.discord.com/developers/resources/guild#get-guild-invites>
    public static func listGuildInvites(of guild: GuildID) -> APIRequest<[Invite]> {
        .init(.get, "/guilds/\(guild)/invites", reading: .list())
    }

    /// Makes an invite. Needs CREATE_INSTANT_INVITE.
    ///
    /// <https://docs.discord.com/developers/resources/channel#create-channel-invite>
    ///
    /// - Parameter targetUsers: A CSV file whose only column holds the ids of those who may use it.
    public static func createInvite(
        in channel: ChannelID, _ invite: CreateInvite = CreateInvite(), targetUsers: FileUpload? = nil,
        reason: String? = nil
    ) -> APIRequest<Invite?> {
        .init(
            .post, "/channels/\(channel)/invites",
            body: .json(invite, withFile: targetUsers, as: "target_users_file"), reason: reason,
            reading: .jsonIfPresent())
    }

    /// Makes an invite to a group. Discord describes it without a page.
    public static func createGroupInvite(
        in channel: ChannelID, _ invite: CreateGroupInvite = CreateGroupInvite()
    ) -> APIRequest<Invite?> {
        .init(.post, "/channels/\(channel)/invites", body: .json(invite), reading: .jsonIfPresent())
    }

    // MARK: - Who may use it

    /// A CSV file with the ids of those who may use an invite. Needs MANAGE_GUILD, unless the bot made it.
    ///
    /// <https://docs.discord.com/developers/resources/invite#get-target-users>
    public static func getInviteTargets(of code: String) -> APIRequest<[UInt8]> {
        .init(.get, "/invites/\(code, "code")/target-users", reading: .bytes)
    }

    /// Replaces the list of those who may use an invite. Discord works on it for a while. Needs MANAGE_GUILD, unless the
    /// bot made it.
    ///
    /// <https://docs.discord.com/developers/resources/invite#update-target-users>
    ///
    /// - Parameter users: A CSV file whose only column holds the users' ids.
    public static func setInviteTargets(of code: String, _ users: FileUpload) -> APIRequest<Void> {
        .init(
            .put, "/invites/\(code, "code")/target-users",
            body: .multipart([FormPart(name: "target_users_file", file: users)]))
    }

    /// How far Discord has come with the list of those who may use an invite.
    ///
    /// <https://docs.discord.com/developers/resources/invite#get-target-users-job-status>
    public static func getInviteTargetJob(of code: String) -> APIRequest<InviteTargetJob> {
        .init(.get, "/invites/\(code, "code")/target-users/job-status")
    }
}
