import JSON

/// Members in voice channels.
///
/// Source: https://discord.com/developers/docs/resources/voice
extension Realm {
    /// A member comes into a voice channel, moves, or changes what they are heard with.
    ///
    /// - Throws: 50024 for a channel nobody speaks in, 50001 or 50013 when it is closed to the member, 50089 when it is full.
    mutating func enterVoice(
        _ user: Flake, _ id: Flake, session: String, selfMute: Bool = false, selfDeaf: Bool = false
    ) throws(Refusal) {
        let channel = try channel(id, for: user, .connect)
        guard channel.kind.isVocal, let guildID = channel.guild, let guild = world.guilds[guildID] else {
            throw .wrongChannelKind
        }
        let before = guild.voices[user]
        if before?.channel != id, let limit = channel.voice?.userLimit, limit > 0 {
            let inside = guild.voices.values.count { $0.channel == id }
            let moves = world.permissions(of: user, in: channel, at: now).contains(.moveMembers)
            guard inside < limit || moves else { throw .fullChannel }
        }
        var state = before ?? VoiceState(user: user, channel: id, session: session)
        if before?.channel != id {
            state.isSuppressed = channel.kind == .stage
            state.askedToSpeak = nil
        }
        (state.channel, state.session) = (id, session)
        (state.isSelfMuted, state.isSelfDeafened) = (selfMute, selfDeaf)
        state.isMuted = guild.members[user]?.isMuted ?? false
        state.isDeafened = guild.members[user]?.isDeafened ?? false
        change(voice: state, in: guildID)
    }

    /// Puts a member's voice state in place of what it was.
    mutating func change(voice state: VoiceState, in guild: Flake) {
        let before = world.guilds[guild]?.voices[state.user]?.channel
        world.guilds[guild]?.voices[state.user] = state
        sendVoice(of: state.user, state.json(in: guild), in: guild)
        if before != state.channel {
            if let before { noteVoices(of: before, in: guild) }
            noteVoices(of: state.channel, in: guild)
        }
    }

    /// A member leaves the voice channel they are in.
    mutating func leaveVoice(_ user: Flake, in guild: Flake) {
        guard let state = world.guilds[guild]?.voices.removeValue(forKey: user) else { return }
        sendVoice(of: user, state.json(in: guild).adding("channel_id", .null), in: guild)
        noteVoices(of: state.channel, in: guild)
    }

    private mutating func sendVoice(of user: Flake, _ state: JSONValue, in guild: Flake) {
        let member = world.membership(user, in: guild).map(world.memberJSON) ?? .null
        let body = state.adding("member", member)
        // A bot hears of itself whatever its intents.
        let isBot = user == world.application.id
        dispatch("VOICE_STATE_UPDATE", guild: guild, intents: isBot ? [] : .voiceStates) { _ in body }
        noteGuild(guild)
    }

    /// Begins a voice channel's time with its first member, and ends it with the last.
    private mutating func noteVoices(of channel: Flake, in guild: Flake) {
        let isUsed = world.guilds[guild]?.voices.values.contains { $0.channel == channel } == true
        guard isUsed != (world.channels[channel]?.voice?.startedAt != nil) else { return }
        world.channels[channel]?.voice?.startedAt = isUsed ? now : nil
        if !isUsed { world.channels[channel]?.voice?.status = nil }
        let started: JSONValue = isUsed ? .int(now.milliseconds / 1000) : .null
        let body: JSONValue = ["id": channel.json, "guild_id": guild.json, "voice_start_time": started]
        dispatch("VOICE_CHANNEL_START_TIME_UPDATE", guild: guild, intents: .guilds) { _ in body }
    }
}
