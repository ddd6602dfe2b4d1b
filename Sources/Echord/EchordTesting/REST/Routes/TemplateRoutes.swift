import JSON

/// Templates of guilds. Source: https://discord.com/developers/docs/resources/guild-template
extension RouteTable {
    static var templateRoutes: [Route] {
        let base = "/guilds/{guild}/templates"
        let rule = RateLimiter.Rule("templates", 5, per: .seconds(15))
        return [
            Route("GET", "/guilds/templates/{code}", rule) { realm, call in
                let found = realm.world.guilds.values.lazy.compactMap(\.template).first { $0.code == call.text("code") }
                guard let found else { throw Refusal.unknownTemplate }
                return .ok(realm.world.templateJSON(found))
            },
            Route("GET", base, rule) { realm, call in
                let guild = try realm.guild(call, .manageGuild)
                return .ok(.array([guild.template].compactMap { $0 }.map(realm.world.templateJSON)))
            },
            Route("POST", base, rule) { try $0.createTemplate($1) },
            Route("PUT", base + "/{code}", rule) { try $0.syncTemplate($1) },
            Route("PATCH", base + "/{code}", rule) { try $0.editTemplate($1) },
            Route("DELETE", base + "/{code}", rule) { try $0.deleteTemplate($1) },
        ]
    }
}

extension Realm {
    private func template(_ call: RESTCall) throws(Refusal) -> (template: Template, guild: Guild) {
        let guild = try guild(call, .manageGuild)
        guard let template = guild.template, template.code == call.text("code") else { throw .unknownTemplate }
        return (template, guild)
    }

    fileprivate mutating func createTemplate(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call, .manageGuild)
        var form = Form(call.body)
        let name = form.text("name", 1...100, required: true)
        let description = form.text("description", 0...120)
        try form.check()
        guard guild.template == nil else { throw .templateExists }
        let template = Template(
            code: random.token(12), guild: guild.id, name: name ?? "", description: description, creator: call.actor,
            createdAt: now, updatedAt: now, snapshot: world.templateSnapshot(guild))
        world.guilds[guild.id]?.template = template
        return .ok(world.templateJSON(template))
    }

    fileprivate mutating func syncTemplate(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let found = try template(call)
        var template = found.template
        template.snapshot = world.templateSnapshot(found.guild)
        template.updatedAt = now
        world.guilds[found.guild.id]?.template = template
        return .ok(world.templateJSON(template))
    }

    fileprivate mutating func editTemplate(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let found = try template(call)
        var template = found.template
        var form = Form(call.body)
        form.set("name", &template.name) { $0.text($1, 1...100) }
        form.change("description", &template.description) { $0.text($1, 0...120) }
        try form.check()
        world.guilds[found.guild.id]?.template = template
        return .ok(world.templateJSON(template))
    }

    fileprivate mutating func deleteTemplate(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let found = try template(call)
        world.guilds[found.guild.id]?.template = nil
        return .ok(world.templateJSON(found.template))
    }
}
