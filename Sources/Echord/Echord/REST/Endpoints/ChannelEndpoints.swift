public import EchordModel
public import EchordPrimitives
internal import JSON

/// One channel or thread. Discord: *Channel › Get Channel*.
public struct GetChannelRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Channel
    /// `GET /channels/{channel_id}`
    public static let route = APIRoute(method: "GET", path: "/channels/{channel_id}")
    /// The channel.
    public var channelID: ChannelID

    /// Makes the request.
    public init(channelID: ChannelID) {
        self.channelID = channelID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID)] }
}

/// Deletes a channel, or closes a private one. Discord: *Channel › Delete/Close Channel*.
public struct DeleteChannelRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Channel
    /// `DELETE /channels/{channel_id}`
    public static let route = APIRoute(method: "DELETE", path: "/channels/{channel_id}")
    /// The channel.
    public var channelID: ChannelID
    /// Why, for the guild's audit log; up to 512 characters.
    public var reason: String?

    /// Makes the request.
    public init(channelID: ChannelID, reason: String? = nil) {
        self.channelID = channelID
        self.reason = reason
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID)] }
}

/// Shows the bot as typing for 10 s. Discord: *Channel › Trigger Typing Indicator*.
public struct TriggerTypingRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `POST /channels/{channel_id}/typing`
    public static let route = APIRoute(method: "POST", path: "/channels/{channel_id}/typing")
    /// The channel.
    public var channelID: ChannelID

    /// Makes the request.
    public init(channelID: ChannelID) {
        self.channelID = channelID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID)] }
    /// It shows the same twice.
    public var isIdempotent: Bool { true }
}
