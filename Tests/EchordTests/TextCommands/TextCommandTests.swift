import EchordModel
import EchordPrimitives
import JSON
import Lifecycle
import Locking
import Telemetry
import Testing

@testable import Echord

private enum Mode: String, CaseIterable, TextConvertible { case fast, slow }

@Suite struct TextCommandTests {
    private let clock: ManualClock
    private let time: TimeSource

    init() {
        clock = ManualClock()
        time = TimeSource(clock)
    }

    private static func member(_ id: Int, _ name: String, nick: String? = nil) throws -> Member {
        let nick = nick.map { #""nick":"\#($0)","# } ?? ""
        return try JSON.decode(
            Member.self,
            from: #"{\#(nick)"user":{"id":"\#(id)","username":"\#(name)","discriminator":"0"},"roles":["5"],"flags":0}"#
        )
    }

    private func lookup(permissions: Permissions? = nil) throws -> TextLookup {
        let members = [try Self.member(8, "ann", nick: "Annie"), try Self.member(9, "anna")]
        let role = try JSON.decode(
            Role.self,
            from:
                #"{"id":"5","name":"Cooks","color":0,"hoist":false,"position":1,"permissions":"0","managed":false,"mentionable":false,"flags":0}"#
        )
        let channel = try JSON.decode(Channel.self, from: #"{"id":"6","type":0,"name":"kitchen"}"#)
        return TextLookup(
            member: { id, _ in members.first { $0.user?.id == id } },
            membersNamed: { name, _ in
                members.filter {
                    $0.user?.username.hasPrefix(name.lowercased()) == true || $0.nick?.lowercased() == name.lowercased()
                }
            }, roles: { _ in [role] }, channels: { _ in [channel] },
            permissions: { user, _, _, _ in user == 1 ? Permissions.all : permissions })
    }

    /// What is answered to messages, one after the other.
    private func answers(
        _ commands: TextCommandSet, to texts: [String], permissions: Permissions? = nil, guild: Int? = 10,
        bot isBot: Bool = false
    ) async throws -> [String] {
        let sent = Locked<[String]>([])
        let surroundings = TextCommandSet.Surroundings(
            bot: 1, lookup: try lookup(permissions: permissions), time: time, logger: .silent
        ) { _, message in
            sent.withLock { $0.append(message.content ?? "") }
            #expect(message.messageReference?.messageID == 50)
            return try JSON.decode(Message.self, from: Self.message("x", guild: nil, bot: true))
        }
        for text in texts {
            let message = try JSON.decode(Message.self, from: Self.message(text, guild: guild, bot: isBot))
            await commands.handle(MessageCreate(message: message), in: surroundings)
        }
        return sent.withLock { $0 }
    }

    private static func message(_ text: String, guild: Int?, bot: Bool) -> String {
        let place = guild.map { #""guild_id":"\#($0)","member":{"roles":["5"],"flags":0},"# } ?? ""
        return """
            {"id":"50","channel_id":"6",\(place)"author":{"id":"7","username":"kim","discriminator":"0","bot":\(bot)},
            "content":\(JSON.encodeToString(text)),"timestamp":"2026-01-01T00:00:00Z","edited_timestamp":null,"tts":false,
            "mention_everyone":false,"mentions":[],"mention_roles":[],"attachments":[],"embeds":[],"pinned":false,"type":0}
            """
    }

    private func set(
        @TextCommandBuilder _ commands: () -> [TextCommand]
    ) throws(EchordError) -> TextCommandSet {
        try TextCommandSet(prefixes: { $0 == 10 ? ["!", "!!"] : ["?"] }, commands)
    }

    @Test func prefixesAreOfTheGuildAndTheMentionIsOneEverywhere() async throws {
        let commands = try set { TextCommand("ping", "Pong") { try await $0.reply("pong") } }
        let texts = ["!ping", "!!PING", "?ping", "ping", "! ping", "<@1> ping", "<@!1>ping", "!pong", "!", "!\"ping\""]
        #expect(try await answers(commands, to: texts).count == 4)
        #expect(try await answers(commands, to: ["?ping", "!ping"], guild: nil) == ["pong"])
        #expect(try await answers(commands, to: ["!ping"], bot: true).isEmpty)
        let long = "!ping " + String(repeating: "x", count: 4_000)
        #expect(try await answers(commands, to: [long]).isEmpty)
    }

    @Test func wordsBecomeValues() async throws {
        let commands = try set {
            TextCommand(
                "remind", "Reminds", TextArgument<ResolvedMember>("who"), TextArgument<Duration>("in").optional(),
                TextArgument<String>("what").rest()
            ) { context, who, delay, what in
                let delay = delay.map { "\($0.components.seconds)" } ?? "now"
                try await context.reply("\(who.displayName) \(delay) \(what)")
            }
            TextCommand(
                "mix", "Mixes", TextArgument<Int>("numbers").greedy(upTo: 3),
                TextArgument<Mode>("mode").otherwise(.slow),
                TextArgument<Role>("role"), TextArgument<Channel>("channel"),
                TextArgument<String>("note").optionalRest()
            ) { context, numbers, mode, role, channel, note in
                try await context.reply(
                    "\(numbers) \(mode) \(role.name) \(channel.name ?? "") \(note ?? "nothing")")
            }
        }
        let texts = [
            "!remind <@8> 2h tea  time", "!remind annie tea", "!remind anna \"quoted rest\"",
            "!mix 1 2 fast cooks #kitchen with  care", "!mix <@&5> <#6>", "!mix 1 2 3 Cooks 6",
        ]
        #expect(
            try await answers(commands, to: texts) == [
                "Annie 7200 tea  time", "Annie now tea", "anna now quoted rest", "[1, 2] fast Cooks kitchen with  care",
                "[] slow Cooks kitchen nothing", "[1, 2, 3] slow Cooks kitchen nothing",
            ])
    }

    @Test func whatCannotBeReadIsToldWithTheUsage() async throws {
        let commands = try set {
            TextCommand("roll", "Rolls", TextArgument<Int>("sides"), TextArgument<Mode>("mode").optional()) {
                context, _, _ in try await context.reply("rolled")
            }
        }
        let texts = ["!roll", "!roll six", "!roll 6 fast more", "!roll 6 \"fast", "!roll `@everyone`"]
        let found = try await answers(commands, to: texts)
        #expect(found.count == 5)
        #expect(found[0] == "`sides` is missing.\nUsage: `!roll <sides> [mode]`")
        #expect(found[1].hasPrefix("`sides` must be a whole number, and `six` is not."))
        #expect(found[2].hasPrefix("There is nothing for `more` to be."))
        #expect(found[3].hasPrefix("A quotation does not end."))
        #expect(found[4].contains("`@everyone`") && !found[4].contains("``"))
    }

    @Test func groupsHoldCommandsWithGuardsAroundThem() async throws {
        let commands = try set {
            TextCommand(group: "config", "Settings", aliases: ["cfg"]) {
                TextCommand("set", "Sets", aliases: ["s"], TextArgument<String>("key")) { context, key in
                    try await context.reply("\(context.path) \(key)")
                }
                .around { context, next in
                    if context.message.content.hasSuffix("secret") { throw CommandRefusal.words("no secrets") }
                    try await next(context)
                }
            }
            .guarded(by: .permissions(.manageGuild))
        }
        let texts = ["!cfg S x", "!config", "!config nothing", "!config set secret"]
        #expect(
            try await answers(commands, to: texts, permissions: .manageGuild) == [
                #"["config", "set"] x"#, "Which of its commands do you mean?\nUsage: `!config …`",
                "There is no command `nothing` here.\nUsage: `!config …`", "no secrets",
            ])
        #expect(
            try await answers(commands, to: ["!config set x"], permissions: .sendMessages) == [
                "You need the permission Manage Guild for this."
            ])
        // Nobody knows what they may do: then they may not.
        #expect(try await answers(commands, to: ["!config set x"]).first?.hasPrefix("You need") == true)
    }

    @Test func aCoolDownIsSharedWithWhateverHasIt() async throws {
        let coolDown = CoolDown(1, per: .seconds(60))
        let commands = try set {
            TextCommand("a", "A") { try await $0.reply("a") }.coolDown(coolDown)
            TextCommand("b", "B") { try await $0.reply("b") }.coolDown(coolDown)
        }
        #expect(try await answers(commands, to: ["!a", "!b"]) == ["a", "Not so fast: try again in 60 seconds."])
        #expect(coolDown.take(CommandSubject(user: 7), at: .origin) != nil)
        clock.advance(by: .seconds(60))
        #expect(try await answers(commands, to: ["!b"]) == ["b"])
    }

    @Test func whatWasMistypedDoesNotCountAsAUse() async throws {
        let commands = try set {
            TextCommand("roll", "Rolls", TextArgument<Int>("sides")) { context, sides in
                try await context.reply("rolled \(sides)")
            }
            .coolDown(CoolDown(1, per: .seconds(60)))
        }
        let found = try await answers(commands, to: ["!roll x", "!roll 6", "!roll 6"])
        #expect(found[0].hasPrefix("`sides` must be") && found[1] == "rolled 6" && found[2].hasPrefix("Not so fast"))
    }

    @Test func aFailureIsToldWithAReference() async throws {
        struct Broken: Error {}
        let commands = try set { TextCommand("fail", "Fails") { _ in throw Broken() } }
        #expect(try await answers(commands, to: ["!fail"]).first?.hasPrefix("Something went wrong here.") == true)
    }

    @Test func theHelpListsAndExplains() async throws {
        let commands = try set {
            TextCommand("roll", "Rolls a die", aliases: ["r"], TextArgument<Int>("sides").optional()) { _, _ in }
            TextCommand(group: "config", "Settings") { TextCommand("set", "Sets one") { _ in } }
            TextCommand("secret", "Secret") { _ in }.hidden()
        }
        let found = try await answers(
            commands, to: ["!help", "!help r", "!help config", "!help config set", "!help x"])
        #expect(found[0] == "`!config` Settings\n`!roll` Rolls a die")
        #expect(found[1] == "`!roll [sides]`\nRolls a die\n`r`")
        #expect(found[2] == "`!config …`\nSettings\n`!config set` Sets one")
        #expect(found[3] == "`!config set`\nSets one")
        #expect(found[4] == "There is no command `x` here.")
    }

    @Test func whatIsWrongWithASetIsSaidWithItsPath() {
        do throws(EchordError) {
            _ = try set {
                TextCommand("two words", "x") { _ in }
                TextCommand("a", "x", aliases: ["HELP"]) { _ in }
                TextCommand(group: "g", "x") {
                    TextCommand("b", "x", TextArgument<String>("r").rest(), TextArgument<Int>("n")) { _, _, _ in }
                    TextCommand("B", "x") { _ in }
                }
                TextCommand(group: "empty", "x") {}
            }
            Issue.record("taken")
        } catch {
            #expect(
                error.issues.map { "\($0.path) \($0.code)" } == [
                    "two words NAME", "a NAME_TAKEN", "g b ARGUMENT_ORDER", "g B NAME_TAKEN", "empty GROUP_EMPTY",
                ])
        }
    }
}
