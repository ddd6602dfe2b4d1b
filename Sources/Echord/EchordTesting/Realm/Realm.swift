import JSON

/// The whole local Discord as one value: the world, the gateway's sessions, interactions, limits, the recorder.
///
/// Every rule is a method that changes the value and leaves behind what follows from it (frames in outboxes, events in feeds, deadlines);
/// nothing here knows of sockets or tasks, and no rule of the machine's time. Who owns the value (``Hub``) runs one method at a time and then acts.
struct Realm: Sendable {
    /// What does not change while it runs.
    struct Settings: Sendable {
        var token: String
        /// Where the server is reached, for links; set once it listens.
        var origin = "http://127.0.0.1:0"
        var allowedPrivileged: GatewayIntent = .privileged
        var heartbeatInterval = Duration.milliseconds(41_250)
        /// How long a lost session may be resumed.
        var resumeWindow = Duration.seconds(180)
        var maxConcurrency = 1
        /// One Identify per key in this time.
        var identifyWindow = Duration.seconds(5)
        var sessionStartLimit = 1000
        var gatewaySendLimit = 120
        var recommendedShards = 1
        var answerWindow = Duration.seconds(3)
        /// How often a message of more than an hour is edited.
        var lateEditLimit = 5
        var lateEditWindow = Duration.seconds(60)
        var tokenLifetime = Duration.seconds(900)
        /// The public half of the key that requests to the bot's own addresses are signed with.
        var verifyKey = String(repeating: "0", count: 64)
        /// Proves that a request for tokens is the application's.
        var clientSecret = ""
        /// Where users may be sent back to.
        var redirectURIs: [String] = []
    }

    /// What the owner has to do after a change.
    enum Effect: Hashable, Sendable {
        /// A connection's outbox has something.
        case wake(ConnectionID)
        /// A subscriber's outbox has something.
        case feed(SubscriberID)
        /// Something is to go to an address of the bot's.
        case deliver
    }

    /// A deadline of a rule.
    enum TimerKey: Hashable, Sendable {
        case answer(Flake)
        case tokenEnd(Flake)
        case heartbeat(ConnectionID)
        case sessionEnd(String)
        case timeoutEnd(guild: Flake, user: Flake)
        case threadRest(Flake)
        case pollEnd(channel: Flake, post: Flake)
        /// A scheduled event begins, ends or is given up.
        case eventTurn(guild: Flake, event: Flake)
    }

    var settings: Settings
    var now: Moment
    var world: World
    var gateway = GatewayState()
    var interactions = InteractionBook()
    var limiter = RateLimiter()
    var faults = LocalFaults()
    var recorder: Recorder
    var feed = ControlFeed()
    var timers: [TimerKey: Moment] = [:]
    /// What is to go to an address of the bot's, in order.
    var deliveries: [Delivery] = []
    var oauth2 = OAuth2Book()
    var random: SplitMix
    var effects: [Effect] = []
    /// Recent nonces of the bot, for `enforce_nonce`.
    var nonces: [String: (post: Flake, channel: Flake, until: Moment)] = [:]
    /// When commands were created, for the daily limit per scope.
    var commandCreates: [Flake: [Moment]] = [:]

    init(settings: Settings, world: World, now: Moment, seed: UInt64, recorderCapacity: Int = 5000) {
        (self.settings, self.world, self.now) = (settings, world, now)
        random = SplitMix(seed: seed)
        recorder = Recorder(capacity: recorderCapacity)
    }

    /// The next id.
    mutating func flake() -> Flake { world.flakes.next(at: now) }

    // MARK: - Deadlines

    /// When ``fireDue()`` is next of use.
    var nextDeadline: Moment? { timers.values.min() }

    /// Applies every deadline that has passed, the earliest first.
    mutating func fireDue() {
        while let (key, moment) = timers.min(by: { $0.value < $1.value }), moment <= now {
            timers[key] = nil
            switch key {
            case .answer(let id): interactionUnanswered(id)
            case .tokenEnd(let id): interactionTokenEnded(id)
            case .heartbeat(let id): heartbeatMissed(id)
            case .sessionEnd(let id): gateway.sessions[id] = nil
            case .timeoutEnd(let guild, let user): memberTimeoutEnded(user, in: guild)
            case .threadRest(let id): threadRests(id)
            case .pollEnd(let channel, let post): endPoll(post, in: channel)
            case .eventTurn(let guild, let event): eventTurns(event, in: guild)
            }
        }
    }

    private mutating func memberTimeoutEnded(_ user: Flake, in guild: Flake) {
        guard let member = world.membership(user, in: guild), let until = member.timedOutUntil, until <= now else {
            return
        }
        world.guilds[guild]?.members[user]?.timedOutUntil = nil
        noteGuild(guild)
    }
}

/// A small generator whose numbers follow from its seed (SplitMix64).
struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Text that looks like one of Discord's tokens.
    mutating func token(_ length: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        return String((0..<length).map { _ in letters[Int(next() % 64)] })
    }

    mutating func hexadecimal(_ length: Int) -> String {
        let digits = Array("0123456789abcdef")
        return String((0..<length).map { _ in digits[Int(next() % 16)] })
    }
}
