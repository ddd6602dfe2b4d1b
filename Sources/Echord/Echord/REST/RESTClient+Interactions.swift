public import EchordModel
public import EchordPrimitives

extension RESTClient: InteractionAPI {
    /// Sends the first answer.
    public func answer(
        _ interaction: InteractionID, token: String, with callback: InteractionCallback, files: [FileUpload],
        wantsMessage: Bool, within limit: Duration
    ) async throws -> InteractionCallbackResponse? {
        try await send(
            .createInteractionResponse(interaction, token: token, callback, withResponse: wantsMessage, files: files),
            .within(limit))
    }

    /// Reads the first answer.
    public func originalAnswer(_ application: ApplicationID, token: String) async throws -> Message {
        try await send(.getOriginalResponse(of: application, token: token))
    }

    /// Changes the first answer.
    public func editOriginalAnswer(
        _ application: ApplicationID, token: String, _ edit: EditMessage, files: [FileUpload]
    ) async throws -> Message {
        try await send(.editOriginalResponse(of: application, token: token, edit, files: files))
    }

    /// Deletes the first answer.
    public func deleteOriginalAnswer(_ application: ApplicationID, token: String) async throws {
        try await send(.deleteOriginalResponse(of: application, token: token))
    }

    /// Sends another message.
    public func followUp(
        _ application: ApplicationID, token: String, _ message: InteractionMessage, files: [FileUpload]
    ) async throws -> Message {
        try await send(.createFollowup(of: application, token: token, message, files: files))
    }

    /// Changes another message.
    public func editFollowUp(
        _ application: ApplicationID, token: String, _ message: MessageID, _ edit: EditMessage, files: [FileUpload]
    ) async throws -> Message {
        try await send(.editFollowup(message, of: application, token: token, edit, files: files))
    }

    /// Deletes another message.
    public func deleteFollowUp(_ application: ApplicationID, token: String, _ message: MessageID) async throws {
        try await send(.deleteFollowup(message, of: application, token: token))
    }
}
