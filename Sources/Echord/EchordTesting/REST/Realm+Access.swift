/// What the bot may reach.
extension Realm {
    /// A channel the bot sees.
    ///
    /// - Parameter needed: Permissions the bot must hold in it.
    /// - Throws: 10003, 50001 when it does not see it, 50013 when it lacks something else.
    func botChannel(_ id: Flake, _ needed: Perm = []) throws(Refusal) -> Channel {
        guard let channel = world.channels[id] else { throw .unknownChannel }
        guard let guild = channel.guild else { return channel }
        guard world.guilds[guild]?.botJoinedAt != nil else { throw .missingAccess }
        let granted = world.botPermissions(in: channel, at: now)
        guard granted.contains(.viewChannel) else { throw .missingAccess }
        guard granted.isSuperset(of: needed) else { throw .missingPermissions }
        return channel
    }

    /// A channel the bot may read messages in.
    func readableChannel(_ id: Flake) throws(Refusal) -> Channel {
        let channel = try botChannel(id)
        guard channel.kind.holdsMessages else { throw .wrongChannelKind }
        return channel
    }

    /// A guild the bot is in.
    ///
    /// - Throws: 10004, or 50013 when it lacks a permission.
    func botGuild(_ id: Flake, _ needed: Perm = []) throws(Refusal) -> Guild {
        guard let guild = world.guilds[id], guild.botJoinedAt != nil else { throw .unknownGuild }
        guard world.permissions(of: world.application.id, in: guild).isSuperset(of: needed) else {
            throw .missingPermissions
        }
        return guild
    }

    /// A message all may see: ephemeral ones are not found by the channel's routes.
    func botPost(_ id: Flake, in channel: Channel) throws(Refusal) -> Post {
        guard let post = world.post(id, in: channel.id), !post.isEphemeral else { throw .unknownMessage }
        return post
    }

    /// Checks that a path's application is the bot's own.
    func requireOwnApplication(_ id: Flake) throws(Refusal) {
        guard id == world.application.id else { throw .missingAccess }
    }
}
