import JSON

/// One interaction: what a member did, and what the bot answered.
struct Interaction: Sendable {
    enum State: String, Sendable {
        /// No answer yet.
        case pending
        /// Deferred and not edited yet.
        case thinking
        case answered
        case failed
    }

    enum Answer: String, Sendable {
        case message
        case deferred
        case update
        case deferredUpdate = "deferred_update"
        case autocomplete
        case modal
    }

    let id: Flake
    let token: String
    /// 2 command, 3 component, 4 autocomplete, 5 modal submit.
    let type: Int
    let user: Flake
    let channel: Flake
    let guild: Flake?
    let createdAt: Moment
    /// What the message that answers it says about where it comes from.
    var origin: Post.Origin
    /// The message whose component was used, or from whose component the modal came.
    var source: Flake?
    /// The option's kind that autocomplete asks about.
    var focusedKind: Command.Option.Kind?
    var state = State.pending
    var answer: Answer?
    var answeredAt: Moment?
    /// When its event went to the gateway's socket, by the machine's clock.
    var leftAt: ContinuousClock.Instant?
    /// The machine's time from there to the arrival of the first answer: what the bot needed.
    var answerTime: Duration?
    /// The message `@original` stands for.
    var original: Flake?
    var modal: JSONValue?
    var choices: [Command.Choice]?
    var error: String?
    /// The member closed the failed entry.
    var isDismissed = false

    /// Whether the client draws an entry for it although no message exists.
    var hasPlaceholder: Bool {
        type == 2 && !isDismissed && (state == .pending || state == .failed && original == nil)
    }
}

/// The interactions of the last while, found by id or token.
struct InteractionBook: Sendable {
    /// Remembered at most, the oldest going first.
    static let capacity = 10_000

    private var byID: [Flake: Interaction] = [:]
    private var ids: [String: Flake] = [:]
    private var order: [Flake] = []

    subscript(id: Flake) -> Interaction? { byID[id] }

    func find(token: String) -> Interaction? {
        ids[token].flatMap { byID[$0] }
    }

    mutating func add(_ interaction: Interaction) {
        byID[interaction.id] = interaction
        ids[interaction.token] = interaction.id
        order.append(interaction.id)
        if order.count > Self.capacity {
            let oldest = order.removeFirst()
            if let gone = byID.removeValue(forKey: oldest) { ids[gone.token] = nil }
        }
    }

    mutating func change(_ id: Flake, _ edit: (inout Interaction) -> Void) {
        guard var interaction = byID[id] else { return }
        edit(&interaction)
        byID[id] = interaction
    }

    /// Commands of a channel that the client shows as sending or failed.
    func placeholders(in channel: Flake) -> [Interaction] {
        order.suffix(500).compactMap { byID[$0] }.filter { $0.channel == channel && $0.hasPlaceholder }
    }
}
