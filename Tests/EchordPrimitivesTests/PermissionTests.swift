import EchordPrimitives
import JSON
import Testing

@Suite("Permissions")
struct PermissionTests {
    @Test("Strings and integers are read, strings are written, unknown bits are kept")
    func wire() throws {
        #expect(try JSON.decode(Permissions.self, from: #""2112""#) == [.sendMessages, .addReactions])
        #expect(try JSON.decode(Permissions.self, from: "2112") == [.sendMessages, .addReactions])
        let unknown = try JSON.decode(Permissions.self, from: #""9223372036854775808""#)
        #expect(unknown.names == ["bit 63"])
        #expect(JSON.encodeToString(unknown) == #""9223372036854775808""#)
        #expect(Permissions([.kickMembers, .banMembers]).description == "[KICK_MEMBERS, BAN_MEMBERS]")
    }

    @Test("There are 52, the highest is bit 52, and bit 47 is unused")
    func complete() {
        #expect(Permissions.discordNames.count == 52)
        #expect(Permissions.all.rawValue == (1 << 53) - 1 - (1 << 47))
    }

    @Test("Missing permissions; an administrator lacks none")
    func missing() {
        let held: Permissions = [.viewChannel, .sendMessages]
        #expect(held.missing(of: [.viewChannel, .manageMessages]) == .manageMessages)
        #expect(!held.allows(.manageMessages))
        #expect(Permissions.administrator.allows([.manageMessages, .banMembers]))
    }

    @Test("An overwrite is read and written")
    func overwrite() throws {
        let text = #"{"id":"7","type":1,"allow":"1024","deny":"2048"}"#
        let overwrite = try JSON.decode(PermissionOverwrite.self, from: text)
        #expect(overwrite == .member(7, allow: .viewChannel, deny: .sendMessages))
        #expect(JSON.encodeToString(overwrite) == text)
        #expect(try JSON.decode(PermissionOverwrite.self, from: #"{"id":"7","type":0}"#) == .role(7))
        #expect(throws: JSONError.self) { try JSON.decode(PermissionOverwrite.self, from: #"{"type":0}"#) }
    }

    private let calculator = PermissionCalculator(
        guild: 1, owner: 100,
        roles: [
            1: [.viewChannel, .sendMessages, .embedLinks, .connect, .speak, .sendMessagesInThreads],
            2: [.manageMessages], 3: [.administrator],
        ])

    @Test("The owner and administrators have everything, whatever the channel says")
    func everything() {
        let deny: [PermissionOverwrite] = [.role(1, deny: .all), .member(100, deny: .all), .member(5, deny: .all)]
        for subject in [
            PermissionCalculator.Subject(user: 100, roles: [], isTimedOut: true),
            PermissionCalculator.Subject(user: 5, roles: [3], isTimedOut: true),
        ] {
            #expect(calculator.permissions(of: subject) == .all)
            #expect(calculator.permissions(of: subject, overwrites: deny, in: .text) == .all)
        }
    }

    @Test("An overwrite makes nobody an administrator")
    func noAdministratorByOverwrite() {
        let member = PermissionCalculator.Subject(user: 5, roles: [])
        let result = calculator.permissions(of: member, overwrites: [.member(5, allow: .administrator)], in: .text)
        #expect(!result.contains(.administrator))
        #expect(result.contains(.viewChannel))
    }

    @Test("A timeout leaves two permissions")
    func timeout() {
        let now = DiscordTimestamp(unixSeconds: 1000)
        let member = PermissionCalculator.Subject(
            user: 5, roles: [2], timedOutUntil: DiscordTimestamp(unixSeconds: 1001), now: now)
        #expect(calculator.permissions(of: member) == [.viewChannel])
        let over = PermissionCalculator.Subject(user: 5, roles: [2], timedOutUntil: now, now: now)
        #expect(calculator.permissions(of: over).contains(.manageMessages))
        #expect(
            calculator.permissions(of: member, overwrites: [.role(1, allow: .readMessageHistory)], in: .text)
                == [.viewChannel, .readMessageHistory])
    }

    @Test("Everyone, then roles, then the member")
    func order() {
        let member = PermissionCalculator.Subject(user: 5, roles: [2])
        let overwrites: [PermissionOverwrite] = [
            .role(1, deny: [.viewChannel, .sendMessages]), .role(2, allow: .viewChannel, deny: .embedLinks),
            .member(5, allow: .sendMessages), .role(9, deny: .all), .member(6, deny: .all),
        ]
        let result = calculator.permissions(of: member, overwrites: overwrites, in: .text)
        #expect(result.contains([.viewChannel, .sendMessages, .manageMessages]))
        #expect(!result.contains(.embedLinks))
    }

    @Test("Without seeing there is nothing; without sending no embeds; without connecting no speaking")
    func implied() {
        let member = PermissionCalculator.Subject(user: 5, roles: [])
        func result(_ deny: Permissions, _ kind: PermissionCalculator.ChannelKind) -> Permissions {
            calculator.permissions(of: member, overwrites: [.role(1, deny: deny)], in: kind)
        }
        #expect(result(.viewChannel, .text) == [])
        #expect(!result(.sendMessages, .text).contains(.embedLinks))
        #expect(!result(.connect, .voice).contains(.speak))
        #expect(!result(.sendMessages, .voice).contains(.embedLinks))
        #expect(result([], .voice).contains([.connect, .speak]))
    }

    @Test("Threads have their own right to write; private ones want membership or management")
    func threads() {
        let member = PermissionCalculator.Subject(user: 5, roles: [])
        func result(_ deny: Permissions, isPrivate: Bool, isMember: Bool) -> Permissions {
            calculator.permissions(
                of: member, overwrites: [.role(1, deny: deny)],
                in: .thread(isPrivate: isPrivate, isMember: isMember))
        }
        #expect(!result([], isPrivate: false, isMember: false).contains(.sendMessages))
        #expect(
            result(.sendMessages, isPrivate: false, isMember: false).contains([.sendMessagesInThreads, .embedLinks]))
        #expect(!result(.sendMessagesInThreads, isPrivate: false, isMember: false).contains(.embedLinks))
        #expect(result([], isPrivate: true, isMember: false) == [])
        #expect(result([], isPrivate: true, isMember: true).contains(.sendMessagesInThreads))
        let manager = calculator.permissions(
            of: member, overwrites: [.member(5, allow: .manageThreads)], in: .thread(isPrivate: true, isMember: false))
        #expect(manager.contains(.manageThreads))
    }
}
