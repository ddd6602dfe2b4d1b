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
        /// Events before READY has named the session.
        var early: [Int] = []
        var lastBeat: Moment?
        var hasFailed = false
        var identifies = 0
        var resumes = 0
        var cuts = 0
    }

    /// Steps of a random gateway, network and clock; after each one the machine must keep its promises.
    @Test(arguments: 0..<4)
    func anySequenceOfEventsKeepsThePromises(round: Int) throws {
        var random = SeededGenerator(seed: Exploration.seed &+ UInt64(round) &* 7_919)
        var world = freshWorld(&random)
        for _ in 0..<(Exploration.steps / 4) {
            if world.hasFailed {
                try check(world)
                world = freshWorld(&random)
            }
            act(&world, step(&world, &random), &random)
            try check(world)
        }
        #expect(world.identifies + world.resumes + world.cuts >= 0)
    }

    private func freshWorld(_ random: inout SeededGenerator) -> World {
        let machine = GatewayMachine(
            configuration: .init(url: "wss://general"), random: SeededGenerator(seed: random.next()))
        var world = World(machine: machine)
        act(&world, world.machine.start(at: world.now), &random)
        return world
    }

    private func step(_ world: inout World, _ random: inout SeededGenerator) -> [GatewayMachine.Action] {
        let connection = world.machine.connection
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<25: return passTime(&world, &random)
        case 25..<40: return network(&world, connection, &random)
        case 40..<50: return greet(&world, connection, &random)
        case 50..<60: return turn(&world, connection, &random)
        case 60..<85: return event(&world, connection, &random)
        case 85..<93:
            return world.open == nil ? [] : world.machine.heartbeatAcknowledged(connection: connection, at: world.now)
        case 93: return world.machine.heartbeatRequested(connection: connection)
        case 94: return world.machine.reconnectRequested(connection: connection, at: world.now)
        case 95: return invalidate(&world, connection, &random)
        case 96: return world.machine.malformed(connection: connection, at: world.now)
        case 97: return stale(&world, connection, &random)
        default: return closeByServer(&world, connection, &random)
        }
    }

    private func passTime(_ world: inout World, _ random: inout SeededGenerator) -> [GatewayMachine.Action] {
        if let deadline = world.machine.deadline, !random.once(in: 3) {
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
    ) -> [GatewayMachine.Action] {
        guard world.open == connection, !world.isGreeted else { return [] }
        world.isGreeted = true
        return world.machine.hello(
            interval: .milliseconds(Int.random(in: 1_000...45_000, using: &random)), connection: connection,
            at: world.now)
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
    ) -> [GatewayMachine.Action] {
        guard world.open == connection, let id = world.speaking, world.machine.state == .ready,
            let sequence = world.server.addEvent(to: id)
        else { return [] }
        deliver(&world, id, sequence, connection)
        // Now and then the server says something twice.
        if random.once(in: 20) { deliver(&world, id, sequence, connection) }
        return []
    }

    private func invalidate(
        _ world: inout World, _ connection: Int, _ random: inout SeededGenerator
    ) -> [GatewayMachine.Action] {
        guard world.open == connection else { return [] }
        return world.machine.sessionInvalidated(resumable: random.once(in: 2), connection: connection, at: world.now)
    }

    /// Words of a connection that was given up: nothing may follow from them.
    private func stale(
        _ world: inout World, _ connection: Int, _ random: inout SeededGenerator
    ) -> [GatewayMachine.Action] {
        guard connection > 1 else { return [] }
        let old = Int.random(in: 1..<connection, using: &random)
        let before = world.machine.state
        var actions = world.machine.closed(connection: old, code: 4004, at: world.now)
        actions += world.machine.hello(interval: .seconds(1), connection: old, at: world.now)
        actions += world.machine.ready(sessionID: "stale", resumeURL: nil, connection: old)
        #expect(world.machine.dispatched(sequence: 1, connection: old) == .outOfPlace)
        #expect(actions.isEmpty)
        #expect(world.machine.state == before)
        return []
    }

    private func closeByServer(
        _ world: inout World, _ connection: Int, _ random: inout SeededGenerator
    ) -> [GatewayMachine.Action] {
        guard world.open == connection else { return [] }
        let codes: [UInt16?] = [nil, 1001, 1006, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009, 4004, 4014]
        let code = codes[Int.random(in: 0..<codes.count, using: &random)]
        world.open = nil
        return world.machine.closed(connection: connection, code: code, at: world.now)
    }

    // MARK: - What the shell and the server do

    private func act(_ world: inout World, _ actions: [GatewayMachine.Action], _ random: inout SeededGenerator) {
        for action in actions {
            switch action {
            case .open(_, let connection):
                #expect(world.open == nil)
                #expect(connection == world.machine.connection)
                world.lastBeat = nil
            case .close(let connection, let code, let reason):
                #expect(connection == world.machine.connection)
                // Only a session that is over may be closed with 1000 or 1001.
                if code == 1000 || code == 1001 { #expect(world.machine.session == nil || reason == .asked) }
                world.open = nil
                world.cuts += 1
            case .requestIdentify:
                #expect(world.isGreeted && world.open != nil && !world.isQueued)
                world.isQueued = true
            case .cancelIdentify:
                world.isQueued = false
            case .identify:
                #expect(world.isGreeted && world.open != nil)
                world.identifies += 1
                identify(&world, &random)
            case .resume(let session):
                #expect(world.isGreeted && world.open != nil)
                world.resumes += 1
                replay(&world, session, &random)
            case .heartbeat:
                #expect(world.isGreeted && world.open != nil)
                world.lastBeat = world.now
            case .retry(let after, _):
                #expect(after >= .zero && after <= .seconds(60))
                world.open = nil
            case .fail:
                #expect(world.machine.deadline == nil)
                world.hasFailed = true
            case .connected, .latency, .finished: break
            }
        }
    }

    private func identify(_ world: inout World, _ random: inout SeededGenerator) {
        guard !random.once(in: 12) else { return }
        let session = world.server.begin()
        world.speaking = session.id
        let connection = world.machine.connection
        #expect(world.machine.dispatched(sequence: 1, connection: connection) == .deliver(missed: 0))
        world.delivered[session.id] = [1]
        act(
            &world, world.machine.ready(sessionID: session.id, resumeURL: "wss://own", connection: connection), &random)
    }

    private func replay(_ world: inout World, _ session: GatewaySession, _ random: inout SeededGenerator) {
        guard let known = world.server.sessions.first(where: { $0.id == session.id }) else {
            Issue.record("resumes a session that never was")
            return
        }
        world.speaking = session.id
        let connection = world.machine.connection
        // Events that happened while the client was away.
        var last = known.events
        for _ in 0..<Int.random(in: 0...3, using: &random) { last = world.server.addEvent(to: session.id) ?? last }
        for sequence in (session.sequence + 1)..<(last + 1) {
            deliver(&world, session.id, sequence, connection)
            // A cut in the middle of the replay.
            if random.once(in: 8) {
                world.open = nil
                act(&world, world.machine.closed(connection: connection, code: nil, at: world.now), &random)
                return
            }
        }
        act(&world, world.machine.resumed(connection: connection), &random)
    }

    private func deliver(_ world: inout World, _ id: String, _ sequence: Int, _ connection: Int) {
        switch world.machine.dispatched(sequence: sequence, connection: connection) {
        case .deliver(let missed):
            #expect(missed == 0)
            world.delivered[id, default: []].append(sequence)
        case .duplicate: #expect(world.delivered[id]?.contains(sequence) == true)
        case .outOfPlace: Issue.record("an event of the live session was out of place")
        }
    }

    private func check(_ world: World) throws {
        // Nothing lost and nothing doubled: every session's numbers are 1, 2, 3, …
        if let id = world.speaking, let numbers = world.delivered[id], let last = numbers.last {
            try #require(numbers.count == last)
        }
        // Something always ends the waiting, but for the end and for the queue, which the test plays.
        if !world.hasFailed { try #require(world.machine.deadline != nil) }
        if let session = world.machine.session { try #require(session.sequence >= 1) }
        // A live connection beats at least once per interval: the next beat is never further away than that.
        if world.machine.state == .ready, let deadline = world.machine.deadline {
            try #require(deadline - world.now <= .seconds(45))
        }
    }
}
