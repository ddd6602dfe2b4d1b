public import EchordModel
public import EchordPrimitives
internal import JSON

/// Answers one interaction: exactly once first, then by edits and further messages.
///
/// Calls take turns: an answer that is wished while an acknowledgement is on its way waits for it and then fills in
/// the acknowledged message. Sources: *Receiving and Responding › Interaction Response*, *› Followup Messages*.
public actor InteractionResponder {
    /// How long Discord takes a first answer.
    public static let firstAnswerLimit = Duration.seconds(3)
    /// How long the interaction's token lives.
    public static let tokenLimit = Duration.seconds(15 * 60)

    /// What became of an answer.
    public enum Outcome: Sendable {
        /// Discord took it; with the message when it sent one back.
        case delivered(Message?)
        /// Discord had delivered the interaction twice and has an answer already (40060): nothing is lost.
        case answeredElsewhere
        /// Discord does not take an answer any more (10062): the person saw that the bot did not answer.
        case tooLate

        /// The message, when Discord sent one back.
        public var message: Message? { if case .delivered(let message) = self { message } else { nil } }
    }

    private let interaction: InteractionID
    private let application: ApplicationID
    private let token: String
    private let api: any InteractionAPI
    private let time: TimeSource
    private let received: Moment
    private var machine = InteractionAnswerMachine()
    private var isBusy = false
    private var turns: [CheckedContinuation<Void, Never>] = []
    /// How long the first answer took, for the metrics.
    private(set) var firstAnswerTime: Duration?

    /// A responder for `interaction`, received just now or at `received`.
    public init(_ interaction: Interaction, api: any InteractionAPI, time: TimeSource, received: Moment? = nil) {
        self.interaction = interaction.id
        application = interaction.applicationID ?? ApplicationID(rawValue: 0)
        token = interaction.token
        self.api = api
        self.time = time
        self.received = received ?? time.now
    }

    /// Whether a first answer, an acknowledgement included, was sent or can be sent no more.
    public var isAnswered: Bool { machine.state != .open }

    // MARK: - Answers

    /// Answers with a message, or fills in the acknowledged one, or adds a further one.
    ///
    /// A private message after a public acknowledgement is sent as a further message, and the announced one is taken
    /// away, because Discord fixes with the acknowledgement who sees the answer.
    ///
    /// - Parameter wantsMessage: whether the first answer should give back the message that it makes.
    /// - Throws: `EchordError`; `interactionState` when the interaction's time is over.
    @discardableResult
    public func reply(_ message: InteractionMessage, wantsMessage: Bool = false) async throws -> Outcome {
        let isEphemeral = message.flags?.contains(.ephemeral) ?? false
        return try await inTurn(.message(ephemeral: isEphemeral), .message(message), wantsMessage: wantsMessage) {
            step in
            switch step {
            case .editOriginal:
                return try await api.editOriginalAnswer(application, token: token, EditMessage(message))
            case .followUpInstead:
                let sent = try await api.followUp(application, token: token, message)
                try await api.deleteOriginalAnswer(application, token: token)
                return sent
            default: return try await api.followUp(application, token: token, message)
            }
        }
    }

    /// Changes the message whose component was used.
    @discardableResult
    public func update(_ message: InteractionMessage) async throws -> Outcome {
        try await inTurn(.update, .updateMessage(message)) { step in
            switch step {
            case .editOriginal:
                return try await api.editOriginalAnswer(application, token: token, EditMessage(message))
            default: return try await api.followUp(application, token: token, message)
            }
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
        return try await inTurn(.deferral(deferral), callback) { _ in nil }
    }

    /// Opens a modal. Must be the first answer, and never to a modal that was filled in.
    @discardableResult
    public func showModal(_ modal: ModalBody) async throws -> Outcome {
        try await inTurn(.immediate, .modal(modal)) { _ in nil }
    }

    /// Suggests at most 25 choices to somebody who types.
    @discardableResult
    public func suggest(_ choices: [CommandChoice]) async throws -> Outcome {
        try await inTurn(.immediate, .autocomplete(Array(choices.prefix(25)))) { _ in nil }
    }

    // MARK: - After the first answer

    /// The first answer's message.
    public func original() async throws -> Message {
        try checkToken()
        return try await api.originalAnswer(application, token: token)
    }

    /// Changes the first answer's message.
    @discardableResult
    public func editOriginal(_ edit: EditMessage) async throws -> Message {
        try checkToken()
        return try await api.editOriginalAnswer(application, token: token, edit)
    }

    /// Deletes the first answer's message.
    public func deleteOriginal() async throws {
        try checkToken()
        try await api.deleteOriginalAnswer(application, token: token)
    }

    /// Sends another message.
    @discardableResult
    public func followUp(_ message: InteractionMessage) async throws -> Message {
        try checkToken()
        return try await api.followUp(application, token: token, message)
    }

    /// Changes another message.
    @discardableResult
    public func editFollowUp(_ message: MessageID, _ edit: EditMessage) async throws -> Message {
        try checkToken()
        return try await api.editFollowUp(application, token: token, message, edit)
    }

    /// Deletes another message.
    public func deleteFollowUp(_ message: MessageID) async throws {
        try checkToken()
        try await api.deleteFollowUp(application, token: token, message)
    }

    // MARK: - Taking turns

    private func inTurn(
        _ wish: InteractionAnswerMachine.Wish, _ callback: InteractionCallback, wantsMessage: Bool = false,
        afterwards: (InteractionAnswerMachine.Step) async throws -> Message?
    ) async throws -> Outcome {
        await takeTurn()
        defer { endTurn() }
        switch machine.step(for: wish) {
        case .callback: return try await sendCallback(callback, for: wish, wantsMessage: wantsMessage)
        case .nothing: return .delivered(nil)
        case .refuse(let refusal): throw Self.error(refusal)
        case let step:
            try checkToken()
            return .delivered(try await afterwards(step))
        }
    }

    private func sendCallback(
        _ callback: InteractionCallback, for wish: InteractionAnswerMachine.Wish, wantsMessage: Bool
    ) async throws -> Outcome {
        let left = max(.milliseconds(250), Self.firstAnswerLimit - (time.now - received))
        do {
            let response = try await api.answer(
                interaction, token: token, with: callback, wantsMessage: wantsMessage, within: left)
            machine.callbackEnded(.taken(wish))
            firstAnswerTime = time.now - received
            return .delivered(response?.resource?.message)
        } catch let error as EchordError where error.api?.code == 40_060 {
            machine.callbackEnded(.answeredElsewhere)
            return .answeredElsewhere
        } catch let error as EchordError where error.api?.code == 10_062 {
            machine.callbackEnded(.tooLate)
            return .tooLate
        } catch {
            machine.callbackEnded(.notSent)
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

    private func checkToken() throws {
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

extension EditMessage {
    /// An edit that makes a message look like `message`.
    init(_ message: InteractionMessage) {
        self.init(
            content: message.content.map(Patch.set) ?? .keep, embeds: message.embeds.map(Patch.set) ?? .keep,
            flags: message.flags?.contains(.isComponentsV2) == true ? .set(.isComponentsV2) : .keep,
            allowedMentions: message.allowedMentions.map(Patch.set) ?? .keep,
            components: message.components.map(Patch.set) ?? .keep)
    }
}
