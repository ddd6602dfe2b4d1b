import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing

@testable import Echord

/// Structures over a cache that knows `CacheStage.home`.
@Suite struct LiveTests {
    private let stage = CacheStage.atHome()
    private let transport = ScriptedTransport { request, index in
        switch request.url.split(separator: "/").suffix(2).joined(separator: "/") {
        case "roles/11": .json(#"{"id":"11","name":"Chef","permissions":"0","position":1,"color":0}"#)
        case "@me/channels": .json(#"{"id":"77","type":1}"#)
        case "77/messages", "20/messages":
            .json(
                #"{"id":"5","channel_id":"77","author":{"id":"9","username":"bot"},"content":"","#
                    + #""timestamp":"2026-07-01T10:00:00+00:00","type":0}"#)
        case "members/3":
            .json(#"{"user":{"id":"3","username":"cas"},"roles":[],"deaf":false,"mute":false}"#)
        default: .json("{}", status: 404)
        }
    }

    private var discord: Discord {
        Discord(
            rest: RESTClient(
                token: Secret("t"), configuration: RESTConfiguration(apiURL: "http://api.test", retries: .never),
                transport: transport), cache: stage.cache, link: ClientLink(),
            now: { DiscordTimestamp(unixSeconds: 1_800_000_000) })
    }

    private func member(_ user: UserID) throws -> Live<Member> { try #require(discord.member(user, of: 10).cached) }

    // MARK: - Fetching

    @Test func whatIsInTheCacheIsNotAskedForUnlessItMustBe() async throws {
        let role = try await discord.guild(10).roles.fetch(11)
        #expect(role.name == "Cook" && transport.requests.isEmpty)
        let fresh = try await discord.guild(10).roles[11].fetch(force: true)
        #expect(fresh.name == "Chef" && fresh.guildID == 10 && transport.requests.count == 1)
        #expect(stage.cache.roles[11]?.name == "Chef")
        let all = try await discord.guild(10).roles.list()
        #expect(all.count == 2 && transport.requests.count == 1)
    }

    @Test func whatWasAskedForIsInTheCacheAfterwards() async throws {
        #expect(discord.member(3, of: 10).cached == nil)
        let cas = try await discord.guild(10).members.fetch(3)
        #expect(cas.displayName == "cas")
        #expect(stage.cache.members[MemberKey(3, in: 10)]?.user?.username == "cas")
        _ = try await discord.guild(10).members.fetch(3)
        #expect(transport.requests.count == 1)
    }

    @Test func whatIsInTheCacheCanBeListed() {
        let guild = discord.guild(10)
        #expect(guild.members.cached.map(\.id).sorted() == [1, 2])
        #expect(guild.channels.cached.map(\.id).sorted() == [20, 21, 22])
        #expect(guild.emojis.cached.map(\.id) == [70] && guild.stickers.cached.map(\.id) == [71])
        #expect(guild.roles[11].cached?.cachedMembers.map(\.id) == [2])
        #expect(guild.roles.everyone.cached?.cachedMembers.count == 2)
        #expect(discord.cachedGuilds.map(\.name) == ["Home"] && discord.cachedSelf?.username == "bot")
        #expect(guild.sounds.cached.isEmpty && guild.scheduledEvents.cached.isEmpty)
        #expect(guild.voiceStates.cached.map(\.userID) == [2])
    }

    @Test func withoutACacheEverythingIsAskedFor() async throws {
        let bare = Discord(rest: discord.rest)
        #expect(bare.guild(10).roles.cached.isEmpty && bare.cachedSelf == nil && bare.cachedGuilds.isEmpty)
        let role = try await bare.guild(10).roles.fetch(11)
        #expect(role.name == "Chef")
        #expect(throws: EchordError.self) { try bare.channel(20).collectMessages() }
    }

    // MARK: - Reading

    @Test func aLiveModelReadsLikeTheModel() throws {
        let guild = try #require(discord.guild(10).cached)
        #expect(guild.name == "Home" && guild.ownerID == 1 && guild.id == 10)
        #expect(guild.model.roles.count == 2)
        let again = try #require(discord.guild(10).cached)
        #expect(guild == again && guild.hashValue == again.hashValue && guild.remote == discord.guild(10))
        #expect(Set([guild.remote, discord.guild(10), discord.guild(11)]).count == 2)
    }

    @Test func whatAnEventHoldsHasMethodsToo() throws {
        let text = """
            {"id":"5","channel_id":"20","guild_id":"10","author":{"id":"2","username":"ben"},"content":"hi",
             "member":{"roles":["11"],"nick":"Benny"},"mentions":[{"id":"1","username":"ann"}],
             "timestamp":"2026-07-01T10:00:00+00:00","type":0}
            """
        let event = Live(try JSON.decode(MessageCreate.self, from: text), discord)
        let message: Live<Message> = event.message
        #expect(message.content == "hi" && message.channel.id == 20 && message.guild?.id == 10)
        let author: Live<User> = message.author
        #expect(author.displayName == "ben" && author.userID == 2)
        let mentioned: [Live<User>] = message.mentions
        #expect(mentioned.map(\.id) == [1])
        let member = try #require(message.member)
        #expect(member.guildID == 10 && member.userID == 2 && member.displayName == "Benny")
        let thread: Live<Channel>? = message.thread
        #expect(thread == nil)
    }

    @Test func eventsOfAGuildSayWhichGuildsThingItIs() throws {
        let text = #"{"guild_id":"10","role":{"id":"11","name":"Cook","permissions":"0","position":1,"color":0}}"#
        let event = Live(try JSON.decode(GuildRoleUpdate.self, from: text), discord)
        let role: Live<Role> = event.role
        #expect(role.guildID == 10 && role.roleID == 11 && event.guild.id == 10)
        let joined = Live(
            try JSON.decode(GuildMemberAdd.self, from: #"{"guild_id":"10","user":{"id":"3"},"roles":[]}"#), discord)
        let member: Live<Member> = joined.member
        #expect(member.guildID == 10 && member.userID == 3)
        let reaction = Live(
            try JSON.decode(
                MessageReactionAdd.self,
                from: #"{"user_id":"2","channel_id":"20","message_id":"5","guild_id":"10","emoji":{"name":"x"},"#
                    + #""member":{"user":{"id":"2"},"roles":["11"]}}"#), discord)
        #expect(reaction.message.id == 5 && reaction.message.channelID == 20 && reaction.user.id == 2)
        #expect(reaction.member?.guildID == 10)
    }

    // MARK: - Calls

    @Test func aDirectChannelIsOpenedOnce() async throws {
        for _ in 1...3 { try await discord.with(.once).user(2).send("hi") }
        let opened = discord
        for _ in 1...2 { try await opened.user(2).send("hi") }
        let urls = transport.requests.map(\.url)
        #expect(urls.count { $0.hasSuffix("/users/@me/channels") } == 4)
        #expect(urls.count { $0.hasSuffix("/channels/77/messages") } == 5)
    }

    @Test func anAnswerNamesTheMessageAndPingsNobody() async throws {
        try await discord.message(5, in: 20).reply("hello")
        let body = try JSON.decode(JSONValue.self, from: try #require(transport.requests.first?.body))
        #expect(body["message_reference"]?["message_id"]?.stringValue == "5")
        #expect(body["allowed_mentions"]?["parse"] == [])
        #expect(body["allowed_mentions"]?["replied_user"] != true)
    }

    @Test func aTimeoutEndsWhenItShould() async throws {
        _ = try? await discord.member(2, of: 10).timeout(for: .seconds(90), reason: "calm")
        let request = try #require(transport.requests.first)
        let body = try JSON.decode(JSONValue.self, from: request.body)
        #expect(body["communication_disabled_until"]?.stringValue?.hasPrefix("2027-01-15T08:01:30") == true)
        #expect(request.headers.contains { $0.name == "X-Audit-Log-Reason" && $0.value == "calm" })
    }

    @Test func whatIsTooLongIsNotSent() async throws {
        await #expect(throws: EchordError.self) {
            try await discord.channel(20).send(String(repeating: "x", count: 2_001))
        }
        #expect(transport.requests.isEmpty)
    }

    // MARK: - Rights

    @Test func rightsAreReckonedFromTheCache() throws {
        let ben = try member(2)
        #expect(ben.permissions(in: 20)?.contains([.viewChannel, .manageMessages, .sendMessages]) == true)
        #expect(ben.guildPermissions == [.viewChannel, .manageMessages])
        #expect(ben.permissions(in: 99) == nil)
        #expect(discord.channel(20).permissions(of: 2) == ben.permissions(in: 20))
        #expect(discord.channel(20).ownPermissions == nil)
        #expect(Live(ben.model, of: 11, discord).permissions(in: 20) == nil)
        #expect(Live(ben.model, of: 10, Discord(rest: discord.rest)).guildPermissions == nil)
    }

    @Test func theHierarchyDecides() throws {
        let (ann, ben) = (try member(1), try member(2))
        #expect(ann.outranks(ben) == true && ben.outranks(ann) == false && ben.outranks(ben) == false)
        #expect(ben.highestRole?.name == "Cook" && ann.highestRole?.name == "@everyone")
        #expect(ann.canManage(11) == true && ben.canManage(11) == false && ben.canManage(10) == false)
        #expect(ann.canAssign(11) == true && ann.canAssign(10) == false && ann.canAssign(99) == nil)
        #expect(ann.can(.banMembers, ben) == true && ben.can(.banMembers, ann) == false)
        #expect(ann.can(.banMembers, Live(ben.model, of: 11, discord)) == nil)
    }
}
