import JSON
import Testing
import Transport

@testable import EchordTesting

@Suite("Threads")
struct ThreadTests {
    private static let general = "/channels/{general}"

    /// A forum with two tags, one of them for moderators.
    private func forum(_ fixture: inout Fixture) -> Flake {
        var channel = Channel(id: fixture.realm.flake(), kind: .forum, guild: fixture.guild, name: "ideas")
        channel.forum?.tags = [
            .init(id: Flake(11), name: "open"), .init(id: Flake(12), name: "done", isModerated: true),
        ]
        let guild = fixture.guild
        fixture.realm.world.channels[channel.id] = channel
        fixture.realm.world.guilds[guild]?.channels.insert(channel.id)
        return channel.id
    }

    private func start(_ fixture: inout Fixture, _ body: JSONValue = ["name": "talk", "type": 11]) -> Flake {
        fixture.rest("POST", fixture.filled(Self.general) + "/threads", body).id
    }

    @Test("Started at a message: both share an id, and the message shows it")
    func atMessage() {
        var fixture = Fixture()
        let connection = fixture.connect()
        let message = fixture.send(["content": "topic"]).id
        fixture.advance(.seconds(61))
        _ = fixture.frames(connection)
        let path = fixture.filled(Self.general) + "/messages/\(message.text)/threads"
        let made = fixture.rest("POST", path, ["name": "About it", "auto_archive_duration": 60], reason: "tidy")
        #expect(made.status == 201)
        #expect(made.id == message)
        #expect(made.body?["type"] == 11)
        #expect(made.body?["member"]?["user_id"] == fixture.bot.json)
        #expect(fixture.rest("POST", path, ["name": "again"]).code == 160_004)
        #expect(
            fixture.events(connection) == [
                "THREAD_CREATE", "THREAD_MEMBERS_UPDATE", "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_CREATE",
            ])
        let starter = fixture.rest("GET", "/channels/\(message.text)/messages").body?[0]
        #expect(starter?["type"] == 21)
        #expect(starter?["referenced_message"]?["content"] == "topic")
        let shown = fixture.rest("GET", fixture.filled(Self.general) + "/messages/\(message.text)").body
        #expect(shown?["flags"] == 32)
        #expect(shown?["thread"]?["name"] == "About it")
        #expect(made.body?["message_count"] == 0)
        #expect(fixture.lastAudit?.action == .threadCreate)
        #expect(fixture.lastAudit?.reason == "tidy")
        let starterPath = "/channels/\(message.text)/messages/\(starter?["id"]?.text ?? "")"
        #expect(fixture.rest("DELETE", starterPath).code == 50021)
    }

    @Test("Started without a message: private unless asked otherwise, and then announced")
    func withoutMessage() {
        var fixture = Fixture()
        let path = fixture.filled(Self.general)
        #expect(fixture.rest("POST", path + "/threads", ["name": "quiet"]).body?["type"] == 12)
        #expect(fixture.rest("GET", path + "/messages").body == [])
        let open = start(&fixture)
        let notice = fixture.rest("GET", path + "/messages").body?[0]
        #expect(notice?["type"] == 18)
        #expect(notice?["content"] == "talk")
        #expect(notice?["message_reference"]?["channel_id"] == open.json)
    }

    @Test("A forum's thread begins with its message and carries tags")
    func forums() {
        var fixture = Fixture()
        let forum = forum(&fixture)
        let path = "/channels/\(forum.text)"
        fixture.grant([.viewChannel, .sendMessages, .readHistory])
        fixture.realm.world.channels[forum]?.flags = .requireTag
        let message: JSONValue = ["content": "first"]
        #expect(fixture.rest("POST", path + "/threads", ["name": "x", "message": message]).code == 40067)
        let made = fixture.rest("POST", path + "/threads", ["name": "x", "message": message, "applied_tags": ["11"]])
        #expect(made.body?["message"]?["id"] == made.body?["id"])
        #expect(made.body?["applied_tags"] == ["11"])
        #expect(made.body?["message_count"] == 0)
        for tags in [["12"], ["99"]] as [JSONValue] {
            let refused = fixture.rest(
                "POST", path + "/threads", ["name": "x", "message": message, "applied_tags": tags])
            #expect(refused.status >= 400)
        }
        #expect(fixture.rest("POST", path + "/threads", ["name": "x"]).status == 400)
        #expect(fixture.rest("POST", path + "/threads", ["name": "x", "message": ["content": ""]]).code == 50006)
        #expect(fixture.rest("POST", path + "/messages", ["content": "x"]).code == 40058)
        #expect(fixture.rest("GET", path + "/messages").code == 50024)
        let count = fixture.realm.world.channels.count
        fixture.deny(.sendMessages, in: forum)
        #expect(
            fixture.rest("POST", path + "/threads", ["name": "x", "message": message, "applied_tags": ["11"]]).code
                == 50013)
        #expect(fixture.realm.world.channels.count == count)
        fixture.grant([.viewChannel, .sendMessages, .manageThreads])
        fixture.realm.world.channels[forum]?.overwrites = []
        let edited = fixture.rest("PATCH", "/channels/\(made.id.text)", ["flags": 2, "applied_tags": ["12", "11"]])
        #expect(edited.body?["flags"] == 2)
        let second = fixture.rest(
            "POST", path + "/threads", ["name": "y", "message": message, "applied_tags": ["11"]])
        #expect(fixture.rest("PATCH", "/channels/\(second.id.text)", ["flags": 2]).code == 30047)
    }

    @Test("Members join, are added, leave and are removed; the thread tells of others' doing")
    func members() {
        var fixture = Fixture()
        let connection = fixture.connect()
        let thread = start(&fixture)
        let path = "/channels/\(thread.text)"
        let (kid, cas, ann) = (fixture.user("kid"), fixture.user("cas"), fixture.user("ann"))
        _ = fixture.frames(connection)
        #expect(fixture.rest("PUT", path + "/thread-members/\(kid.text)").status == 204)
        #expect(fixture.rest("PUT", path + "/thread-members/\(kid.text)").status == 204)
        #expect(fixture.events(connection) == ["THREAD_MEMBERS_UPDATE", "MESSAGE_CREATE"])
        #expect(fixture.rest(as: cas, "PUT", path + "/thread-members/@me").status == 204)
        let list = fixture.rest("GET", path + "/thread-members").body?.list ?? []
        #expect(list.count == 3)
        let page = fixture.rest(
            "GET", path + "/thread-members", query: ["with_member": "true", "limit": "1", "after": kid.text])
        #expect(page.body?.list?.count == 1 || page.body == [])
        #expect(fixture.rest("GET", path + "/thread-members/\(cas.text)").body?["user_id"] == cas.json)
        #expect(
            fixture.rest("GET", path + "/thread-members/\(cas.text)", query: ["with_member": "true"]).body?["member"]?[
                "user"]?["username"] == "cas")
        #expect(fixture.rest("GET", path + "/thread-members/\(ann.text)").code == 10007)
        #expect(fixture.rest(as: cas, "DELETE", path + "/thread-members/\(kid.text)").code == 50013)
        #expect(fixture.rest("DELETE", path + "/thread-members/\(kid.text)").status == 204)
        #expect(fixture.rest("DELETE", path + "/thread-members/\(kid.text)").code == 10007)
        #expect(fixture.rest(as: cas, "DELETE", path + "/thread-members/@me").status == 204)
        #expect(fixture.rest("DELETE", path + "/thread-members/@me").status == 204)
        #expect(fixture.rest("GET", path).body?.has("member") == false)
        #expect(fixture.rest("PUT", path + "/thread-members/@me").status == 204)
        #expect(fixture.events(connection).suffix(2) == ["THREAD_CREATE", "THREAD_MEMBERS_UPDATE"])
        #expect(fixture.rest("PUT", path + "/thread-members/5").code == 10007)
        // Who leaves the server leaves its threads.
        fixture.realm.enter(thread, kid)
        fixture.realm.removeMember(kid, from: fixture.guild)
        #expect(fixture.realm.world.channels[thread]?.thread?.members[kid] == nil)
    }

    @Test("Private threads are seen by those who were let in, and by those who manage threads")
    func privacy() {
        var fixture = Fixture()
        let (kid, cas, ann) = (fixture.user("kid"), fixture.user("cas"), fixture.user("ann"))
        let path = fixture.filled(Self.general)
        let thread = fixture.rest(as: kid, "POST", path + "/threads", ["name": "s", "invitable": false]).id
        let own = "/channels/\(thread.text)"
        #expect(fixture.rest(as: cas, "GET", own).code == 50001)
        #expect(fixture.rest(as: ann, "GET", own).status == 200)
        fixture.grant([.viewChannel, .sendMessages, .readHistory, .sendInThreads])
        #expect(fixture.rest("GET", own).code == 50001)
        #expect(fixture.rest(as: kid, "PUT", own + "/thread-members/\(cas.text)").code == 50013)
        #expect(fixture.rest(as: ann, "PUT", own + "/thread-members/\(cas.text)").status == 204)
        #expect(fixture.rest(as: cas, "GET", own).status == 200)
        let connection = fixture.connect()
        _ = fixture.frames(connection)
        _ = fixture.rest(as: cas, "POST", own + "/messages", ["content": "hush"])
        #expect(fixture.events(connection).isEmpty)
        #expect(fixture.rest(as: ann, "PUT", own + "/thread-members/\(fixture.bot.text)").status == 204)
        #expect(fixture.events(connection).prefix(2) == ["THREAD_CREATE", "THREAD_MEMBERS_UPDATE"])
        #expect(fixture.rest(as: kid, "DELETE", own + "/thread-members/\(cas.text)").status == 204)
    }

    @Test("Archived by time or by hand; a message wakes it, unless it is locked")
    func archiving() {
        var fixture = Fixture()
        let connection = fixture.connect()
        let thread = start(&fixture, ["name": "t", "type": 11, "auto_archive_duration": 60])
        let path = "/channels/\(thread.text)"
        let cas = fixture.user("cas")
        let message = fixture.send(["content": "hello"], to: thread).id
        _ = fixture.frames(connection)
        fixture.advance(.seconds(3599), beating: true)
        #expect(fixture.rest("GET", path).body?["thread_metadata"]?["archived"] == false)
        fixture.advance(.seconds(2))
        #expect(fixture.events(connection) == ["THREAD_UPDATE"])
        #expect(fixture.rest("GET", path).body?["thread_metadata"]?["archived"] == true)
        #expect(fixture.rest("PATCH", path + "/messages/\(message.text)", ["content": "x"]).code == 50083)
        #expect(fixture.rest("PUT", path + "/messages/\(message.text)/reactions/%F0%9F%91%8D/@me").code == 50083)
        #expect(fixture.rest("PUT", path + "/messages/pins/\(message.text)").code == 50083)
        #expect(fixture.rest("PUT", path + "/thread-members/@me").code == 50083)
        #expect(fixture.rest("PATCH", path, ["name": "new"]).code == 50083)
        #expect(fixture.rest(as: cas, "PATCH", path, ["archived": false]).code == 50013)
        #expect(fixture.rest(as: cas, "POST", path + "/messages", ["content": "up"]).status == 200)
        #expect(
            fixture.events(connection) == [
                "THREAD_UPDATE", "THREAD_MEMBER_UPDATE", "THREAD_MEMBERS_UPDATE", "MESSAGE_CREATE",
            ])
        #expect(fixture.rest("PATCH", path, ["archived": true, "locked": true]).status == 200)
        #expect(fixture.lastAudit?.changes.compactMap { $0["key"]?.text } == ["archived", "locked"])
        #expect(fixture.rest(as: cas, "POST", path + "/messages", ["content": "up"]).code == 160_005)
        #expect(fixture.rest("POST", path + "/messages", ["content": "up"]).status == 200)
        #expect(fixture.rest("GET", path).body?["thread_metadata"]?["archived"] == false)
    }

    @Test("Edited by its owner or by who manages threads; a new name is told in it; deleted with an event")
    func editing() {
        var fixture = Fixture()
        let connection = fixture.connect()
        let cas = fixture.user("cas")
        let thread = fixture.rest(
            as: cas, "POST", fixture.filled(Self.general) + "/threads", ["name": "mine", "type": 11]
        ).id
        let path = "/channels/\(thread.text)"
        _ = fixture.frames(connection)
        #expect(fixture.rest(as: cas, "PATCH", path, ["name": "ours"]).body?["name"] == "ours")
        #expect(fixture.events(connection) == ["THREAD_UPDATE", "MESSAGE_CREATE"])
        #expect(fixture.rest(as: cas, "GET", path + "/messages").body?[0]?["type"] == 4)
        #expect(fixture.rest(as: cas, "PATCH", path, ["locked": true]).code == 50013)
        #expect(fixture.rest(as: fixture.user("kid"), "PATCH", path, ["name": "x"]).code == 50013)
        #expect(
            fixture.rest(as: cas, "PATCH", path, ["applied_tags": ["5"]]).errors("applied_tags") == ["INVALID_TAGS"])
        #expect(fixture.rest("PATCH", path, ["flags": 2]).code == 50024)
        #expect(
            fixture.rest("PATCH", path, ["auto_archive_duration": 61]).errors("auto_archive_duration") == [
                "BASE_TYPE_CHOICES"
            ])
        #expect(fixture.rest("PATCH", path, ["rate_limit_per_user": 5]).body?["rate_limit_per_user"] == 5)
        #expect(fixture.rest(as: cas, "DELETE", path).code == 50013)
        #expect(fixture.rest("DELETE", path).status == 200)
        #expect(fixture.rest("GET", path).code == 10003)
        #expect(fixture.events(connection).last == "THREAD_DELETE")
        #expect(fixture.lastAudit?.action == .threadDelete)
    }

    @Test("Listed: the active of a server, the archived of a channel, page by page")
    func lists() {
        var fixture = Fixture()
        let path = fixture.filled(Self.general)
        let ids = (0..<3).map { start(&fixture, ["name": .string("t\($0)"), "type": 11]) }
        let hidden = start(&fixture, ["name": "p"])
        let active = fixture.rest("GET", fixture.filled("/guilds/{guild}/threads/active")).body
        #expect(active?["threads"]?.list?.count == 4)
        #expect(active?["members"]?.list?.count == 4)
        for id in ids + [hidden] {
            fixture.advance(.seconds(10))
            #expect(fixture.rest("PATCH", "/channels/\(id.text)", ["archived": true]).status == 200)
        }
        let first = fixture.rest("GET", path + "/threads/archived/public", query: ["limit": "2"]).body
        #expect(first?["threads"]?.list?.compactMap { Flake(json: $0["id"]) } == [ids[2], ids[1]])
        #expect(first?["has_more"] == true)
        let before = first?["threads"]?[1]?["thread_metadata"]?["archive_timestamp"]?.text ?? ""
        let second = fixture.rest("GET", path + "/threads/archived/public", query: ["before": before]).body
        #expect(second?["threads"]?.list?.count == 1)
        #expect(fixture.rest("GET", path + "/threads/archived/private").body?["threads"]?.list?.count == 1)
        let joined = path + "/users/@me/threads/archived/private"
        #expect(fixture.rest("GET", joined).body?["threads"]?.list?.count == 1)
        #expect(fixture.rest("GET", joined, query: ["before": hidden.text]).body?["threads"] == [])
        #expect(fixture.rest("GET", path + "/threads/archived/public", query: ["before": "x"]).code == 50035)
        #expect(fixture.rest(as: fixture.user("kid"), "GET", path + "/threads/archived/private").code == 50013)
    }

    @Test("Counts what stands and what was sent, and takes in who is named")
    func counting() {
        var fixture = Fixture()
        let thread = start(&fixture)
        let kid = fixture.user("kid")
        let message = fixture.send(["content": .string("<@\(kid.text)>")], to: thread).id
        _ = fixture.send(["content": "b"], to: thread)
        _ = fixture.rest("DELETE", "/channels/\(thread.text)/messages/\(message.text)")
        let shown = fixture.rest("GET", "/channels/\(thread.text)").body
        #expect(shown?["message_count"] == 1)
        #expect(shown?["total_message_sent"] == 2)
        #expect(shown?["member_count"] == 2)
        #expect(fixture.rest("GET", fixture.filled(Self.general)).status == 200)
        #expect(fixture.rest(as: fixture.user("ann"), "DELETE", fixture.filled(Self.general)).status == 200)
        #expect(fixture.rest("GET", "/channels/\(thread.text)").code == 10003)
    }

    @Test(
        "Refused",
        arguments: [
            RefusedCall(.viewChannel, "POST", general + "/threads", #"{"name":"x","type":11}"#, 50013),
            RefusedCall(.viewChannel, "POST", general + "/threads", #"{"name":"x"}"#, 50013),
            RefusedCall([], "POST", "/channels/5/threads", #"{"name":"x"}"#, 10003),
            RefusedCall(.createPublicThreads, "POST", general + "/messages/5/threads", #"{"name":"x"}"#, 10008),
            RefusedCall(
                .createPublicThreads, "POST", general + "/threads", #"{"type":11}"#, field: "name", "BASE_TYPE_REQUIRED"
            ),
            RefusedCall(
                .createPublicThreads, "POST", general + "/threads", #"{"name":"§101","type":11}"#, field: "name",
                "BASE_TYPE_BAD_LENGTH"),
            RefusedCall(
                .createPublicThreads, "POST", general + "/threads", #"{"name":"x","type":10}"#, field: "type",
                "BASE_TYPE_CHOICES"),
            RefusedCall([], "GET", general + "/thread-members", "", 50024),
            RefusedCall([], "GET", general + "/threads/archived/private", "", 50013),
            RefusedCall([], "PUT", general + "/thread-members/@me", "", 50024),
        ])
    func refused(_ call: RefusedCall) throws {
        var fixture = Fixture()
        let guild = fixture.guild
        fixture.realm.world.guilds[guild]?.roles[guild]?.permissions = .viewChannel
        try call.check(in: &fixture)
    }

    @Test("Limits of threads and of their members")
    func limits() {
        var fixture = Fixture()
        let thread = start(&fixture)
        for index in 0..<Channel.Thread.memberLimit {
            let id = Flake(UInt64(index + 1))
            fixture.realm.world.channels[thread]?.thread?.members[id] = .init(user: id, joinedAt: fixture.realm.now)
        }
        let path = "/channels/\(thread.text)/thread-members"
        #expect(fixture.rest(as: fixture.user("kid"), "PUT", path + "/@me").code == 30033)
        #expect(fixture.rest("PUT", path + "/\(fixture.user("cas").text)").code == 30033)
        let entered = fixture.realm.enter(thread, fixture.user("cas"))
        #expect(!entered)
        let guild = fixture.guild
        for index in 0..<Realm.activeThreadLimit {
            var more = Channel(id: Flake(UInt64(index + 1)), kind: .publicThread, guild: guild, name: "x")
            more.parent = fixture.general
            more.thread = .init(owner: fixture.bot, archiveChanged: fixture.realm.now)
            fixture.realm.world.channels[more.id] = more
            fixture.realm.world.guilds[guild]?.channels.insert(more.id)
        }
        #expect(fixture.rest("POST", fixture.filled(Self.general) + "/threads", ["name": "x"]).code == 160_006)
    }

    @Test("Who starts one over real sockets gets the events that follow")
    func sockets() async throws {
        try await withBot { discord, bot in
            let ann = try discord.member("ann")
            let general = try discord.guild("Home").channel("general")
            let message = try ann.say("topic", in: general)
            let made = try ann.request(
                "POST", "/channels/\(general.id)/messages/\(message.id)/threads", ["name": "on it"])
            let path = "/channels/\(made["id"]?.stringValue ?? "")/thread-members/@me"
            #expect(try await bot.rest(.put, path).0 == 204)
            #expect(try await bot.rest(.post, "/channels/\(message.id)/messages", ["content": "here"]).0 == 200)
            #expect(try await bot.rest(.get, "/channels/\(message.id)").1["member_count"] == 2)
        }
    }
}
