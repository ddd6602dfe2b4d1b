import JSON

/// Searching a guild's messages. Source: https://discord.com/developers/docs/resources/message#search-guild-messages
extension RouteTable {
    static var searchRoutes: [Route] {
        [
            Route("GET", "/guilds/{guild}/messages/search", .init("message-search", 5, per: .seconds(5))) {
                try $0.searchMessages($1)
            }
        ]
    }
}

/// What is looked for: of a parameter that stands there several times the first one counts.
private struct MessageSearch {
    var content: [String] = []
    var author: Flake?
    var mentioned: Flake?
    var channel: Flake?
    var isPinned: Bool?
    var has: String?
    var least: Flake?
    var most: Flake?
    var limit = 25
    var offset = 0
    var isOldestFirst = false

    static let kinds = ["image", "sound", "video", "file", "sticker", "embed", "link", "poll", "snapshot"]

    init(_ call: RESTCall) throws(Refusal) {
        content = (call.query["content"] ?? "").lowercased().split(separator: " ").map(String.init)
        author = try call.queryID("author_id")
        mentioned = try call.queryID("mentions")
        channel = try call.queryID("channel_id")
        least = try call.queryID("min_id")
        most = try call.queryID("max_id")
        limit = try call.queryNumber("limit", 1...25, default: 25)
        offset = try call.queryNumber("offset", 0...9975, default: 0)
        if call.query["pinned"] != nil { isPinned = call.queryFlag("pinned") }
        has = call.query["has"]
        if let has, !Self.kinds.contains(has) {
            throw .invalidField(
                ["has"], "BASE_TYPE_CHOICES", "Value must be one of {\(Self.kinds.joined(separator: ", "))}.")
        }
        isOldestFirst = call.query["sort_order"] == "asc"
    }

    func finds(_ post: Post) -> Bool {
        guard !post.isEphemeral, author == nil || post.author == author else { return false }
        if let mentioned, !post.mentions.contains(mentioned) { return false }
        if let isPinned, post.isPinned != isPinned { return false }
        if let least, post.id <= least { return false }
        if let most, post.id >= most { return false }
        if let has, !Self.holds(has, post) { return false }
        let text = post.content.lowercased()
        return content.allSatisfy { text.contains($0) }
    }

    private static func holds(_ kind: String, _ post: Post) -> Bool {
        func hasFile(_ type: String) -> Bool {
            post.attachments.contains { $0.contentType?.hasPrefix(type) == true }
        }
        return switch kind {
        case "image": hasFile("image/")
        case "sound": hasFile("audio/")
        case "video": hasFile("video/")
        case "file": !post.attachments.isEmpty
        case "sticker": !post.stickers.isEmpty
        case "embed": !post.embeds.isEmpty
        case "poll": post.poll != nil
        case "snapshot": post.snapshot != nil
        default: post.content.contains("http://") || post.content.contains("https://")
        }
    }
}

extension Realm {
    fileprivate func searchMessages(_ call: RESTCall) throws(Refusal) -> RESTReply {
        let guild = try guild(call)
        let search = try MessageSearch(call)
        let isBlind = call.actor == world.application.id && !settings.allowedPrivileged.contains(.messageContent)
        guard !isBlind else { throw .missingAccess }
        let places = guild.channels.filter { id in
            guard search.channel == nil || search.channel == id, let channel = world.channels[id] else { return false }
            return world.permissions(of: call.actor, in: channel, at: now).isSuperset(of: [.viewChannel, .readHistory])
        }
        guard search.channel.map(places.contains) ?? true else { throw .missingAccess }
        let found = places.flatMap { world.posts[$0] ?? [] }.filter(search.finds).sorted { one, other in
            search.isOldestFirst ? one.id < other.id : one.id > other.id
        }
        let shown = found.dropFirst(search.offset).prefix(search.limit)
        let threads = Set(shown.map(\.channel)).sorted().compactMap { world.channels[$0] }.filter { $0.kind.isThread }
        return .ok([
            "analytics_id": .string(RateLimiter.hash(guild.id.text)), "doing_deep_historical_index": false,
            "total_results": .number(found.count),
            "messages": .array(shown.map { .array([world.postJSON($0, for: call.actor).adding("hit", true)]) }),
            "threads": .array(threads.map { world.channelJSON($0, for: call.actor) }),
            "members": .array(
                threads.compactMap { thread in
                    thread.thread?.members[call.actor].map { $0.json(in: thread.id) }
                }),
        ])
    }
}
