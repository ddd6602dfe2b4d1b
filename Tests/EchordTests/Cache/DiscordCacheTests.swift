import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing

@testable import Echord

@Suite struct DiscordCacheTests {
    private let now = DiscordTimestamp(unixSeconds: 1_800_000_000)

    @Test func aGuildComesWithAllThatBelongsToIt() throws {
        let cache = CacheStage.atHome().cache
        let guild = try #require(cache.guilds[10])
        #expect(guild.name == "Home" && guild.roles.count == 2 && guild.emojis.count == 1 && guild.stickers.count == 1)
        #expect(cache.channels.all(in: 10).map(\.id).sorted() == [20, 21, 22])
        #expect(cache.channels[20]?.guildID == 10)
        #expect(cache.roles[11]?.name == "Cook")
        #expect(cache.members[MemberKey(2, in: 10)]?.displayName == "Benny")
        #expect(cache.members[MemberKey(2, in: 10)]?.user?.username == "ben")
        #expect(cache.users[1]?.username == "ann")
        #expect(cache.voiceStates[MemberKey(2, in: 10)]?.channelID == 21)
        #expect(cache.presences.count == 0)
        #expect(cache.memberCount(of: 10) == 3 && !cache.isUnavailable(10))
        #expect(cache.currentUser?.username == "bot")
    }

    @Test func permissionsFollowRolesAndOverwrites() {
        let cache = CacheStage.atHome().cache
        let ben = cache.permissions(of: 2, in: ChannelID(20), at: now)
        #expect(ben?.contains([.viewChannel, .manageMessages, .sendMessages]) == true)
        #expect(cache.permissions(of: 1, in: ChannelID(20), at: now)?.contains(.administrator) == true)
        #expect(cache.permissions(of: 2, in: ChannelID(22), at: now)?.contains(.manageMessages) == true)
        #expect(cache.permissions(of: 2, in: GuildID(10), at: now) == [.viewChannel, .manageMessages])
        #expect(cache.permissions(of: 3, in: ChannelID(20), at: now) == nil)
        #expect(cache.permissions(of: 2, in: ChannelID(99), at: now) == nil)
    }

    @Test func anOutageKeepsTheGuildAndLeavingDropsIt() {
        let stage = CacheStage.atHome()
        stage.send("GUILD_DELETE", #"{"id":"10","unavailable":true}"#)
        #expect(stage.cache.isUnavailable(10) && stage.cache.guilds.count == 1)
        stage.send("GUILD_CREATE", CacheStage.home)
        #expect(!stage.cache.isUnavailable(10))
        stage.send("GUILD_DELETE", #"{"id":"10"}"#)
        let cache = stage.cache
        #expect(cache.guilds.count + cache.channels.count + cache.roles.count + cache.members.count == 0)
        #expect(cache.voiceStates.count + cache.emojis.count + cache.stickers.count == 0)
        #expect(cache.memberCount(of: 10) == nil)
    }

    @Test func aNewSessionForgetsTheGuildsThatWereLeftMeanwhile() {
        let stage = CacheStage.atHome()
        stage.send("READY", CacheStage.ready(""), on: ShardID(index: 1, count: 2))
        #expect(stage.cache.guilds.count == 1)
        stage.send("READY", CacheStage.ready(""), on: ShardID(index: 0, count: 2))
        #expect(stage.cache.guilds.count == 0 && stage.cache.members.count == 0)
    }

    @Test func membersComeChangeAndGo() throws {
        let stage = CacheStage.atHome()
        let key = MemberKey(3, in: 10)
        stage.send(
            "GUILD_MEMBER_ADD",
            #"{"guild_id":"10","user":{"id":"3","username":"cas"},"roles":[],"deaf":true,"mute":false,"joined_at":"2026-01-01T00:00:00.000000+00:00"}"#
        )
        #expect(stage.cache.memberCount(of: 10) == 4)
        stage.send(
            "GUILD_MEMBER_UPDATE", #"{"guild_id":"10","user":{"id":"3","username":"cass"},"roles":["11"],"nick":"C"}"#)
        let member = try #require(stage.cache.members[key])
        #expect(member.nick == "C" && member.roles == [11] && member.isDeaf == true && member.joinedAt != nil)
        #expect(member.user?.username == "cass")
        stage.send(
            "VOICE_STATE_UPDATE",
            #"{"guild_id":"10","user_id":"3","channel_id":"21","session_id":"s","member":{"user":{"id":"3","username":"cass"},"roles":[]}}"#
        )
        #expect(stage.cache.voiceStates[key] != nil && stage.cache.members[key]?.isDeaf == true)
        stage.send("VOICE_STATE_UPDATE", #"{"guild_id":"10","user_id":"3","channel_id":null,"session_id":"s"}"#)
        #expect(stage.cache.voiceStates[key] == nil)
        stage.send("GUILD_MEMBER_REMOVE", #"{"guild_id":"10","user":{"id":"3","username":"cass"}}"#)
        #expect(stage.cache.members[key] == nil && stage.cache.memberCount(of: 10) == 3)
    }

    @Test func chunksAndPresencesAreKept() {
        var configuration = CacheConfiguration()
        configuration.presences = .all
        let stage = CacheStage.atHome(configuration)
        #expect(stage.cache.presences[MemberKey(1, in: 10)]?.status == .online)
        stage.send(
            "GUILD_MEMBERS_CHUNK",
            #"{"guild_id":"10","members":[{"user":{"id":"5","username":"eve"},"roles":[]}],"chunk_index":0,"chunk_count":1,"presences":[{"user":{"id":"5"},"status":"idle","activities":[]}]}"#
        )
        #expect(stage.cache.members[MemberKey(5, in: 10)]?.user?.username == "eve")
        #expect(stage.cache.presences[MemberKey(5, in: 10)]?.status == .idle)
        stage.send("PRESENCE_UPDATE", #"{"guild_id":"10","user":{"id":"5"},"status":"offline","activities":[]}"#)
        #expect(stage.cache.presences[MemberKey(5, in: 10)] == nil)
    }

    @Test func channelsTakeTheirThreadsAndMessagesWithThem() {
        let stage = CacheStage.atHome()
        let message = { (id: Int, channel: Int) in
            #"{"id":"\#(id)","channel_id":"\#(channel)","guild_id":"10","author":{"id":"2","username":"ben"},"member":{"roles":["11"]},"content":"c","timestamp":"2026-01-01T00:00:00.000000+00:00","type":0}"#
        }
        stage.send("MESSAGE_CREATE", message(1, 20))
        stage.send("MESSAGE_CREATE", message(2, 22))
        #expect(stage.cache.channels[22]?.lastMessageID == 2 && stage.cache.messages.count == 2)
        #expect(stage.cache.members[MemberKey(2, in: 10)]?.isDeaf == false)
        stage.send("CHANNEL_DELETE", #"{"id":"20","type":0,"guild_id":"10"}"#)
        #expect(stage.cache.channels.all(in: 10).map(\.id) == [21] && stage.cache.messages.count == 0)
    }

    @Test func aListOfThreadsReplacesThoseOfItsParents() {
        let stage = CacheStage.atHome()
        stage.send("THREAD_LIST_SYNC", #"{"guild_id":"10","channel_ids":["21"],"threads":[],"members":[]}"#)
        #expect(stage.cache.channels[22] != nil)
        stage.send(
            "THREAD_LIST_SYNC",
            #"{"guild_id":"10","threads":[{"id":"23","type":11,"name":"new","parent_id":"20"}],"members":[]}"#)
        #expect(stage.cache.channels[22] == nil && stage.cache.channels[23]?.guildID == 10)
    }

    @Test func rolesAndEmojisAreReplaced() {
        let stage = CacheStage.atHome()
        stage.send(
            "GUILD_ROLE_CREATE",
            #"{"guild_id":"10","role":{"id":"12","name":"New","permissions":"0","position":2,"color":0}}"#)
        stage.send(
            "GUILD_ROLE_UPDATE",
            #"{"guild_id":"10","role":{"id":"11","name":"Chef","permissions":"0","position":1,"color":0}}"#)
        #expect(stage.cache.roles[11]?.name == "Chef" && stage.cache.roles.count == 3)
        stage.send("GUILD_ROLE_DELETE", #"{"guild_id":"10","role_id":"12"}"#)
        #expect(stage.cache.roles[12] == nil)
        stage.send("GUILD_EMOJIS_UPDATE", #"{"guild_id":"10","emojis":[{"id":"72","name":"pot"}]}"#)
        #expect(stage.cache.emojis.all(in: 10).map(\.name) == ["pot"])
        stage.send("GUILD_STICKERS_UPDATE", #"{"guild_id":"10","stickers":[]}"#)
        #expect(stage.cache.stickers.count == 0)
    }

    @Test func reactionsAndVotesAreCounted() throws {
        let stage = CacheStage.atHome()
        stage.send(
            "MESSAGE_CREATE",
            #"{"id":"1","channel_id":"20","guild_id":"10","author":{"id":"2","username":"ben"},"content":"c","timestamp":"2026-01-01T00:00:00.000000+00:00","type":0,"poll":{"question":{"text":"?"},"answers":[{"answer_id":1,"poll_media":{"text":"a"}}],"allow_multiselect":false,"layout_type":1}}"#
        )
        let reaction = { (user: Int) in
            #"{"user_id":"\#(user)","channel_id":"20","message_id":"1","guild_id":"10","emoji":{"id":null,"name":"👍"},"type":0,"burst":false}"#
        }
        stage.send("MESSAGE_REACTION_ADD", reaction(2))
        stage.send("MESSAGE_REACTION_ADD", reaction(9))
        var message = try #require(stage.cache.messages[1])
        #expect(message.reactions.map(\.count) == [2] && message.reactions[0].isMine)
        stage.send("MESSAGE_REACTION_REMOVE", reaction(9))
        message = try #require(stage.cache.messages[1])
        #expect(message.reactions.map(\.count) == [1] && !message.reactions[0].isMine)
        stage.send("MESSAGE_REACTION_REMOVE", reaction(2))
        #expect(stage.cache.messages[1]?.reactions.isEmpty == true)
        let vote = #"{"user_id":"9","channel_id":"20","message_id":"1","guild_id":"10","answer_id":1}"#
        stage.send("MESSAGE_POLL_VOTE_ADD", vote)
        #expect(
            stage.cache.messages[1]?.poll?.results?.answerCounts == [PollAnswerCount(id: 1, count: 1, isMine: true)])
        stage.send("MESSAGE_POLL_VOTE_REMOVE", vote)
        #expect(
            stage.cache.messages[1]?.poll?.results?.answerCounts == [PollAnswerCount(id: 1, count: 0, isMine: false)])
        stage.send("MESSAGE_DELETE_BULK", #"{"ids":["1"],"channel_id":"20","guild_id":"10"}"#)
        #expect(stage.cache.messages.count == 0)
    }

    @Test func listenersGetOldAndNew() async throws {
        let stage = CacheStage.atHome()
        let changes = stage.cache.roles.changes()
        stage.send(
            "GUILD_ROLE_UPDATE",
            #"{"guild_id":"10","role":{"id":"11","name":"Chef","permissions":"0","position":1,"color":0}}"#)
        stage.send("GUILD_ROLE_DELETE", #"{"guild_id":"10","role_id":"11"}"#)
        stage.send(
            "GUILD_ROLE_CREATE",
            #"{"guild_id":"10","role":{"id":"13","name":"Last","permissions":"0","position":1,"color":0}}"#)
        let iterator = changes.makeAsyncIterator()
        var seen: [[String?]] = []
        for _ in 1...3 {
            let change = try #require(await iterator.next())
            seen.append([change.old?.name, change.new?.name])
        }
        #expect(seen == [["Cook", "Chef"], ["Chef", nil], [nil, "Last"]])
    }

    @Test func aPolicySaysWhatIsKept() async throws {
        let clock = ManualClock()
        var configuration = CacheConfiguration()
        configuration.members = CachePolicy { $0.user?.username == "ben" }
        configuration.roles = CachePolicy(lifetime: .seconds(5))
        configuration.emojis = .off
        configuration.channels = CachePolicy(entries: 1)
        let stage = CacheStage.atHome(configuration, time: TimeSource(clock))
        #expect(stage.cache.members.all(in: 10).map(\.user?.username) == ["ben"])
        #expect(stage.cache.emojis.count == 0 && stage.cache.channels.count == 1)
        #expect(stage.cache.roles[11] != nil)
        clock.advance(by: .seconds(6))
        #expect(stage.cache.roles[11] == nil && stage.cache.roles.count == 2)
        #expect(stage.cache.sweep() == 2 && stage.cache.roles.count == 0)
        #expect(stage.cache.members.sweep { $0.nick == "Benny" } == 1)
        #expect(stage.metrics.prometheusText().contains(#"discord_cache_evicted_total{kind="channels"} 2"#))
    }

    @Test func offNothingIsDecoded() {
        let stage = CacheStage(.off)
        stage.send("MESSAGE_CREATE", #"{"broken":true}"#)
        stage.send("GUILD_ROLE_CREATE", #"{"broken":true}"#)
        stage.send("GUILD_CREATE", CacheStage.home)
        #expect(stage.cache.guilds.count == 0 && stage.cache.users.count == 0)
        stage.send("READY", CacheStage.ready(""))
        #expect(stage.cache.currentUser?.username == "bot")
    }

    @Test func theBotItselfIsKnownWhateverIsKeptOfUsers() {
        var configuration = CacheConfiguration()
        configuration.users = CachePolicy(entries: 1)
        let stage = CacheStage.atHome(configuration)
        #expect(stage.cache.users.count == 1 && stage.cache.currentUser?.username == "bot")
        stage.send("USER_UPDATE", #"{"id":"9","username":"renamed","bot":true}"#)
        stage.send("USER_UPDATE", #"{"id":"8","username":"another"}"#)
        #expect(stage.cache.currentUser?.username == "renamed")
    }

    @Test func aRoleThatIsGoneIsTakenFromItsMembers() {
        let stage = CacheStage.atHome()
        stage.send("GUILD_ROLE_DELETE", #"{"guild_id":"10","role_id":"11"}"#)
        #expect(stage.cache.roles[11] == nil)
        #expect(stage.cache.members[MemberKey(2, in: 10)]?.roles == [])
    }

    @Test func aChannelTakesItsThreadsAndMessagesAlong() {
        let stage = CacheStage.atHome()
        func message(_ id: Int, in channel: Int) -> String {
            #"{"id":"\#(id)","channel_id":"\#(channel)","guild_id":"10","author":{"id":"1","username":"ann"},"#
                + #""content":"","timestamp":"2026-07-01T10:00:00+00:00","type":0}"#
        }
        for (id, channel) in [(1, 20), (2, 22), (3, 21)] { stage.send("MESSAGE_CREATE", message(id, in: channel)) }
        stage.send("CHANNEL_DELETE", #"{"id":"20","guild_id":"10","type":0}"#)
        #expect(stage.cache.channels.all(in: 10).map(\.id) == [21])
        #expect(stage.cache.messages.all.map(\.id) == [3])
        stage.send("GUILD_DELETE", #"{"id":"10"}"#)
        #expect(stage.cache.messages.count == 0)
    }

    @Test func aMessageIsNoChangeOfItsChannelOrItsAuthor() async throws {
        let stage = CacheStage.atHome()
        let channels = stage.cache.channels.changes()
        let members = stage.cache.members.changes()
        for (id, nick) in [(5, "Benny"), (6, "Benny"), (7, "Ben")] {
            stage.send(
                "MESSAGE_CREATE",
                #"{"id":"\#(id)","channel_id":"20","guild_id":"10","author":{"id":"2","username":"ben"},"#
                    + #""member":{"nick":"\#(nick)","roles":["11"]},"content":"","#
                    + #""timestamp":"2026-07-01T10:00:00+00:00","type":0}"#)
        }
        #expect(stage.cache.channels[20]?.lastMessageID == 7)
        #expect(stage.cache.channels.all(in: 10).first { $0.id == 20 }?.lastMessageID == 7)
        stage.cache.finish()
        var told: [String?] = []
        for await _ in channels { told.append("channel") }
        for await change in members { told.append(change.new?.nick) }
        #expect(told == ["Ben"])
        stage.send("CHANNEL_DELETE", #"{"id":"20","guild_id":"10","type":0}"#)
        #expect(stage.cache.lastMessages.withLock { $0.isEmpty })
    }

    @Test func changesOfMembersSayWhoseTheyAre() async throws {
        let stage = CacheStage.atHome()
        let changes = stage.cache.members.changes()
        stage.send(
            "GUILD_MEMBER_UPDATE",
            #"{"guild_id":"10","user":{"id":"2","username":"ben"},"nick":"Benjamin","roles":["11"]}"#)
        stage.cache.finish()
        let change = try #require(await changes.makeAsyncIterator().next())
        #expect(change.key == MemberKey(2, in: 10))
        #expect(change.old?.nick == "Benny" && change.new?.nick == "Benjamin")
        #expect(change.new?.user?.username == "ben")
        var others = 0
        for await _ in changes { others += 1 }
        for await _ in stage.cache.roles.changes() { others += 1 }
        #expect(others == 0)
    }
}
