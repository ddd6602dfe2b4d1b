public import EchordModel
public import EchordPrimitives

extension APIRequest {
    /// One channel or thread; a thread with the own membership in it.
    ///
    /// <https://docs.discord.com/developers/resources/channel#get-channel>
    public static func getChannel(_ channel: ChannelID) -> APIRequest<Channel> { .init(.get, "/channels/\(channel)") }

    /// Deletes a channel, or closes a direct one. Needs MANAGE_CHANNELS, for threads MANAGE_THREADS. A category's
    /// channels stay; a community's rules and updates channels can not go.
    ///
    /// <https://docs.discord.com/developers/resources/channel#delete-close-channel>
    public static func deleteChannel(_ channel: ChannelID, reason: String? = nil) -> APIRequest<Channel> {
        .init(.delete, "/channels/\(channel)", reason: reason)
    }

    /// Shows the bot as typing for 10 s.
    ///
    /// <https://docs.discord.com/developers/resources/channel#trigger-typing-indicator>
    public static func triggerTyping(in channel: ChannelID) -> APIRequest<Void> {
        .init(.post, "/channels/\(channel)/typing", isRepeatable: true)
    }
}
