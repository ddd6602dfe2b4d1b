internal import EchordModel

/// The rules of one shard's connection to Discord's gateway, version 10, without any input or output.
///
/// Events go in, actions come out: the shell opens sockets, sends and sleeps until `deadline`. Every event names the
/// connection it happened on, so that a late word from a connection already given up changes nothing.
/// Discord: *Gateway*, *Gateway Events*, *Opcodes and Status Codes*.
struct GatewayMachine: Sendable {
    /// The times and addresses that a machine lives by.
    struct Configuration: Sendable {
        /// The address that GET /gateway/bot gave.
        var url: String
        /// How long opening the connection may take.
        var connectTimeout: Duration = .seconds(30)
        /// How long HELLO may take on an open connection.
        var helloTimeout: Duration = .seconds(20)
        /// How long READY or RESUMED may take after it was asked for.
        var readyTimeout: Duration = .seconds(60)
        /// The wait between failed tries.
        var backoff = Backoff()
        /// The wait after an invalid session; Discord asks for a random one of 1 to 5 s.
        var invalidSessionWait: ClosedRange<Double> = 1...5
        /// After how many failures in a row at the session's own address the general address is tried.
        var resumeAddressFailures = 2
    }

    /// Where the machine stands.
    enum State: Equatable, Sendable {
        case idle
        case opening(until: Moment)
        case awaitingHello(until: Moment)
        case queued
        case identifying(until: Moment)
        case resuming(until: Moment)
        case ready
        case waiting(until: Moment)
        case stopped
    }

    /// What the shell is told to do, in this order.
    enum Action: Equatable, Sendable {
        /// Open a WebSocket to `url` and report with this connection number.
        case open(url: String, connection: Int)
        /// Close this connection with the code; the machine has forgotten it already.
        case close(connection: Int, code: UInt16, reason: GatewayCut)
        /// Ask the identify queue for a turn.
        case requestIdentify
        /// Give the place in the identify queue back.
        case cancelIdentify
        /// Send IDENTIFY.
        case identify
        /// Send RESUME for this session.
        case resume(GatewaySession)
        /// Send HEARTBEAT with the last sequence number.
        case heartbeat(sequence: Int?)
        /// The connection delivers events; `resumed` tells whether an old session goes on.
        case connected(resumed: Bool)
        /// A round trip of a heartbeat took this long.
        case latency(Duration)
        /// The next try comes after this wait.
        case retry(after: Duration, resuming: Bool)
        /// Discord refuses for good.
        case fail(GatewayCloseCode)
        /// Everything has ended as asked; the session, when it was kept, can be resumed by another process.
        case finished(GatewaySession?)
    }

    /// What became of a dispatched event.
    enum Delivery: Equatable, Sendable {
        /// Hand it on. `missed` events before it never arrived.
        case deliver(missed: Int)
        /// It was handed on before.
        case duplicate
        /// It does not belong to a session that is being listened to.
        case outOfPlace
    }

    private(set) var configuration: Configuration
    private(set) var state: State = .idle
    private(set) var connection = 0
    private(set) var session: GatewaySession?
    private var heart: GatewayHeart?
    private var attempt = 0
    private var resumeAddressFailures = 0
    /// The sequence of a session that READY has not named yet.
    private var unnamedSequence: Int?
    /// The sequence at which the patience for RESUMED was last renewed.
    private var resumeMark: Int?
    private var random: any RandomNumberGenerator & Sendable

    init(
        configuration: Configuration, session: GatewaySession? = nil,
        random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    ) {
        self.configuration = configuration
        self.session = session
        self.random = random
    }

    /// When `advance` must be called at the latest; `nil` while only events can change anything.
    var deadline: Moment? {
        switch state {
        case .idle, .stopped: nil
        case .opening(let until), .waiting(let until): until
        case .awaitingHello(let until), .identifying(let until), .resuming(let until):
            heart.map { min($0.nextBeat, until) } ?? until
        case .queued, .ready: heart?.nextBeat
        }
    }

    /// What a user of the shard is told.
    var status: ShardStatus {
        switch state {
        case .idle: .idle
        case .opening, .awaitingHello: .connecting
        case .queued: .queued
        case .identifying: .identifying
        case .resuming: .resuming
        case .ready: .ready
        case .waiting: .waiting
        case .stopped: .stopped
        }
    }

    // MARK: - Life

    /// Begins: opens the first connection, resuming when a session was given.
    mutating func start(at now: Moment) -> [Action] {
        guard case .idle = state else { return [] }
        return open(at: now)
    }

    /// Ends as asked. With `keepingSession` the close code leaves the session resumable.
    mutating func shutDown(keepingSession: Bool) -> [Action] {
        guard state != .stopped else { return [] }
        var actions: [Action] = []
        if state == .queued { actions.append(.cancelIdentify) }
        if hasConnection {
            let code: UInt16 = keepingSession ? GatewayCut.keepsSession : GatewayCut.endsSession
            actions.append(.close(connection: connection, code: code, reason: .asked))
        }
        state = .stopped
        heart = nil
        actions.append(.finished(keepingSession ? session : nil))
        return actions
    }

    /// Whether the shell holds, or is opening, a connection.
    var hasConnection: Bool {
        switch state {
        case .idle, .waiting, .stopped: false
        case .opening, .awaitingHello, .queued, .identifying, .resuming, .ready: true
        }
    }

    /// Does what is due at `now`.
    mutating func advance(to now: Moment) -> [Action] {
        switch state {
        case .idle, .stopped: return []
        case .waiting(let until): return now < until ? [] : open(at: now)
        case .opening(let until):
            return now < until ? [] : cut(.connectTimeout, code: nil, at: now)
        case .awaitingHello(let until):
            return now < until ? [] : cut(.helloTimeout, code: GatewayCut.keepsSession, at: now)
        case .identifying(let until):
            guard now < until else { return cut(.readyTimeout, code: GatewayCut.keepsSession, at: now) }
            return beat(at: now)
        case .resuming(let until):
            guard now < until || renewPatience(at: now) else {
                return cut(.readyTimeout, code: GatewayCut.keepsSession, at: now)
            }
            return beat(at: now)
        case .queued, .ready: return beat(at: now)
        }
    }

    // MARK: - The connection

    /// The WebSocket is open.
    mutating func opened(connection: Int, at now: Moment) {
        guard connection == self.connection, case .opening = state else { return }
        state = .awaitingHello(until: now + configuration.helloTimeout)
    }

    /// The WebSocket could not be opened.
    mutating func openFailed(connection: Int, at now: Moment) -> [Action] {
        guard connection == self.connection, case .opening = state else { return [] }
        return lost(.connectFailed, resumable: true, at: now)
    }

    /// The WebSocket was closed by the other side, with its code, or dropped without one.
    mutating func closed(connection: Int, code: UInt16?, at now: Moment) -> [Action] {
        guard connection == self.connection, hasConnection else { return [] }
        let closeCode = GatewayCloseCode(rawValue: Int(code ?? GatewayCut.dropped))
        switch closeCode.rule {
        case .resume: return lost(.closed(code), resumable: true, at: now)
        case .newSession: return lost(.closed(code), resumable: false, at: now)
        case .stop:
            var actions: [Action] = state == .queued ? [.cancelIdentify] : []
            state = .stopped
            heart = nil
            session = nil
            actions.append(.fail(closeCode))
            return actions
        }
    }

    /// Something arrived that is no gateway payload.
    mutating func malformed(connection: Int, at now: Moment) -> [Action] {
        guard connection == self.connection, hasConnection else { return [] }
        return cut(.malformed, code: GatewayCut.keepsSession, at: now)
    }

    // MARK: - Payloads

    /// HELLO (opcode 10).
    mutating func hello(interval: Duration, connection: Int, at now: Moment) -> [Action] {
        guard connection == self.connection, case .awaitingHello = state else { return [] }
        guard interval > .zero else { return cut(.malformed, code: GatewayCut.keepsSession, at: now) }
        let first = interval.scaled(by: Double.random(in: 0..<1, using: &random))
        heart = GatewayHeart(interval: interval, nextBeat: now + first)
        if let session {
            resumeMark = session.sequence
            state = .resuming(until: now + configuration.readyTimeout)
            return [.resume(session)]
        }
        state = .queued
        return [.requestIdentify]
    }

    /// It is this shard's turn to identify.
    mutating func identifyGranted(connection: Int, at now: Moment) -> [Action] {
        guard connection == self.connection, state == .queued else { return [] }
        unnamedSequence = nil
        state = .identifying(until: now + configuration.readyTimeout)
        return [.identify]
    }

    /// No session may be started before `until`: the connection is given up until then.
    mutating func identifyDeferred(until: Moment, connection: Int, at now: Moment) -> [Action] {
        guard connection == self.connection, state == .queued else { return [] }
        let gone = self.connection
        heart = nil
        state = .waiting(until: max(now, until))
        return [
            .close(connection: gone, code: GatewayCut.endsSession, reason: .noSessionStarts),
            .retry(after: max(.zero, until - now), resuming: false),
        ]
    }

    /// HEARTBEAT from the server (opcode 1): it wants one at once.
    mutating func heartbeatRequested(connection: Int) -> [Action] {
        guard connection == self.connection, heart != nil else { return [] }
        return [.heartbeat(sequence: sequence)]
    }

    /// HEARTBEAT ACK (opcode 11). Nothing else counts as one.
    mutating func heartbeatAcknowledged(connection: Int, at now: Moment) -> [Action] {
        guard connection == self.connection, let latency = heart?.acknowledge(at: now) else { return [] }
        // Only a connection that has lived through a beat proves that the trouble before it is over.
        if state == .ready { attempt = 0 }
        return [.latency(latency)]
    }

    /// RECONNECT (opcode 7).
    mutating func reconnectRequested(connection: Int, at now: Moment) -> [Action] {
        guard connection == self.connection, hasConnection else { return [] }
        return cut(.reconnectRequested, code: GatewayCut.keepsSession, at: now)
    }

    /// INVALID SESSION (opcode 9).
    mutating func sessionInvalidated(resumable: Bool, connection: Int, at now: Moment) -> [Action] {
        guard connection == self.connection, hasConnection else { return [] }
        if !resumable {
            session = nil
            unnamedSequence = nil
        }
        let code = resumable ? GatewayCut.keepsSession : GatewayCut.endsSession
        return cut(.invalidSession(resumable: resumable), code: code, at: now)
    }

    /// READY (opcode 0), after `dispatched` has let it through.
    mutating func ready(sessionID: String, resumeURL: String?, connection: Int) -> [Action] {
        guard connection == self.connection, case .identifying = state else { return [] }
        session = GatewaySession(id: sessionID, resumeURL: resumeURL, sequence: unnamedSequence ?? 0)
        unnamedSequence = nil
        resumeAddressFailures = 0
        state = .ready
        return [.connected(resumed: false)]
    }

    /// RESUMED (opcode 0), after `dispatched` has let it through.
    mutating func resumed(connection: Int) -> [Action] {
        guard connection == self.connection, case .resuming = state else { return [] }
        resumeAddressFailures = 0
        state = .ready
        return [.connected(resumed: true)]
    }

    /// Any DISPATCH (opcode 0): says whether it is to be handed on, and counts it as handed on if so.
    mutating func dispatched(sequence: Int, connection: Int) -> Delivery {
        guard connection == self.connection else { return .outOfPlace }
        switch state {
        case .ready, .resuming:
            guard let last = session?.sequence else { return .outOfPlace }
            guard sequence > last else { return .duplicate }
            session?.sequence = sequence
            return .deliver(missed: sequence - last - 1)
        case .identifying:
            let last = unnamedSequence ?? 0
            guard sequence > last else { return .duplicate }
            unnamedSequence = sequence
            return .deliver(missed: 0)
        case .idle, .opening, .awaitingHello, .queued, .waiting, .stopped: return .outOfPlace
        }
    }
}

// MARK: - The inside

extension GatewayMachine {
    /// The number that a heartbeat carries.
    private var sequence: Int? {
        switch state {
        case .identifying: unnamedSequence
        case .resuming, .ready: session?.sequence
        case .idle, .opening, .awaitingHello, .queued, .waiting, .stopped: nil
        }
    }

    private mutating func open(at now: Moment) -> [Action] {
        connection += 1
        heart = nil
        state = .opening(until: now + configuration.connectTimeout)
        return [.open(url: address, connection: connection)]
    }

    /// Where to connect: the session's own address, unless it has failed too often.
    private var address: String {
        guard let session, let url = session.resumeURL, !url.isEmpty,
            resumeAddressFailures < configuration.resumeAddressFailures
        else { return configuration.url }
        return url
    }

    /// A long replay may take longer than one patience as long as it moves on.
    private mutating func renewPatience(at now: Moment) -> Bool {
        guard let sequence = session?.sequence, sequence != resumeMark else { return false }
        resumeMark = sequence
        state = .resuming(until: now + configuration.readyTimeout)
        return true
    }

    private mutating func beat(at now: Moment) -> [Action] {
        switch heart?.beat(at: now) {
        case nil, .early: return []
        case .due: return [.heartbeat(sequence: sequence)]
        case .unanswered: return cut(.zombie, code: GatewayCut.keepsSession, at: now)
        }
    }

    /// Gives the connection up from this side. Without a code there is nothing open to close with one.
    private mutating func cut(_ reason: GatewayCut, code: UInt16?, at now: Moment) -> [Action] {
        let gone = connection
        return [.close(connection: gone, code: code ?? GatewayCut.keepsSession, reason: reason)]
            + lost(reason, resumable: true, at: now)
    }

    /// The connection is gone: schedules the next one.
    private mutating func lost(_ reason: GatewayCut, resumable: Bool, at now: Moment) -> [Action] {
        var actions: [Action] = []
        switch state {
        case .queued: actions.append(.cancelIdentify)
        case .opening, .awaitingHello: if session != nil { resumeAddressFailures += 1 }
        case .idle, .identifying, .resuming, .ready, .waiting, .stopped: break
        }
        // A session exists from READY on; what came before it is void.
        unnamedSequence = nil
        if !resumable { session = nil }
        heart = nil
        let wait = wait(after: reason)
        state = .waiting(until: now + wait)
        actions.append(.retry(after: wait, resuming: session != nil))
        return actions
    }

    private mutating func wait(after reason: GatewayCut) -> Duration {
        var random = GeneratorBox(random)
        defer { self.random = random.base }
        switch reason {
        case .reconnectRequested where attempt == 0:
            // Discord asked for it, and asks its shards one by one: nothing to spread. A server that asks again
            // before a beat was answered meets the back-off.
            attempt = 1
            return .zero
        case .invalidSession:
            attempt += 1
            let asked = Duration.nanoseconds(
                Int64(Double.random(in: configuration.invalidSessionWait, using: &random) * 1e9))
            // The first tries keep to Discord's 1 to 5 s; a session refused again and again backs off further.
            guard attempt > 3 else { return asked }
            return max(asked, configuration.backoff.delay(attempt: attempt - 1, using: &random))
        default:
            defer { attempt += 1 }
            return configuration.backoff.delay(attempt: attempt, using: &random)
        }
    }
}

/// An existential generator as a concrete one, which generic functions take by reference.
private struct GeneratorBox: RandomNumberGenerator {
    var base: any RandomNumberGenerator & Sendable
    init(_ base: any RandomNumberGenerator & Sendable) { self.base = base }
    mutating func next() -> UInt64 { base.next() }
}
