import Echord
import EchordModel
import EchordPrimitives
import Lifecycle
import Telemetry
import Testing

// The code of docs/guides/echord-commands.md.

private enum Priority: String, ChoiceEnumeration {
    case low, high

    var choiceName: String { self == .low ? "When there is time" : "At once" }
    var choiceNameLocalizations: Localizations? { self == .low ? [.dutch: "Als er tijd is"] : [.dutch: "Meteen"] }
}

/// The program's own things.
private protocol Chores: Sendable {
    func note(_ title: String, _ priority: Priority, for user: UserID?) async throws -> Int64
    func titles(beginning: String) async throws -> [(id: Int64, title: String)]
    func claim(_ id: Int64, by user: UserID) async throws -> String
    func rename(_ id: Int64, to title: String) async throws
}

private func choresFeature(_ chores: some Chores) -> CommandFeature {
    let claim = CustomIDPattern<Int64>("chore.claim")
    let rename = CustomIDPattern<Int64>("chore.rename")
    let often = CoolDown(5, per: .seconds(60), by: .member)

    return CommandFeature {
        SlashCommand("chore", "Chores of this server") {
            Subcommand(
                "create", "Write down what is to be done",
                Argument<String>("title", "What is to be done").length(1...100),
                Argument<Priority>("priority", "How soon").otherwise(.low),
                Argument<ResolvedMember>("who", "Who does it").optional()
            ) { context, title, priority, who in
                let id = try await chores.note(title, priority, for: who?.id)
                let button = try claim(id)
                try await context.reply(
                    MessageContent("**\(Markdown.escape(title))**").adding {
                        ActionRow { Button("Claim", customID: button, style: .primary) }
                    })
            }
            .coolDown(often)
            Subcommand(
                "rename", "Give a chore another name",
                Argument<Int>("chore", "Which one").suggesting { _, typed in
                    try await chores.titles(beginning: typed).map { CommandChoice($0.title, .integer($0.id)) }
                }
            ) { context, id in
                try await context.responder.showModal(
                    ModalBody("Rename", customID: try rename(Int64(id))) {
                        Label("New name", TextInput(customID: "title", style: .short))
                    })
            }
            .acknowledging(.never)
        }
        .contexts([.guild])
        .guarded(by: .permissions(.sendMessages))

        ComponentHandler(claim) { context, id in
            guard let user = context.user else { return }
            try await context.update(MessageContent(try await chores.claim(id, by: user.id)))
        }
        ModalHandler(rename) { context, id in
            guard let title = context.text(of: "title") else { throw CommandRefusal.words("A chore needs a name.") }
            try await chores.rename(id, to: title)
            try await context.reply("Done.", privately: true)
        }
    }
}

private func middleware(_ feature: CommandFeature, _ logger: Logger) -> CommandFeature {
    feature
        .around { context, next in
            logger.debug("begins", ["path": .string(context.path.joined(separator: " "))])
            try await next(context)
        }
        .catching { error, context in
            guard error is OutOfStock else { throw error }
            try await context.reply("There is none left.", privately: true)
        }
}

private struct OutOfStock: Error {}

private func connect(_ feature: CommandFeature, _ client: DiscordClient, logger: Logger) async throws {
    let tree = try CommandTree { feature }
    client.handleInteractions(with: tree.service(api: client.rest, logger: logger))
    // … and once the client runs:
    let plan = try await client.registerCommands(tree.commands)
    print(plan)
}

private func dutch(_ feature: CommandFeature) throws -> CommandTree {
    let texts = CommandLocalization([
        .dutch: [
            "chore.name": "klus", "chore.description": "Klussen van deze server",
            "chore.create.name": "maken", "chore.create.title.description": "Wat er moet gebeuren",
        ]
    ])
    return try CommandTree(localization: texts) { feature }
}

private func textCommands(_ client: DiscordClient) throws {
    let commands = try TextCommandSet(prefixes: { _ in ["!"] }) {
        TextCommand(
            "remind", "Reminds somebody", TextArgument<ResolvedMember>("who"),
            TextArgument<Duration>("in").otherwise(.seconds(3_600)), TextArgument<String>("what").rest()
        ) { context, who, delay, what in
            try await context.reply("\(who.displayName) in \(delay): \(what)")
        }
        .guarded(by: .guildOnly)
    }
    client.handleTextCommands(commands)
}

@Suite struct CommandGuideTests {
    private struct NoChores: Chores {
        func note(_ title: String, _ priority: Priority, for user: UserID?) async throws -> Int64 { 7 }
        func titles(beginning: String) async throws -> [(id: Int64, title: String)] { [(7, "Dust")] }
        func claim(_ id: Int64, by user: UserID) async throws -> String { "claimed \(id)" }
        func rename(_ id: Int64, to title: String) async throws {}
    }

    @Test func theGuidesCommandsDoWhatItSays() async throws {
        let fixture = TreeFixture()
        let tree = try CommandTree { choresFeature(NoChores()) }
        let create =
            #""name":"chore","type":1,"options":[{"name":"create","type":1,"options":[{"name":"title","type":3,"value":"Dust"}]}]"#
        let rename =
            #""name":"chore","type":1,"options":[{"name":"rename","type":1,"options":[{"name":"chore","type":4,"value":7}]}]"#
        let calls = try await fixture.serve(
            tree, .command(create, permissions: "2048"), .command(rename, permissions: "2048"),
            .command(create, permissions: "0"))
        #expect(calls.contains { $0.contains("chore.claim:7") })
        #expect(calls.contains { $0.contains(#""custom_id":"chore.rename:7""#) })
        #expect(calls.contains { $0.contains("You need the permission Send Messages") })
    }

    @Test func theGuidesTextsBelongToItsCommands() throws {
        let command = try dutch(choresFeature(NoChores())).commands.commands[0]
        #expect(command.nameLocalizations == [.dutch: "klus"])
    }

    @Test func theGuidesMiddlewareHandlesItsError() async throws {
        let feature = CommandFeature { SlashCommand("buy", "Buys") { _ in throw OutOfStock() } }
        let calls = try await TreeFixture().serve(
            try CommandTree { middleware(feature, .silent) }, .command(#""name":"buy","type":1"#))
        #expect(calls.first?.contains("There is none left.") == true)
    }
}
