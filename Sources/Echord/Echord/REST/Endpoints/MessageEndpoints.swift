public import EchordModel
public import EchordPrimitives
internal import JSON

/// Messages of a channel, the newest first. Discord: *Message › Get Channel Messages*.
public struct ListMessagesRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = [Message]
    /// `GET /channels/{channel_id}/messages`
    public static let route = APIRoute(method: "GET", path: "/channels/{channel_id}/messages")
    /// The channel.
    public var channelID: ChannelID
    /// Messages about this one.
    public var around: MessageID?
    /// Messages before this one.
    public var before: MessageID?
    /// Messages after this one.
    public var after: MessageID?
    /// How many, 1 to 100; 50 without.
    public var limit: Int?

    /// Makes the request.
    public init(
        channelID: ChannelID, around: MessageID? = nil, before: MessageID? = nil, after: MessageID? = nil,
        limit: Int? = nil
    ) {
        self.channelID = channelID
        self.around = around
        self.before = before
        self.after = after
        self.limit = limit
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID)] }
    /// What stands after the `?`.
    public var query: [QueryParameter] {
        [
            QueryParameter("around", around), QueryParameter("before", before), QueryParameter("after", after),
            QueryParameter("limit", limit),
        ].compactMap { $0 }
    }
}

/// One message. Discord: *Message › Get Channel Message*.
public struct GetMessageRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Message
    /// `GET /channels/{channel_id}/messages/{message_id}`
    public static let route = APIRoute(method: "GET", path: "/channels/{channel_id}/messages/{message_id}")
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID

    /// Makes the request.
    public init(channelID: ChannelID, messageID: MessageID) {
        self.channelID = channelID
        self.messageID = messageID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID), .id(messageID)] }
}

/// Sends a message. Discord: *Message › Create Message*.
public struct CreateMessageRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Message
    /// `POST /channels/{channel_id}/messages`
    public static let route = APIRoute(method: "POST", path: "/channels/{channel_id}/messages")
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var message: CreateMessage
    /// Files to send with it.
    public var files: [FileUpload]

    /// Makes the request.
    public init(channelID: ChannelID, message: CreateMessage, files: [FileUpload] = []) {
        self.channelID = channelID
        self.message = message
        self.files = files
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID)] }
    /// What is sent.
    public var body: RequestBody { .json(message, files: files) }
    /// When Discord is asked to take the same nonce only once.
    public var isIdempotent: Bool { message.nonce != nil && message.enforceNonce == true }
}

/// Changes a message. Discord: *Message › Edit Message*.
public struct EditMessageRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Message
    /// `PATCH /channels/{channel_id}/messages/{message_id}`
    public static let route = APIRoute(method: "PATCH", path: "/channels/{channel_id}/messages/{message_id}")
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// What is to change.
    public var message: EditMessage
    /// Files to send with it.
    public var files: [FileUpload]

    /// Makes the request.
    public init(channelID: ChannelID, messageID: MessageID, message: EditMessage, files: [FileUpload] = []) {
        self.channelID = channelID
        self.messageID = messageID
        self.message = message
        self.files = files
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID), .id(messageID)] }
    /// What is sent.
    public var body: RequestBody { .json(message, files: files) }
}

/// Deletes a message. Discord: *Message › Delete Message*.
public struct DeleteMessageRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `DELETE /channels/{channel_id}/messages/{message_id}`
    public static let route = APIRoute(method: "DELETE", path: "/channels/{channel_id}/messages/{message_id}")
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// Why, for the guild's audit log; up to 512 characters.
    public var reason: String?

    /// Makes the request.
    public init(channelID: ChannelID, messageID: MessageID, reason: String? = nil) {
        self.channelID = channelID
        self.messageID = messageID
        self.reason = reason
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID), .id(messageID)] }
}

/// Deletes 2 to 100 messages that are younger than two weeks. Discord: *Message › Bulk Delete Messages*.
public struct BulkDeleteMessagesRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `POST /channels/{channel_id}/messages/bulk-delete`
    public static let route = APIRoute(method: "POST", path: "/channels/{channel_id}/messages/bulk-delete")
    /// The channel.
    public var channelID: ChannelID
    /// The messages.
    public var messages: [MessageID]
    /// Why, for the guild's audit log; up to 512 characters.
    public var reason: String?

    /// Makes the request.
    public init(channelID: ChannelID, messages: [MessageID], reason: String? = nil) {
        self.channelID = channelID
        self.messages = messages
        self.reason = reason
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID)] }
    /// What is sent.
    public var body: RequestBody { .json(BulkDeleteMessages(messages: messages)) }
}

/// Publishes a message to the channels that follow. Discord: *Message › Crosspost Message*.
public struct CrosspostMessageRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Message
    /// `POST /channels/{channel_id}/messages/{message_id}/crosspost`
    public static let route = APIRoute(method: "POST", path: "/channels/{channel_id}/messages/{message_id}/crosspost")
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID

    /// Makes the request.
    public init(channelID: ChannelID, messageID: MessageID) {
        self.channelID = channelID
        self.messageID = messageID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID), .id(messageID)] }
}

/// Reacts to a message. Discord: *Message › Create Reaction*.
public struct CreateReactionRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me`
    public static let route = APIRoute(
        method: "PUT", path: "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me")
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// `name:id` of a custom emoji, or the emoji itself.
    public var emoji: String

    /// Makes the request.
    public init(channelID: ChannelID, messageID: MessageID, emoji: String) {
        self.channelID = channelID
        self.messageID = messageID
        self.emoji = emoji
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID), .id(messageID), .text(emoji)] }
}

/// Takes the bot's reaction back. Discord: *Message › Delete Own Reaction*.
public struct DeleteOwnReactionRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `DELETE /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me`
    public static let route = APIRoute(
        method: "DELETE", path: "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me")
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// `name:id` of a custom emoji, or the emoji itself.
    public var emoji: String

    /// Makes the request.
    public init(channelID: ChannelID, messageID: MessageID, emoji: String) {
        self.channelID = channelID
        self.messageID = messageID
        self.emoji = emoji
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID), .id(messageID), .text(emoji)] }
}

/// Takes a user's reaction away. Discord: *Message › Delete User Reaction*.
public struct DeleteUserReactionRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `DELETE /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/{user_id}`
    public static let route = APIRoute(
        method: "DELETE", path: "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/{user_id}")
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// `name:id` of a custom emoji, or the emoji itself.
    public var emoji: String
    /// The user.
    public var userID: UserID

    /// Makes the request.
    public init(channelID: ChannelID, messageID: MessageID, emoji: String, userID: UserID) {
        self.channelID = channelID
        self.messageID = messageID
        self.emoji = emoji
        self.userID = userID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID), .id(messageID), .text(emoji), .id(userID)] }
}

/// Who reacted with an emoji. Discord: *Message › Get Reactions*.
public struct ListReactionsRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = [User]
    /// `GET /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}`
    public static let route = APIRoute(
        method: "GET", path: "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}")
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// `name:id` of a custom emoji, or the emoji itself.
    public var emoji: String
    /// Users after this one.
    public var after: UserID?
    /// How many, 1 to 100; 25 without.
    public var limit: Int?

    /// Makes the request.
    public init(channelID: ChannelID, messageID: MessageID, emoji: String, after: UserID? = nil, limit: Int? = nil) {
        self.channelID = channelID
        self.messageID = messageID
        self.emoji = emoji
        self.after = after
        self.limit = limit
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID), .id(messageID), .text(emoji)] }
    /// What stands after the `?`.
    public var query: [QueryParameter] {
        [QueryParameter("after", after), QueryParameter("limit", limit)].compactMap { $0 }
    }
}

/// Takes all reactions away. Discord: *Message › Delete All Reactions*.
public struct DeleteAllReactionsRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `DELETE /channels/{channel_id}/messages/{message_id}/reactions`
    public static let route = APIRoute(method: "DELETE", path: "/channels/{channel_id}/messages/{message_id}/reactions")
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID

    /// Makes the request.
    public init(channelID: ChannelID, messageID: MessageID) {
        self.channelID = channelID
        self.messageID = messageID
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID), .id(messageID)] }
}

/// Pins a message. Discord: *Message › Pin Message*.
public struct PinMessageRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `PUT /channels/{channel_id}/messages/pins/{message_id}`
    public static let route = APIRoute(method: "PUT", path: "/channels/{channel_id}/messages/pins/{message_id}")
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// Why, for the guild's audit log; up to 512 characters.
    public var reason: String?

    /// Makes the request.
    public init(channelID: ChannelID, messageID: MessageID, reason: String? = nil) {
        self.channelID = channelID
        self.messageID = messageID
        self.reason = reason
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID), .id(messageID)] }
}

/// Unpins a message. Discord: *Message › Unpin Message*.
public struct UnpinMessageRequest: Endpoint {
    /// What Discord answers.
    public typealias Response = Void
    /// `DELETE /channels/{channel_id}/messages/pins/{message_id}`
    public static let route = APIRoute(method: "DELETE", path: "/channels/{channel_id}/messages/pins/{message_id}")
    /// The channel.
    public var channelID: ChannelID
    /// The message.
    public var messageID: MessageID
    /// Why, for the guild's audit log; up to 512 characters.
    public var reason: String?

    /// Makes the request.
    public init(channelID: ChannelID, messageID: MessageID, reason: String? = nil) {
        self.channelID = channelID
        self.messageID = messageID
        self.reason = reason
    }

    /// The path's parameters.
    public var parameters: [PathParameter] { [.channel(channelID), .id(messageID)] }
}
