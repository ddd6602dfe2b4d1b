import Echord
import EchordModel
import EchordPrimitives
import EchordTesting
import JSON
import Lifecycle
import Telemetry
import Testing

/// The code of docs/guides/echord-client.md, run against the local Discord.
@Suite("The guide to Echord's client")
struct ClientGuideTests {
    @Test("Answers, changes, collectors, roles, rights and lists")
    func story() async throws {
        try await LocalDiscord.running { discord in
            let ann = try discord.member("ann")
            let workshop = discord.makeGuild("Workshop", owner: ann, botPermissions: .administrator)
            let bench = workshop.makeChannel("bench")
            let kim = workshop.join("kim", globalName: "Kim")
            let client = try Guide.makeClient(token: discord.botToken, api: discord.apiURL)
            Guide.answerPings(client)
            let (edits, told) = AsyncStream<String>.makeStream()
            Guide.watchEdits(client) { told.yield($0) }
            try await client.running {
                try ann.say("!ping", in: bench)
                let pong = try await bench.message(atMost: .seconds(30)) { $0.content.hasPrefix("pong to") }
                #expect(pong.json["message_reference"]?["message_id"] != nil)

                let guild = client.guild(workshop.id)
                let channel = client.channel(bench.id)
                let cook = try await Guide.promote(kim.id, in: guild)
                #expect(cook.name == "Cook" && cook.guildID == workshop.id)

                let counted = try await Guide.countAgreement(in: channel) { message in
                    let seen = try await bench.message(atMost: .seconds(30)) { $0.id == message }
                    try ann.react("👍", to: seen)
                    try kim.react("👍", to: seen)
                }
                #expect(counted == 2)

                let names = try await Guide.memberNames(of: guild)
                #expect(names.contains("Kim") && names.count == 3)
                try await Guide.tidy(channel)
                let mayBan = try await Guide.mayBan(kim.id, in: guild)
                #expect(mayBan)
                try await messages(channel, guild)
                try await moderation(guild, kim.id)
                for await edit in edits where edit == "rough became fine" { break }
            }
        }
    }

    private func messages(_ channel: Remote<Channel>, _ guild: Remote<Guild>) async throws {
        let draft = try await channel.send("rough")
        let fine = try await draft.edit("fine")
        #expect(fine.content == "fine" && fine.id == draft.id)
        try await fine.pin()
        let pins = try await channel.messages.pins().all()
        #expect(pins.map(\.message.id) == [fine.id])
        try await fine.unpin()
        let thread = try await fine.startThread(CreateThread(name: "details"))
        try await thread.send("inside")
        let active = try await guild.activeThreads().threads.map(\.id)
        #expect(active == [thread.id])
        try await thread.delete()
        let fetched = try await channel.messages.fetch(fine.id, force: true)
        #expect(fetched.content == "fine" && fetched.channelID == channel.id)
        try await fine.delete()
        await #expect(throws: EchordError.self) { try await channel.messages.fetch(fine.id, force: true) }
    }

    private func moderation(_ guild: Remote<Guild>, _ kim: UserID) async throws {
        let member = try await guild.members.fetch(kim, force: true)
        try await member.setNick("Kimmy", reason: "asked for it")
        let name = try await member.fetch(force: true).displayName
        #expect(name == "Kimmy")
        try await member.timeout(for: .seconds(60))
        let timeout = try await member.fetch(force: true).communicationDisabledUntil
        #expect(timeout != nil)
        try await member.endTimeout()
        try await member.ban(reason: "enough")
        let banned = try await guild.bans.list().all().map(\.user.id)
        #expect(banned == [kim])
        try await guild.bans.remove(kim)
        let stillBanned = try await guild.bans.list().all()
        #expect(stillBanned.isEmpty)
        let log = try await guild.auditLog(limit: 2).all()
        #expect(log.map(\.actionType) == [.memberBanRemove, .memberBanAdd])
    }
}

/// What the guide shows.
private enum Guide {
    static func makeClient(token: Secret<String>, api: String) throws -> DiscordClient {
        var cache = CacheConfiguration()
        cache.messages = CachePolicy(entries: 10_000, lifetime: .seconds(3_600))
        cache.channels = CachePolicy(sweep: CacheSweep(every: .seconds(600)) { $0.threadMetadata?.isLocked == true })
        return try DiscordClient(
            DiscordClientConfiguration(
                token: token,
                gateway: GatewayConfiguration(
                    intents: [.guilds, .guildMembers, .guildMessages, .guildMessageReactions, .messageContent]),
                rest: RESTConfiguration(apiURL: api), cache: cache))
    }

    static func answerPings(_ client: DiscordClient) {
        client.on(.messageCreate) { event in
            guard event.message.content == "!ping" else { return }
            try await event.message.reply("pong to \(event.message.author.displayName)")
        }
    }

    static func watchEdits(_ client: DiscordClient, _ write: @escaping @Sendable (String) -> Void) {
        client.onChange(of: \.messages) { change in
            guard let old = change.old, let new = change.new, old.content != new.content else { return }
            write("\(old.content) became \(new.content)")
        }
    }

    static func promote(_ user: UserID, in guild: Remote<Guild>) async throws -> Live<Role> {
        let cook = try await guild.roles.create(CreateRole(name: "Cook", permissions: .manageMessages))
        try await guild.members[user].addRole(cook.id, reason: "promoted")
        return cook
    }

    static func countAgreement(
        in channel: Remote<Channel>, _ announce: (MessageID) async throws -> Void
    ) async throws -> Int {
        let question = try await channel.send("Pizza tonight?")
        let agreed = try question.collectReactions(limits: CollectorLimits(count: 2, total: .seconds(30))) { reaction in
            reaction.emoji.name == "👍"
        }
        try await announce(question.id)
        var names: [UserID] = []
        for await reaction in agreed { names.append(reaction.userID) }
        return agreed.end == .count ? names.count : 0
    }

    static func memberNames(of guild: Remote<Guild>) async throws -> [String] {
        var names: [String] = []
        for try await member in guild.members.list() { names.append(member.displayName ?? "somebody") }
        return names
    }

    static func tidy(_ channel: Remote<Channel>) async throws {
        let newest = try await channel.messages.list(limit: 50).all()
        let bots = newest.filter { $0.author.isBot && $0.reactions.isEmpty }.map(\.id)
        if bots.count > 1 { try await channel.messages.bulkDelete(bots, reason: "tidying up") }
    }

    static func mayBan(_ user: UserID, in guild: Remote<Guild>) async throws -> Bool {
        let other = try await guild.members.fetch(user)
        return guild.cachedSelf?.can(.banMembers, other) ?? false
    }
}

extension DiscordClient {
    /// Runs until `body` is done, which begins when the client is ready.
    fileprivate func running(_ body: @escaping @Sendable () async throws -> Void) async throws {
        let trigger = ShutdownTrigger()
        let (ready, isReady) = AsyncStream<Void>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { isReady.finish() }
                try await GracefulShutdown.$trigger.withValue(trigger) {
                    try await self.run(ReadySignal { isReady.finish() })
                }
            }
            group.addTask {
                for await _ in ready {}
                defer { trigger.request() }
                try await body()
            }
            for try await _ in group {}
        }
    }
}
