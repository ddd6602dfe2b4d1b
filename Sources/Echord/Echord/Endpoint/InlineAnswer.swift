internal import EchordModel
internal import EchordPrimitives
internal import Locking

/// Answers one interaction in the HTTP response that Discord waits for, and everything after it by REST.
///
/// An answer that comes after the response has left goes by REST too, as Discord allows after a 202.
final class InlineAnswer: InteractionAPI {
    /// A first answer with its files.
    struct First: Sendable {
        let callback: InteractionCallback
        let files: [FileUpload]
    }

    private enum State {
        /// Discord waits for the response.
        case open
        /// The handler has answered; the response takes it along.
        case answered(First)
        /// The response has left with the answer, at about this time.
        case sent(Moment)
        /// The response has left without one.
        case passed
    }

    private let state = Locked(State.open)
    private let waker = Waker()
    private let interaction: Interaction
    private let rest: any InteractionAPI
    private let time: TimeSource

    init(_ interaction: Interaction, rest: any InteractionAPI, time: TimeSource) {
        self.interaction = interaction
        self.rest = rest
        self.time = time
    }

    /// Waits for the first answer; nil when there is none by `deadline`. Call it once.
    func first(by deadline: Moment) async -> First? {
        while true {
            let (answer, isOver): (First?, Bool) = state.withLock { state in
                if case .answered(let answer) = state {
                    state = .sent(time.now)
                    return (answer, true)
                }
                guard time.now < deadline, !Task.isCancelled else {
                    state = .passed
                    return (nil, true)
                }
                return (nil, false)
            }
            if isOver { return answer }
            await waker.wait(until: deadline, time)
        }
    }

    // MARK: - InteractionAPI

    func answer(
        _ interaction: InteractionID, token: String, with callback: InteractionCallback, files: [FileUpload],
        wantsMessage: Bool, within limit: Duration
    ) async throws -> InteractionCallbackResponse? {
        let isTaken = state.withLock { state in
            guard case .open = state else { return false }
            state = .answered(First(callback: callback, files: files))
            return true
        }
        guard isTaken else {
            return try await rest.answer(
                interaction, token: token, with: callback, files: files, wantsMessage: wantsMessage, within: limit)
        }
        waker.fire()
        guard wantsMessage, let application = self.interaction.applicationID else { return nil }
        let message = try await originalAnswer(application, token: token)
        return InteractionCallbackResponse(
            interaction: InteractionCallbackInfo(id: interaction, type: self.interaction.type),
            resource: InteractionCallbackResource(type: callback.type, message: message))
    }

    func originalAnswer(_ application: ApplicationID, token: String) async throws -> Message {
        try await afterTheFirst { try await rest.originalAnswer(application, token: token) }
    }

    func editOriginalAnswer(
        _ application: ApplicationID, token: String, _ edit: EditMessage, files: [FileUpload]
    ) async throws -> Message {
        try await afterTheFirst {
            try await rest.editOriginalAnswer(application, token: token, edit, files: files)
        }
    }

    func deleteOriginalAnswer(_ application: ApplicationID, token: String) async throws {
        try await afterTheFirst { try await rest.deleteOriginalAnswer(application, token: token) }
    }

    func followUp(
        _ application: ApplicationID, token: String, _ message: InteractionMessage, files: [FileUpload]
    ) async throws -> Message {
        try await afterTheFirst { try await rest.followUp(application, token: token, message, files: files) }
    }

    func editFollowUp(
        _ application: ApplicationID, token: String, _ message: MessageID, _ edit: EditMessage, files: [FileUpload]
    ) async throws -> Message {
        try await rest.editFollowUp(application, token: token, message, edit, files: files)
    }

    func deleteFollowUp(_ application: ApplicationID, token: String, _ message: MessageID) async throws {
        try await rest.deleteFollowUp(application, token: token, message)
    }

    // MARK: - Patience

    /// Discord knows the first answer only once it has read the response, which REST can overtake: until then it says
    /// that there is no such webhook or message. Such a call is sent again for as long as that may be the reason.
    private func afterTheFirst<Value>(_ call: () async throws -> Value) async throws -> Value {
        var wait = Duration.milliseconds(50)
        while true {
            do {
                return try await call()
            } catch let error as EchordError where isTooEarly(error) {
                try await time.sleep(for: wait)
                wait = min(wait * 2, .milliseconds(500))
            }
        }
    }

    private func isTooEarly(_ error: EchordError) -> Bool {
        guard error.api?.code == .unknownWebhook || error.api?.code == .unknownMessage else { return false }
        switch state.withLock({ $0 }) {
        case .open, .answered: return true
        case .sent(let moment): return time.now - moment < InteractionResponder.firstAnswerLimit
        case .passed: return false
        }
    }
}
