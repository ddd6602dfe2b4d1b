import JSON

/// Where the gateway is. Source: https://discord.com/developers/docs/events/gateway#get-gateway
extension RouteTable {
    static var gatewayRoutes: [Route] {
        [
            Route("GET", "/gateway", .init("gateway", 60, per: .seconds(60)), for: .anyone) {
                realm, _ throws(Refusal) in
                .ok(["url": .string(realm.gatewayURL)])
            },
            Route("GET", "/gateway/bot", .init("gateway-bot", 2, per: .seconds(5)), for: .bots) {
                realm, _ throws(Refusal) in
                .ok(realm.gatewayBotJSON())
            },
        ]
    }
}

extension Realm {
    fileprivate func gatewayBotJSON() -> JSONValue {
        let isFresh = gateway.startsEnd <= now
        let used = isFresh ? 0 : gateway.starts
        return [
            "url": .string(gatewayURL), "shards": .number(settings.recommendedShards),
            "session_start_limit": [
                "total": .number(settings.sessionStartLimit),
                "remaining": .number(max(0, settings.sessionStartLimit - used)),
                "reset_after": .int(isFresh ? 0 : (gateway.startsEnd - now).milliseconds),
                "max_concurrency": .number(settings.maxConcurrency),
            ],
        ]
    }
}
