public import EchordModel
public import EchordPrimitives

extension RESTClient: InteractionAPI {
    /// Sends the first answer.
    public func answer(
        _ interaction: InteractionID, token: String, with callback: InteractionCallback, files: [FileUpload],
        wantsMessage: Bool, within limit: Duration
    ) async throws -> InteractionCallbackResponse? {
        try await send(
            CreateInteractionResponseRequest(
                interactionID: interaction, token: token, callback: callback, withResponse: wantsMessage,
                files: files),
            within: limit)
    }

    /// Reads the first answer.
    public func originalAnswer(_ application: ApplicationID, token: String) async throws -> Message {
        try await send(GetOriginalResponseRequest(applicationID: application, token: token))
    }

    /// Changes the first answer.
    public func editOriginalAnswer(
        _ application: ApplicationID, token: String, _ edit: EditMessage, files: [FileUpload]
    ) async throws -> Message {
        try await send(
            EditOriginalResponseRequest(applicationID: application, token: token, message: edit, files: files))
    }

    /// Deletes the first answer.
    public func deleteOriginalAnswer(_ application: ApplicationID, token: String) async throws {
        try await send(DeleteOriginalResponseRequest(applicationID: application, token: token))
    }

    /// Sends another message.
    public func followUp(
        _ application: ApplicationID, token: String, _ message: InteractionMessage, files: [FileUpload]
    ) async throws -> Message {
        try await send(
            CreateFollowupRequest(applicationID: application, token: token, message: message, files: files))
    }

    /// Changes another message.
    public func editFollowUp(
        _ application: ApplicationID, token: String, _ message: MessageID, _ edit: EditMessage, files: [FileUpload]
    ) async throws -> Message {
        try await send(
            EditFollowupRequest(
                applicationID: application, token: token, messageID: message, message: edit, files: files))
    }

    /// Deletes another message.
    public func deleteFollowUp(_ application: ApplicationID, token: String, _ message: MessageID) async throws {
        try await send(DeleteFollowupRequest(applicationID: application, token: token, messageID: message))
    }
}
