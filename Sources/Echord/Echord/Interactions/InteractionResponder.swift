public import EchordModel
internal import EchordPrimitives
internal import JSON

/// Answers one interaction: exactly once first, then by edits and further messages.
///
/// Calls take turns: an answer that is wished while an acknowledgement is on its way waits for it and then fills in
/// the acknowledged message. Files that go with a message are checked before anything is sent.
/// Sources: *Receiving and Responding › Interaction Response*, *› Followup Messages*.
public actor InteractionResponder {
    /// How long Discord takes a first answer.
    public static let firstAnswerLimit = DiscordLimits.Interaction.firstAnswer
    /// How long the interaction's token lives.
    public static let tokenLimit = DiscordLimits.Interaction.token

    /// What became of an answer.
    public enum Outcome: Sendable {
        /// Discord took it; with the message when it sent one back.
        case delivered(Message?)
        /// Discord had delivered the interaction twice and has another handler's answer already (40060): nothing is
        /// lost.
        case answeredElsewhere
        /// Discord does not take an answer any more (10062): the person saw that the bot did not answer.
        case tooLate

        /// The message, when Discord sent one back.
        public var message: Message? { if case .delivered(let message) = self { message } else { nil } }
    }

    /// A first answer whole, to know it again.
    private struct FirstAnswer: Hashable {
        var callback: InteractionCallback
        var files: [FileUpload] = []
    }

    private let interaction: InteractionID
    let application: ApplicationID
    let token: String
    let fileLimit: Int
    let api: any InteractionAPI
    let time: TimeSource
    let received: Moment
    private let retries: RetryPolicy
    private let report: InteractionReport
    private var machine = InteractionAnswerMachine()
    /// The first answer that was sent without anybody knowing whether it arrived.
    private var lost: FirstAnswer?
    private var isBusy = false
    private var turns: [CheckedContinuation<Void, Never>] = []
    /// How long the first answer took, for the metrics.
    private(set) var firstAnswerTime: Duration?
    /// Whether Discord took no answer because it came too late.
    private(set) var isTooLate = false

    /// A responder for `interaction`, received just now or at `received`.
    public init(_ interaction: Interaction, api: any InteractionAPI, time: TimeSource, received: Moment? = nil) {
        self.init(
            interaction, api: api, time: time, received: received ?? time.now, retries: Self.standardRetries,
            report: InteractionReport())
    }

    init(
        _ interaction: Interaction, api: any InteractionAPI, time: TimeSource, received: Moment, retries: RetryPolicy,
        report: InteractionReport
    ) {
        self.interaction = interaction.id
        application = interaction.applicationID ?? ApplicationID(rawValue: 0)
        token = interaction.token
        fileLimit = interaction.attachmentSizeLimit ?? DiscordLimits.Message.fileBytes
        self.api = api
        self.time = time
        self.received = received
        self.retries = retries
        self.report = report
    }

    /// The waits between edits that failed; `RESTClient` has tried again at once by then.
    public static let standardRetries = RetryPolicy(
        maxAttempts: 3, backoff: Backoff(base: .seconds(2), cap: .seconds(30)))

    /// Whether a first answer, an acknowledgement included, was taken or can be sent no more.
    public var isAnswered: Bool { !machine.isUnanswered }

    /// Whether the person still waits for words: nothing was said, or Discord shows that the bot thinks.
    public var isAwaited: Bool { machine.isAwaited }

    // MARK: - Answers

    /// Answers with a message, or fills in the acknowledged one, or adds a further one.
    ///
    /// A private message after a public acknowledgement is sent as a further message, and the announced one is taken
    /// away before, because Discord fixes with the acknowledgement who sees the answer.
    ///
    /// - Parameters:
    ///   - files: files that go with it, at most 10 of the size that the interaction allows.
    ///   - wantsMessage: whether the first answer should give back the message that it makes.
    /// - Throws: `EchordError`; `validation` for files that Discord would not take, `interactionState` when the
    ///   interaction's time is over.
    @discardableResult
    public func reply(
        _ message: InteractionMessage, files: [FileUpload] = [], wantsMessage: Bool = false
    ) async throws -> Outcome {
        let message = try message.carrying(files, upTo: fileLimit)
        return try await inTurn(
            .message(ephemeral: message.isPrivate), FirstAnswer(callback: .message(message), files: files),
            wantsMessage: wantsMessage
        ) { try await send(message, files, by: $0) }
    }

    /// Changes the message whose component was used.
    ///
    /// - Parameter files: files that go with it; of those that are there only the ones stay that the message's list
    ///   names.
    /// - Throws: as `reply`.
    @discardableResult
    public func update(_ message: InteractionMessage, files: [FileUpload] = []) async throws -> Outcome {
        let message = try message.carrying(files, upTo: fileLimit)
        return try await inTurn(.update, FirstAnswer(callback: .updateMessage(message), files: files)) {
            try await send(message, files, by: $0)
        }
    }

    /// Acknowledges, so that the answer may come within 15 minutes. Nothing happens when it is answered already.
    @discardableResult
    public func acknowledge(_ deferral: InteractionDeferral) async throws -> Outcome {
        let callback: InteractionCallback
        switch deferral {
        case .message(let ephemeral): callback = .deferredMessage(ephemeral ? .ephemeral : [])
        case .update: callback = .deferredUpdate
        case .none: return .delivered(nil)
        }
        return try await inTurn(.deferral(deferral), FirstAnswer(callback: callback)) { _ in nil }
    }

    /// Opens a modal. Must be the first answer, and never to a modal that was filled in.
    @discardableResult
    public func showModal(_ modal: ModalBody) async throws -> Outcome {
        try await inTurn(.immediate, FirstAnswer(callback: .modal(modal))) { _ in nil }
    }

    /// Suggests at most 25 choices to somebody who types.
    @discardableResult
    public func suggest(_ choices: [CommandChoice]) async throws -> Outcome {
        let choices = Array(choices.prefix(DiscordLimits.Interaction.autocompleteChoices))
        return try await inTurn(.immediate, FirstAnswer(callback: .autocomplete(choices))) { _ in nil }
    }

    /// Starts the application's activity, for the answer to an entry point, a command or a component. Must be the first
    /// answer.
    @discardableResult
    public func launchActivity() async throws -> Outcome {
        try await inTurn(.immediate, FirstAnswer(callback: .launchActivity)) { _ in nil }
    }

    /// Tells the person that something went wrong, whatever was said before.
    ///
    /// A bot that thinks is ended by these words in its place, and all see them whom the acknowledgement announced an
    /// answer to.
    func excuse(_ message: InteractionMessage) async throws {
        _ = try await inTurn(.failure, FirstAnswer(callback: .message(message))) {
            try await send(message, [], by: $0)
        }
    }

    /// Whether the person still waits once all that is on its way has ended.
    func leavesWaiting() async -> Bool {
        await takeTurn()
        defer { endTurn() }
        return machine.isAwaited
    }

    /// Whether Discord takes nothing more.
    var isClosed: Bool { machine.state == .closed }

    // MARK: - Taking turns

    private func inTurn(
        _ wish: InteractionAnswerMachine.Wish, _ answer: FirstAnswer, wantsMessage: Bool = false,
        afterwards: (InteractionAnswerMachine.Step) async throws -> Message?
    ) async throws -> Outcome {
        await takeTurn()
        defer { endTurn() }
        while true {
            switch machine.step(for: wish) {
            case .callback:
                if let outcome = try await sendFirst(answer, for: wish, wantsMessage: wantsMessage) { return outcome }
            // An earlier answer of ours had arrived: what is wished comes after it.
            case .nothing: return .delivered(nil)
            case .refuse(let refusal): throw Self.error(refusal)
            case let step: return .delivered(try await carryOut { try await afterwards(step) } ?? nil)
            }
        }
    }

    /// Runs something that comes after the first answer, and is asked for by name.
    func later<Value: Sendable>(_ call: () async throws -> Value) async throws -> Value {
        await takeTurn()
        defer { endTurn() }
        if let refusal = machine.laterBegins() { throw Self.error(refusal) }
        var unread: EchordError?
        if let value = try await carryOut(unread: { unread = $0 }, call) { return value }
        throw unread ?? Self.error(.over)
    }

    /// Tells the machine what became of a call. A call whose answer cannot be read was carried out all the same: it
    /// gives `nil`.
    private func carryOut<Value: Sendable>(
        unread: (EchordError) -> Void = { _ in }, _ call: () async throws -> Value
    ) async throws -> Value? {
        do {
            let value = try await call()
            machine.laterEnded(delivered: true)
            return value
        } catch let error as EchordError where error.code == .decoding {
            machine.laterEnded(delivered: true)
            unread(error)
            return nil
        } catch {
            machine.laterEnded(delivered: false)
            throw error
        }
    }

    private func takeTurn() async {
        if !isBusy {
            isBusy = true
            return
        }
        await withCheckedContinuation { turns.append($0) }
    }

    private func endTurn() {
        guard turns.isEmpty else { return turns.removeFirst().resume() }
        isBusy = false
    }

    // MARK: - Sending

    private func send(
        _ message: InteractionMessage, _ files: [FileUpload], by step: InteractionAnswerMachine.Step
    ) async throws -> Message? {
        switch step {
        case .editOriginal:
            return try await persistently(.editOriginal) {
                try await api.editOriginalAnswer(application, token: token, EditMessage(message), files: files)
            }
        case .replacePrivately:
            // The other way round Discord would put the private words into the public message.
            try await persistently(.deleteOriginal) { try await removeAnnouncement() }
            machine.announcementRemoved()
            return try await addFurther(message, files)
        default: return try await addFurther(message, files)
        }
    }

    func addFurther(_ message: InteractionMessage, _ files: [FileUpload]) async throws -> Message {
        try await persistently(.followUp, repeatable: false) {
            try await api.followUp(application, token: token, message, files: files)
        }
    }

    private func removeAnnouncement() async throws {
        do {
            try await api.deleteOriginalAnswer(application, token: token)
        } catch let error as EchordError where error.api?.code == .unknownMessage {
            // Somebody has taken it away already.
        }
    }

    /// Sends the first answer.
    ///
    /// - Returns: what became of it; nil when an earlier answer of ours turned out to have arrived.
    private func sendFirst(
        _ answer: FirstAnswer, for wish: InteractionAnswerMachine.Wish, wantsMessage: Bool
    ) async throws -> Outcome? {
        let left = max(.milliseconds(250), Self.firstAnswerLimit - (time.now - received))
        do {
            let response = try await api.answer(
                interaction, token: token, with: answer.callback, files: answer.files, wantsMessage: wantsMessage,
                within: left)
            arrived(.taken(wish))
            return .delivered(response?.resource?.message)
        } catch let error as EchordError {
            return try await firstFailed(error, answer, for: wish, wantsMessage: wantsMessage)
        } catch {
            // Cancelled, perhaps with the request on its way.
            lost = lost ?? answer
            machine.callbackEnded(.unknown(wish))
            throw error
        }
    }

    private func firstFailed(
        _ error: EchordError, _ answer: FirstAnswer, for wish: InteractionAnswerMachine.Wish, wantsMessage: Bool
    ) async throws -> Outcome? {
        switch (error.api?.code, error.code) {
        case (.interactionAlreadyAcknowledged?, _):
            switch machine.acknowledgedAlready(
                wish, mayHaveArrived: error.mayHaveArrived, isSame: lost.map { $0 == answer } ?? false)
            {
            case .elsewhere: return .answeredElsewhere
            case .earlierAnswer:
                arrived(nil)
                return nil
            case .thisAnswer:
                arrived(nil)
                // The answer that named the message was lost; without it the message is only not told.
                return .delivered(wantsMessage ? try? await original() : nil)
            }
        case (.unknownInteraction?, _):
            isTooLate = true
            machine.callbackEnded(.tooLate)
            return .tooLate
        case (_, .decoding):
            arrived(.taken(wish))
            return .delivered(nil)
        default:
            if error.mayHaveArrived { lost = lost ?? answer }
            machine.callbackEnded(error.mayHaveArrived ? .unknown(wish) : .notSent)
            report.failed(.first, error)
            throw error
        }
    }

    private func arrived(_ end: InteractionAnswerMachine.CallbackEnd?) {
        if let end { machine.callbackEnded(end) }
        lost = nil
        firstAnswerTime = time.now - received
    }

    /// Sends something after the first answer, and again by the policy where that may help and does no harm.
    ///
    /// - Parameter isRepeatable: whether sending it twice does what sending it once does.
    func persistently<Value: Sendable>(
        _ step: InteractionMetrics.Step, repeatable isRepeatable: Bool = true, _ call: () async throws -> Value
    ) async throws -> Value {
        var attempt = 0
        while true {
            try checkToken()
            do {
                return try await call()
            } catch let error as EchordError where error.code != .decoding {
                attempt += 1
                var random = SystemRandomNumberGenerator()
                let wait = retries.backoff.delay(attempt: attempt - 1, using: &random)
                guard attempt < retries.maxAttempts, error.isPassing, isRepeatable || !error.mayHaveArrived,
                    time.now + wait - received < Self.tokenLimit
                else {
                    report.failed(step, error)
                    throw error
                }
                report.retried(step, error, after: wait)
                try await time.sleep(for: wait)
            }
        }
    }

    func checkToken() throws {
        guard time.now - received < Self.tokenLimit else { throw Self.error(.over) }
    }

    private static func error(_ refusal: InteractionAnswerMachine.Refusal) -> EchordError {
        switch refusal {
        case .alreadyAnswered:
            EchordError(
                .interactionState, "A modal or suggestions must be the first answer, and there was one already.")
        case .acknowledged:
            EchordError(
                .interactionState,
                "A modal or suggestions must be the first answer, and the interaction was acknowledged already: "
                    + "register the handler without automatic acknowledgement.")
        case .over: EchordError(.interactionState, "Discord takes no answer to this interaction any more.")
        }
    }
}

extension InteractionMessage {
    fileprivate var isPrivate: Bool { flags?.contains(.ephemeral) ?? false }
}
