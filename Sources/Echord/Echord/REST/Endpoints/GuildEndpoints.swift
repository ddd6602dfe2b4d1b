public import EchordModel
public import EchordPrimitives
internal import JSON

/// One guild. Discord: *Guild › Get Guild*.
public struct GetGuildRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Guild
    /// `GET /guilds/{guild_id}`
    public static let route = APIRoute(method: "GET", path: "/guilds/{guild_id}")
    /// The guild.
    public var guildID: GuildID
    /// Whether the numbers of members and of those present are wanted.
    public var withCounts: Bool?

    /// Makes the request.
    public init(guildID: GuildID, withCounts: Bool? = nil) {
        self.guildID = guildID
        self.withCounts = withCounts
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.guild(guildID)] }
    /// What stands after the `?`.
    public var query: [QueryParameter] { [QueryParameter("with_counts", withCounts)].compactMap { $0 } }
}

/// A guild's channels without its threads. Discord: *Guild › Get Guild Channels*.
public struct ListGuildChannelsRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = [Channel]
    /// `GET /guilds/{guild_id}/channels`
    public static let route = APIRoute(method: "GET", path: "/guilds/{guild_id}/channels")
    /// The guild.
    public var guildID: GuildID

    /// Makes the request.
    public init(guildID: GuildID) {
        self.guildID = guildID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.guild(guildID)] }
}

/// A guild's roles. Discord: *Guild › Get Guild Roles*.
public struct ListRolesRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = [Role]
    /// `GET /guilds/{guild_id}/roles`
    public static let route = APIRoute(method: "GET", path: "/guilds/{guild_id}/roles")
    /// The guild.
    public var guildID: GuildID

    /// Makes the request.
    public init(guildID: GuildID) {
        self.guildID = guildID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.guild(guildID)] }
}

/// One member. Discord: *Guild › Get Guild Member*.
public struct GetMemberRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Member
    /// `GET /guilds/{guild_id}/members/{user_id}`
    public static let route = APIRoute(method: "GET", path: "/guilds/{guild_id}/members/{user_id}")
    /// The guild.
    public var guildID: GuildID
    /// The user.
    public var userID: UserID

    /// Makes the request.
    public init(guildID: GuildID, userID: UserID) {
        self.guildID = guildID
        self.userID = userID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.guild(guildID), .id(userID)] }
}

/// Members in the order of their ids; needs the intent GUILD_MEMBERS. Discord: *Guild › List Guild Members*.
public struct ListMembersRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = [Member]
    /// `GET /guilds/{guild_id}/members`
    public static let route = APIRoute(method: "GET", path: "/guilds/{guild_id}/members")
    /// The guild.
    public var guildID: GuildID
    /// How many, 1 to 1000; 1 without.
    public var limit: Int?
    /// Members after this one.
    public var after: UserID?

    /// Makes the request.
    public init(guildID: GuildID, limit: Int? = nil, after: UserID? = nil) {
        self.guildID = guildID
        self.limit = limit
        self.after = after
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.guild(guildID)] }
    /// What stands after the `?`.
    public var query: [QueryParameter] {
        [QueryParameter("limit", limit), QueryParameter("after", after)].compactMap { $0 }
    }
}

/// Members whose name begins with a text. Discord: *Guild › Search Guild Members*.
public struct SearchMembersRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = [Member]
    /// `GET /guilds/{guild_id}/members/search`
    public static let route = APIRoute(method: "GET", path: "/guilds/{guild_id}/members/search")
    /// The guild.
    public var guildID: GuildID
    /// How the name begins.
    public var name: String
    /// How many, 1 to 1000; 1 without.
    public var limit: Int?

    /// Makes the request.
    public init(guildID: GuildID, name: String, limit: Int? = nil) {
        self.guildID = guildID
        self.name = name
        self.limit = limit
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.guild(guildID)] }
    /// What stands after the `?`.
    public var query: [QueryParameter] {
        [QueryParameter("query", name), QueryParameter("limit", limit)].compactMap { $0 }
    }
}

/// Removes a member. Discord: *Guild › Remove Guild Member*.
public struct RemoveMemberRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `DELETE /guilds/{guild_id}/members/{user_id}`
    public static let route = APIRoute(method: "DELETE", path: "/guilds/{guild_id}/members/{user_id}")
    /// The guild.
    public var guildID: GuildID
    /// The user.
    public var userID: UserID
    /// Why, for the guild's audit log; up to 512 characters.
    public var reason: String?

    /// Makes the request.
    public init(guildID: GuildID, userID: UserID, reason: String? = nil) {
        self.guildID = guildID
        self.userID = userID
        self.reason = reason
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.guild(guildID), .id(userID)] }
}

/// Gives a member a role. Discord: *Guild › Add Guild Member Role*.
public struct AddMemberRoleRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}`
    public static let route = APIRoute(method: "PUT", path: "/guilds/{guild_id}/members/{user_id}/roles/{role_id}")
    /// The guild.
    public var guildID: GuildID
    /// The user.
    public var userID: UserID
    /// The role.
    public var roleID: RoleID
    /// Why, for the guild's audit log; up to 512 characters.
    public var reason: String?

    /// Makes the request.
    public init(guildID: GuildID, userID: UserID, roleID: RoleID, reason: String? = nil) {
        self.guildID = guildID
        self.userID = userID
        self.roleID = roleID
        self.reason = reason
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.guild(guildID), .id(userID), .id(roleID)] }
}

/// Takes a role from a member. Discord: *Guild › Remove Guild Member Role*.
public struct RemoveMemberRoleRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}`
    public static let route = APIRoute(method: "DELETE", path: "/guilds/{guild_id}/members/{user_id}/roles/{role_id}")
    /// The guild.
    public var guildID: GuildID
    /// The user.
    public var userID: UserID
    /// The role.
    public var roleID: RoleID
    /// Why, for the guild's audit log; up to 512 characters.
    public var reason: String?

    /// Makes the request.
    public init(guildID: GuildID, userID: UserID, roleID: RoleID, reason: String? = nil) {
        self.guildID = guildID
        self.userID = userID
        self.roleID = roleID
        self.reason = reason
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.guild(guildID), .id(userID), .id(roleID)] }
}
