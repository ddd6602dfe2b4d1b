import EchordModel
import EchordPrimitives
import JSON
import Telemetry
import Testing

@testable import Echord

@Suite struct CommandGuardTests {
    private let fixture = TreeFixture()

    private func answer(_ guards: CommandGuard..., to interaction: Interaction) async throws -> String {
        let tree = try CommandTree {
            SlashCommand("a", "A") { context in try await context.reply("done") }
                .changingActions { $0.guards = guards }
        }
        return try await fixture.serve(tree, interaction).joined()
    }

    private let manage = Permissions.manageMessages

    @Test func permissionsOfTheMemberAndOfTheBotAreLookedAt() async throws {
        let name = #""name":"a","type":1"#
        func member(_ permissions: Permissions) async throws -> String {
            try await answer(
                .permissions([.manageMessages, .banMembers]),
                to: .command(name, permissions: String(permissions.rawValue)))
        }
        #expect(try await member([.manageMessages, .banMembers]).contains("done"))
        #expect(try await member(.manageMessages).contains("You need the permission Ban Members for this."))
        #expect(try await member([]).contains("the permissions Ban Members and Manage Messages"))
        #expect(try await member(.administrator).contains("done"))
        let bot = try await answer(.botPermissions(manage), to: .command(name))
        #expect(bot.contains("I need the permission Manage Messages"))
        #expect(
            try await answer(.botPermissions(manage), to: .command(name, bot: String(manage.rawValue))).contains("done")
        )
    }

    @Test func placesAndPeopleAreLookedAt() async throws {
        let name = #""name":"a","type":1"#
        #expect(try await answer(.guildOnly, to: .command(name)).contains("done"))
        #expect(try await answer(.guildOnly, to: .command(name, guild: nil)).contains("servers only"))
        #expect(try await answer(.permissions(manage), to: .command(name, guild: nil)).contains("servers only"))
        #expect(try await answer(.directMessageOnly, to: .command(name)).contains("direct messages only"))
        #expect(try await answer(.anyRole(of: 3, 4), to: .command(name, roles: [4])).contains("done"))
        #expect(try await answer(.anyRole(of: 3, 4), to: .command(name, roles: [5])).contains("do not have a role"))
        #expect(try await answer(.users([7]), to: .command(name, user: 7)).contains("done"))
        #expect(try await answer(.users([7]), to: .command(name, user: 8)).contains("not for everybody"))
        #expect(
            try await answer(CommandGuard { _ in .words("Closed on Sundays") }, to: .command(name))
                .contains("Closed on Sundays"))
    }

    @Test func theOwnerIsAskedForOnce() async throws {
        let member = { (id: Int, role: String, state: Int) in
            #"{"membership_state":\#(state),"team_id":"1","role":"\#(role)","user":{"id":"\#(id)","username":"u","discriminator":"0"}}"#
        }
        let members = [member(7, "admin", 2), member(8, "read_only", 2), member(9, "developer", 1)]
        let transport = ScriptedTransport(
            .json(
                #"{"id":"1","name":"bot","description":"","team":{"id":"1","icon":null,"name":"t","owner_user_id":"7","members":[\#(members.joined(separator: ","))]}}"#
            ))
        let rest = RESTClient(token: Secret("t"), transport: transport)
        let owner = CommandGuard.owner(asking: rest)
        let answers = try await [7, 8, 9, 7].asyncMap {
            try await owner.check(CommandSubject(user: UserID(rawValue: $0)))
        }
        #expect(answers == [nil, .ownerOnly, .ownerOnly, nil])
        #expect(transport.requests.count == 1)
    }

    @Test func whatIsRefusedIsNotSuggestedEither() async throws {
        let tree = try CommandTree {
            SlashCommand("a", "A", Argument<String>("b", "B").suggesting { _, _ in [CommandChoice("secret", "s")] }) {
                context, _ in try await context.reply("done")
            }
            .guarded(by: .permissions(manage))
        }
        let typing = #""name":"a","type":1,"options":[{"name":"b","type":3,"value":"s","focused":true}]"#
        let calls = try await fixture.serve(
            tree, .command(typing, type: 4), .command(typing, type: 4, permissions: String(manage.rawValue)))
        #expect(calls.count { $0.contains(#""choices":[]"#) } == 1)
        #expect(calls.count { $0.contains("secret") } == 1)
    }
}

extension Array {
    fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async throws -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await transform(element)) }
        return results
    }
}
