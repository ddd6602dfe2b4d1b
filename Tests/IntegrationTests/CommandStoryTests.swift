import Echord
import EchordModel
import EchordPrimitives
import EchordTesting
import Lifecycle
import Telemetry
import Testing

/// A bot on the gateway of the local Discord, with commands of both kinds.
@Suite("Commands against the local Discord")
struct CommandStoryTests {
    private static let coolDown = CoolDown(2, per: .seconds(3_600))

    private static func tree() throws -> CommandTree {
        try CommandTree {
            SlashCommand("greet", "Greets somebody", Argument<ResolvedMember>("who", "Whom")) { context, who in
                try await context.reply("Hello \(who.displayName)")
            }
            .coolDown(coolDown)
            SlashCommand("sweep", "Sweeps") { context in try await context.reply("swept") }
                .guarded(by: .permissions(.administrator))
            UserCommand("Wave") { context, who in try await context.reply("waves at \(who.user.username)") }
        }
    }

    private static func texts() throws -> TextCommandSet {
        try TextCommandSet(prefixes: { _ in ["!"] }) {
            TextCommand("greet", "Greets somebody", TextArgument<ResolvedMember>("who")) { context, who in
                try await context.reply("Hi \(who.user.username)")
            }
            TextCommand("roles", "Names a role", TextArgument<Role>("role"), TextArgument<Channel>("channel")) {
                context, role, channel in try await context.reply("\(role.name) in \(channel.name ?? "")")
            }
            TextCommand("sweep", "Sweeps") { context in try await context.reply("swept") }
                .guarded(by: .permissions(.administrator), .botPermissions(.sendMessages))
        }
    }

    private static func run(_ body: @escaping @Sendable (LocalDiscord, DiscordClient) async throws -> Void) async throws
    {
        try await LocalDiscord.running { discord in
            let client = try DiscordClient(
                DiscordClientConfiguration(
                    token: discord.botToken,
                    gateway: GatewayConfiguration(intents: [.guilds, .guildMessages, .messageContent]),
                    rest: RESTConfiguration(apiURL: discord.url + "/api")))
            let tree = try tree()
            client.handleInteractions(with: tree.service(api: client.rest))
            client.handleTextCommands(try texts())
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await client.run(ReadySignal {}) }
                try await discord.waitForBot()
                let plan = try await client.registerCommands(tree.commands)
                #expect(plan.creates.count == 3)
                #expect(try await client.registerCommands(tree.commands).isEmpty)
                try await body(discord, client)
                group.cancelAll()
                while let ended = await group.nextResult() { _ = ended }
            }
        }
    }

    @Test("Slash commands and those of context menus do what they say, within their guards and cool-downs")
    func interactions() async throws {
        try await Self.run { discord, _ in
            let general = try discord.guild("Home").channel("general")
            let (ann, ben) = (try discord.member("ann"), try discord.member("ben"))
            for _ in 0..<2 {
                let hello = try await ben.slash("greet", ["who": .string(ann.id.description)], in: general).message
                #expect(hello.content.hasPrefix("Hello "))
            }
            let refused = try await ben.slash("greet", ["who": .string(ann.id.description)], in: general).message
            #expect(refused.content.hasPrefix("Not so fast") && refused.isEphemeral)
            let sweep = try await ben.slash("sweep", in: general).message
            #expect(sweep.content.contains("Administrator") && sweep.isEphemeral)
        }
    }

    @Test("Messages are commands, with members, roles and channels found by REST")
    func messages() async throws {
        try await Self.run { discord, _ in
            let general = try discord.guild("Home").channel("general")
            let (ann, ben) = (try discord.member("ann"), try discord.member("ben"))
            func said(_ text: String, by member: LocalMember, answered: String) async throws {
                try member.say(text, in: general)
                _ = try await general.message(atMost: .seconds(30)) { $0.content.contains(answered) }
            }
            try await said("!greet ann", by: ben, answered: "Hi ann")
            try await said("!greet \(ann.id.mention)", by: ben, answered: "Hi ann")
            try await said("!greet nobody-here", by: ben, answered: "`who` must be a member")
            try await said("!roles @everyone general", by: ben, answered: "@everyone in general")
            try await said("!sweep", by: ben, answered: "You need the permission Administrator")
            try await said("!help greet", by: ben, answered: "`!greet <who>`")
        }
    }
}

/// A webhook of the local Discord, used by nothing but its address.
@Suite("A webhook's client against the local Discord")
struct WebhookStoryTests {
    @Test("It sends, changes, reads and deletes messages, and then the webhook")
    func story() async throws {
        try await LocalDiscord.running { discord in
            let configuration = RESTConfiguration(apiURL: discord.url + "/api")
            let bot = try RESTClient(token: discord.botToken, configuration: configuration)
            let guild = discord.makeGuild(
                "Builds", owner: try discord.member("ann"),
                botPermissions: [.viewChannel, .sendMessages, .readMessageHistory, .manageWebhooks])
            let general = try guild.channel("general")
            let made = try await bot.send(.createWebhook(in: general.id, CreateWebhook(name: "CI")))
            let webhook = try WebhookClient(url: "\(discord.url)/api/webhooks/\(made.id)/\(made.token ?? "")")
            #expect(try await webhook.webhook().name == "CI")
            let sent = try await webhook.send(
                MessageContent("green"), files: [FileUpload(name: "log.txt", bytes: Array("ok".utf8))],
                username: "Builds")
            #expect(sent.author.username == "Builds" && sent.attachments.count == 1)
            try await webhook.edit(sent.id, MessageContent("red"))
            #expect(try await webhook.message(sent.id).content == "red")
            try await webhook.delete(sent.id)
            await #expect(throws: EchordError.self) { try await webhook.message(sent.id) }
            try await webhook.post(MessageContent("quick"))
            _ = try await general.message(atMost: .seconds(30)) { $0.content == "quick" }
            try await webhook.deleteWebhook()
            await #expect(throws: EchordError.self) { try await webhook.send(MessageContent("gone")) }
        }
    }
}
