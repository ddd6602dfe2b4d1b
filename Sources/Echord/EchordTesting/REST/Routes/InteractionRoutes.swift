import JSON

/// Answers to interactions. Source: https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints
extension RouteTable {
    static var interactionRoutes: [Route] {
        let base = "/webhooks/{webhook}/{token}"
        let rule = RateLimiter.Rule("webhooks-token", 5, per: .seconds(2))
        return [
            // Discord sends no bucket for callbacks.
            Route("POST", "/interactions/{interaction}/{token}/callback", nil, for: .anyone) {
                realm, call throws(Refusal) in
                try realm.callback(call)
            },
            Route("POST", base, rule, for: .anyone) { realm, call throws(Refusal) in
                let interaction = try realm.answered(call)
                let post = try realm.followUp(interaction, body: call.body, uploads: call.files)
                return .ok(realm.world.postJSON(post))
            },
            Route("GET", base + "/messages/{message}", rule, for: .anyone) { realm, call throws(Refusal) in
                let interaction = try realm.answered(call)
                return .ok(realm.world.postJSON(try realm.answerPost(call.text("message"), of: interaction)))
            },
            Route("PATCH", base + "/messages/{message}", rule, for: .anyone) { realm, call throws(Refusal) in
                let interaction = try realm.answered(call)
                let before = try realm.answerPost(call.text("message"), of: interaction)
                let after = try realm.editAnswer(before, of: interaction, body: call.body, uploads: call.files)
                return .ok(realm.world.postJSON(after))
            },
            Route("DELETE", base + "/messages/{message}", rule, for: .anyone) { realm, call throws(Refusal) in
                let interaction = try realm.answered(call)
                realm.deleteAnswer(try realm.answerPost(call.text("message"), of: interaction), of: interaction)
                return .noContent
            },
        ]
    }
}

extension Realm {
    fileprivate func answered(_ call: RESTCall) throws(Refusal) -> Interaction {
        try interaction(webhook: try call.id("webhook"), token: call.text("token"))
    }

    fileprivate mutating func callback(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let id = try call.id("interaction")
        let post = try answer(id, token: call.text("token"), body: call.body, uploads: call.files)
        interactions.change(id) { $0.answerTime = $0.leftAt?.duration(to: call.arrivedAt) }
        guard call.queryFlag("with_response") else { return .noContent }
        return .ok(callbackJSON(id, type: Int(call.body["type"]?.integer ?? 0), post: post))
    }
}
