import JSON

/// Voice states. Source: https://discord.com/developers/docs/resources/voice
extension RouteTable {
    static var voiceRoutes: [Route] {
        let base = "/guilds/{guild}/voice-states"
        let rule = RateLimiter.Rule("voice-states", 5, per: .seconds(5))
        return [
            Route("GET", base + "/@me", rule) { realm, call in .ok(try realm.showVoice(call, of: call.actor)) },
            Route("GET", base + "/{user}", rule) { realm, call in
                .ok(try realm.showVoice(call, of: try call.id("user")))
            },
            Route("PATCH", base + "/@me", rule) { try $0.editOwnVoice($1) },
            Route("PATCH", base + "/{user}", rule) { try $0.editVoice($1) },
        ]
    }
}

extension Realm {
    private func voice(_ call: RESTCall, of user: Flake) throws(Refusal) -> (state: VoiceState, channel: Channel) {
        let guild = try guild(call)
        guard let state = guild.voices[user], let channel = world.channels[state.channel],
            world.permissions(of: call.actor, in: channel, at: now).contains(.viewChannel)
        else { throw .unknownVoiceState }
        return (state, channel)
    }

    fileprivate func showVoice(_ call: RESTCall, of user: Flake) throws(Refusal) -> JSONValue {
        let state = try voice(call, of: user).state.json(in: try call.id("guild"))
        return state.adding("member", world.membership(user, in: try call.id("guild")).map(world.memberJSON) ?? .null)
    }

    /// The state on a stage that a form speaks of.
    private func stageVoice(_ call: RESTCall, _ form: inout Form, of user: Flake) throws(Refusal) -> (
        VoiceState, Channel
    ) {
        let (state, channel) = try voice(call, of: user)
        let named = form.flake("channel_id")
        try form.check()
        guard channel.kind == .stage, named == nil || named == channel.id else { throw .wrongChannelKind }
        return (state, channel)
    }

    fileprivate mutating func editOwnVoice(_ call: RESTCall) throws(Refusal) -> RESTReply {
        var form = Form(call.body)
        let (before, channel) = try stageVoice(call, &form, of: call.actor)
        var after = before
        form.set("suppress", &after.isSuppressed) { $0.flag($1) }
        form.change("request_to_speak_timestamp", &after.askedToSpeak) { $0.moment($1) }
        try form.check()
        if before.isSuppressed, !after.isSuppressed { try demand(.muteMembers, of: call.actor, in: channel) }
        if after.askedToSpeak != nil { try demand(.requestToSpeak, of: call.actor, in: channel) }
        change(voice: after, in: try call.id("guild"))
        return .noContent
    }

    fileprivate mutating func editVoice(_ call: RESTCall) throws(Refusal) -> RESTReply {
        var form = Form(call.body)
        let (before, channel) = try stageVoice(call, &form, of: try call.id("user"))
        try demand(.muteMembers, of: call.actor, in: channel)
        var after = before
        form.set("suppress", &after.isSuppressed) { $0.flag($1) }
        try form.check()
        change(voice: after, in: try call.id("guild"))
        return .noContent
    }
}
