import JSON

/// Pinned messages. Source: https://discord.com/developers/docs/resources/message#get-channel-pins
extension RouteTable {
    static var pinRoutes: [Route] {
        let rule = RateLimiter.Rule("pins", 4, per: .seconds(4))
        // The second of each pair is the older path of the same.
        return ["/channels/{channel}/messages/pins/{message}", "/channels/{channel}/pins/{message}"].flatMap { path in
            [
                Route("PUT", path, rule) { try $0.setPin($1, to: true) },
                Route("DELETE", path, rule) { try $0.setPin($1, to: false) },
            ]
        } + [
            Route("GET", "/channels/{channel}/messages/pins", rule) { try $0.listPins($1) },
            Route("GET", "/channels/{channel}/pins", rule) { try $0.listPinnedPosts($1) },
        ]
    }
}

extension Realm {
    static let pinLimit = 250

    /// Pinned messages, the one pinned last first; none for who may not read back.
    private func pinned(in channel: Channel, for user: Flake) -> [(post: Post, at: Moment)] {
        guard world.permissions(of: user, in: channel, at: now).contains(.readHistory) else { return [] }
        let all = (world.posts[channel.id] ?? []).compactMap { post in post.pinnedAt.map { (post: post, at: $0) } }
        return all.sorted { ($0.at, $0.post.id) > ($1.at, $1.post.id) }
    }

    fileprivate func listPins(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let channel = try readableChannel(call)
        let limit = try call.queryNumber("limit", 1...50, default: 50)
        let before = try call.queryMoment("before")
        let found = pinned(in: channel, for: call.actor).filter { pin in before.map { pin.at < $0 } ?? true }
        let items = found.prefix(limit).map { pin -> JSONValue in
            ["pinned_at": pin.at.json, "message": world.postJSON(pin.post, for: call.actor)]
        }
        return .ok(["items": .array(items), "has_more": .bool(found.count > limit)])
    }

    fileprivate func listPinnedPosts(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let channel = try readableChannel(call)
        let found = pinned(in: channel, for: call.actor).prefix(50)
        return .ok(.array(found.map { world.postJSON($0.post, for: call.actor) }))
    }

    fileprivate mutating func setPin(_ call: RESTCall, to isPinned: Bool) throws(Refusal) -> RESTReply {
        let channel = try readableChannel(call, .pinMessages)
        let post = try post(call, in: channel)
        guard channel.thread?.isArchived != true else { throw .archivedThread }
        guard !post.kind.isSystem else { throw .systemMessage }
        guard post.isPinned != isPinned else { return .noContent }
        let count = (world.posts[channel.id] ?? []).count(where: \.isPinned)
        if isPinned, count >= Self.pinLimit { throw .maximumPins }
        let moment = now
        let changed = world.change(post.id, in: channel.id) { $0.pinnedAt = isPinned ? moment : nil }
        world.channels[channel.id]?.lastPin = (world.posts[channel.id] ?? []).compactMap(\.pinnedAt).max()
        if let changed { republish(changed) }
        sendPins(of: channel)
        if isPinned {
            postSystem(.pinned, by: call.actor, in: channel.id) { notice in
                notice.reference = .init(message: post.id, channel: channel.id, guild: channel.guild)
            }
        }
        guard let guild = channel.guild else { return .noContent }
        audit(
            isPinned ? .messagePin : .messageUnpin, in: guild, by: call.cause, target: post.author,
            options: ["channel_id": channel.id.json, "message_id": post.id.json])
        return .noContent
    }

    private mutating func sendPins(of channel: Channel) {
        var fields: JSONObject = [
            "channel_id": channel.id.json, "last_pin_timestamp": world.channels[channel.id]?.lastPin?.json ?? .null,
        ]
        if let guild = channel.guild { fields["guild_id"] = guild.json }
        guard channel.guild == nil || world.botPermissions(in: channel, at: now).contains(.viewChannel) else { return }
        let intents: GatewayIntent = channel.guild == nil ? .directMessages : .guilds
        dispatch("CHANNEL_PINS_UPDATE", guild: channel.guild, intents: intents) { _ in .object(fields) }
    }
}
