import JSON

/// Reactions. Source: https://discord.com/developers/docs/resources/message#create-reaction
extension RouteTable {
    static var reactionRoutes: [Route] {
        let base = "/channels/{channel}/messages/{message}/reactions"
        let rule = RateLimiter.Rule("reactions", 1, per: .milliseconds(250))
        return [
            Route("PUT", base + "/{emoji}/@me", rule) { realm, call throws(Refusal) in
                try realm.addReaction(call)
                return .noContent
            },
            Route("DELETE", base + "/{emoji}/@me", rule) { realm, call throws(Refusal) in
                try realm.removeReaction(call, of: call.actor)
                return .noContent
            },
            Route("DELETE", base + "/{emoji}/{user}", rule) { realm, call throws(Refusal) in
                _ = try realm.channel(call, .manageMessages)
                try realm.removeReaction(call, of: try call.id("user"))
                return .noContent
            },
            Route("DELETE", base + "/{emoji}", rule) { realm, call throws(Refusal) in
                try realm.clear(call, emoji: try realm.emoji(call))
                return .noContent
            },
            Route("DELETE", base, rule) { realm, call throws(Refusal) in
                try realm.clear(call, emoji: nil)
                return .noContent
            },
            Route("GET", base + "/{emoji}", .init("reactions-get", 5, per: .seconds(5))) {
                realm, call throws(Refusal) in
                .ok(try realm.reactors(call))
            },
        ]
    }
}

extension Realm {
    static let reactionLimit = 20

    fileprivate func emoji(_ call: RESTCall) throws(Refusal) -> EmojiReference {
        guard let emoji = EmojiReference(call.text("emoji")) else { throw .unknownEmoji }
        return emoji
    }

    fileprivate mutating func addReaction(_ call: RESTCall) throws(Refusal) {
        let channel = try readableChannel(call)
        let post = try post(call, in: channel)
        let emoji = try emoji(call)
        guard channel.thread?.isArchived != true else { throw .archivedThread }
        let there = post.reactions.first { $0.emoji == emoji }?.emoji
        let isThere = there != nil
        var usable = emoji
        if let there { usable = there } else { usable = try self.usable(emoji, by: call.actor, in: channel) }
        if channel.guild != nil {
            let granted = world.permissions(of: call.actor, in: channel, at: now)
            guard granted.contains(.readHistory), isThere || granted.contains(.addReactions) else {
                throw .missingPermissions
            }
        }
        guard isThere || post.reactions.count < Self.reactionLimit else { throw .maximumReactions }
        react(call.actor, usable, to: post.id, in: channel.id)
    }

    fileprivate mutating func removeReaction(_ call: RESTCall, of user: Flake) throws(Refusal) {
        let channel = try readableChannel(call)
        let post = try post(call, in: channel)
        unreact(user, try emoji(call), from: post.id, in: channel.id)
    }

    fileprivate mutating func clear(_ call: RESTCall, emoji: EmojiReference?) throws(Refusal) {
        let channel = try channel(call, .manageMessages)
        let post = try post(call, in: channel)
        clearReactions(emoji, from: post.id, in: channel.id)
    }

    fileprivate func reactors(_ call: RESTCall) throws(Refusal) -> JSONValue {
        let channel = try readableChannel(call)
        let post = try post(call, in: channel)
        let emoji = try emoji(call)
        let limit = try call.queryNumber("limit", 1...100, default: 25)
        let after = try call.queryID("after")
        let users = post.reactions.first { $0.emoji == emoji }?.users.sorted() ?? []
        return .array(users.filter { after == nil || $0 > after ?? $0 }.prefix(limit).map(world.userJSON))
    }
}
