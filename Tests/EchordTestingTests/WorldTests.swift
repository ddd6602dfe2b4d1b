import JSON
import Testing

@testable import EchordTesting

@Suite("Moments, ids and small parts of the world")
struct WorldTests {
    @Test(
        "Timestamps print as Discord prints them",
        arguments: [
            (0, "1970-01-01T00:00:00.000000+00:00"), (1_795_242_600_123, "2026-11-21T06:30:00.123000+00:00"),
            (951_827_696_789, "2000-02-29T12:34:56.789000+00:00"), (-1, "1969-12-31T23:59:59.999000+00:00"),
            (4_107_542_399_999, "2100-02-28T23:59:59.999000+00:00"),
        ] as [(Int64, String)])
    func printing(_ milliseconds: Int64, _ text: String) {
        #expect(Moment(milliseconds).iso == text)
        #expect(Moment(iso: text)?.milliseconds == milliseconds)
    }

    @Test(
        "Other forms of ISO 8601 are read",
        arguments: [
            ("2026-11-21T06:30:00Z", 1_795_242_600_000), ("2026-11-21", 1_795_219_200_000),
            ("2026-11-21T08:30:00+02:00", 1_795_242_600_000), ("2026-11-21T01:00:00-0530", 1_795_242_600_000),
            ("2026-11-21T06:30", 1_795_242_600_000), ("2026-11-21 06:30:00.5Z", 1_795_242_600_500),
        ] as [(String, Int64)])
    func reading(_ text: String, _ milliseconds: Int64) {
        #expect(Moment(iso: text)?.milliseconds == milliseconds)
    }

    @Test(
        "What is no timestamp is refused",
        arguments: [
            "", "yesterday", "2026-13-01", "2026-02-30", "2026-11-21T25:00:00Z", "2026-11-21T06:61:00Z",
            "2026-11-21T06:30:00x",
            "2026-11-21T06:30:00.Z", "2026-11-21T06:30:00+25:00", "2026-11-21T06", "2026-1-2", "2026-11-21T06:30:99Z",
            "2026-11-21T06:30:00+01:75",
        ])
    func refusing(_ text: String) {
        #expect(Moment(iso: text) == nil)
    }

    @Test("Ids rise and never repeat, also within one millisecond and when the clock stands")
    func flakes() {
        var source = FlakeSource(worker: 3)
        var last = Flake(0)
        for step in 0..<10_000 {
            let next = source.next(at: Moment(1_795_000_000_000 + Int64(step / 5000)))
            #expect(next > last)
            last = next
        }
        #expect(source.next(at: Moment(1_700_000_000_000)) > last)
        #expect(abs(last.moment.milliseconds - 1_795_000_000_001) < 5)
    }

    @Test("Snowflakes are decimal digits", arguments: ["", "abc", "-1", "99999999999999999999", "1.0", "12 "])
    func badFlakes(_ text: String) {
        #expect(Flake(text) == nil)
    }

    @Test("Snowflakes come as strings and integers")
    func flakeJSON() {
        #expect(Flake(json: "42") == Flake(42))
        #expect(Flake(json: 42) == Flake(42))
        #expect(Flake(json: true) == nil)
        #expect(Flake(json: nil) == nil)
        #expect(Flake(json: -3) == nil)
    }

    @Test(
        "Emoji of the reaction routes",
        arguments: [
            ("👍", true), ("❤️", true), ("1️⃣", true), ("✔", true), ("👩‍👩‍👧", true), ("wave:123", true), ("a", false),
            ("", false), ("👍👍", false),
            (":1", false), ("1", false), ("wave:x", false),
        ] as [(String, Bool)])
    func emoji(_ text: String, _ isEmoji: Bool) {
        #expect((EmojiReference(text) != nil) == isEmoji)
    }

    @Test("Mentions are found where Discord finds them")
    func mentions() {
        let found = MentionReader(["<@1> <@!2> <@&3> <@1> <@x> <@4 <#5> @here", "<@6"])
        #expect(found.users == [Flake(1), Flake(2)])
        #expect(found.roles == [Flake(3)])
        #expect(found.everyone)
        #expect(!MentionReader(["hello < world"]).everyone)
    }

    @Test("Files are kept within a bound, the oldest going first")
    func files() {
        var store = FileStore()
        for id in 1...8 {
            let attachment = Attachment(id: Flake(UInt64(id)), filename: "f", size: 0, url: "u")
            store.add(.init(attachment: attachment, bytes: [UInt8](repeating: 0, count: FileStore.limitPerFile)))
        }
        #expect(store[Flake(1)] == nil)
        #expect(store[Flake(8)] != nil)
    }

    @Test("Messages beyond the bound go, the oldest first")
    func history() {
        var fixture = Fixture()
        fixture.realm.world.limits.messagesPerChannel = 3
        for text in ["a", "b", "c", "d"] { _ = fixture.send(["content": .string(text)]) }
        #expect(fixture.realm.world.posts[fixture.general]?.map(\.content) == ["b", "c", "d"])
    }

    @Test(
        "File names keep what Discord keeps",
        arguments: [
            ("a b/../c.txt", "a_b_.._c.txt"), ("", "file"), ("..", "file"), ("été.png", "_t_.png"),
        ] as [(String, String)])
    func filenames(_ given: String, _ kept: String) {
        #expect(Realm.safeFilename(given) == kept)
    }

    @Test(
        "Content types", arguments: ["a.png", "a.jpg", "a.gif", "a.webp", "a.txt", "a.json", "a.pdf", "a.mp4", "a.mp3"])
    func contentTypes(_ name: String) {
        #expect(Realm.contentType(of: name) != nil)
        #expect(Realm.contentType(of: "a.bin") == nil)
    }

    @Test("Equal seeds give equal tokens")
    func seeds() {
        var first = SplitMix(seed: 4)
        var second = SplitMix(seed: 4)
        #expect(first.token(20) == second.token(20))
        #expect(first.hexadecimal(8).count == 8)
        #expect(Base64Text.encode(Array("Man".utf8)) == "TWFu")
        #expect(Base64Text.encode(Array("Ma".utf8)) == "TWE")
        #expect(Base64Text.encode(Array("M".utf8)) == "TQ")
    }

    @Test(
        "A decimal number has its sign before it",
        arguments: [
            (0, "0.000"), (1.5, "1.500"), (-0.001, "-0.001"), (-1.25, "-1.250"), (-60_000, "-60000.000"),
            (4_102_444_800.007, "4102444800.007"),
        ] as [(Double, String)])
    func decimals(_ number: Double, _ text: String) {
        #expect(Realm.decimal(number) == text)
    }

    @Test("Percent escapes are undone, broken ones stay")
    func percent() {
        #expect(Realm.percentDecoded("%F0%9F%91%8D") == "👍")
        #expect(Realm.percentDecoded("100%") == "100%")
        #expect(Realm.percentDecoded("%zz") == "%zz")
    }
}

@Suite("Permissions")
struct PermissionTests {
    @Test("Owner and administrator hold everything")
    func administrator() {
        var fixture = Fixture()
        let guild = fixture.guild
        let ann = fixture.user("ann")
        #expect(
            fixture.realm.world.guilds[guild].map {
                fixture.realm.world.permissions(of: ann, in: $0, at: fixture.realm.now)
            } == .all)
        let role = fixture.realm.addRole("Boss", permissions: .administrator, color: 0, in: guild)
        let cas = fixture.user("cas")
        fixture.realm.changeMember(cas, in: guild) { $0.roles = [role?.id ?? Flake(0)] }
        #expect(
            fixture.realm.world.guilds[guild].map {
                fixture.realm.world.permissions(of: cas, in: $0, at: fixture.realm.now)
            } == .all)
    }

    @Test("Overwrites: everyone, then roles, then the member; allow beats deny on one level")
    func overwrites() throws {
        var fixture = Fixture()
        let cas = fixture.user("cas")
        let roleMade = fixture.realm.addRole("R", permissions: [], color: 0, in: fixture.guild)
        let role = try #require(roleMade)
        let otherMade = fixture.realm.addRole("S", permissions: [], color: 0, in: fixture.guild)
        let other = try #require(otherMade)
        fixture.realm.changeMember(cas, in: fixture.guild) { $0.roles = [role.id, other.id] }
        func granted(_ overwrites: [Overwrite]) -> Perm {
            fixture.realm.world.channels[fixture.general]?.overwrites = overwrites
            return fixture.realm.world.channels[fixture.general].map {
                fixture.realm.world.permissions(of: cas, in: $0, at: fixture.realm.now)
            } ?? []
        }
        let everyone = Overwrite(id: fixture.guild, isMember: false, allow: [], deny: .sendMessages)
        #expect(!granted([everyone]).contains(.sendMessages))
        #expect(!granted([everyone]).contains(.attachFiles))
        let allow = Overwrite(id: role.id, isMember: false, allow: .sendMessages, deny: [])
        let deny = Overwrite(id: other.id, isMember: false, allow: [], deny: .sendMessages)
        #expect(granted([everyone, allow, deny]).contains(.sendMessages))
        let own = Overwrite(id: cas, isMember: true, allow: [], deny: .viewChannel)
        #expect(granted([everyone, allow, own]).isEmpty)
    }

    @Test("A member under time-out only looks")
    func timeout() {
        var fixture = Fixture()
        let kid = fixture.user("kid")
        let until = fixture.realm.now + .seconds(60)
        fixture.realm.changeMember(kid, in: fixture.guild) { $0.timedOutUntil = until }
        func granted() -> Perm {
            fixture.realm.world.channels[fixture.general].map {
                fixture.realm.world.permissions(of: kid, in: $0, at: fixture.realm.now)
            } ?? []
        }
        #expect(granted() == [.viewChannel, .readHistory])
        fixture.advance(.seconds(61))
        #expect(granted().contains(.sendMessages))
    }

    @Test("Threads take their parent's permissions, and writing its own bit")
    func threads() {
        var fixture = Fixture()
        var thread = Channel(id: Flake(99), kind: .publicThread, guild: fixture.guild, name: "t")
        thread.parent = fixture.general
        thread.thread = .init(owner: fixture.bot, archiveChanged: fixture.realm.now)
        let cas = fixture.user("cas")
        #expect(fixture.realm.world.permissions(of: cas, in: thread, at: fixture.realm.now).contains(.sendInThreads))
        #expect(!fixture.realm.world.permissions(of: cas, in: thread, at: fixture.realm.now).contains(.sendMessages))
        let home = fixture.guild
        fixture.realm.world.guilds[home]?.roles[home]?.permissions.remove(.sendInThreads)
        #expect(!fixture.realm.world.permissions(of: cas, in: thread, at: fixture.realm.now).contains(.attachFiles))
        #expect(fixture.realm.world.channelJSON(thread)["thread_metadata"]?["locked"]?.flag == false)
    }

    @Test("Strangers hold nothing, direct messages what Discord gives")
    func strangers() {
        var fixture = Fixture()
        let stranger = fixture.realm.addUser("eve", globalName: nil, locale: "en-US")
        #expect(
            fixture.realm.world.channels[fixture.general].map {
                fixture.realm.world.permissions(of: stranger.id, in: $0, at: fixture.realm.now)
            } == [])
        let direct = fixture.realm.directChannel(with: stranger.id)
        #expect(
            fixture.realm.world.permissions(of: stranger.id, in: direct, at: fixture.realm.now).contains(.sendMessages))
        #expect(fixture.realm.directChannel(with: stranger.id).id == direct.id)
    }
}
