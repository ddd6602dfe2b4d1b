import JSON

/// The gateway's protocol: what each payload does.
///
/// Source: https://discord.com/developers/docs/events/gateway
extension Realm {
    // MARK: - Connections

    /// Opens a connection and says hello; nil when there are too many.
    mutating func openConnection() -> ConnectionID? {
        guard gateway.connections.count < GatewayState.connectionLimit else { return nil }
        gateway.lastConnection += 1
        let id = ConnectionID(value: gateway.lastConnection)
        gateway.connections[id] = GatewayConnection(id: id, openedAt: now, lastHeartbeat: now, windowStart: now)
        armHeartbeat(id)
        send(
            [
                "t": .null, "s": .null, "op": 10,
                "d": ["heartbeat_interval": .int(settings.heartbeatInterval.milliseconds), "_trace": [.string(trace)]],
            ], to: id)
        return id
    }

    var trace: String { "[\"gateway-local\",{\"micros\":0.0}]" }

    /// Forgets a connection that has ended.
    ///
    /// - Parameter code: What the client closed with; 1000 and 1001 end the session, all else leaves it to be resumed.
    mutating func connectionEnded(_ id: ConnectionID, code: UInt16) {
        guard let connection = gateway.connections.removeValue(forKey: id) else { return }
        timers[.heartbeat(id)] = nil
        guard let session = connection.session, gateway.sessions[session]?.connection == id else { return }
        if code == 1000 || code == 1001 {
            gateway.sessions[session] = nil
        } else {
            gateway.sessions[session]?.connection = nil
            gateway.sessions[session]?.lostAt = now
            timers[.sessionEnd(session)] = now + settings.resumeWindow
        }
        noteApplication()
    }

    /// Takes what waits to be sent.
    ///
    /// - Parameter instant: When, by the machine's clock; from here on an interaction waits for the bot.
    mutating func takeFrames(_ id: ConnectionID, at instant: ContinuousClock.Instant) -> [GatewayFrame] {
        guard let frames = gateway.connections[id]?.outbox else { return [] }
        gateway.connections[id]?.outbox = []
        for case .payload(let payload, _) in frames where payload["t"]?.text == "INTERACTION_CREATE" {
            guard let interaction = Flake(json: payload["d"]?["id"]) else { continue }
            interactions.change(interaction) { $0.leftAt = $0.leftAt ?? instant }
        }
        return frames
    }

    // MARK: - Receiving

    /// Handles one message of the client.
    ///
    /// - Parameters:
    ///   - payload: The decoded JSON; nil when it was none.
    ///   - bytes: Its length.
    mutating func received(_ payload: JSONValue?, bytes: Int, on id: ConnectionID) {
        guard var connection = gateway.connections[id], !connection.isClosing, !connection.isFrozen else { return }
        if connection.windowStart + .seconds(60) <= now {
            connection.windowStart = now
            connection.received = 0
        }
        connection.received += 1
        gateway.connections[id] = connection
        record(incoming: payload, on: connection)
        if connection.received > settings.gatewaySendLimit { return close(id, 4008, "You are being rate limited.") }
        guard bytes <= 4096, let payload, payload.fields != nil, let op = payload.present("op")?.integer else {
            return close(id, 4002, "Error while decoding payload.")
        }
        let data = payload["d"] ?? .null
        switch op {
        case 1: heartbeat(id)
        case 2: identify(data, on: id)
        case 6: resume(data, on: id)
        case 3, 4, 8, 31, 43:
            guard let session = connection.session else { return close(id, 4003, "Not authenticated.") }
            command(Int(op), data, session: session, on: id)
        default: close(id, 4001, "Unknown opcode.")
        }
    }

    private mutating func heartbeat(_ id: ConnectionID) {
        gateway.connections[id]?.lastHeartbeat = now
        armHeartbeat(id)
        send(["t": .null, "s": .null, "op": 11, "d": .null], to: id)
    }

    private mutating func armHeartbeat(_ id: ConnectionID) {
        // Discord allows for a late beat; two intervals without one end the connection.
        timers[.heartbeat(id)] = now + settings.heartbeatInterval * 2
    }

    mutating func heartbeatMissed(_ id: ConnectionID) {
        close(id, 4009, "Session timed out.")
    }

    private mutating func command(_ op: Int, _ data: JSONValue, session: String, on id: ConnectionID) {
        guard data.fields != nil else { return close(id, 4002, "Error while decoding payload.") }
        switch op {
        case 3: updatePresence(data, on: id)
        case 4: updateVoiceState(data, session: session)
        case 8: requestMembers(data, session: session, on: id)
        case 31: soundboard(data, session: session)
        default: channelInfo(data, session: session)
        }
    }

    // MARK: - Sending

    /// Puts a payload into a connection's outbox.
    mutating func send(_ payload: JSONValue, to id: ConnectionID) {
        guard let connection = gateway.connections[id], !connection.isClosing, !connection.isFrozen else { return }
        guard connection.outbox.count < GatewayState.outboxLimit else { return close(id, 4000, "Client too slow.") }
        gateway.connections[id]?.outbox.append(.payload(payload, compressed: connection.compressesPayloads))
        record(outgoing: payload, on: connection)
        effects.append(.wake(id))
    }

    /// Closes a connection with one of Discord's codes; 4009 and the like also end its session.
    mutating func close(_ id: ConnectionID, _ code: UInt16, _ reason: String) {
        guard let connection = gateway.connections[id], !connection.isClosing else { return }
        gateway.connections[id]?.isClosing = true
        gateway.connections[id]?.outbox.append(connection.isFrozen ? .abort : .close(code, reason))
        timers[.heartbeat(id)] = nil
        if let session = connection.session, [4007, 4009].contains(code) { gateway.sessions[session] = nil }
        effects.append(.wake(id))
    }

    /// Asks the client to reconnect (opcode 7).
    mutating func requestReconnect(_ id: ConnectionID) {
        send(["t": .null, "s": .null, "op": 7, "d": .null], to: id)
    }

    /// Sends an event to one session.
    mutating func dispatch(_ event: String, _ data: JSONValue, session: String) {
        guard let payload = gateway.sessions[session]?.record(event, data) else { return }
        if let connection = gateway.sessions[session]?.connection { send(payload, to: connection) }
    }

    /// Sends an event to every session that is due it.
    ///
    /// - Parameters:
    ///   - guild: Whose event it is; nil sends it to shard 0, where direct messages go.
    ///   - intents: One of them is needed; none when empty.
    ///   - needed: One of these permissions the bot must have in the guild; none when empty.
    ///   - data: The body for a session, nil to leave the session out.
    mutating func dispatch(
        _ event: String, guild: Flake?, intents: GatewayIntent = [], needing needed: Perm = [],
        _ data: (GatewaySession) -> JSONValue?
    ) {
        if let guild {
            guard let found = world.guilds[guild], found.botJoinedAt != nil, !found.isUnavailable else { return }
            if !needed.isEmpty, world.botPermissions(in: found, at: now).isDisjoint(with: needed) { return }
        }
        // Chosen first: a session that is looked at while it changes has its whole buffer copied.
        let due = gateway.sessions.values.sorted { $0.id < $1.id }.compactMap { session -> (String, JSONValue)? in
            guard intents.isEmpty || !session.intents.isDisjoint(with: intents),
                guild.map(session.serves) ?? (session.shard == 0)
            else { return nil }
            return data(session).map { (session.id, $0) }
        }
        for (session, body) in due { dispatch(event, body, session: session) }
    }

    // MARK: - Recording

    private mutating func record(incoming payload: JSONValue?, on connection: GatewayConnection) {
        var kept = payload ?? ["op": .null]
        if let token = kept["d"]?["token"]?.text, !token.isEmpty, let data = kept["d"] {
            kept = kept.adding("d", data.adding("token", "***"))
        }
        let shard = connection.session.flatMap { gateway.sessions[$0]?.shard }
        noteRecord(.gateway(isOutgoing: false, shard: shard, payload: kept))
    }

    private mutating func record(outgoing payload: JSONValue, on connection: GatewayConnection) {
        let shard = connection.session.flatMap { gateway.sessions[$0]?.shard }
        var kept = payload
        if payload["t"]?.text == "INTERACTION_CREATE", let data = payload["d"] {
            kept = kept.adding("d", data.adding("token", "***"))
        } else if payload["t"]?.text == "GUILD_CREATE", let data = payload["d"] {
            kept = kept.adding("d", ["id": data["id"] ?? .null, "name": data["name"] ?? .null, "shortened": true])
        }
        noteRecord(.gateway(isOutgoing: true, shard: shard, payload: kept))
    }
}
