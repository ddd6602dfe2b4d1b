/// Which answer an interaction may get next. Knows no network and no time.
///
/// Discord takes exactly one first answer; after it there are edits and further messages. While something is on its
/// way nothing else may be sent. An acknowledged message counts as filled in only once Discord has taken what fills
/// it: until then the person looks at a bot that thinks.
struct InteractionAnswerMachine {
    /// Where the interaction stands.
    enum State: Hashable {
        /// Nothing was sent.
        case open
        /// A first answer was sent, and nobody knows whether it arrived.
        case uncertain(Wish)
        /// A first answer is on its way; `earlier` is one before it whose fate is unknown.
        case answering(earlier: Wish?)
        /// It was acknowledged, and its message waits to be filled in.
        case deferred(InteractionDeferral)
        /// What fills the acknowledged message in is on its way.
        case filling(InteractionDeferral)
        /// It has its answer.
        case answered
        /// Discord will not take an answer of ours any more.
        case closed
    }

    /// What a handler wants to send.
    enum Wish: Hashable {
        case message(ephemeral: Bool)
        case update
        /// Words for the person about a failure: they must end the thinking, whoever then sees them.
        case failure
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
        /// By taking the public message away that was announced, and then a further one that only the person sees.
        case replacePrivately
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

    /// Whether Discord still waits for a first answer, as far as is known.
    var isUnanswered: Bool {
        switch state {
        case .open, .uncertain, .answering: true
        case .deferred, .filling, .answered, .closed: false
        }
    }

    /// Whether the person still waits: for a first answer, or before a bot that thinks.
    var isAwaited: Bool {
        switch state {
        case .open, .uncertain, .answering, .deferred(.message), .filling(.message): true
        case .deferred, .filling, .answered, .closed: false
        }
    }

    /// How `wish` is carried out now. A `callback` must be followed by `callbackEnded`, an edit or a further message
    /// by `laterEnded`.
    mutating func step(for wish: Wish) -> Step {
        switch (state, wish) {
        case (.answering, _), (.filling, _):
            preconditionFailure("an interaction's answers must take turns")
        case (.open, _):
            state = .answering(earlier: nil)
            return .callback
        case (.uncertain(let earlier), _):
            state = .answering(earlier: earlier)
            return .callback
        case (.closed, _):
            return .refuse(.over)
        case (_, .immediate):
            return .refuse(state == .answered ? .alreadyAnswered : .acknowledged)
        case (_, .deferral):
            return .nothing
        case (.deferred(let deferral), _):
            state = .filling(deferral)
            return Self.fill(deferral, wish)
        case (.answered, .message), (.answered, .failure):
            return .followUp
        case (.answered, .update):
            return .editOriginal
        }
    }

    /// Discord takes the first further message after an acknowledgement with a message for that message, whatever
    /// its flags say, so the acknowledged one is filled in by name or taken away before.
    private static func fill(_ deferral: InteractionDeferral, _ wish: Wish) -> Step {
        switch (deferral, wish) {
        case (.message(ephemeral: false), .message(ephemeral: true)): .replacePrivately
        case (.message, _), (.update, .update): .editOriginal
        case (.update, _), (.none, _): .followUp
        }
    }

    /// An edit, a deletion or a further message begins that nobody wished by `step`.
    ///
    /// - Returns: why it cannot be; nil when it may be sent. `laterEnded` must follow.
    mutating func laterBegins() -> Refusal? {
        switch state {
        case .answering, .filling: preconditionFailure("an interaction's answers must take turns")
        case .closed: return .over
        case .deferred(let deferral): state = .filling(deferral)
        case .open, .uncertain, .answered: break
        }
        return nil
    }

    /// What became of an edit, a deletion or a further message.
    mutating func laterEnded(delivered isDelivered: Bool) {
        switch state {
        case .filling(let deferral): state = isDelivered ? .answered : .deferred(deferral)
        // Discord takes these only after a first answer, which has arrived then.
        case .uncertain where isDelivered: state = .answered
        case .open, .uncertain, .answering, .deferred, .answered, .closed: break
        }
    }

    /// The announced message is gone: nobody waits before it any more, whatever becomes of what comes next.
    mutating func announcementRemoved() {
        if case .filling = state { state = .answered }
    }

    // MARK: - The end of a first answer

    /// What became of the first answer.
    enum CallbackEnd {
        case taken(Wish)
        /// Discord does not know the interaction (any more).
        case tooLate
        /// It did not arrive; it may be tried again.
        case notSent
        /// It was sent, and its answer was lost.
        case unknown(Wish)
    }

    mutating func callbackEnded(_ end: CallbackEnd) {
        guard case .answering(let earlier) = state else { return }
        switch end {
        case .taken(let wish): state = Self.taken(wish)
        case .tooLate: state = .closed
        case .notSent: state = earlier.map { .uncertain($0) } ?? .open
        case .unknown(let wish): state = .uncertain(earlier ?? wish)
        }
    }

    /// Whose answer Discord has already.
    enum Acknowledger {
        /// The one that was just sent: an earlier try of it had arrived.
        case thisAnswer
        /// An earlier one of ours: what is wished is still to be carried out after it.
        case earlierAnswer
        /// Somebody else's: Discord delivered the interaction twice, and another handler was faster.
        case elsewhere
    }

    /// Discord has an answer already (40060).
    ///
    /// - Parameters:
    ///   - wish: what was just sent.
    ///   - mayHaveArrived: whether an earlier try of just this answer was sent and its end is unknown.
    ///   - isSame: whether the earlier answer of unknown fate, if there is one, was this very answer.
    mutating func acknowledgedAlready(_ wish: Wish, mayHaveArrived: Bool, isSame: Bool) -> Acknowledger {
        guard case .answering(let earlier) = state else { return .elsewhere }
        if let earlier, !isSame {
            state = Self.taken(earlier)
            return .earlierAnswer
        }
        guard mayHaveArrived || earlier != nil else {
            state = .closed
            return .elsewhere
        }
        state = Self.taken(wish)
        return .thisAnswer
    }

    private static func taken(_ wish: Wish) -> State {
        if case .deferral(let deferral) = wish { .deferred(deferral) } else { .answered }
    }
}
