public import EchordPrimitives
public import JSON

/// What is sent to make a webhook.
///
/// <https://docs.discord.com/developers/resources/webhook#create-webhook>
@JSONModel
public struct CreateWebhook: Hashable, Sendable {
    /// Its name, 1 to 80 characters, without `clyde` and `discord`.
    public var name: String
    /// Its picture.
    public var avatar: DataURI?
}

/// What is sent to change a webhook; `keep` leaves a part as it is, `clear` takes it away.
///
/// <https://docs.discord.com/developers/resources/webhook#modify-webhook>
@JSONModel
public struct EditWebhook: Hashable, Sendable {
    /// Its name, 1 to 80 characters.
    public var name: String?
    /// Its picture.
    public var avatar: Patch<DataURI> = .keep
    /// The channel it moves to; not with the webhook's own token.
    public var channelID: Patch<ChannelID> = .keep
}
