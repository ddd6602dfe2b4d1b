public import EchordModel
public import EchordPrimitives
public import JSON

extension Live where Model == Webhook {
    /// The secret, without which Discord takes no message.
    ///
    /// - Throws: `EchordError` with `configuration` when it is not known: webhooks of other applications do not show it.
    private func secret() throws -> String {
        guard let token = model.token else {
            throw EchordError(.configuration, "The token of webhook \(model.id) is not known, so it can send nothing.")
        }
        return token
    }

    /// Sends a message. Needs no permission but the token.
    ///
    /// - Parameters:
    ///   - thread: A thread of the webhook's channel to send it to.
    ///   - wait: Whether Discord answers with the message, and says when it was not sent.
    /// - Returns: The message; `nil` without `wait`.
    /// - Throws: `EchordError` with `configuration` when the token is not known; as `RESTClient.send`.
    @discardableResult
    public func send(
        _ message: ExecuteWebhook, files: [FileUpload] = [], thread: ChannelID? = nil, wait: Bool = true,
        withComponents: Bool? = nil
    ) async throws -> Live<Message>? {
        let sent = try await discord.send(
            .executeWebhook(
                model.id, token: try secret(), message, files: files, thread: thread, wait: wait,
                withComponents: withComponents))
        return sent.map { discord.live($0) }
    }

    /// Sends a message. It pings nobody unless the content says so.
    ///
    /// - Throws: `EchordError` with `configuration` when the token is not known, with `validation` before anything is
    ///   sent; as `RESTClient.send`.
    @discardableResult
    public func send(
        _ content: MessageContent, files: [FileUpload] = [], thread: ChannelID? = nil
    ) async throws -> Live<Message>? {
        // Without it Discord takes no components from webhooks that no application owns.
        try await send(
            try content.followUp(), files: files, thread: thread,
            withComponents: content.components.isEmpty ? nil : true)
    }

    /// Sends a text. It pings nobody.
    @discardableResult
    public func send(_ text: String, thread: ChannelID? = nil) async throws -> Live<Message>? {
        try await send(MessageContent(text), thread: thread)
    }

    /// Sends what Slack's webhooks take.
    public func sendSlack(_ payload: JSONValue, thread: ChannelID? = nil, wait: Bool = true) async throws {
        try await discord.send(
            .executeSlackWebhook(model.id, token: try secret(), payload, thread: thread, wait: wait))
    }

    /// Sends what GitHub's webhooks send.
    ///
    /// - Parameter event: GitHub's name of the event.
    public func sendGitHub(
        event: String, _ payload: JSONValue, thread: ChannelID? = nil, wait: Bool = true
    ) async throws {
        try await discord.send(
            .executeGitHubWebhook(model.id, token: try secret(), event: event, payload, thread: thread, wait: wait))
    }

    /// A message that it sent.
    public func message(_ message: MessageID, thread: ChannelID? = nil) async throws -> Live<Message> {
        discord.live(
            try await discord.send(
                .getWebhookMessage(message, of: model.id, token: try secret(), thread: thread)))
    }

    /// Changes a message that it sent.
    @discardableResult
    public func editMessage(
        _ message: MessageID, _ edit: EditMessage, files: [FileUpload] = [], thread: ChannelID? = nil,
        withComponents: Bool? = nil
    ) async throws -> Live<Message> {
        discord.live(
            try await discord.send(
                .editWebhookMessage(
                    message, of: model.id, token: try secret(), edit, files: files, thread: thread,
                    withComponents: withComponents)))
    }

    /// Deletes a message that it sent.
    public func deleteMessage(_ message: MessageID, thread: ChannelID? = nil) async throws {
        try await discord.send(.deleteWebhookMessage(message, of: model.id, token: try secret(), thread: thread))
    }
}

extension DiscordThing where Model == Webhook {
    /// Changes it. Needs MANAGE_WEBHOOKS.
    @discardableResult
    public func edit(_ changes: EditWebhook, reason: String? = nil) async throws -> Live<Webhook> {
        try await live(.editWebhook(id, changes, reason: reason))
    }

    /// Changes it with its token, without the bot's rights; it can not be moved to another channel so.
    @discardableResult
    public func edit(_ changes: EditWebhook, token: String, reason: String? = nil) async throws -> Live<Webhook> {
        try await live(.editWebhook(id, token: token, changes, reason: reason))
    }

    /// Deletes it. Needs MANAGE_WEBHOOKS.
    public func delete(reason: String? = nil) async throws {
        try await discord.send(.deleteWebhook(id, reason: reason))
    }

    /// Deletes it with its token, without the bot's rights.
    public func delete(token: String, reason: String? = nil) async throws {
        try await discord.send(.deleteWebhook(id, token: token, reason: reason))
    }

    /// Asks for it with its token, without the bot's rights.
    public func fetch(token: String) async throws -> Live<Webhook> {
        try await live(.getWebhook(id, token: token))
    }
}

extension All where Element == Webhook, Owner == Channel {
    /// All of them. Needs MANAGE_WEBHOOKS.
    public func list() async throws -> [Live<Webhook>] { try await live(.listChannelWebhooks(in: owner.id)) }

    /// Makes one. Needs MANAGE_WEBHOOKS; a channel can have 15.
    @discardableResult
    public func create(_ webhook: CreateWebhook, reason: String? = nil) async throws -> Live<Webhook> {
        try await live(.createWebhook(in: owner.id, webhook, reason: reason))
    }
}

extension All where Element == Webhook, Owner == Guild {
    /// All of them. Needs MANAGE_WEBHOOKS.
    public func list() async throws -> [Live<Webhook>] { try await live(.listGuildWebhooks(of: owner.id)) }
}
