public import EchordModel
public import EchordPrimitives

extension InteractionResponder {
    /// The first answer's message.
    public func original() async throws -> Message {
        try checkToken()
        return try await api.originalAnswer(application, token: token)
    }

    /// Changes the first answer's message.
    ///
    /// - Parameter files: files that go with it; of those that are there only the ones stay that the edit's list
    ///   names.
    /// - Throws: as `reply`.
    @discardableResult
    public func editOriginal(_ edit: EditMessage, files: [FileUpload] = []) async throws -> Message {
        let edit = try edit.carrying(files, upTo: fileLimit)
        return try await later {
            try await persistently(.editOriginal) {
                try await api.editOriginalAnswer(application, token: token, edit, files: files)
            }
        }
    }

    /// Deletes the first answer's message.
    public func deleteOriginal() async throws {
        try await later {
            try await persistently(.deleteOriginal) { try await api.deleteOriginalAnswer(application, token: token) }
        }
    }

    /// Sends another message. Directly after an acknowledgement with a message it fills that one in.
    ///
    /// - Parameter files: files that go with it, at most 10 of the size that the interaction allows.
    /// - Throws: as `reply`.
    @discardableResult
    public func followUp(_ message: InteractionMessage, files: [FileUpload] = []) async throws -> Message {
        let message = try message.carrying(files, upTo: fileLimit)
        return try await later { try await addFurther(message, files) }
    }

    /// Changes another message.
    ///
    /// - Parameter files: files that go with it; of those that are there only the ones stay that the edit's list
    ///   names.
    /// - Throws: as `reply`.
    @discardableResult
    public func editFollowUp(
        _ message: MessageID, _ edit: EditMessage, files: [FileUpload] = []
    ) async throws -> Message {
        let edit = try edit.carrying(files, upTo: fileLimit)
        return try await persistently(.editFollowUp) {
            try await api.editFollowUp(application, token: token, message, edit, files: files)
        }
    }

    /// Deletes another message.
    public func deleteFollowUp(_ message: MessageID) async throws {
        try await persistently(.deleteFollowUp) {
            try await api.deleteFollowUp(application, token: token, message)
        }
    }
}
