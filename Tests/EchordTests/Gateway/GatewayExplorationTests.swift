import FuzzKit
import Testing

@testable import Echord

/// A gateway that keeps sessions as Discord does: events are numbered, kept, and replayed from where a client stopped.
private struct GatewayServer {
    struct Session {
        var id: String
        var events = 0
        var isAlive = true
    }

    var sessions: [Session] = []

    mutating func begin() -> Session {
        let session = Session(id: "session-\(sessions.count)", events: 1)
        sessions.append(session)
        return session
    }

    mutating func addEvent(to id: String) -> Int? {
        guard let index = sessions.firstIndex(where: { $0.id == id }) else { return nil }
        sessions[index].events += 1
        return sessions[index].events
    }
}

@Suite struct GatewayExplorationTests {
    /// What the shell would hold, and what it saw.
    private struct World {
        var machine: GatewayMachine
        var server = GatewayServer()
        var now = Moment.origin
        /// The connection that is open and the session that the server speaks of on it.
        var open: Int?
        var isGreeted = false
        var speaking: String?
        var isQueued = false
        /// Sequence numbers that were handed on, per session.
        var delivered: [String: [Int]] = [:]
        /// The session that Discord's rules let the next connection resume; nil when it has to identify.
        var owed: String?
        /// The shell's outgoing side: what may be sent, how much urgent waits, and when the last minute's were sent on
        /// the open connection.
        var sends = GatewaySendQueue()
        var urgent = 0
        var wire: [Moment] = []
        var hasFailed = false
        var counts = Counts()
        /// How many steps it has lived.
        var age = 0

        /// The number that a heartbeat has to carry.
        var lastDelivered: Int? { owed.flatMap { delivered[$0]?.last } }
    }

    /// How often what is worth seeing was seen.
    private struct Counts {
        var identifies = 0
        var resumes = 0
        var cuts = 0
        /// Steps in which the sender had to wait for the limit.
        var held = 0

        static func += (counts: inout Counts, more: Counts) {
            counts.identifies += more.identifies
            counts.resumes += more.resumes
            counts.cuts += more.cuts
            counts.held += more.held
        }
    }

    /// Steps of a random gateway, network and clock; after each one the machine must keep its promises.
    @Test func anySequenceOfEventsKeepsThePromises() async {
        let fuzz = Fuzz("gateway machine", usually: 50_000)
        var last: World?
        var counts = Counts()
        var refused = 0
        await fuzz.run { _, random in
            var world = try last ?? freshWorld(&random)
            last = nil
            try act(&world, step(&world, &random), &random)
            try send(&world)
            try check(world)
            world.age += 1
            // A world of a bounded age keeps the cost of a step bounded too.
            if !world.hasFailed, world.age < 2_000 {
                last = world
            } else {
                counts += world.counts
                if world.hasFailed { refused += 1 }
            }
        }
        fuzz.expect(
            [
                "identified": counts.identifies, "resumed": counts.resumes, "cut": counts.cuts, "held": counts.held,
                "refused for good": refused,
            ], atLeast: 0.0005)
    }

    private func freshWorld(_ random: inout SeededGenerator) throws -> World {
        let machine = GatewayMachine(
            configuration: .init(url: "wss://general"), random: SeededGenerator(seed: random.next()))
        var world = World(machine: machine)
        try act(&world, world.machine.start(at: world.now), &random)
        return world
    }

    private func step(_ world: inout World, _ random: inout SeededGenerator) throws -> [GatewayMachine.Action] {
        let connection = world.machine.connection
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<25: return passTime(&world, &random)
        case 25..<40: return network(&world, connection, &random)
        case 40..<50: return try greet(&world, connection, &random)
        case 50..<60: return turn(&world, connection, &random)
        case 60..<82: return try event(&world, connection, &random)
        case 82..<85:
            for _ in 0..<Int.random(in: 1...60, using: &random) { _ = try? world.sends.enqueue([0]) }
            return []
        case 85..<93:
            return world.open == nil ? [] : world.machine.heartbeatAcknowledged(connection: connection, at: world.now)
        case 93:
            return (0..<Int.random(in: 1...8, using: &random)).flatMap { _ in
                world.machine.heartbeatRequested(connection: connection)
            }
        case 94: return world.machine.reconnectRequested(connection: connection, at: world.now)
        case 95: return invalidate(&world, connection, &random)
        case 96: return world.machine.malformed(connection: connection, at: world.now)
        case 97: return try stale(&world, connection, &random)
        default: return try closeByServer(&world, connection, &random)
        }
    }

    private func passTime(_ world: inout World, _ random: inout SeededGenerator) -> [GatewayMachine.Action] {
        var isPatient = random.once(in: 3)
        // There is little to see while it waits for the next try.
        if case .waiting = world.machine.state { isPatient = !random.once(in: 8) }
        if let deadline = world.machine.deadline, isPatient {
            world.now = max(world.now, deadline)
        } else {
            world.now = world.now + .milliseconds(Int.random(in: 0...3_000, using: &random))
        }
        return world.machine.advance(to: world.now)
    }

    private func network(
        _ world: inout World, _ connection: Int, _ random: inout SeededGenerator
    ) -> [GatewayMachine.Action] {
        guard case .opening = world.machine.state else { return [] }
        if random.once(in: 4) { return world.machine.openFailed(connection: connection, at: world.now) }
        world.machine.opened(connection: connection, at: world.now)
        world.open = connection
        world.isGreeted = false
        world.speaking = nil
        return []
    }

    private func greet(
        _ world: inout World, _ connection: Int, _ random: inout SeededGenerator
    ) throws -> [GatewayMachine.Action] {
        guard world.open == connection, !world.isGreeted else { return [] }
        world.isGreeted = true
        let actions = world.machine.hello(
            interval: .milliseconds(Int.random(in: 1_000...45_000, using: &random)), connection: connection,
            at: world.now)
        // After every cut that allows it the session goes on, and a new one begins after any other.
        switch actions.first {
        case .resume(let session)?:
            try Fuzz.check(session.id == world.owed, "resumes \(session.id) instead of \(world.owed ?? "identifying")")
        case .requestIdentify?:
            try Fuzz.check(world.owed == nil, "begins anew where \(world.owed ?? "") could go on")
        default: throw Fuzz.Fault("does \(actions) when it is greeted")
        }
        try Fuzz.check(actions.count == 1, "does \(actions) when it is greeted")
        return actions
    }

    private func turn(
        _ world: inout World, _ connection: Int, _ random: inout SeededGenerator
    ) -> [GatewayMachine.Action] {
        guard world.isQueued else { return [] }
        world.isQueued = false
        if random.once(in: 10) {
            return world.machine.identifyDeferred(
                until: world.now + .seconds(60), connection: connection, at: world.now)
        }
        return world.machine.identifyGranted(connection: connection, at: world.now)
    }

    private func event(
        _ world: inout World, _ connection: Int, _ random: inout SeededGenerator
    ) throws -> [GatewayMachine.Action] {
        guard world.open == connection, let id = world.speaking, world.machine.state == .ready,
            let sequence = world.server.addEvent(to: id)
        else { return [] }
        try deliver(&world, id, sequence, connection)
        // Now and then the server says something twice.
        if random.once(in: 20) { try deliver(&world, id, sequence, connection) }
        return []
    }

    private func invalidate(
        _ world: inout World, _ connection: Int, _ random: inout SeededGenerator
    ) -> [GatewayMachine.Action] {
        guard world.open == connection else { return [] }
        let isResumable = random.once(in: 2)
        if !isResumable { world.owed = nil }
        return world.machine.sessionInvalidated(resumable: isResumable, connection: connection, at: world.now)
    }

    /// Words of a connection that was given up: nothing may follow from them.
    private func stale(
        _ world: inout World, _ connection: Int, _ random: inout SeededGenerator
    ) throws -> [GatewayMachine.Action] {
        guard connection > 1 else { return [] }
        let old = Int.random(in: 1..<connection, using: &random)
        let before = world.machine.state
        var actions = world.machine.closed(connection: old, code: 4004, at: world.now)
        actions += world.machine.hello(interval: .seconds(1), connection: old, at: world.now)
        actions += world.machine.ready(sessionID: "stale", resumeURL: nil, connection: old)
        let isOutOfPlace = world.machine.dispatched(sequence: 1, connection: old) == .outOfPlace
        try Fuzz.check(
            isOutOfPlace && actions.isEmpty && world.machine.state == before, "a connection that is gone was heard")
        return []
    }

    private func closeByServer(
        _ world: inout World, _ connection: Int, _ random: inout SeededGenerator
    ) throws -> [GatewayMachine.Action] {
        guard world.open == connection else { return [] }
        let goesOn: [UInt16?] = [nil, 1000, 1001, 1006, 4000, 4001, 4002, 4005, 4008, 4999]
        let beginsAnew: [UInt16?] = [4003, 4007, 4009]
        let ends: [UInt16?] = [4004, 4010, 4011, 4012, 4013, 4014]
        let code = random.pick(random.once(in: 6) ? ends : goesOn + beginsAnew)
        if !goesOn.contains(code) { world.owed = nil }
        world.open = nil
        let actions = world.machine.closed(connection: connection, code: code, at: world.now)
        let isOver = actions.contains { if case .fail = $0 { true } else { false } }
        try Fuzz.check(
            isOver == ends.contains(code), "does \(actions) after close code \(code.map(String.init) ?? "none")")
        return actions
    }

    // MARK: - What the shell and the server do

    private func act(
        _ world: inout World, _ actions: [GatewayMachine.Action], _ random: inout SeededGenerator
    ) throws {
        for action in actions {
            switch action {
            case .open(_, let connection):
                try Fuzz.check(world.open == nil, "opens a second connection")
                try Fuzz.check(connection == world.machine.connection, "opens another connection than its own")
                world.urgent = 0
                world.sends.connectionBegan()
                world.wire = []
            case .close(let connection, let code, let reason):
                try Fuzz.check(connection == world.machine.connection, "closes another connection than its own")
                // Only a session that is over may be closed with 1000 or 1001.
                if code == 1000 || code == 1001 {
                    try Fuzz.check(world.owed == nil, "throws a session away: \(reason)")
                }
                world.open = nil
                world.counts.cuts += 1
            case .requestIdentify:
                try Fuzz.check(
                    world.isGreeted && world.open != nil && !world.isQueued, "queues for an identify too early or twice"
                )
                world.isQueued = true
            case .cancelIdentify:
                world.isQueued = false
            case .identify:
                try Fuzz.check(world.isGreeted && world.open != nil, "identifies before it was greeted")
                try Fuzz.check(world.owed == nil, "identifies where a session could go on")
                world.urgent += 1
                world.counts.identifies += 1
                try identify(&world, &random)
            case .resume(let session):
                try Fuzz.check(world.isGreeted && world.open != nil, "resumes before it was greeted")
                try Fuzz.check(session.sequence == world.lastDelivered, "resumes from \(session.sequence)")
                world.urgent += 1
                world.counts.resumes += 1
                try replay(&world, session, &random)
            case .heartbeat(let sequence):
                try Fuzz.check(world.isGreeted && world.open != nil, "beats before it was greeted")
                try Fuzz.check(sequence == world.lastDelivered, "beats with \(sequence ?? 0)")
                if world.urgent < 4 { world.urgent += 1 }
            case .retry(let after, let isResuming):
                try Fuzz.check(
                    isResuming == (world.owed != nil), "says of the next try that it resumes: \(isResuming)")
                try Fuzz.check(after >= .zero && after <= .seconds(60), "waits \(after) before it tries again")
                world.open = nil
            case .fail:
                try Fuzz.check(world.machine.deadline == nil, "waits for something after its end")
                world.hasFailed = true
            case .connected, .latency, .finished: break
            }
        }
    }

    private func identify(_ world: inout World, _ random: inout SeededGenerator) throws {
        guard !random.once(in: 12) else { return }
        let session = world.server.begin()
        world.speaking = session.id
        let connection = world.machine.connection
        let isDelivered = world.machine.dispatched(sequence: 1, connection: connection) == .deliver(missed: 0)
        try Fuzz.check(isDelivered, "does not hand on the first event")
        world.delivered[session.id] = [1]
        world.owed = session.id
        try act(
            &world, world.machine.ready(sessionID: session.id, resumeURL: "wss://own", connection: connection), &random)
    }

    private func replay(
        _ world: inout World, _ session: GatewaySession, _ random: inout SeededGenerator
    ) throws {
        guard let known = world.server.sessions.first(where: { $0.id == session.id }) else {
            throw Fuzz.Fault("resumes a session that never was")
        }
        world.speaking = session.id
        let connection = world.machine.connection
        // Events that happened while the client was away.
        var last = known.events
        for _ in 0..<Int.random(in: 0...3, using: &random) { last = world.server.addEvent(to: session.id) ?? last }
        for sequence in (session.sequence + 1)..<(last + 1) {
            try deliver(&world, session.id, sequence, connection)
            // A cut in the middle of the replay.
            if random.once(in: 8) {
                world.open = nil
                try act(&world, world.machine.closed(connection: connection, code: nil, at: world.now), &random)
                return
            }
        }
        try act(&world, world.machine.resumed(connection: connection), &random)
    }

    private func deliver(_ world: inout World, _ id: String, _ sequence: Int, _ connection: Int) throws {
        switch world.machine.dispatched(sequence: sequence, connection: connection) {
        case .deliver(let missed):
            try Fuzz.check(missed == 0, "\(missed) events are missing")
            world.delivered[id, default: []].append(sequence)
        case .duplicate:
            try Fuzz.check(world.delivered[id]?.contains(sequence) == true, "takes a new event for an old one")
        case .outOfPlace: throw Fuzz.Fault("an event of the live session was out of place")
        }
    }

    /// Sends what may be sent, as the shell does.
    private func send(_ world: inout World) throws {
        guard world.open != nil else { return }
        while true {
            if world.urgent > 0 {
                guard world.sends.takeUrgent(at: world.now) else { break }
                world.urgent -= 1
            } else {
                guard world.machine.state == .ready, world.sends.next(at: world.now) != nil else { break }
            }
            world.wire.append(world.now)
        }
        world.wire.removeAll { world.now - $0 >= .seconds(60) }
        try Fuzz.check(world.wire.count <= 120, "\(world.wire.count) sends within a minute")
        guard world.urgent > 0 || world.machine.state == .ready && world.sends.count > 0 else { return }
        world.counts.held += 1
        let next = world.sends.deadline(urgent: world.urgent > 0)
        try Fuzz.check(next.map { $0 > world.now } == true, "what waits to be sent is never sent")
        // Commands leave room for what is urgent: only 120 urgent ones could hold one up.
        try Fuzz.check(world.wire.count >= (world.urgent > 0 ? 120 : 117), "waits with \(world.wire.count) sends")
    }

    private func check(_ world: World) throws {
        // Nothing lost and nothing doubled: every session's numbers are 1, 2, 3, …
        if let id = world.speaking, let numbers = world.delivered[id], let last = numbers.last {
            try Fuzz.check(numbers.count == last, "event \(last) is number \(numbers.count)")
        }
        // Something always ends the waiting, but for the end and for the queue, which the test plays.
        if !world.hasFailed { try Fuzz.check(world.machine.deadline != nil, "waits for nothing") }
        if let session = world.machine.session { try Fuzz.check(session.sequence >= 1, "a session without events") }
        // A live connection beats at least once per interval: the next beat is never further away than that.
        if world.machine.state == .ready, let deadline = world.machine.deadline {
            try Fuzz.check(deadline - world.now <= .seconds(45), "the next beat is too far away")
        }
    }
}
