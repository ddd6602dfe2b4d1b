import JSON

/// The application. Source: https://discord.com/developers/docs/resources/application
extension RouteTable {
    static var applicationRoutes: [Route] {
        let rule = RateLimiter.Rule("applications-me", 30, per: .seconds(30))
        return [
            Route("GET", "/applications/@me", rule) { realm, _ throws(Refusal) in
                .ok(
                    realm.world.applicationJSON(
                        verifyKey: realm.settings.verifyKey, redirectURIs: realm.settings.redirectURIs))
            },
            Route("GET", "/oauth2/applications/@me", .init("oauth2-me", 30, per: .seconds(30))) {
                realm, _ throws(Refusal) in
                .ok(
                    realm.world.applicationJSON(
                        verifyKey: realm.settings.verifyKey, redirectURIs: realm.settings.redirectURIs))
            },
            Route("PATCH", "/applications/@me", rule) { realm, call throws(Refusal) in
                try realm.editApplication(Form(call.body))
                return .ok(
                    realm.world.applicationJSON(
                        verifyKey: realm.settings.verifyKey, redirectURIs: realm.settings.redirectURIs))
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

extension Realm {
    /// Changes the application. Addresses have been proved by then.
    fileprivate mutating func editApplication(_ body: Form) throws(Refusal) {
        var form = body
        var application = world.application
        form.set("description", &application.description) { $0.text($1, 0...400) }
        form.change("interactions_endpoint_url", &application.interactionsEndpoint) { $0.address($1) }
        form.change("event_webhooks_url", &application.eventsURL) { $0.address($1) }
        form.set("event_webhooks_status", &application.eventsStatus) { $0.choice($1, [1, 2]) }
        form.set("event_webhooks_types", &application.eventTypes) { form, key in
            form.body[key]?.list?.compactMap(\.text)
        }
        try form.check()
        world.application = application
    }
}

extension Form {
    /// An address of the web; an empty one is none.
    fileprivate mutating func address(_ key: String) -> String? {
        guard let text = text(key, 0...2_048), !text.isEmpty else { return nil }
        if !text.hasPrefix("http://"), !text.hasPrefix("https://") {
            complain(key, "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https').")
        }
        return text
    }
}
