public import EchordModel
public import EchordPrimitives
public import JSON
public import Telemetry

/// Writes by a webhook, with nothing but its address: no bot, no gateway.
///
/// ```swift
/// let webhook = try WebhookClient(url: "https://discord.com/api/webhooks/1234/abcd")
/// try await webhook.send(MessageContent("The build is green."), username: "CI")
/// ```
/// <https://docs.discord.com/developers/resources/webhook>
public struct WebhookClient: Sendable {
    /// The webhook's id.
    public let id: WebhookID
    /// The thread that messages go into unless they say otherwise; from the address.
    public let thread: ChannelID?
    private let token: Secret<String>
    private let rest: RESTClient

    /// A webhook by its id and token.
    ///
    /// - Parameters:
    ///   - thread: the thread that messages go into unless they say otherwise.
    ///   - rest: needs no bot token; share one between webhooks.
    public init(id: WebhookID, token: Secret<String>, thread: ChannelID? = nil, rest: RESTClient) {
        self.id = id
        self.token = token
        self.thread = thread
        self.rest = rest
    }

    /// A webhook by the address that Discord shows, with or without a version, `/slack`, `/github` and `thread_id`.
    ///
    /// - Parameter rest: needs no bot token; nil for a connection of its own to the host of the address.
    /// - Throws: ``EchordError`` with code `configuration` when it is no webhook's address. The address is a secret, and
    ///   the error does not hold it.
    public init(url: String, rest: RESTClient? = nil) throws(EchordError) {
        guard let address = WebhookAddress(url) else {
            throw EchordError(
                .configuration, "This is no webhook's address: it looks like https://discord.com/api/webhooks/ID/TOKEN."
            )
        }
        let own: RESTClient
        if let rest {
            own = rest
        } else {
            own = try RESTClient(token: nil, configuration: RESTConfiguration(apiURL: address.apiURL))
        }
        self.init(id: address.id, token: Secret(address.token), thread: address.thread, rest: own)
    }

    // MARK: - Messages

    /// Sends a message.
    ///
    /// - Parameters:
    ///   - files: up to 10 files.
    ///   - username: a name in place of the webhook's.
    ///   - avatarURL: a picture in place of the webhook's.
    ///   - thread: the thread it goes into.
    ///   - threadName: the name of the new thread, in a forum or media channel.
    ///   - tags: the new thread's tags.
    /// - Returns: The message.
    /// - Throws: ``EchordError`` with `validation` before anything is sent; as `RESTClient.send`.
    @discardableResult
    public func send(
        _ content: MessageContent, files: [FileUpload] = [], username: String? = nil, avatarURL: String? = nil,
        thread: ChannelID? = nil, threadName: String? = nil, tags: [ForumTagID]? = nil
    ) async throws -> Message {
        let message = try body(content, username, avatarURL, threadName, tags)
        let sent = try await rest.send(execution(message, files, thread, content, waits: true))
        guard let sent else {
            throw EchordError(.decoding, "Discord took the message and did not send it back.")
        }
        return sent
    }

    /// Sends a message without waiting for Discord to make it: it may be refused unseen.
    ///
    /// - Throws: as ``send(_:files:username:avatarURL:thread:threadName:tags:)``.
    public func post(
        _ content: MessageContent, files: [FileUpload] = [], username: String? = nil, avatarURL: String? = nil,
        thread: ChannelID? = nil, threadName: String? = nil, tags: [ForumTagID]? = nil
    ) async throws {
        let message = try body(content, username, avatarURL, threadName, tags)
        _ = try await rest.send(execution(message, files, thread, content, waits: false))
    }

    /// A message that the webhook sent.
    public func message(_ message: MessageID, thread: ChannelID? = nil) async throws -> Message {
        try await rest.send(
            .getWebhookMessage(message, of: id, token: token.reveal(), thread: thread ?? self.thread))
    }

    /// Changes a message that the webhook sent: it says this and nothing else.
    ///
    /// - Throws: as ``send(_:files:username:avatarURL:thread:threadName:tags:)``.
    @discardableResult
    public func edit(
        _ message: MessageID, _ content: MessageContent, files: [FileUpload] = [], thread: ChannelID? = nil
    ) async throws -> Message {
        try await rest.send(
            .editWebhookMessage(
                message, of: id, token: token.reveal(), try content.editMessage(), files: files,
                thread: thread ?? self.thread, withComponents: Self.hasComponents(content)))
    }

    /// Deletes a message that the webhook sent.
    public func delete(_ message: MessageID, thread: ChannelID? = nil) async throws {
        try await rest.send(
            .deleteWebhookMessage(message, of: id, token: token.reveal(), thread: thread ?? self.thread))
    }

    // MARK: - Other senders

    /// Passes on a message in the form of Slack's.
    public func sendSlack(_ payload: JSONValue, thread: ChannelID? = nil) async throws {
        try await rest.send(
            .executeSlackWebhook(id, token: token.reveal(), payload, thread: thread ?? self.thread))
    }

    /// Passes on an event of GitHub's.
    ///
    /// - Parameter event: its name, from the header `X-GitHub-Event`.
    public func sendGitHub(event: String, _ payload: JSONValue, thread: ChannelID? = nil) async throws {
        try await rest.send(
            .executeGitHubWebhook(id, token: token.reveal(), event: event, payload, thread: thread ?? self.thread))
    }

    // MARK: - The webhook

    /// The webhook itself.
    public func webhook() async throws -> Webhook { try await rest.send(.getWebhook(id, token: token.reveal())) }

    /// Changes its name or picture.
    @discardableResult
    public func modify(_ changes: EditWebhook) async throws -> Webhook {
        try await rest.send(.editWebhook(id, token: token.reveal(), changes))
    }

    /// Deletes it for good.
    public func deleteWebhook() async throws { try await rest.send(.deleteWebhook(id, token: token.reveal())) }

    // MARK: - Parts

    private func body(
        _ content: MessageContent, _ username: String?, _ avatarURL: String?, _ threadName: String?,
        _ tags: [ForumTagID]?
    ) throws(EchordError) -> ExecuteWebhook {
        var message = try content.followUp()
        message.username = username
        message.avatarURL = avatarURL
        message.threadName = threadName
        message.appliedTags = tags
        return message
    }

    private func execution(
        _ message: ExecuteWebhook, _ files: [FileUpload], _ thread: ChannelID?, _ content: MessageContent, waits: Bool
    ) -> APIRequest<Message?> {
        // A message that opens a thread goes into no other.
        let place = thread ?? (message.threadName == nil ? self.thread : nil)
        return .executeWebhook(
            id, token: token.reveal(), message, files: files, thread: place, wait: waits,
            withComponents: Self.hasComponents(content))
    }

    /// Discord leaves components out of what a webhook of no application sends unless it is told.
    private static func hasComponents(_ content: MessageContent) -> Bool? { content.components.isEmpty ? nil : true }
}
