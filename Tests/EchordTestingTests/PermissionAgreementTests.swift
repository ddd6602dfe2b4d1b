import EchordPrimitives
import FuzzKit
import Testing

@testable import EchordTesting

@Suite("Permissions as the library computes them")
struct PermissionAgreementTests {
    @Test("Two calculators, written apart, agree over generated worlds")
    func agreement() async {
        await Fuzz("permissions of the local Discord", usually: 1_000).run { _, random in
            var fixture = Fixture()
            let guild = Self.scramble(&fixture, &random)
            for channel in Self.channels(&fixture, &random) {
                for user in guild.members.keys {
                    let own = fixture.realm.world.permissions(of: user, in: channel, at: fixture.realm.now)
                    let other = Self.library(user, guild, channel, fixture)
                    try Fuzz.check(own.rawValue == other.rawValue, "\(own) and \(other) in \(channel)")
                }
            }
            for user in guild.members.keys {
                let own = fixture.realm.world.permissions(of: user, in: guild, at: fixture.realm.now)
                let other = Self.calculator(guild).permissions(of: Self.subject(user, guild, fixture))
                try Fuzz.check(own.rawValue == other.rawValue, "\(own) and \(other)")
            }
        }
    }

    /// Any permissions, seldom administrator.
    private static func bits(_ random: inout SeededGenerator) -> Perm {
        var perm = Perm(rawValue: random.next() & random.next()).intersection(.all)
        if random.next() % 4 != 0 { perm.remove(.administrator) }
        return perm
    }

    private static func scramble(_ fixture: inout Fixture, _ random: inout SeededGenerator) -> Guild {
        let id = fixture.guild
        var guild = fixture.realm.world.guilds[id] ?? Guild(id: id, name: "", owner: id)
        guild.roles[id]?.permissions = bits(&random).union(.viewChannel)
        let roles = (0..<4).map { _ in
            Role(id: fixture.realm.flake(), name: "r", permissions: bits(&random), position: 1)
        }
        for role in roles { guild.roles[role.id] = role }
        for user in guild.members.keys.sorted() {
            guild.members[user]?.roles = roles.filter { _ in random.next() % 2 == 0 }.map(\.id)
            if random.next() % 4 == 0 { guild.members[user]?.timedOutUntil = fixture.realm.now + .seconds(9) }
        }
        fixture.realm.world.guilds[id] = guild
        return guild
    }

    private static func channels(_ fixture: inout Fixture, _ random: inout SeededGenerator) -> [Channel] {
        let kinds: [Channel.Kind] = [.text, .voice, .stage, .forum, .category, .publicThread, .privateThread]
        return kinds.map { kind in
            var parent = Channel(id: fixture.realm.flake(), kind: .text, guild: fixture.guild, name: "p")
            let members = (fixture.realm.world.guilds[fixture.guild]?.members.keys.sorted() ?? [])
            let roles = (fixture.realm.world.guilds[fixture.guild]?.roles.keys.sorted() ?? [])
            for (ids, isMember) in [(members, true), (roles, false)] {
                for id in ids where random.next() % 2 == 0 {
                    let overwrite = Overwrite(id: id, isMember: isMember, allow: bits(&random), deny: bits(&random))
                    parent.overwrites.append(overwrite)
                }
            }
            fixture.realm.world.channels[parent.id] = parent
            var channel = Channel(id: fixture.realm.flake(), kind: kind, guild: fixture.guild, name: "c")
            channel.parent = parent.id
            channel.overwrites = parent.overwrites
            guard kind.isThread else { return channel }
            channel.overwrites = []
            channel.thread = .init(owner: fixture.bot, archiveChanged: fixture.realm.now)
            for id in members where random.next() % 2 == 0 {
                channel.thread?.members[id] = .init(user: id, joinedAt: fixture.realm.now)
            }
            return channel
        }
    }

    // MARK: - The library's answer

    private static func calculator(_ guild: Guild) -> PermissionCalculator {
        let roles = guild.roles.map { (RoleID($0.key.value), Permissions(rawValue: $0.value.permissions.rawValue)) }
        return PermissionCalculator(
            guild: GuildID(guild.id.value), owner: UserID(guild.owner.value),
            roles: Dictionary(uniqueKeysWithValues: roles))
    }

    private static func subject(_ user: Flake, _ guild: Guild, _ fixture: Fixture) -> PermissionCalculator.Subject {
        let member = guild.members[user]
        return PermissionCalculator.Subject(
            user: UserID(user.value), roles: (member?.roles ?? []).map { RoleID($0.value) },
            isTimedOut: member?.isTimedOut(at: fixture.realm.now) == true)
    }

    private static func library(
        _ user: Flake, _ guild: Guild, _ channel: Channel, _ fixture: Fixture
    ) -> Permissions {
        let isThread = channel.kind.isThread
        let placed = isThread ? channel.parent.flatMap { fixture.realm.world.channels[$0] } ?? channel : channel
        let overwrites = placed.overwrites.map { overwrite in
            PermissionOverwrite(
                id: GenericID(overwrite.id.value), kind: overwrite.isMember ? .member : .role,
                allow: Permissions(rawValue: overwrite.allow.rawValue),
                deny: Permissions(rawValue: overwrite.deny.rawValue))
        }
        let kind: PermissionCalculator.ChannelKind =
            isThread
            ? .thread(isPrivate: channel.kind == .privateThread, isMember: channel.thread?.members[user] != nil)
            : channel.kind.isVocal ? .voice : .text
        return calculator(guild).permissions(of: subject(user, guild, fixture), overwrites: overwrites, in: kind)
    }
}
