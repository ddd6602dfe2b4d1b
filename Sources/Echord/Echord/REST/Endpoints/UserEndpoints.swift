public import EchordModel
public import EchordPrimitives
internal import JSON

/// The bot's own account. Discord: *User › Get Current User*.
public struct GetCurrentUserRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = User
    /// `GET /users/@me`
    public static let route = APIRoute(method: "GET", path: "/users/@me")

    /// Makes the request.
    public init() {
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [] }
}

/// Any user. Discord: *User › Get User*.
public struct GetUserRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = User
    /// `GET /users/{user_id}`
    public static let route = APIRoute(method: "GET", path: "/users/{user_id}")
    /// The user.
    public var userID: UserID

    /// Makes the request.
    public init(userID: UserID) {
        self.userID = userID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.id(userID)] }
}

/// Leaves a guild. Discord: *User › Leave Guild*.
public struct LeaveGuildRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `DELETE /users/@me/guilds/{guild_id}`
    public static let route = APIRoute(method: "DELETE", path: "/users/@me/guilds/{guild_id}")
    /// The guild.
    public var guildID: GuildID

    /// Makes the request.
    public init(guildID: GuildID) {
        self.guildID = guildID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.guild(guildID)] }
}

/// Opens the channel for direct messages with a user, or finds it. Discord: *User › Create DM*.
public struct CreateDirectMessageChannelRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Channel
    /// `POST /users/@me/channels`
    public static let route = APIRoute(method: "POST", path: "/users/@me/channels")
    /// The user.
    public var recipientID: UserID

    /// Makes the request.
    public init(recipientID: UserID) {
        self.recipientID = recipientID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [] }
    /// What is sent.
    public var body: RequestBody { .json(["recipient_id": .string(recipientID.description)] as JSONValue) }
    /// There is one such channel for each user.
    public var isIdempotent: Bool { true }
}
