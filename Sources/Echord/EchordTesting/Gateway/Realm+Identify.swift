import JSON

/// Identify and Resume: how a bot gets its session.
extension Realm {
    mutating func identify(_ data: JSONValue, on id: ConnectionID) {
        guard gateway.connections[id]?.session == nil else { return close(id, 4005, "Already authenticated.") }
        guard data.fields != nil, data["properties"]?.fields != nil, let token = data.present("token")?.text else {
            return close(id, 4002, "Error while decoding payload.")
        }
        guard isBotToken(token) else { return close(id, 4004, "Authentication failed.") }
        guard let raw = data.present("intents")?.integer, raw >= 0,
            GatewayIntent.known.isSuperset(of: GatewayIntent(rawValue: Int(raw)))
        else { return close(id, 4013, "Invalid intent(s).") }
        let intents = GatewayIntent(rawValue: Int(raw))
        guard settings.allowedPrivileged.isSuperset(of: intents.intersection(.privileged)) else {
            return close(id, 4014, "Disallowed intent(s).")
        }
        guard let shard = shard(of: data) else { return close(id, 4010, "Invalid shard.") }
        guard world.botGuilds.count / shard.count <= 2500 else { return close(id, 4011, "Sharding required.") }
        guard takeStart(shard.index) else { return invalidate(id, resumable: false) }
        let threshold = data.present("large_threshold")?.integer ?? 50
        gateway.connections[id]?.compressesPayloads = data.present("compress")?.flag ?? false
        let session = GatewaySession(
            id: random.hexadecimal(32), shard: shard.index, shardCount: shard.count, intents: intents,
            largeThreshold: Int(min(max(threshold, 50), 250)), capabilities: data.present("capabilities")?.integer ?? 0,
            connection: id)
        gateway.sessions[session.id] = session
        gateway.connections[id]?.session = session.id
        if let presence = data.present("presence"), presence.fields != nil { updatePresence(presence, on: id) }
        welcome(session)
        noteApplication()
    }

    /// Whether this is our bot's token, with or without the word before it.
    func isBotToken(_ token: String) -> Bool {
        let bare = token.hasPrefix("Bot ") ? String(token.dropFirst(4)) : token
        return bare == settings.token
    }

    private func shard(of data: JSONValue) -> (index: Int, count: Int)? {
        guard let value = data.present("shard") else { return (0, 1) }
        guard let list = value.list, list.count == 2, let index = list[0].integer, let count = list[1].integer,
            count > 0, count <= 16_384, index >= 0, index < count
        else { return nil }
        return (Int(index), Int(count))
    }

    /// Counts a session start: one per key and window, so many a day.
    private mutating func takeStart(_ shard: Int) -> Bool {
        if gateway.startsEnd <= now {
            gateway.startsEnd = now + .seconds(86_400)
            gateway.starts = 0
        }
        guard gateway.starts < settings.sessionStartLimit else { return false }
        let key = shard % max(1, settings.maxConcurrency)
        if let last = gateway.identified[key], last + settings.identifyWindow > now { return false }
        gateway.identified[key] = now
        gateway.starts += 1
        return true
    }

    private mutating func invalidate(_ id: ConnectionID, resumable: Bool) {
        send(["t": .null, "s": .null, "op": 9, "d": .bool(resumable)], to: id)
    }

    /// READY, then every guild.
    private mutating func welcome(_ session: GatewaySession) {
        let guilds = world.botGuilds.filter { session.serves($0.id) }
        dispatch("READY", ready(session, guilds), session: session.id)
        guard session.intents.contains(.guilds) else { return }
        for guild in guilds where !guild.isUnavailable {
            dispatch("GUILD_CREATE", guildCreate(guild, for: session), session: session.id)
        }
    }

    func guildCreate(_ guild: Guild, for session: GatewaySession) -> JSONValue {
        world.guildCreateJSON(
            guild, presences: session.intents.contains(.presences), largeThreshold: session.largeThreshold, now: now)
    }

    /// Source: https://discord.com/developers/docs/events/gateway-events#ready
    private func ready(_ session: GatewaySession, _ guilds: [Guild]) -> JSONValue {
        [
            "v": 10, "user_settings": [:], "user": world.bot.ownJSON, "session_type": "normal",
            "session_id": .string(session.id), "resume_gateway_url": .string(gatewayURL),
            "shard": [.number(session.shard), .number(session.shardCount)], "relationships": [], "private_channels": [],
            "presences": [], "guilds": .array(guilds.map { ["id": $0.id.json, "unavailable": true] }),
            "guild_join_requests": [], "geo_ordered_rtc_regions": [], "game_relationships": [], "auth": [:],
            "application": ["id": world.application.id.json, "flags": .number(world.application.flags)],
            "_trace": [.string(trace)],
        ]
    }

    /// Where the gateway is reached: our own server.
    var gatewayURL: String {
        let origin = settings.origin
        return (origin.hasPrefix("https") ? "wss" + origin.dropFirst(5) : "ws" + origin.dropFirst(4)) + "/gateway"
    }

    // MARK: - Resume

    mutating func resume(_ data: JSONValue, on id: ConnectionID) {
        guard gateway.connections[id]?.session == nil else { return close(id, 4005, "Already authenticated.") }
        guard let token = data.present("token")?.text, let name = data.present("session_id")?.text,
            let sequence = data.present("seq")?.integer
        else { return close(id, 4002, "Error while decoding payload.") }
        guard isBotToken(token) else { return close(id, 4004, "Authentication failed.") }
        guard let session = gateway.sessions[name] else { return invalidate(id, resumable: false) }
        guard sequence >= 0, sequence <= session.sequence else {
            gateway.sessions[name] = nil
            return close(id, 4007, "Invalid seq.")
        }
        guard let missed = session.replay(after: Int(sequence)) else {
            gateway.sessions[name] = nil
            return invalidate(id, resumable: false)
        }
        // A session has one connection; the one it had before ends.
        if let old = session.connection {
            gateway.connections[old]?.session = nil
            close(old, 4000, "Session resumed elsewhere.")
        }
        gateway.sessions[name]?.connection = id
        gateway.sessions[name]?.lostAt = nil
        gateway.connections[id]?.session = name
        timers[.sessionEnd(name)] = nil
        for payload in missed { send(payload, to: id) }
        dispatch("RESUMED", ["_trace": [.string(trace)]], session: name)
        noteApplication()
    }
}
