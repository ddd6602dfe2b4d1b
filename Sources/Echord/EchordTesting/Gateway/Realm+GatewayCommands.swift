import JSON

/// What a bot may ask over the gateway besides identifying.
///
/// Source: https://discord.com/developers/docs/events/gateway-events#send-events
extension Realm {
    mutating func updatePresence(_ data: JSONValue, on id: ConnectionID) {
        guard let status = data.present("status")?.text else { return close(id, 4002, "Error while decoding payload.") }
        let known = ["online", "idle", "dnd", "invisible", "offline"]
        let activities = data.present("activities")?.list ?? []
        world.users[world.application.id]?.status = known.contains(status) ? status : "online"
        world.users[world.application.id]?.activities = Array(activities.prefix(1))
        for guild in world.botGuilds {
            let presence = world.presenceJSON(world.bot, guild: guild.id)
            dispatch("PRESENCE_UPDATE", guild: guild.id, intents: .presences) { _ in presence }
        }
    }

    /// Voice is not here yet: the state is confirmed, and no voice server is named, as when Discord has none to give.
    mutating func updateVoiceState(_ data: JSONValue, session: String) {
        guard let guild = Flake(json: data["guild_id"]), world.guilds[guild]?.botJoinedAt != nil else { return }
        let bot = world.application.id
        guard let channel = Flake(json: data["channel_id"]) else { return leaveVoice(bot, in: guild) }
        guard world.channels[channel]?.guild == guild else { return }
        // What Discord does not allow here it does not answer either.
        guard
            (try? enterVoice(
                bot, channel, session: session, selfMute: data["self_mute"]?.flag ?? false,
                selfDeaf: data["self_deaf"]?.flag ?? false)) != nil
        else { return }
        dispatch("VOICE_SERVER_UPDATE", ["token": "", "guild_id": guild.json, "endpoint": .null], session: session)
    }

    // MARK: - Members

    mutating func requestMembers(_ data: JSONValue, session name: String, on id: ConnectionID) {
        guard let session = gateway.sessions[name], let guildID = Flake(json: data["guild_id"]),
            let guild = world.guilds[guildID], guild.botJoinedAt != nil, session.serves(guildID)
        else { return }
        let asked = data.present("user_ids").map { $0.list ?? [$0] }
        let query = data.present("query")?.text
        let limit = data.present("limit")?.integer ?? 0
        guard asked != nil || query != nil, asked?.count ?? 0 <= 100, limit >= 0, asked != nil || limit <= 100 else {
            return close(id, 4002, "Error while decoding payload.")
        }
        let wantsPresences = data.present("presences")?.flag == true && session.intents.contains(.presences)
        let nonce = data.present("nonce")?.text.flatMap { $0.utf8.count <= 32 ? $0 : nil }
        var found: [Membership]
        var missing: [JSONValue] = []
        if let asked {
            let ids = asked.compactMap { Flake(json: $0) }
            found = ids.compactMap { guild.members[$0] }
            missing = ids.filter { guild.members[$0] == nil }.map(\.json)
        } else {
            found = matching(query ?? "", in: guild, limit: Int(limit))
            if query?.isEmpty != false, limit == 0 {
                guard session.intents.contains(.members) else { return close(id, 4014, "Disallowed intent(s).") }
                guard takeMemberRequest(guildID, nonce, session: name) else { return }
            }
        }
        sendChunks(found, missing, of: guild, presences: wantsPresences, nonce: nonce, session: name)
    }

    private func matching(_ query: String, in guild: Guild, limit: Int) -> [Membership] {
        let wanted = query.lowercased()
        let all = guild.sortedMembers.filter { member in
            guard !wanted.isEmpty, let user = world.users[member.user] else { return wanted.isEmpty }
            return [member.nick ?? "", user.username, user.globalName ?? ""].contains {
                $0.lowercased().hasPrefix(wanted)
            }
        }
        return limit == 0 ? all : Array(all.prefix(limit))
    }

    /// The whole list may be asked for once per guild in thirty seconds.
    private mutating func takeMemberRequest(_ guild: Flake, _ nonce: String?, session: String) -> Bool {
        if let last = gateway.memberRequests[guild], last + .seconds(30) > now {
            let wait = Double((last + .seconds(30) - now).milliseconds) / 1000
            var meta: JSONObject = ["guild_id": guild.json]
            if let nonce { meta["nonce"] = .string(nonce) }
            dispatch(
                "RATE_LIMITED", ["opcode": 8, "retry_after": .double(wait), "meta": .object(meta)], session: session)
            return false
        }
        gateway.memberRequests[guild] = now
        return true
    }

    private mutating func sendChunks(
        _ members: [Membership], _ missing: [JSONValue], of guild: Guild, presences: Bool, nonce: String?,
        session: String
    ) {
        let count = max(1, (members.count + 999) / 1000)
        for index in 0..<count {
            let part = members.dropFirst(index * 1000).prefix(1000)
            var fields: JSONObject = [
                "guild_id": guild.id.json, "members": .array(part.map(world.memberJSON)), "chunk_index": .number(index),
                "chunk_count": .number(count),
            ]
            if index == 0, !missing.isEmpty { fields["not_found"] = .array(missing) }
            if presences {
                fields["presences"] = .array(
                    part.compactMap { member in world.users[member.user].flatMap { world.presenceJSON($0, guild: nil) }
                    })
            }
            if let nonce { fields["nonce"] = .string(nonce) }
            dispatch("GUILD_MEMBERS_CHUNK", .object(fields), session: session)
        }
    }

    // MARK: - Soundboard and channel info

    mutating func soundboard(_ data: JSONValue, session: String) {
        for id in (data.present("guild_ids")?.list ?? []).prefix(100).compactMap({ Flake(json: $0) })
        where world.guilds[id]?.botJoinedAt != nil {
            let sounds = world.guilds[id]?.sortedSounds.map(\.json) ?? []
            dispatch("SOUNDBOARD_SOUNDS", ["guild_id": id.json, "soundboard_sounds": .array(sounds)], session: session)
        }
    }

    mutating func channelInfo(_ data: JSONValue, session: String) {
        guard let id = Flake(json: data["guild_id"]), world.guilds[id]?.botJoinedAt != nil else { return }
        let channels = world.guilds[id].map { world.channels(of: $0) } ?? []
        let told = channels.filter { $0.kind.isVocal }.map { channel -> JSONValue in
            var fields: JSONObject = ["id": channel.id.json]
            fields["status"] = .text(channel.voice?.status)
            fields["voice_start_time"] = channel.voice?.startedAt.map { .int($0.milliseconds / 1000) } ?? .null
            return .object(fields)
        }
        dispatch("CHANNEL_INFO", ["guild_id": id.json, "channels": .array(told)], session: session)
    }
}
