import JSON

/// Emojis of guilds and of the application. Source: https://discord.com/developers/docs/resources/emoji
extension RouteTable {
    static var emojiRoutes: [Route] {
        let guild = "/guilds/{guild}/emojis"
        let app = "/applications/{application}/emojis"
        let rule = RateLimiter.Rule("emojis", 50, per: .seconds(3600))
        let reading = RateLimiter.Rule("emojis-read", 30, per: .seconds(30))
        return [
            Route("GET", guild, reading) { try $0.listEmojis($1) },
            Route("POST", guild, rule) { try $0.createEmoji($1) },
            Route("GET", guild + "/{emoji}", reading) { try $0.showEmoji($1) },
            Route("PATCH", guild + "/{emoji}", rule) { try $0.editEmoji($1) },
            Route("DELETE", guild + "/{emoji}", rule) { try $0.deleteEmoji($1) },
            Route("GET", app, reading, for: .bots) { try $0.listOwnEmojis($1) },
            Route("POST", app, reading, for: .bots) { try $0.createOwnEmoji($1) },
            Route("GET", app + "/{emoji}", reading, for: .bots) { try $0.showOwnEmoji($1) },
            Route("PATCH", app + "/{emoji}", reading, for: .bots) { try $0.editOwnEmoji($1) },
            Route("DELETE", app + "/{emoji}", reading, for: .bots) { try $0.deleteOwnEmoji($1) },
        ]
    }
}

/// Of guilds.
extension Realm {
    fileprivate func listEmojis(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        return .ok(.array(guild.sortedEmojis.map { show($0, of: guild, to: call.actor) }))
    }

    /// Who made it is told to who may make or manage expressions.
    private func show(_ emoji: Emoji, of guild: Guild, to user: Flake) -> JSONValue {
        let granted = world.permissions(of: user, in: guild, at: now)
        return granted.isDisjoint(with: .expressions) ? emoji.json : world.emojiJSON(emoji)
    }

    private func emoji(_ call: RESTCall, in guild: Guild) throws(Refusal) -> Emoji {
        guard let emoji = guild.emojis[try call.id("emoji")] else { throw .noSuchEmoji }
        return emoji
    }

    fileprivate func showEmoji(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        return .ok(show(try emoji(call, in: guild), of: guild, to: call.actor))
    }

    fileprivate mutating func createEmoji(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .createExpressions)
        let emoji = try readEmoji(call) { guild.roles[$0] != nil }
        let held = guild.emojis.values.count { $0.isAnimated == emoji.isAnimated }
        guard held < Emoji.perGuild else { throw emoji.isAnimated ? .maximumAnimatedEmojis : .maximumEmojis }
        put(emoji, in: guild.id)
        audit(
            .emojiCreate, in: guild.id, by: call.cause, target: emoji.id,
            changes: AuditEntry.changes(to: emoji.json, in: ["name"]))
        return .created(world.emojiJSON(emoji))
    }

    /// A new emoji as a form describes it.
    private mutating func readEmoji(_ call: RESTCall, roles known: (Flake) -> Bool) throws(Refusal) -> Emoji {
        var form = Form(call.body)
        if form.body.present("name") == nil { form.errors.required(["name"]) }
        let image = form.image("image", limit: Emoji.sizeLimit, required: true)
        let blank = Emoji(
            id: flake(), name: "", user: call.actor, image: image?.hash ?? "", isAnimated: image?.isAnimated == true)
        let emoji = form.emoji(over: blank, roles: known)
        try form.check()
        keep(form.images)
        return emoji
    }

    fileprivate mutating func editEmoji(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        let before = try emoji(call, in: guild)
        try demandExpression(of: before.user, by: call.actor, in: guild)
        var form = Form(call.body)
        let after = form.emoji(over: before) { guild.roles[$0] != nil }
        try form.check()
        put(after, in: guild.id)
        let changes = AuditEntry.changes(from: before.json, to: after.json, in: ["name", "roles"])
        if !changes.isEmpty { audit(.emojiUpdate, in: guild.id, by: call.cause, target: after.id, changes: changes) }
        return .ok(world.emojiJSON(after))
    }

    fileprivate mutating func deleteEmoji(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        let emoji = try emoji(call, in: guild)
        try demandExpression(of: emoji.user, by: call.actor, in: guild)
        world.guilds[guild.id]?.emojis[emoji.id] = nil
        world.expressionHomes[emoji.id] = nil
        sendEmojis(of: guild.id)
        audit(
            .emojiDelete, in: guild.id, by: call.cause, target: emoji.id,
            changes: AuditEntry.changes(from: emoji.json, in: ["name"]))
        return .noContent
    }

    /// One's own expressions are managed by who may make them, others' by who manages them.
    func demandExpression(of maker: Flake, by user: Flake, in guild: Guild) throws(Refusal) {
        let granted = world.permissions(of: user, in: guild, at: now)
        let needed: Perm = maker == user ? .expressions : .manageExpressions
        guard !granted.isDisjoint(with: needed) else { throw .missingPermissions }
    }

    /// Puts an emoji into its guild.
    mutating func put(_ emoji: Emoji, in guild: Flake) {
        world.guilds[guild]?.emojis[emoji.id] = emoji
        world.expressionHomes[emoji.id] = guild
        sendEmojis(of: guild)
    }

    /// A role is gone: no emoji is kept for it any longer.
    mutating func forgetEmojis(of role: Flake, in guild: Flake) {
        let kept = world.guilds[guild]?.sortedEmojis.filter { $0.roles.contains(role) } ?? []
        for emoji in kept { world.guilds[guild]?.emojis[emoji.id]?.roles.removeAll { $0 == role } }
        if !kept.isEmpty { sendEmojis(of: guild) }
    }

    private mutating func sendEmojis(of id: Flake) {
        guard let guild = world.guilds[id] else { return }
        let body: JSONValue = [
            "guild_id": id.json, "emojis": .array(guild.sortedEmojis.map(\.json)),
        ]
        dispatch("GUILD_EMOJIS_UPDATE", guild: id, intents: .expressions) { _ in body }
        noteGuild(id)
    }
}

/// Of the application.
extension Realm {
    private func ownEmoji(_ call: RESTCall) throws(Refusal) -> Emoji {
        try requireOwnApplication(call)
        guard let emoji = world.application.emojis[try call.id("emoji")] else { throw .noSuchEmoji }
        return emoji
    }

    fileprivate func listOwnEmojis(_ call: RESTCall) throws(Refusal) -> RESTReply {
        try requireOwnApplication(call)
        let emojis = world.application.emojis.values.sorted { $0.id < $1.id }
        return .ok(["items": .array(emojis.map(world.emojiJSON))])
    }

    fileprivate func showOwnEmoji(_ call: RESTCall) throws(Refusal) -> RESTReply {
        .ok(world.emojiJSON(try ownEmoji(call)))
    }

    fileprivate mutating func createOwnEmoji(_ call: RESTCall) throws(Refusal) -> RESTReply {
        try requireOwnApplication(call)
        guard world.application.emojis.count < Emoji.perApplication else { throw .maximumApplicationEmojis }
        let emoji = try readEmoji(call) { _ in false }
        world.application.emojis[emoji.id] = emoji
        return .created(world.emojiJSON(emoji))
    }

    fileprivate mutating func editOwnEmoji(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let before = try ownEmoji(call)
        var form = Form(call.body)
        let after = form.emoji(over: before) { _ in false }
        try form.check()
        world.application.emojis[after.id] = after
        return .ok(world.emojiJSON(after))
    }

    fileprivate mutating func deleteOwnEmoji(_ call: RESTCall) throws(Refusal) -> RESTReply {
        world.application.emojis[try ownEmoji(call).id] = nil
        return .noContent
    }
}
