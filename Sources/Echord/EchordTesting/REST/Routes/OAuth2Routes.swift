/// Tokens of users. Source: https://discord.com/developers/docs/topics/oauth2
extension RouteTable {
    static var oauth2Routes: [Route] {
        let rule = RateLimiter.Rule("oauth2-token", 30, per: .seconds(30))
        return [
            Route("POST", "/oauth2/token", rule, for: .anyone) { realm, call in realm.makeTokens(call) },
            Route("POST", "/oauth2/token/revoke", rule, for: .anyone) { realm, call in realm.revokeTokens(call) },
            Route("GET", "/oauth2/@me", .init("oauth2-own", 30, per: .seconds(30)), for: .anyone) {
                realm, call throws(Refusal) in
                try realm.authorization(call)
            },
        ]
    }
}
