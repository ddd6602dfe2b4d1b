import JSON

/// Polls. Source: https://discord.com/developers/docs/resources/poll
extension RouteTable {
    static var pollRoutes: [Route] {
        let base = "/channels/{channel}/polls/{message}"
        let rule = RateLimiter.Rule("polls", 5, per: .seconds(5))
        return [
            Route("GET", base + "/answers/{answer}", rule) { try $0.listVoters($1) },
            Route("POST", base + "/expire", rule) { try $0.expirePoll($1) },
            Route("PUT", base + "/answers/@me", rule, for: .people) { try $0.vote($1) },
        ]
    }
}

extension Realm {
    private func poll(_ call: RESTCall, in channel: Channel) throws(Refusal) -> (Post, Poll) {
        let post = try post(call, in: channel)
        guard let poll = post.poll else { throw .notAPoll }
        return (post, poll)
    }

    fileprivate func listVoters(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let channel = try readableChannel(call, .readHistory)
        let (_, poll) = try poll(call, in: channel)
        let limit = try call.queryNumber("limit", 1...100, default: 25)
        let after = try call.queryID("after") ?? Flake(0)
        guard let answer = poll.answers.first(where: { String($0.id) == call.text("answer") }) else {
            throw .invalidField(["answer_id"], "BASE_TYPE_CHOICES", "Unknown answer")
        }
        let users = answer.voters.filter { $0 > after }.sorted().prefix(limit)
        return .ok(["users": .array(users.map(world.userJSON))])
    }

    fileprivate mutating func expirePoll(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let channel = try readableChannel(call)
        let (post, poll) = try poll(call, in: channel)
        guard post.author == call.actor else { throw .missingPermissions }
        guard !poll.isFinal else { throw .pollExpired }
        endPoll(post.id, in: channel.id)
        return .ok(world.postJSON(world.post(post.id, in: channel.id) ?? post, for: call.actor))
    }

    /// A person votes: for all these answers and no others.
    fileprivate mutating func vote(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let channel = try readableChannel(call, .readHistory)
        let (post, poll) = try poll(call, in: channel)
        guard !poll.isFinal else { throw .pollExpired }
        var form = Form(call.body)
        let texts = form.texts("answer_ids", 0...10, each: 1...4, required: true) ?? []
        try form.check()
        let chosen = Set(texts.compactMap { Int($0) })
        guard chosen.count == texts.count, chosen.isSubset(of: poll.answers.map(\.id)),
            poll.isMultiple || chosen.count < 2
        else { throw .invalidField(["answer_ids"], "BASE_TYPE_CHOICES", "These answers cannot be chosen") }
        for answer in poll.answers where answer.voters.contains(call.actor) != chosen.contains(answer.id) {
            setVote(call.actor, answer.id, of: post, to: chosen.contains(answer.id))
        }
        return .noContent
    }
}

/// Votes and the end of a poll, with what follows.
extension Realm {
    private mutating func setVote(_ user: Flake, _ answer: Int, of post: Post, to isGiven: Bool) {
        let changed = world.change(post.id, in: post.channel) { post in
            guard let index = post.poll?.answers.firstIndex(where: { $0.id == answer }) else { return }
            post.poll?.answers[index].voters.removeAll { $0 == user }
            if isGiven { post.poll?.answers[index].voters.append(user) }
        }
        if let changed { notePost("message_update", changed) }
        var fields: JSONObject = [
            "user_id": user.json, "channel_id": post.channel.json, "message_id": post.id.json,
            "answer_id": .number(answer),
        ]
        if let guild = post.guild { fields["guild_id"] = guild.json }
        guard let channel = world.channels[post.channel],
            channel.guild == nil || world.botPermissions(in: channel, at: now).contains(.viewChannel)
        else { return }
        let event = isGiven ? "MESSAGE_POLL_VOTE_ADD" : "MESSAGE_POLL_VOTE_REMOVE"
        dispatch(event, guild: post.guild, intents: post.guild == nil ? .directPolls : .polls) { _ in .object(fields) }
    }

    /// Closes a poll and posts its result.
    mutating func endPoll(_ id: Flake, in channel: Flake) {
        timers[.pollEnd(channel: channel, post: id)] = nil
        let moment = now
        let ended = world.change(id, in: channel) { post in
            post.poll?.isFinal = true
            if let expiry = post.poll?.expiry { post.poll?.expiry = min(expiry, moment) }
        }
        guard let ended, let poll = ended.poll else { return }
        republish(ended)
        postSystem(.pollResult, by: ended.author, in: channel) { post in
            post.reference = .init(message: id, channel: channel, guild: ended.guild)
            post.embeds = [Self.resultEmbed(poll)]
        }
    }

    /// Source: https://discord.com/developers/docs/resources/message#embed-fields-by-embed-type-poll-result-embed-fields
    private static func resultEmbed(_ poll: Poll) -> JSONValue {
        let total = poll.answers.map(\.voters.count).reduce(0, +)
        var fields: [(String, String)] = [
            ("poll_question_text", poll.question),
            ("victor_answer_votes", String(poll.answers.map(\.voters.count).max() ?? 0)),
            ("total_votes", String(total)),
        ]
        if let winner = poll.winner {
            fields += [("victor_answer_id", String(winner.id)), ("victor_answer_text", winner.text)]
            if let emoji = winner.emoji { fields.append(("victor_answer_emoji_name", emoji.name)) }
        }
        return [
            "type": "poll_result",
            "fields": .array(fields.map { ["name": .string($0.0), "value": .string($0.1), "inline": false] }),
        ]
    }
}
