/// What who asks may reach.
extension Realm {
    // MARK: - Guilds

    /// A guild the user is in.
    ///
    /// - Parameter needed: Permissions the user must hold in it.
    /// - Throws: 10004, or 50013 when the user lacks a permission.
    func guild(_ id: Flake, for user: Flake, _ needed: Perm = []) throws(Refusal) -> Guild {
        guard let guild = world.guilds[id], guild.members[user] != nil else { throw .unknownGuild }
        try demand(needed, of: user, in: guild)
        return guild
    }

    /// The guild a path names, for who asks.
    func guild(_ call: RESTCall, _ needed: Perm = []) throws(Refusal) -> Guild {
        try guild(try call.id("guild"), for: call.actor, needed)
    }

    /// - Throws: 50013 when the user lacks one of the permissions in the guild.
    func demand(_ needed: Perm, of user: Flake, in guild: Guild) throws(Refusal) {
        guard world.permissions(of: user, in: guild, at: now).isSuperset(of: needed) else { throw .missingPermissions }
    }

    /// The member a path names.
    func member(_ call: RESTCall, in guild: Guild) throws(Refusal) -> Membership {
        let user = try call.id("user")
        guard let member = guild.members[user] else {
            throw world.users[user] == nil ? .unknownUser : .unknownMember
        }
        return member
    }

    /// - Throws: 50013 when `user` does not stand above `other`.
    func demandRank(of user: Flake, above other: Flake, in guild: Guild) throws(Refusal) {
        guard world.rank(of: user, in: guild) > world.rank(of: other, in: guild) else { throw .missingPermissions }
    }

    // MARK: - Channels

    /// A channel the user sees.
    ///
    /// - Parameter needed: Permissions the user must hold in it.
    /// - Throws: 10003, 50001 when the user does not see it, 50013 when something else is lacking.
    func channel(_ id: Flake, for user: Flake, _ needed: Perm = []) throws(Refusal) -> Channel {
        guard let channel = world.channels[id] else { throw .unknownChannel }
        guard let guild = channel.guild else {
            guard channel.recipient == user || user == world.application.id else { throw .missingAccess }
            return channel
        }
        guard world.membership(user, in: guild) != nil else { throw .missingAccess }
        let granted = world.permissions(of: user, in: channel, at: now)
        guard granted.contains(.viewChannel) else { throw .missingAccess }
        guard granted.isSuperset(of: needed) else { throw .missingPermissions }
        return channel
    }

    /// The channel a path names, for who asks.
    func channel(_ call: RESTCall, _ needed: Perm = []) throws(Refusal) -> Channel {
        try channel(try call.id("channel"), for: call.actor, needed)
    }

    /// The channel of a guild a path names: what is asked for makes no sense in a direct message.
    ///
    /// - Throws: 50003 in a direct message.
    func guildChannel(_ call: RESTCall, _ needed: Perm = []) throws(Refusal) -> (channel: Channel, guild: Guild) {
        let channel = try channel(call)
        guard let id = channel.guild, let guild = world.guilds[id] else { throw .directMessage }
        guard world.permissions(of: call.actor, in: channel, at: now).isSuperset(of: needed) else {
            throw .missingPermissions
        }
        return (channel, guild)
    }

    /// - Throws: 50013 when the user lacks one of the permissions in the channel.
    func demand(_ needed: Perm, of user: Flake, in channel: Channel) throws(Refusal) {
        guard world.permissions(of: user, in: channel, at: now).isSuperset(of: needed) else {
            throw .missingPermissions
        }
    }

    // MARK: - Messages

    /// The channel a path names, when messages stand in it.
    ///
    /// - Throws: 50024 for a channel without messages.
    func readableChannel(_ call: RESTCall, _ needed: Perm = []) throws(Refusal) -> Channel {
        let channel = try channel(call, needed)
        guard channel.kind.holdsMessages else { throw .wrongChannelKind }
        return channel
    }

    /// The message a path names: ephemeral ones are not found by the channel's routes.
    func post(_ call: RESTCall, in channel: Channel) throws(Refusal) -> Post {
        guard let post = world.post(try call.id("message"), in: channel.id), !post.isEphemeral else {
            throw .unknownMessage
        }
        return post
    }

    // MARK: - The application

    /// Checks that a path's application is the bot's own.
    func requireOwnApplication(_ call: RESTCall) throws(Refusal) {
        guard try call.id("application") == world.application.id else { throw .missingAccess }
    }
}
