import JSON

/// Faults of the gateway, and what the watchers are told of faults.
extension Realm {
    /// A gateway fault that happens once.
    enum GatewayFault: Sendable {
        /// Opcode 7.
        case reconnect
        /// The connections are closed with a code.
        case close(code: UInt16, reason: String)
        /// The connections end without a word.
        case drop
        /// Opcode 9. One that cannot be resumed ends the session.
        case invalidSession(resumable: Bool)
        /// The connections stay open and nothing goes through them any more.
        case freeze
        /// Each session's last events come once more, with their old numbers.
        case repeated(Int)
    }

    mutating func strike(_ fault: GatewayFault) {
        let connections = gateway.connections.keys.sorted { $0.value < $1.value }
        switch fault {
        case .reconnect: for id in connections { requestReconnect(id) }
        case .close(let code, let reason): for id in connections { close(id, code, reason) }
        case .drop: for id in connections { drop(id) }
        case .invalidSession(let resumable):
            if !resumable { endSessions() }
            for id in connections { send(["t": .null, "s": .null, "op": 9, "d": .bool(resumable)], to: id) }
        case .freeze: for id in connections { freeze(id) }
        case .repeated(let count): repeatEvents(count)
        }
        noteApplication()
    }

    /// Ends a connection as a cut line does: no close frame, and the session can be resumed.
    private mutating func drop(_ id: ConnectionID) {
        guard let connection = gateway.connections[id], !connection.isClosing else { return }
        gateway.connections[id]?.isClosing = true
        gateway.connections[id]?.outbox = [.abort]
        timers[.heartbeat(id)] = nil
        effects.append(.wake(id))
    }

    /// Leaves a connection half open: what either side sends is lost. The bot has to notice by its unanswered heartbeats.
    private mutating func freeze(_ id: ConnectionID) {
        gateway.connections[id]?.isFrozen = true
        gateway.connections[id]?.outbox = []
        timers[.heartbeat(id)] = nil
    }

    private mutating func endSessions() {
        for session in gateway.sessions.values {
            if let connection = session.connection { gateway.connections[connection]?.session = nil }
            timers[.sessionEnd(session.id)] = nil
        }
        gateway.sessions = [:]
    }

    private mutating func repeatEvents(_ count: Int) {
        for session in gateway.sessions.values.sorted(by: { $0.id < $1.id }) {
            guard let connection = session.connection else { continue }
            // What begins a session is never sent twice within one.
            let events = session.buffer.filter { !["READY", "RESUMED"].contains($0["t"]?.text ?? "") }
            for payload in events.suffix(count) { send(payload, to: connection) }
        }
    }

    // MARK: - Outages

    /// Makes a guild unavailable or brings it back; the bot is told as Discord tells it.
    ///
    /// Source: https://discord.com/developers/docs/topics/gateway-events#guild-delete
    mutating func setOutage(_ isOut: Bool, of id: Flake) {
        guard let guild = world.guilds[id], guild.isUnavailable != isOut else { return }
        if isOut {
            dispatch("GUILD_DELETE", guild: id, intents: .guilds) { _ in ["id": id.json, "unavailable": true] }
            world.guilds[id]?.isUnavailable = true
        } else {
            world.guilds[id]?.isUnavailable = false
            announceGuild(id)
        }
        noteFaults()
    }

    // MARK: - Watching

    /// The faults as the control API shows them.
    func faultsJSON() -> JSONValue {
        [
            "answer": .text(faults.answer?.rawValue), "requests": .string(faults.requests.rawValue),
            "count": faults.count.map { .number($0) } ?? .null, "retry_after_ms": .int(faults.retryAfter.milliseconds),
            "latency_ms": .int(faults.latency.milliseconds), "jitter_ms": .int(faults.jitter.milliseconds),
            "unavailable_guilds": .flakes(world.guilds.values.filter(\.isUnavailable).map(\.id).sorted()),
        ]
    }

    mutating func noteFaults() {
        tell("faults_update") { realm, _ in ["faults": realm.faultsJSON()] }
    }

    /// What strikes a request of the bot.
    mutating func takeFault(isInteraction: Bool) -> LocalFaults.Answer? {
        let before = faults
        let fault = faults.take(isInteraction: isInteraction)
        if faults != before { noteFaults() }
        return fault
    }
}
