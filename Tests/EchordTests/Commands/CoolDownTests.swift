import EchordModel
import EchordPrimitives
import Testing

@testable import Echord

@Suite struct CoolDownTests {
    private func at(_ seconds: Double) -> Moment { Moment(sinceOrigin: .milliseconds(Int64(seconds * 1_000))) }
    private func somebody(_ user: UInt64 = 1, guild: UInt64? = 10, channel: UInt64 = 100) -> CommandSubject {
        CommandSubject(
            user: UserID(rawValue: user), guild: guild.map { GuildID(rawValue: $0) },
            channel: ChannelID(rawValue: channel))
    }

    @Test func noSpanHasMoreUsesThanAllowed() {
        let coolDown = CoolDown(2, per: .seconds(60))
        #expect(coolDown.take(somebody(), at: at(0)) == nil)
        #expect(coolDown.take(somebody(), at: at(30)) == nil)
        #expect(coolDown.take(somebody(), at: at(40)) == .seconds(20))
        #expect(coolDown.take(somebody(), at: at(59.9)) == .milliseconds(100))
        #expect(coolDown.take(somebody(), at: at(60)) == nil)
        #expect(coolDown.take(somebody(), at: at(61)) == .seconds(29))
    }

    @Test(arguments: [
        (CoolDown.Scope.user, [true, true, false]), (.member, [true, true, true]), (.channel, [false, true, true]),
        (.guild, [false, true, true]), (.everyone, [false, false, false]),
    ])
    func usesAreCountedByScope(_ scope: CoolDown.Scope, _ expected: [Bool]) {
        // Somebody else in the channel; somebody else elsewhere; the same person elsewhere.
        let others = [somebody(2), somebody(3, guild: 11, channel: 101), somebody(1, guild: 12, channel: 102)]
        let isAllowed = others.map { other in
            let coolDown = CoolDown(1, per: .seconds(60), by: scope)
            _ = coolDown.take(somebody(1), at: at(0))
            return coolDown.take(other, at: at(1)) == nil
        }
        #expect(isAllowed == expected)
    }

    @Test func outsideOfGuildsThePersonCounts() {
        let coolDown = CoolDown(1, per: .seconds(60), by: .guild)
        #expect(coolDown.take(somebody(1, guild: nil), at: at(0)) == nil)
        #expect(coolDown.take(somebody(2, guild: nil), at: at(0)) == nil)
        #expect(coolDown.take(somebody(1, guild: nil), at: at(0)) != nil)
    }

    @Test func whoIsSparedIsNotCounted() {
        let coolDown = CoolDown(1, per: .seconds(60), sparing: { $0.user == 9 })
        for _ in 0..<5 { #expect(coolDown.take(somebody(9), at: at(0)) == nil) }
        #expect(coolDown.count == 0)
    }

    @Test func memoryIsBoundedAndForgottenAfterASpan() {
        let coolDown = CoolDown(3, per: .seconds(60), capacity: 100)
        for user in 0..<1_000 {
            for _ in 0..<3 { _ = coolDown.take(somebody(UInt64(user)), at: at(Double(user) / 100)) }
            #expect(coolDown.count <= 100)
        }
        // Who used it last is still held up; who was forgotten is not.
        #expect(coolDown.take(somebody(999), at: at(10)) != nil)
        #expect(coolDown.take(somebody(0), at: at(10)) == nil)
        _ = coolDown.take(somebody(5_000), at: at(100))
        #expect(coolDown.count == 1)
    }

    @Test func aUseCountsWithAllCoolDownsOrWithNone() throws {
        let (often, seldom) = (CoolDown(5, per: .seconds(60)), CoolDown(1, per: .seconds(600)))
        try [often, seldom].take(somebody(), at: at(0))
        for _ in 0..<10 {
            #expect(throws: CommandRefusal.coolDown(.seconds(599))) { try [often, seldom].take(somebody(), at: at(1)) }
        }
        for _ in 0..<4 { #expect(often.take(somebody(), at: at(2)) == nil) }
        #expect(often.take(somebody(), at: at(2)) != nil)
    }

    @Test func aMemberIsToldHowLongToWaitAndARefusedUseDoesNotCount() async throws {
        let fixture = TreeFixture()
        let tree = try CommandTree {
            SlashCommand("a", "A") { context in try await context.reply("done") }
                .guarded(by: .users([7])).coolDown(CoolDown(1, per: .seconds(60)))
        }
        let name = #""name":"a","type":1"#
        try await fixture.serve(tree, .command(name, user: 8))
        try await fixture.serve(tree, .command(name, user: 7))
        let calls = try await fixture.serve(tree, .command(name, user: 7))
        #expect(calls.count == 3)
        #expect(calls[0].contains("not for everybody") && calls[1].contains("done"))
        #expect(calls[2].contains("try again in 60 seconds"))
    }
}
