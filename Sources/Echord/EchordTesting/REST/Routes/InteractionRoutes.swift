import JSON

/// Answers to interactions. Source: https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints
extension RouteTable {
    static var interactionRoutes: [Route] {
        [
            // Discord sends no bucket for callbacks.
            Route("POST", "/interactions/{interaction}/{token}/callback", nil, for: .anyone) {
                try $0.callback($1)
            }
        ]
    }
}

extension Realm {
    fileprivate mutating func callback(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let id = try call.id("interaction")
        let post = try answer(id, token: call.text("token"), body: call.body, uploads: call.files)
        interactions.change(id) { $0.answerTime = $0.leftAt?.duration(to: call.arrivedAt) }
        guard call.queryFlag("with_response") else { return .noContent }
        return .ok(callbackJSON(id, type: Int(call.body["type"]?.integer ?? 0), post: post))
    }

    // MARK: - Through the application's webhook

    private func answered(_ call: RESTCall) throws(Refusal) -> Interaction {
        try interaction(webhook: try call.id("webhook"), token: call.text("token"))
    }

    mutating func followUpInteraction(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let post = try followUp(try answered(call), body: call.body, uploads: call.files)
        return .ok(world.postJSON(post))
    }

    func showAnswer(_ call: RESTCall) throws(Refusal) -> RESTReply {
        .ok(world.postJSON(try answerPost(call.text("message"), of: try answered(call))))
    }

    mutating func editAnswer(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let interaction = try answered(call)
        let before = try answerPost(call.text("message"), of: interaction)
        let after = try editAnswer(before, of: interaction, body: call.body, uploads: call.files)
        return .ok(world.postJSON(after))
    }

    mutating func deleteAnswer(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let interaction = try answered(call)
        deleteAnswer(try answerPost(call.text("message"), of: interaction), of: interaction)
        return .noContent
    }
}
