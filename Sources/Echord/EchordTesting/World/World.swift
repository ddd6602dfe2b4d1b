import JSON

/// Everything that exists: users, guilds, channels, messages and the application with its commands.
///
/// A plain value: who changes it also says which events follow (see ``Realm``).
struct World: Sendable {
    /// The bot's application.
    struct Application: Sendable {
        var id: Flake
        var name: String
        var description = ""
        var owner: Flake
        var flags: Int
        /// Where interactions go instead of over the gateway.
        var interactionsEndpoint: String?
        /// Where webhook events go.
        var eventsURL: String?
        /// 1 off, 2 on, 3 switched off by Discord.
        var eventsStatus = 1
        /// Which webhook events it wants.
        var eventTypes: [String] = []
        var emojis: [Flake: Emoji] = [:]
    }

    /// Bounds of what a world may hold; Discord has the same kinds of bounds.
    struct Limits: Sendable {
        /// Messages kept per channel, the oldest going first.
        var messagesPerChannel = 2000
        var guilds = 2500
        var channelsPerGuild = 500
        var rolesPerGuild = 250
        var users = 200_000
        /// Bans of users who are not in the guild. Discord does not say how many it takes.
        var strangerBans = 2000
    }

    var application: Application
    var users: [Flake: Person] = [:]
    var guilds: [Flake: Guild] = [:]
    var channels: [Flake: Channel] = [:]
    var posts: [Flake: [Post]] = [:]
    var commands: [Flake: Command] = [:]
    var webhooks: [Flake: Webhook] = [:]
    var invites: [String: Invite] = [:]
    /// The guild of every emoji and sticker, so that a message's are found without going through all guilds.
    var expressionHomes: [Flake: Flake] = [:]
    var files = FileStore()
    var images = ImageStore()
    var flakes = FlakeSource()
    var limits = Limits()

    var bot: Person { users[application.id] ?? Person(id: application.id, username: application.name, isBot: true) }

    /// The guilds the bot is in, oldest first.
    var botGuilds: [Guild] {
        guilds.values.filter { $0.botJoinedAt != nil }.sorted { $0.id < $1.id }
    }

    // MARK: - Channels

    /// The channels of a guild in Discord's order.
    func channels(of guild: Guild) -> [Channel] {
        guild.channels.compactMap { channels[$0] }.sorted { ($0.position, $0.id) < ($1.position, $1.id) }
    }

    /// The direct-message channel between the bot and a person.
    func directChannel(with user: Flake) -> Channel? {
        channels.values.first { $0.recipient == user }
    }

    // MARK: - Messages

    func post(_ id: Flake, in channel: Flake) -> Post? {
        guard let posts = posts[channel], let index = Self.index(of: id, in: posts) else { return nil }
        return posts[index]
    }

    mutating func add(_ post: Post) {
        posts[post.channel, default: []].append(post)
        if post.visibleTo == nil {
            channels[post.channel]?.lastMessage = post.id
            if post.id != post.channel, post.kind != .threadStarter {
                channels[post.channel]?.thread?.messageCount += 1
                channels[post.channel]?.thread?.totalSent += 1
            }
        }
        if let count = posts[post.channel]?.count, count > limits.messagesPerChannel {
            posts[post.channel]?.removeFirst(count - limits.messagesPerChannel)
        }
    }

    /// Changes a message in place; false when there is none.
    @discardableResult
    mutating func change(_ id: Flake, in channel: Flake, _ edit: (inout Post) -> Void) -> Post? {
        guard let index = posts[channel].flatMap({ Self.index(of: id, in: $0) }) else { return nil }
        edit(&posts[channel, default: []][index])
        return posts[channel]?[index]
    }

    mutating func removePost(_ id: Flake, in channel: Flake) -> Post? {
        guard let index = posts[channel].flatMap({ Self.index(of: id, in: $0) }) else { return nil }
        let post = posts[channel]?.remove(at: index)
        if let post, post.id != channel, post.kind != .threadStarter, post.visibleTo == nil {
            channels[channel]?.thread?.messageCount -= 1
        }
        return post
    }

    /// Ids rise, so the list is searched by halving.
    private static func index(of id: Flake, in posts: [Post]) -> Int? {
        var low = 0
        var high = posts.count
        while low < high {
            let middle = (low + high) / 2
            if posts[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < posts.count && posts[low].id == id ? low : nil
    }
}
