import EchordModel
import EchordPrimitives
import JSON
import Locking

@testable import Echord

/// Takes every answer and says what the test wants it to say.
final class RecordingInteractionAPI: InteractionAPI {
    private struct State {
        var calls: [String] = []
        var ends: [(any Error)?] = []
        var waiting: [CheckedContinuation<Void, Never>] = []
        var holdsCallbacks = false
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Locked(State())

    var calls: [String] { state.withLock { $0.calls } }

    /// The next call that nothing was said of yet fails with `error`.
    func failNext(_ error: any Error) { state.withLock { $0.ends.append(error) } }

    /// The next call that nothing was said of yet succeeds.
    func answerNext() { state.withLock { $0.ends.append(nil) } }

    /// First answers do not arrive until `release`.
    func holdCallbacks() { state.withLock { $0.holdsCallbacks = true } }

    func release() {
        let waiting = state.withLock { state in
            state.holdsCallbacks = false
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits until so many calls were made.
    func waitForCalls(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isEnough = state.withLock { state in
                if state.calls.count < count { state.watchers.append((count, continuation)) }
                return state.calls.count >= count
            }
            if isEnough { continuation.resume() }
        }
    }

    private func note(_ call: String) throws {
        let (failure, watchers): ((any Error)?, [CheckedContinuation<Void, Never>]) = state.withLock { state in
            state.calls.append(call)
            let count = state.calls.count
            let watchers = state.watchers.filter { $0.count <= count }.map(\.continuation)
            state.watchers.removeAll { $0.count <= count }
            return (state.ends.isEmpty ? nil : state.ends.removeFirst(), watchers)
        }
        for watcher in watchers { watcher.resume() }
        if let failure { throw failure }
    }

    private func noted(_ files: [FileUpload]) -> String {
        files.isEmpty ? "" : " with \(files.map(\.name).joined(separator: ", "))"
    }

    func answer(
        _ interaction: InteractionID, token: String, with callback: InteractionCallback, files: [FileUpload],
        wantsMessage: Bool, within limit: Duration
    ) async throws -> InteractionCallbackResponse? {
        try note("answer \(JSON.encodeToString(callback))\(noted(files))")
        await withCheckedContinuation { continuation in
            let holds = state.withLock { state in
                if state.holdsCallbacks { state.waiting.append(continuation) }
                return state.holdsCallbacks
            }
            if !holds { continuation.resume() }
        }
        return nil
    }

    private func message() throws -> Message {
        try JSON.decode(
            Message.self,
            from: """
                {"id":"9","channel_id":"8","author":{"id":"7","username":"bot","discriminator":"0"},"content":"",
                "timestamp":"2026-01-01T00:00:00Z","edited_timestamp":null,"tts":false,"mention_everyone":false,
                "mentions":[],"mention_roles":[],"attachments":[],"embeds":[],"pinned":false,"type":0}
                """)
    }

    func originalAnswer(_ application: ApplicationID, token: String) async throws -> Message {
        try note("get original")
        return try message()
    }

    func editOriginalAnswer(
        _ application: ApplicationID, token: String, _ edit: EditMessage, files: [FileUpload]
    ) async throws -> Message {
        try note("edit original \(JSON.encodeToString(edit))\(noted(files))")
        return try message()
    }

    func deleteOriginalAnswer(_ application: ApplicationID, token: String) async throws { try note("delete original") }

    func followUp(
        _ application: ApplicationID, token: String, _ message: InteractionMessage, files: [FileUpload]
    ) async throws -> Message {
        try note("follow up \(JSON.encodeToString(message))\(noted(files))")
        return try self.message()
    }

    func editFollowUp(
        _ application: ApplicationID, token: String, _ message: MessageID, _ edit: EditMessage, files: [FileUpload]
    ) async throws -> Message {
        try note("edit follow-up \(message)\(noted(files))")
        return try self.message()
    }

    func deleteFollowUp(_ application: ApplicationID, token: String, _ message: MessageID) async throws {
        try note("delete follow-up \(message)")
    }
}

extension Interaction {
    /// An interaction of `type` with `data`, written as Discord does.
    static func sample(_ type: Int = 2, data: String = #"{"id":"5","name":"task","type":1}"#) throws -> Interaction {
        try JSON.decode(
            Interaction.self,
            from: """
                {"id":"100","application_id":"200","type":\(type),"token":"secret","version":1,"guild_id":"300",
                "channel_id":"400","data":\(data)}
                """)
    }
}

extension EchordError {
    /// What the client throws for a refusal with `code`; `afterALostTry` when an earlier try may have arrived.
    static func refusal(_ code: APIErrorCode, afterALostTry: Bool = false) -> EchordError {
        var error = EchordError.api(
            DiscordAPIError(
                status: code == .unknownInteraction ? 404 : 400, code: code, message: "", fields: [],
                route: APIRoute(method: "POST", path: "/interactions/{interaction}/{token}/callback"), requestID: nil))
        error.mayHaveArrived = afterALostTry
        return error
    }

    /// What the client throws when no answer came.
    static func lost(arrived: Bool = true) -> EchordError {
        var error = EchordError(.http, "no answer", details: .http(status: nil))
        error.mayHaveArrived = arrived
        return error
    }
}
