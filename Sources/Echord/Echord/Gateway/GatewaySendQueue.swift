/// What may be sent on one gateway connection, and when.
///
/// Discord closes a connection (4008) that sends more than 120 payloads in 60 s, so the times of the last sends are
/// kept and room stays free for heartbeats, which must never wait behind commands.
/// Discord: *Gateway › Rate Limiting*.
struct GatewaySendQueue: Sendable {
    /// The limits of a queue.
    struct Configuration: Sendable {
        /// Sends that Discord allows in `window`.
        var limit = 120
        /// The span that the limit holds for.
        var window: Duration = .seconds(60)
        /// Sends of the limit that only heartbeats, IDENTIFY and RESUME may use.
        var reserve = 3
        /// Commands that may wait; further ones are refused.
        var capacity = 512
        /// Bytes of one payload.
        var maxPayloadBytes = 4096
    }

    /// A command that waits.
    struct Item: Equatable, Sendable {
        let id: Int
        let payload: [UInt8]
    }

    /// Why a command was not taken.
    enum Refusal: Error, Equatable, Sendable {
        /// Longer than Discord takes.
        case tooLarge(bytes: Int, limit: Int)
        /// As many commands wait as may.
        case full(capacity: Int)
    }

    let configuration: Configuration
    private var sent = RingQueue<Moment>()
    private var waiting = RingQueue<Item>()
    private var nextID = 0

    init(configuration: Configuration = .init()) {
        self.configuration = configuration
    }

    /// Commands that wait.
    var count: Int { waiting.count }

    /// Takes a command; returns the id that it is later handed out with.
    mutating func enqueue(_ payload: [UInt8]) throws(Refusal) -> Int {
        guard payload.count <= configuration.maxPayloadBytes else {
            throw .tooLarge(bytes: payload.count, limit: configuration.maxPayloadBytes)
        }
        guard waiting.count < configuration.capacity else { throw .full(capacity: configuration.capacity) }
        nextID += 1
        waiting.append(Item(id: nextID, payload: payload))
        return nextID
    }

    /// Forgets a command that has not been sent; `false` when it is gone already.
    mutating func remove(_ id: Int) -> Bool {
        !waiting.removeAll { $0.id == id }.isEmpty
    }

    /// Forgets every waiting command and returns them.
    mutating func drain() -> [Item] {
        let items = waiting.elements
        waiting.removeAll()
        return items
    }

    /// The next command that may be sent at `now`; it counts as sent.
    mutating func next(at now: Moment) -> Item? {
        forget(before: now)
        guard sent.count < configuration.limit - configuration.reserve, let item = waiting.popFirst() else {
            return nil
        }
        sent.append(now)
        return item
    }

    /// Whether a heartbeat, IDENTIFY or RESUME may be sent at `now`; it counts as sent if so.
    mutating func takeUrgent(at now: Moment) -> Bool {
        forget(before: now)
        guard sent.count < configuration.limit else { return false }
        sent.append(now)
        return true
    }

    /// When the next send becomes possible: at once is `nil` as well as never.
    ///
    /// - Parameter urgent: Whether something of the reserve's kind waits too.
    func deadline(urgent: Bool) -> Moment? {
        guard let oldest = sent.first, urgent || !waiting.isEmpty else { return nil }
        return oldest + configuration.window
    }

    /// A new connection begins with a clean record; commands go on waiting.
    mutating func connectionBegan() {
        sent.removeAll()
    }

    private mutating func forget(before now: Moment) {
        while let oldest = sent.first, now - oldest >= configuration.window { _ = sent.popFirst() }
    }
}
