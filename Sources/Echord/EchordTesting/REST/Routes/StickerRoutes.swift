import JSON

/// Stickers. Source: https://discord.com/developers/docs/resources/sticker
extension RouteTable {
    static var stickerRoutes: [Route] {
        let base = "/guilds/{guild}/stickers"
        let rule = RateLimiter.Rule("stickers", 50, per: .seconds(3600))
        let reading = RateLimiter.Rule("stickers-read", 30, per: .seconds(30))
        return [
            Route("GET", base, reading) { try $0.listStickers($1) },
            Route("POST", base, rule) { try $0.createSticker($1) },
            Route("GET", base + "/{sticker}", reading) { try $0.showSticker($1) },
            Route("PATCH", base + "/{sticker}", rule) { try $0.editSticker($1) },
            Route("DELETE", base + "/{sticker}", rule) { try $0.deleteSticker($1) },
            Route("GET", "/stickers/{sticker}", reading) { realm, call in
                guard let sticker = realm.world.sticker(try call.id("sticker")) else { throw Refusal.unknownSticker }
                return .ok(sticker.json)
            },
            // Discord's own packs are not here.
            Route("GET", "/sticker-packs", reading) { _, _ in .ok(["sticker_packs": []]) },
            Route("GET", "/sticker-packs/{pack}", reading) { _, _ in throw Refusal.unknownStickerPack },
        ]
    }
}

extension Realm {
    private func sticker(_ call: RESTCall, in guild: Guild) throws(Refusal) -> Sticker {
        guard let sticker = guild.stickers[try call.id("sticker")] else { throw .unknownSticker }
        return sticker
    }

    private func show(_ sticker: Sticker, of guild: Guild, to user: Flake) -> JSONValue {
        let granted = world.permissions(of: user, in: guild, at: now)
        return granted.isDisjoint(with: .expressions)
            ? sticker.json : sticker.json.adding("user", world.userJSON(sticker.user))
    }

    fileprivate func listStickers(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        return .ok(.array(guild.sortedStickers.map { show($0, of: guild, to: call.actor) }))
    }

    fileprivate func showSticker(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        return .ok(show(try sticker(call, in: guild), of: guild, to: call.actor))
    }

    fileprivate mutating func createSticker(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .createExpressions)
        guard guild.stickers.count < Sticker.perGuild else { throw .maximumStickers }
        var form = Form(call.body)
        for key in ["name", "tags"] where form.body.present(key) == nil { form.errors.required([key]) }
        if form.body.present("description") == nil { form.errors.required(["description"]) }
        if call.files.count != 1 { form.errors.required(["file"]) }
        let file = call.files.first?.bytes ?? []
        if file.count > Sticker.sizeLimit {
            form.complain("file", "BINARY_TYPE_MAX_LENGTH", "File cannot be larger than 512.0 kb.")
        }
        let blank = Sticker(id: flake(), guild: guild.id, name: "", tags: "", format: .png, user: call.actor)
        var sticker = form.sticker(over: blank)
        try form.check()
        guard let format = Sticker.Format(file) else { throw .invalidFileKind }
        let takesLottie = !Set(guild.features).isDisjoint(with: ["VERIFIED", "PARTNERED"])
        guard format != .lottie || takesLottie else { throw .invalidFileKind }
        sticker.format = format
        sticker.image = ImageData.hash(of: file)
        world.images.add(.init(contentType: format.contentType, bytes: file), as: sticker.image)
        put(sticker)
        audit(
            .stickerCreate, in: guild.id, by: call.cause, target: sticker.id,
            changes: AuditEntry.changes(to: sticker.json, in: Sticker.audited))
        return .created(show(sticker, of: guild, to: call.actor))
    }

    fileprivate mutating func editSticker(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        let before = try sticker(call, in: guild)
        try demandExpression(of: before.user, by: call.actor, in: guild)
        var form = Form(call.body)
        let after = form.sticker(over: before)
        try form.check()
        put(after)
        let changes = AuditEntry.changes(from: before.json, to: after.json, in: Sticker.audited)
        if !changes.isEmpty { audit(.stickerUpdate, in: guild.id, by: call.cause, target: after.id, changes: changes) }
        return .ok(show(after, of: guild, to: call.actor))
    }

    fileprivate mutating func deleteSticker(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        let sticker = try sticker(call, in: guild)
        try demandExpression(of: sticker.user, by: call.actor, in: guild)
        world.guilds[guild.id]?.stickers[sticker.id] = nil
        world.expressionHomes[sticker.id] = nil
        sendStickers(of: guild.id)
        audit(
            .stickerDelete, in: guild.id, by: call.cause, target: sticker.id,
            changes: AuditEntry.changes(from: sticker.json, in: Sticker.audited))
        return .noContent
    }

    private mutating func put(_ sticker: Sticker) {
        world.guilds[sticker.guild]?.stickers[sticker.id] = sticker
        world.expressionHomes[sticker.id] = sticker.guild
        sendStickers(of: sticker.guild)
    }

    private mutating func sendStickers(of id: Flake) {
        guard let guild = world.guilds[id] else { return }
        let body: JSONValue = [
            "guild_id": id.json, "stickers": .array(guild.sortedStickers.map(\.json)),
        ]
        dispatch("GUILD_STICKERS_UPDATE", guild: id, intents: .expressions) { _ in body }
        noteGuild(id)
    }
}
