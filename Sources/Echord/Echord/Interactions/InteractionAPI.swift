public import EchordModel
public import EchordPrimitives

/// What answering an interaction needs of Discord. `RESTClient` is one; a test brings its own.
public protocol InteractionAPI: Sendable {
    /// Sends the first answer.
    ///
    /// - Parameters:
    ///   - wantsMessage: whether Discord should send back the message that the answer made.
    ///   - limit: how long the call may take.
    func answer(
        _ interaction: InteractionID, token: String, with callback: InteractionCallback, wantsMessage: Bool,
        within limit: Duration
    ) async throws -> InteractionCallbackResponse?

    /// Reads the first answer.
    func originalAnswer(_ application: ApplicationID, token: String) async throws -> Message

    /// Changes the first answer.
    func editOriginalAnswer(_ application: ApplicationID, token: String, _ edit: EditMessage) async throws -> Message

    /// Deletes the first answer.
    func deleteOriginalAnswer(_ application: ApplicationID, token: String) async throws

    /// Sends another message.
    func followUp(_ application: ApplicationID, token: String, _ message: InteractionMessage) async throws -> Message

    /// Changes another message.
    func editFollowUp(
        _ application: ApplicationID, token: String, _ message: MessageID, _ edit: EditMessage
    ) async throws -> Message

    /// Deletes another message.
    func deleteFollowUp(_ application: ApplicationID, token: String, _ message: MessageID) async throws
}
