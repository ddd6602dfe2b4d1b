public import EchordPrimitives
import JSON

/// A server of the local Discord, as a test holds it.
public struct LocalGuild: Sendable {
    let hub: Hub
    let flake: Flake

    /// The server's id.
    public var id: GuildID { GuildID(flake.value) }

    /// A channel by its name.
    ///
    /// - Throws: ``LocalDiscordError`` when there is none.
    public func channel(_ name: String) throws -> LocalChannel {
        let found = hub.read { realm in
            realm.world.channels.values.filter { $0.guild == flake && $0.name == name }.min { $0.id < $1.id }?.id
        }
        guard let found else { throw LocalDiscordError(.unknown, "The server has no channel \(name).") }
        return LocalChannel(hub: hub, flake: found)
    }

    /// A role by its name.
    ///
    /// - Throws: ``LocalDiscordError`` when there is none.
    public func role(_ name: String) throws -> RoleID {
        let found = hub.read { $0.world.guilds[flake]?.roles.values.filter { $0.name == name }.min { $0.id < $1.id } }
        guard let found else { throw LocalDiscordError(.unknown, "The server has no role \(name).") }
        return RoleID(found.id.value)
    }

    /// Makes a text channel.
    @discardableResult
    public func makeChannel(_ name: String) -> LocalChannel {
        LocalChannel(hub: hub, flake: hub.change { $0.addTextChannel(name, in: flake) })
    }

    /// Makes a role and gives it to members.
    ///
    /// - Parameter permissions: What the role grants.
    /// - Throws: ``LocalDiscordError`` when the server has no room for it.
    @discardableResult
    public func makeRole(_ name: String, permissions: Permissions, for members: [LocalMember] = []) throws -> RoleID {
        let role: Role? = hub.change { realm in
            guard let role = realm.addRole(name, permissions: Perm(rawValue: permissions.rawValue), color: 0, in: flake)
            else { return nil }
            for member in members { realm.changeMember(member.flake, in: flake) { $0.roles.append(role.id) } }
            return role
        }
        guard let role else { throw LocalDiscordError(.unknown, "The server takes no further role.") }
        return RoleID(role.id.value)
    }

    /// Lets a person join.
    ///
    /// - Parameters:
    ///   - username: The new user's name, in lower case.
    ///   - locale: The language of the person's client.
    @discardableResult
    public func join(_ username: String, globalName: String? = nil, locale: String = "en-US") -> LocalMember {
        let user = hub.change { realm in
            let user = realm.addUser(username, globalName: globalName, locale: locale)
            realm.putMember(user.id, in: flake, roles: nil, nick: nil)
            return user.id
        }
        return LocalMember(hub: hub, flake: user)
    }

    /// Takes a person out of the server.
    public func remove(_ member: LocalMember) {
        hub.change { $0.removeMember(member.flake, from: flake) }
    }
}

/// A channel of the local Discord.
public struct LocalChannel: Sendable, Hashable {
    let hub: Hub
    let flake: Flake

    /// The channel's id.
    public var id: ChannelID { ChannelID(flake.value) }

    /// The messages a member sees, oldest first; with nil all of them, ephemeral ones included.
    public func messages(seenBy member: LocalMember? = nil) -> [LocalMessage] {
        hub.read { realm in
            (realm.world.posts[flake] ?? []).filter { post in member.map { realm.sees($0.flake, post) } ?? true }
                .map { LocalMessage(realm.localJSON($0, for: member?.flake)) }
        }
    }

    /// Waits until a message is there that fits, looking at those already there first.
    ///
    /// - Parameter limit: At most so long by the machine's time.
    /// - Throws: ``LocalDiscordError`` when the time is over.
    public func message(
        atMost limit: Duration = .seconds(10), seenBy member: LocalMember? = nil,
        where fits: @escaping @Sendable (LocalMessage) -> Bool
    ) async throws -> LocalMessage {
        try await hub.wait(atMost: limit, "The message") { realm in
            (realm.world.posts[flake] ?? []).lazy
                .filter { post in member.map { realm.sees($0.flake, post) } ?? true }
                .map { LocalMessage(realm.localJSON($0, for: member?.flake)) }.first(where: fits)
        }
    }

    /// Whether both stand for the same channel.
    public static func == (lhs: LocalChannel, rhs: LocalChannel) -> Bool { lhs.flake == rhs.flake }

    /// Hashes the id.
    public func hash(into hasher: inout Hasher) { hasher.combine(flake) }
}
