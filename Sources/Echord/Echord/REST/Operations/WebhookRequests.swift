public import EchordModel
public import EchordPrimitives
public import JSON

extension APIRequest {
    /// Makes a webhook. Needs MANAGE_WEBHOOKS; up to 15 of a channel.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#create-webhook>
    public static func createWebhook(
        in channel: ChannelID, _ webhook: CreateWebhook, reason: String? = nil
    ) -> APIRequest<Webhook> {
        .init(.post, "/channels/\(channel)/webhooks", body: .json(webhook), reason: reason)
    }

    /// A channel's webhooks. Needs MANAGE_WEBHOOKS.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#get-channel-webhooks>
    public static func listChannelWebhooks(in channel: ChannelID) -> APIRequest<[Webhook]> {
        .init(.get, "/channels/\(channel)/webhooks", reading: .list())
    }

    /// A guild's webhooks. Needs MANAGE_WEBHOOKS.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#get-guild-webhooks>
    public static func listGuildWebhooks(of guild: GuildID) -> APIRequest<[Webhook]> {
        .init(.get, "/guilds/\(guild)/webhooks", reading: .list())
    }

    /// A webhook by its id. Needs MANAGE_WEBHOOKS, unless the application made it.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#get-webhook>
    public static func getWebhook(_ webhook: WebhookID) -> APIRequest<Webhook> { .init(.get, "/webhooks/\(webhook)") }

    /// A webhook by its token; without the user who made it.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#get-webhook-with-token>
    public static func getWebhook(_ webhook: WebhookID, token: String) -> APIRequest<Webhook> {
        .init(.get, "/webhooks/\(webhook, token: token)", as: .none)
    }

    /// Changes a webhook. Needs MANAGE_WEBHOOKS.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#modify-webhook>
    public static func editWebhook(
        _ webhook: WebhookID, _ changes: EditWebhook, reason: String? = nil
    ) -> APIRequest<Webhook> {
        .init(.patch, "/webhooks/\(webhook)", body: .json(changes), reason: reason)
    }

    /// Changes a webhook by its token; it can not move to another channel.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#modify-webhook-with-token>
    public static func editWebhook(
        _ webhook: WebhookID, token: String, _ changes: EditWebhook, reason: String? = nil
    ) -> APIRequest<Webhook> {
        .init(
            .patch, "/webhooks/\(webhook, token: token)", body: .json(changes), reason: reason, as: .none)
    }

    /// Deletes a webhook for good. Needs MANAGE_WEBHOOKS.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#delete-webhook>
    public static func deleteWebhook(_ webhook: WebhookID, reason: String? = nil) -> APIRequest<Void> {
        .init(.delete, "/webhooks/\(webhook)", reason: reason)
    }

    /// Deletes a webhook for good by its token.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#delete-webhook-with-token>
    public static func deleteWebhook(
        _ webhook: WebhookID, token: String, reason: String? = nil
    ) -> APIRequest<Void> {
        .init(.delete, "/webhooks/\(webhook, token: token)", reason: reason, as: .none)
    }

    // MARK: - Sending

    /// Sends a message by a webhook; up to 10 files. The answer is the message if it is waited for, otherwise `nil`.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#execute-webhook>
    ///
    /// - Parameters:
    ///   - thread: The thread of the webhook's channel that it goes into.
    ///   - wait: Whether Discord answers when the message is there; without, it may fail unseen.
    ///   - withComponents: Whether components go along that need no application; only of a webhook that belongs to none.
    public static func executeWebhook(
        _ webhook: WebhookID, token: String, _ message: ExecuteWebhook, files: [FileUpload] = [],
        thread: ChannelID? = nil, wait: Bool = true, withComponents: Bool? = nil
    ) -> APIRequest<Message?> {
        .init(
            .post, "/webhooks/\(webhook, token: token)",
            query: [.value("wait", wait), .value("thread_id", thread), .value("with_components", withComponents)],
            body: .message(message, files), as: .none, reading: .jsonIfPresent())
    }

    /// Passes on a message in the form of Slack's, without `channel`, `icon_emoji`, `mrkdwn` and `mrkdwn_in`.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#execute-slackcompatible-webhook>
    public static func executeSlackWebhook(
        _ webhook: WebhookID, token: String, _ payload: JSONValue, thread: ChannelID? = nil, wait: Bool = true
    ) -> APIRequest<Void> {
        .init(
            .post, "/webhooks/\(webhook, token: token)/slack",
            query: [.value("wait", wait), .value("thread_id", thread)], body: .json(payload), as: .none)
    }

    /// Passes on an event of GitHub's.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#execute-githubcompatible-webhook>
    ///
    /// - Parameter event: Its name, as GitHub says it in the header `X-GitHub-Event`: `push`, `issues`.
    public static func executeGitHubWebhook(
        _ webhook: WebhookID, token: String, event: String, _ payload: JSONValue, thread: ChannelID? = nil,
        wait: Bool = true
    ) -> APIRequest<Void> {
        var request = APIRequest<Void>(
            .post, "/webhooks/\(webhook, token: token)/github",
            query: [.value("wait", wait), .value("thread_id", thread)], body: .json(payload), as: .none)
        request.headers = [("X-GitHub-Event", event)]
        return request
    }

    // MARK: - Messages of a webhook

    /// A message that a webhook sent.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#get-webhook-message>
    ///
    /// - Parameter thread: The thread it is in.
    public static func getWebhookMessage(
        _ message: MessageID, of webhook: WebhookID, token: String, thread: ChannelID? = nil
    ) -> APIRequest<Message> {
        .init(
            .get, "/webhooks/\(webhook, token: token)/messages/\(message)", query: [.value("thread_id", thread)],
            as: .none)
    }

    /// Changes a message that a webhook sent.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#edit-webhook-message>
    ///
    /// - Parameters:
    ///   - files: Files that go with it; of those that are there only the ones stay that the edit's list names.
    ///   - thread: The thread it is in.
    ///   - withComponents: Whether components go along that need no application; only of a webhook that belongs to none.
    public static func editWebhookMessage(
        _ message: MessageID, of webhook: WebhookID, token: String, _ edit: EditMessage, files: [FileUpload] = [],
        thread: ChannelID? = nil, withComponents: Bool? = nil
    ) -> APIRequest<Message> {
        .init(
            .patch, "/webhooks/\(webhook, token: token)/messages/\(message)",
            query: [.value("thread_id", thread), .value("with_components", withComponents)],
            body: .message(edit, files), as: .none)
    }

    /// Deletes a message that a webhook sent.
    ///
    /// <https://docs.discord.com/developers/resources/webhook#delete-webhook-message>
    ///
    /// - Parameter thread: The thread it is in.
    public static func deleteWebhookMessage(
        _ message: MessageID, of webhook: WebhookID, token: String, thread: ChannelID? = nil
    ) -> APIRequest<Void> {
        .init(
            .delete, "/webhooks/\(webhook, token: token)/messages/\(message)", query: [.value("thread_id", thread)],
            as: .none)
    }
}
