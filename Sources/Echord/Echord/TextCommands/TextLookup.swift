public import EchordModel
public import EchordPrimitives

/// Where text commands find members, roles, channels and permissions: by REST unless the program knows better, for
/// instance from its cache.
public struct TextLookup: Sendable {
    /// A member; nil when there is none.
    public var member: @Sendable (UserID, GuildID) async throws -> Member?
    /// Members whose name begins so.
    public var membersNamed: @Sendable (String, GuildID) async throws -> [Member]
    /// A guild's roles.
    public var roles: @Sendable (GuildID) async throws -> [Role]
    /// A guild's channels.
    public var channels: @Sendable (GuildID) async throws -> [Channel]
    /// What a member may do in a channel; nil when nobody knows, which guards take for nothing.
    public var permissions: @Sendable (UserID, [RoleID], ChannelID, GuildID) async throws -> Permissions?

    /// Finds everything by functions of one's own.
    public init(
        member: @escaping @Sendable (UserID, GuildID) async throws -> Member?,
        membersNamed: @escaping @Sendable (String, GuildID) async throws -> [Member],
        roles: @escaping @Sendable (GuildID) async throws -> [Role],
        channels: @escaping @Sendable (GuildID) async throws -> [Channel],
        permissions: @escaping @Sendable (UserID, [RoleID], ChannelID, GuildID) async throws -> Permissions?
    ) {
        self.member = member
        self.membersNamed = membersNamed
        self.roles = roles
        self.channels = channels
        self.permissions = permissions
    }

    /// Asks Discord each time. Permissions take two requests, for the guild and for the channel with its overwrites; of a
    /// thread those of the channel it belongs to count.
    public init(_ rest: RESTClient) {
        self.init(
            member: { user, guild in
                do {
                    return try await rest.send(.getMember(user, of: guild))
                } catch let error as EchordError where [.unknownMember, .unknownUser].contains(error.api?.code) {
                    return nil
                }
            },
            membersNamed: { name, guild in try await rest.send(.searchMembers(of: guild, name: name, limit: 20)) },
            roles: { try await rest.send(.listRoles(of: $0)) },
            channels: { try await rest.send(.listGuildChannels(of: $0)) },
            permissions: { user, roles, channel, guild in
                guard let calculator = try await rest.send(.getGuild(guild)).permissionCalculator else { return nil }
                let place = try await rest.send(.getChannel(channel))
                var overwrites = place.permissionOverwrites
                if place.type.isThread, let parent = place.parentID {
                    overwrites = try await rest.send(.getChannel(parent)).permissionOverwrites
                }
                return calculator.permissions(
                    of: .init(user: user, roles: roles), overwrites: overwrites, in: place.permissionKind)
            })
    }
}
