import JSON

/// The application. Source: https://discord.com/developers/docs/resources/application
extension RouteTable {
    static var applicationRoutes: [Route] {
        let rule = RateLimiter.Rule("applications-me", 30, per: .seconds(30))
        return [
            Route("GET", "/applications/@me", rule) { realm, _ throws(Refusal) in
                .ok(realm.world.applicationJSON(verifyKey: realm.settings.verifyKey))
            },
            Route("GET", "/oauth2/applications/@me", .init("oauth2-me", 30, per: .seconds(30))) {
                realm, _ throws(Refusal) in
                .ok(realm.world.applicationJSON(verifyKey: realm.settings.verifyKey))
            },
            Route("PATCH", "/applications/@me", rule) { realm, call throws(Refusal) in
                var errors = FieldErrors()
                let text = errors.text(call.body["description"], ["description"], 0...400)
                try errors.throwIfAny()
                if let text { realm.world.application.description = text }
                return .ok(realm.world.applicationJSON(verifyKey: realm.settings.verifyKey))
            },
            Route("GET", "/applications/{application}/emojis", .init("app-emojis", 30, per: .seconds(30))) {
                realm, call throws(Refusal) in
                try realm.requireOwnApplication(call)
                return .ok(["items": []])
            },
            Route("GET", "/applications/{application}/entitlements", .init("entitlements", 30, per: .seconds(30))) {
                realm, call throws(Refusal) in
                try realm.requireOwnApplication(call)
                return .ok([])
            },
            Route("GET", "/applications/{application}/skus", .init("skus", 30, per: .seconds(30))) {
                realm, call throws(Refusal) in
                try realm.requireOwnApplication(call)
                return .ok([])
            },
        ]
    }
}
