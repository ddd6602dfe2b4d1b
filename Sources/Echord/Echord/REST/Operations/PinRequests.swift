public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// A page of a channel's pinned messages, the last pinned first. Needs READ_MESSAGE_HISTORY.
    ///
    /// <https://docs.discord.com/developers/resources/message#get-channel-pins>
    ///
    /// - Parameters:
    ///   - before: Messages that were pinned before this.
    ///   - limit: 1 to 50, which it is when left out.
    public static func listPins(
        in channel: ChannelID, before: DiscordTimestamp? = nil, limit: Int? = nil
    ) -> APIRequest<PinnedMessagePage> {
        .init(
            .get, "/channels/\(channel)/messages/pins",
            query: [.value("before", before), .number("limit", limit, in: 1...50)])
    }

    /// Pins a message; up to 250 of a channel. Needs PIN_MESSAGES.
    ///
    /// <https://docs.discord.com/developers/resources/message#pin-message>
    public static func pinMessage(
        _ message: MessageID, in channel: ChannelID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.put, "/channels/\(channel)/messages/pins/\(message)", reason: reason)
    }

    /// Unpins a message. Needs PIN_MESSAGES.
    ///
    /// <https://docs.discord.com/developers/resources/message#unpin-message>
    public static func unpinMessage(
        _ message: MessageID, in channel: ChannelID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/channels/\(channel)/messages/pins/\(message)", reason: reason)
    }

    // MARK: - In the form of old

    /// All pinned messages of a channel in the form of old, which knows up to 50; prefer ``listPins(in:before:limit:)``.
    ///
    /// <https://docs.discord.com/developers/resources/message#get-pinned-messages-deprecated>
    public static func listPinsInOldForm(in channel: ChannelID) -> APIRequest<[Message]> {
        .init(.get, "/channels/\(channel)/pins", reading: .list())
    }

    /// Pins a message in the form of old; prefer ``pinMessage(_:in:reason:)``.
    ///
    /// <https://docs.discord.com/developers/resources/message#pin-message-deprecated>
    public static func pinMessageInOldForm(
        _ message: MessageID, in channel: ChannelID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.put, "/channels/\(channel)/pins/\(message)", reason: reason)
    }

    /// Unpins a message in the form of old; prefer ``unpinMessage(_:in:reason:)``.
    ///
    /// <https://docs.discord.com/developers/resources/message#unpin-message-deprecated>
    public static func unpinMessageInOldForm(
        _ message: MessageID, in channel: ChannelID, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/channels/\(channel)/pins/\(message)", reason: reason)
    }
}
