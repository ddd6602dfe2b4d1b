import JSON

/// Soundboards. Source: https://discord.com/developers/docs/resources/soundboard
extension RouteTable {
    static var soundboardRoutes: [Route] {
        let base = "/guilds/{guild}/soundboard-sounds"
        let rule = RateLimiter.Rule("soundboard", 5, per: .seconds(5))
        return [
            Route("GET", "/soundboard-default-sounds", rule) { _, _ in .ok(.array(Sound.standard.map(\.json))) },
            Route("GET", base, rule) { try $0.listSounds($1) },
            Route("POST", base, rule) { try $0.createSound($1) },
            Route("GET", base + "/{sound}", rule) { realm, call in
                let guild = try realm.guild(call)
                return .ok(realm.show(try realm.sound(call, in: guild), of: guild, to: call.actor))
            },
            Route("PATCH", base + "/{sound}", rule) { try $0.editSound($1) },
            Route("DELETE", base + "/{sound}", rule) { try $0.deleteSound($1) },
            Route("POST", "/channels/{channel}/send-soundboard-sound", rule) { try $0.playSound($1) },
        ]
    }
}

extension Realm {
    fileprivate func sound(_ call: RESTCall, in guild: Guild) throws(Refusal) -> Sound {
        guard let sound = guild.sounds[try call.id("sound")] else { throw .unknownSound }
        return sound
    }

    fileprivate func show(_ sound: Sound, of guild: Guild, to user: Flake) -> JSONValue {
        let granted = world.permissions(of: user, in: guild, at: now)
        guard !granted.isDisjoint(with: .expressions), let maker = sound.user else { return sound.json }
        return sound.json.adding("user", world.userJSON(maker))
    }

    fileprivate func listSounds(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        return .ok(["items": .array(guild.sortedSounds.map { show($0, of: guild, to: call.actor) })])
    }

    fileprivate mutating func createSound(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .createExpressions)
        guard guild.sounds.count < Sound.perGuild else { throw .maximumSounds }
        var form = Form(call.body)
        if form.body.present("name") == nil { form.errors.required(["name"]) }
        let bytes = form.soundFile("sound")
        var sound = form.sound(over: Sound(id: flake(), guild: guild.id, name: "", user: call.actor))
        try form.check()
        sound.file = ImageData.hash(of: bytes ?? [])
        world.images.add(.init(contentType: "audio/mpeg", bytes: bytes ?? []), as: sound.file)
        put(sound, in: guild.id, "GUILD_SOUNDBOARD_SOUND_CREATE")
        audit(
            .soundCreate, in: guild.id, by: call.cause, target: sound.id,
            changes: AuditEntry.changes(to: sound.json, in: Sound.audited))
        return .created(show(sound, of: guild, to: call.actor))
    }

    fileprivate mutating func editSound(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        let before = try sound(call, in: guild)
        try demandExpression(of: before.user ?? Flake(0), by: call.actor, in: guild)
        var form = Form(call.body)
        let after = form.sound(over: before)
        try form.check()
        put(after, in: guild.id, "GUILD_SOUNDBOARD_SOUND_UPDATE")
        let changes = AuditEntry.changes(from: before.json, to: after.json, in: Sound.audited)
        if !changes.isEmpty { audit(.soundUpdate, in: guild.id, by: call.cause, target: after.id, changes: changes) }
        return .ok(show(after, of: guild, to: call.actor))
    }

    fileprivate mutating func deleteSound(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        let sound = try sound(call, in: guild)
        try demandExpression(of: sound.user ?? Flake(0), by: call.actor, in: guild)
        world.guilds[guild.id]?.sounds[sound.id] = nil
        let body: JSONValue = ["sound_id": sound.id.json, "guild_id": guild.id.json]
        dispatch("GUILD_SOUNDBOARD_SOUND_DELETE", guild: guild.id, intents: .expressions) { _ in body }
        audit(
            .soundDelete, in: guild.id, by: call.cause, target: sound.id,
            changes: AuditEntry.changes(from: sound.json, in: Sound.audited))
        return .noContent
    }

    private mutating func put(_ sound: Sound, in guild: Flake, _ event: String) {
        world.guilds[guild]?.sounds[sound.id] = sound
        let body = sound.json
        dispatch(event, guild: guild, intents: .expressions) { _ in body }
    }

    /// Plays a sound to those in the voice channel; who plays it must be among them.
    fileprivate mutating func playSound(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let (channel, guild) = try guildChannel(call, [.speak, .useSoundboard])
        guard channel.kind.isVocal else { throw .wrongChannelKind }
        var form = Form(call.body)
        let id = form.flake("sound_id", required: true)
        let source = form.flake("source_guild_id")
        try form.check()
        guard let state = guild.voices[call.actor], state.channel == channel.id else { throw .notInVoice }
        guard !state.isMuted, !state.isDeafened, !state.isSuppressed, !state.isSelfMuted, !state.isSelfDeafened else {
            throw .missingPermissions
        }
        if let source, source != guild.id { try demand(.externalSounds, of: call.actor, in: channel) }
        let home = source.flatMap { world.guilds[$0] } ?? guild
        guard let id, let sound = Sound.standard.first(where: { $0.id == id }) ?? home.sounds[id] else {
            throw .unknownSound
        }
        let body: JSONValue = [
            "channel_id": channel.id.json, "guild_id": guild.id.json, "user_id": call.actor.json,
            "emoji": sound.emoji?.json ?? .null, "animation_type": 1, "animation_id": 0, "sound_id": sound.id.json,
            "sound_volume": .double(sound.volume),
        ]
        dispatch("VOICE_CHANNEL_EFFECT_SEND", guild: guild.id, intents: .voiceStates) { _ in body }
        return .noContent
    }
}
