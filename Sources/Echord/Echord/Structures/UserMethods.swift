public import EchordModel
public import EchordPrimitives

extension DiscordThing where Model == User {
    /// Its id.
    public var userID: UserID { id }

    /// Opens the channel of direct messages with the user, and remembers it: a bot that opens many is limited.
    public func openDirectChannel() async throws -> Remote<Channel> {
        if let known = discord.directChannels[userID] { return Remote(known, discord) }
        let channel = try await discord.send(.createDirectMessageChannel(with: userID))
        discord.directChannels[userID] = channel.id
        return Remote(channel.id, discord)
    }

    /// Sends a direct message. Refused with `cannotSendMessagesToThisUser` when the user does not take any.
    ///
    /// - Throws: `EchordError` with `validation` before anything is sent; as `RESTClient.send`.
    @discardableResult
    public func send(_ content: MessageContent, files: [FileUpload] = []) async throws -> Live<Message> {
        let message = try content.createMessage()
        return try await openDirectChannel().send(message, files: files)
    }

    /// Sends a text as a direct message.
    @discardableResult
    public func send(_ text: String, files: [FileUpload] = []) async throws -> Live<Message> {
        try await send(MessageContent(text), files: files)
    }
}
