/// Which answer an interaction may get next. Knows no network and no time.
///
/// Discord takes exactly one first answer; after it there are edits and further messages. While the first answer is
/// on its way nothing else may be sent.
struct InteractionAnswerMachine {
    /// Where the interaction stands.
    enum State: Hashable {
        /// Nothing was sent.
        case open
        /// The first answer is on its way.
        case answering
        /// It was acknowledged, and its message waits to be filled in.
        case deferred(InteractionDeferral)
        /// It has its answer.
        case answered
        /// Discord will not take an answer any more.
        case closed
    }

    /// What a handler wants to send.
    enum Wish: Hashable {
        case message(ephemeral: Bool)
        case update
        case deferral(InteractionDeferral)
        case immediate
    }

    /// How the wish is carried out.
    enum Step: Hashable {
        /// As the first answer.
        case callback
        /// By filling in the acknowledged message.
        case editOriginal
        /// By a further message.
        case followUp
        /// By a further message that only the person sees, in the place of the public one that was announced.
        case followUpInstead
        /// Not at all: what is wished has happened.
        case nothing
        /// It cannot be.
        case refuse(Refusal)
    }

    /// Why it cannot be.
    enum Refusal: Hashable {
        case alreadyAnswered
        case acknowledged
        case over
    }

    private(set) var state = State.open

    /// How `wish` is carried out now. A `callback` must be followed by `callbackEnded`.
    mutating func step(for wish: Wish) -> Step {
        switch (state, wish) {
        case (.open, _):
            state = .answering
            return .callback
        case (.answering, _):
            preconditionFailure("an interaction's answers must take turns")
        case (.closed, _):
            return .refuse(.over)
        case (_, .immediate):
            return .refuse(state == .answered ? .alreadyAnswered : .acknowledged)
        case (_, .deferral):
            return .nothing
        case (.deferred(.message(ephemeral: false)), .message(ephemeral: true)):
            state = .answered
            return .followUpInstead
        case (.deferred(.message), .message):
            state = .answered
            return .editOriginal
        case (.deferred(.update), .update):
            state = .answered
            return .editOriginal
        case (.deferred, _):
            state = .answered
            return .followUp
        case (.answered, .message):
            return .followUp
        case (.answered, .update):
            return .editOriginal
        }
    }

    /// What became of the first answer.
    enum CallbackEnd {
        case taken(Wish)
        /// Discord has an answer already: it delivered the interaction twice, and another handler was faster.
        case answeredElsewhere
        /// Discord does not know the interaction (any more).
        case tooLate
        /// It did not arrive; it may be tried again.
        case notSent
    }

    mutating func callbackEnded(_ end: CallbackEnd) {
        switch end {
        case .taken(.deferral(let deferral)): state = .deferred(deferral)
        case .taken: state = .answered
        case .answeredElsewhere, .tooLate: state = .closed
        case .notSent: state = .open
        }
    }
}
