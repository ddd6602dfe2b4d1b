public import EchordModel
public import EchordPrimitives

/// What an interaction's own token opens, for 15 min. None of it counts against the global limit.
extension APIRequest {
    /// Answers an interaction for the first time, within 3 s. A second first answer is refused with code 40060, so
    /// sending it again does no harm.
    ///
    /// <https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response>
    ///
    /// - Parameter withResponse: Whether Discord is to answer with what was made; without, the answer is `nil`.
    public static func createInteractionResponse(
        _ interaction: InteractionID, token: String, _ callback: InteractionCallback, withResponse: Bool = false,
        files: [FileUpload] = []
    ) -> APIRequest<InteractionCallbackResponse?> {
        .init(
            .post, "/interactions/\(interaction, token: token)/callback",
            query: [.value("with_response", withResponse ? true : nil)], body: .message(callback, files), as: .none,
            limiting: .interaction, isRepeatable: true, reading: .jsonIfPresent())
    }

    /// The message of the first answer; not of an ephemeral one.
    ///
    /// <https://docs.discord.com/developers/interactions/receiving-and-responding#get-original-interaction-response>
    public static func getOriginalResponse(of application: ApplicationID, token: String) -> APIRequest<Message> {
        .init(
            .get, "/webhooks/\(application, token: token)/messages/@original", as: .none, limiting: .interaction)
    }

    /// Changes the message of the first answer, or gives it after it was put off.
    ///
    /// <https://docs.discord.com/developers/interactions/receiving-and-responding#edit-original-interaction-response>
    public static func editOriginalResponse(
        of application: ApplicationID, token: String, _ message: EditMessage, files: [FileUpload] = []
    ) -> APIRequest<Message> {
        .init(
            .patch, "/webhooks/\(application, token: token)/messages/@original",
            body: .message(message, files), as: .none, limiting: .interaction)
    }

    /// Deletes the message of the first answer.
    ///
    /// <https://docs.discord.com/developers/interactions/receiving-and-responding#delete-original-interaction-response>
    public static func deleteOriginalResponse(of application: ApplicationID, token: String) -> APIRequest<Void> {
        .init(
            .delete, "/webhooks/\(application, token: token)/messages/@original", as: .none,
            limiting: .interaction)
    }

    /// Sends a further message. An application that is installed to users only may send five of them.
    ///
    /// <https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message>
    public static func createFollowup(
        of application: ApplicationID, token: String, _ message: InteractionMessage, files: [FileUpload] = []
    ) -> APIRequest<Message> {
        .init(
            .post, "/webhooks/\(application, token: token)", query: [.value("wait", true)],
            body: .message(message, files), as: .none, limiting: .interaction)
    }

    /// A further message.
    ///
    /// <https://docs.discord.com/developers/interactions/receiving-and-responding#get-followup-message>
    public static func getFollowup(
        _ message: MessageID, of application: ApplicationID, token: String
    ) -> APIRequest<Message> {
        .init(
            .get, "/webhooks/\(application, token: token)/messages/\(message)", as: .none,
            limiting: .interaction)
    }

    /// Changes a further message.
    ///
    /// <https://docs.discord.com/developers/interactions/receiving-and-responding#edit-followup-message>
    public static func editFollowup(
        _ message: MessageID, of application: ApplicationID, token: String, _ edit: EditMessage,
        files: [FileUpload] = []
    ) -> APIRequest<Message> {
        .init(
            .patch, "/webhooks/\(application, token: token)/messages/\(message)",
            body: .message(edit, files), as: .none, limiting: .interaction)
    }

    /// Deletes a further message.
    ///
    /// <https://docs.discord.com/developers/interactions/receiving-and-responding#delete-followup-message>
    public static func deleteFollowup(
        _ message: MessageID, of application: ApplicationID, token: String
    ) -> APIRequest<Void> {
        .init(
            .delete, "/webhooks/\(application, token: token)/messages/\(message)", as: .none,
            limiting: .interaction)
    }
}
