public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// Messages of a channel, the newest first. Needs VIEW_CHANNEL, in voice channels CONNECT too; without
    /// READ_MESSAGE_HISTORY there are none.
    ///
    /// <https://docs.discord.com/developers/resources/message#get-channel-messages>
    ///
    /// - Parameters:
    ///   - around: Messages about this one. Of `around`, `before` and `after` only one may be given.
    ///   - limit: 1 to 100; 50 when left out.
    public static func listMessages(
        in channel: ChannelID, around: MessageID? = nil, before: MessageID? = nil, after: MessageID? = nil,
        limit: Int? = nil
    ) -> APIRequest<[Message]> {
        .init(
            .get, "/channels/\(channel)/messages",
            query: [
                .value("around", around), .value("before", before), .value("after", after),
                .number("limit", limit, in: DiscordLimits.Message.page),
            ], reading: .list())
    }

    /// One message. Needs VIEW_CHANNEL and READ_MESSAGE_HISTORY, in voice channels CONNECT too.
    ///
    /// <https://docs.discord.com/developers/resources/message#get-channel-message>
    public static func getMessage(_ message: MessageID, in channel: ChannelID) -> APIRequest<Message> {
        .init(.get, "/channels/\(channel)/messages/\(message)")
    }

    /// Sends a message. Needs SEND_MESSAGES, in threads SEND_MESSAGES_IN_THREADS; SEND_TTS_MESSAGES to be read out,
    /// READ_MESSAGE_HISTORY to answer one. Up to 10 files; sent again after a failure only when its nonce is enforced.
    ///
    /// <https://docs.discord.com/developers/resources/message#create-message>
    public static func createMessage(
        in channel: ChannelID, _ message: CreateMessage, files: [FileUpload] = []
    ) -> APIRequest<Message> {
        .init(
            .post, "/channels/\(channel)/messages", body: .message(message, files),
            isRepeatable: message.nonce != nil && message.enforceNonce == true)
    }

    /// Changes a message. Of another's message only the flags, and those need MANAGE_MESSAGES.
    ///
    /// <https://docs.discord.com/developers/resources/message#edit-message>
    public static func editMessage(
        _ message: MessageID, in channel: ChannelID, _ edit: EditMessage, files: [FileUpload] = []
    ) -> APIRequest<Message> {
        .init(.patch, "/channels/\(channel)/messages/\(message)", body: .message(edit, files))
    }

    /// Deletes a message. Another's needs MANAGE_MESSAGES.
    ///
    /// <https://docs.discord.com/developers/resources/message#delete-message>
    public static func deleteMessage(
        _ message: MessageID, in channel: ChannelID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/channels/\(channel)/messages/\(message)", reason: reason)
    }

    /// Deletes 2 to 100 messages that are younger than two weeks. Needs MANAGE_MESSAGES.
    ///
    /// <https://docs.discord.com/developers/resources/message#bulk-delete-messages>
    public static func bulkDeleteMessages(
        _ messages: [MessageID], in channel: ChannelID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(
            .post, "/channels/\(channel)/messages/bulk-delete", body: .json(BulkDeleteMessages(messages: messages)),
            reason: reason)
    }

    /// Publishes a message of an announcement channel to the channels that follow. The own one needs SEND_MESSAGES,
    /// another's MANAGE_MESSAGES.
    ///
    /// <https://docs.discord.com/developers/resources/message#crosspost-message>
    public static func crosspostMessage(_ message: MessageID, in channel: ChannelID) -> APIRequest<Message> {
        .init(.post, "/channels/\(channel)/messages/\(message)/crosspost")
    }
}
