public import EchordModel
public import EchordPrimitives

/// What answering an interaction needs of Discord. `RESTClient` is one; a test brings its own.
///
/// A call that fails throws an `EchordError` whose `mayHaveArrived` is true when it may have been carried out all the
/// same: what is said next depends on it.
public protocol InteractionAPI: Sendable {
    /// Sends the first answer.
    ///
    /// - Parameters:
    ///   - files: files that go with a message.
    ///   - wantsMessage: whether Discord should send back the message that the answer made.
    ///   - limit: how long the call may take.
    func answer(
        _ interaction: InteractionID, token: String, with callback: InteractionCallback, files: [FileUpload],
        wantsMessage: Bool, within limit: Duration
    ) async throws -> InteractionCallbackResponse?

    /// Reads the first answer.
    func originalAnswer(_ application: ApplicationID, token: String) async throws -> Message

    /// Changes the first answer.
    func editOriginalAnswer(
        _ application: ApplicationID, token: String, _ edit: EditMessage, files: [FileUpload]
    ) async throws -> Message

    /// Deletes the first answer.
    func deleteOriginalAnswer(_ application: ApplicationID, token: String) async throws

    /// Sends another message.
    func followUp(
        _ application: ApplicationID, token: String, _ message: InteractionMessage, files: [FileUpload]
    ) async throws -> Message

    /// Changes another message.
    func editFollowUp(
        _ application: ApplicationID, token: String, _ message: MessageID, _ edit: EditMessage, files: [FileUpload]
    ) async throws -> Message

    /// Deletes another message.
    func deleteFollowUp(_ application: ApplicationID, token: String, _ message: MessageID) async throws
}
