public import EchordModel
public import EchordPrimitives

/// Reactions. An emoji is the character itself, or `name:id` for a custom one.
extension APIRequest {
    /// Reacts to a message. Needs READ_MESSAGE_HISTORY, and ADD_REACTIONS when nobody has reacted with the emoji yet.
    ///
    /// <https://docs.discord.com/developers/resources/message#create-reaction>
    public static func createReaction(
        _ emoji: String, on message: MessageID, in channel: ChannelID
    ) -> APIRequest<Void> {
        .init(.put, "/channels/\(channel)/messages/\(message)/reactions/\(emoji, "emoji_name")/@me")
    }

    /// Takes the bot's own reaction back.
    ///
    /// <https://docs.discord.com/developers/resources/message#delete-own-reaction>
    public static func deleteOwnReaction(
        _ emoji: String, from message: MessageID, in channel: ChannelID
    ) -> APIRequest<Void> {
        .init(.delete, "/channels/\(channel)/messages/\(message)/reactions/\(emoji, "emoji_name")/@me")
    }

    /// Takes a user's reaction away. Needs MANAGE_MESSAGES.
    ///
    /// <https://docs.discord.com/developers/resources/message#delete-user-reaction>
    public static func deleteReaction(
        _ emoji: String, of user: UserID, from message: MessageID, in channel: ChannelID
    ) -> APIRequest<Void> {
        .init(.delete, "/channels/\(channel)/messages/\(message)/reactions/\(emoji, "emoji_name")/\(user)")
    }

    /// Who reacted with an emoji.
    ///
    /// <https://docs.discord.com/developers/resources/message#get-reactions>
    ///
    /// - Parameters:
    ///   - type: Ordinary reactions or super reactions; ordinary when left out.
    ///   - after: The last user of the page before.
    ///   - limit: 1 to 100; 25 when left out.
    public static func listReactions(
        _ emoji: String, on message: MessageID, in channel: ChannelID, type: ReactionType? = nil,
        after: UserID? = nil, limit: Int? = nil
    ) -> APIRequest<[User]> {
        .init(
            .get, "/channels/\(channel)/messages/\(message)/reactions/\(emoji, "emoji_name")",
            query: [.choice("type", type), .value("after", after), .number("limit", limit, in: 1...100)])
    }

    /// Takes all reactions away. Needs MANAGE_MESSAGES.
    ///
    /// <https://docs.discord.com/developers/resources/message#delete-all-reactions>
    public static func deleteAllReactions(from message: MessageID, in channel: ChannelID) -> APIRequest<Void> {
        .init(.delete, "/channels/\(channel)/messages/\(message)/reactions")
    }

    /// Takes all reactions with an emoji away. Needs MANAGE_MESSAGES.
    ///
    /// <https://docs.discord.com/developers/resources/message#delete-all-reactions-for-emoji>
    public static func deleteAllReactions(
        with emoji: String, from message: MessageID, in channel: ChannelID
    ) -> APIRequest<Void> {
        .init(.delete, "/channels/\(channel)/messages/\(message)/reactions/\(emoji, "emoji_name")")
    }
}
