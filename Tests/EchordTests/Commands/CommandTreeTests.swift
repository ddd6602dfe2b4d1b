import Echord
import EchordModel
import EchordPrimitives
import Locking
import Testing

private enum Priority: String, ChoiceEnumeration {
    case low, high
    var choiceName: String { self == .low ? "Some day" : "At once" }
    var choiceNameLocalizations: Localizations? { self == .low ? [.dutch: "Ooit"] : nil }
}

private enum Size: Int, ChoiceEnumeration { case small = 1, large }

@Suite struct CommandTreeTests {
    private let fixture = TreeFixture()

    @Test func optionsReachTheHandlerAsSwiftValues() async throws {
        let tree = try CommandTree {
            SlashCommand("task", "Chores") {
                SubcommandGroup("mine", "Mine") {
                    Subcommand(
                        "create", "Write down", Argument<String>("title", "What").length(1...100),
                        Argument<ResolvedMember>("who", "Who").optional(),
                        Argument<Priority>("priority", "How soon").otherwise(.low),
                        Argument<Size>("size", "How much").optional(),
                        Argument<EchordModel.Attachment>("photo", "A photo").fileTypes(["image"]).optional()
                    ) { context, title, who, priority, size, photo in
                        let person = who.map { "\($0.displayName) of \($0.member?.roles.count ?? -1)" } ?? "nobody"
                        let words = [title, person, "\(priority)", "\(size as Size?)", photo?.filename ?? "no photo"]
                        try await context.reply(words.joined(separator: "; "))
                    }
                }
            }
        }
        let full = try Interaction.command(
            """
            "name":"task","type":1,"options":[{"name":"mine","type":2,"options":[{"name":"create","type":1,"options":[
            {"name":"title","type":3,"value":"Dust"},{"name":"who","type":6,"value":"8"},
            {"name":"priority","type":3,"value":"high"},{"name":"size","type":4,"value":2},
            {"name":"photo","type":11,"value":"9"}]}]}],
            "resolved":{"users":{"8":{"id":"8","username":"ann","discriminator":"0"}},
            "members":{"8":{"roles":["1","2"],"flags":0,"nick":"Annie"}},
            "attachments":{"9":{"id":"9","filename":"dust.png","size":1,"url":"u","proxy_url":"p"}}}
            """)
        let bare = try Interaction.command(
            """
            "name":"task","type":1,"options":[{"name":"mine","type":2,"options":[{"name":"create","type":1,"options":[
            {"name":"title","type":3,"value":"Dust"}]}]}]
            """)
        let calls = try await fixture.serve(tree, full, bare)
        #expect(
            calls.contains {
                $0.contains("Dust; Annie of 2; high; Optional(EchordTests.(unknown") || $0.contains("large")
            })
        #expect(calls.contains { $0.contains("dust.png") })
        #expect(calls.contains { $0.contains("Dust; nobody; low; nil; no photo") })
    }

    @Test func enumerationsAreChoices() throws {
        let tree = try CommandTree {
            SlashCommand("sort", "Sorts", Argument<Priority>("by", "By"), Argument<Size>("size", "s").optional()) {
                context, _, _ in try await context.reply("x")
            }
        }
        let options = tree.commands.commands[0].options ?? []
        #expect(options[0].choices?.map(\.name) == ["Some day", "At once"])
        #expect(options[0].choices?.map(\.value) == ["low", "high"])
        #expect(options[0].choices?[0].nameLocalizations == [.dutch: "Ooit"])
        #expect(options[0].isRequired == true && options[1].isRequired == nil)
        #expect(options[1].type == .integer && options[1].choices?.map(\.value) == [1, 2])
    }

    @Test func anOlderDeclarationIsSaidToBeOutOfDate() async throws {
        let tree = try CommandTree {
            SlashCommand("say", "Says", Argument<String>("text", "What")) { context, text in
                try await context.reply(text)
            }
            UserCommand("Greet") { context, target in try await context.reply("Hello \(target.displayName)") }
        }
        let calls = try await fixture.serve(
            tree, .command(#""name":"say","type":1"#),
            .command(#""name":"say","type":1,"options":[{"name":"text","type":4,"value":1}]"#),
            .command(#""name":"gone","type":1"#), .command(#""name":"Greet","type":2,"target_id":"8""#))
        #expect(calls.count == 4)
        #expect(calls.allSatisfy { $0.contains("out of date") && $0.contains(#""flags":64"#) })
    }

    @Test func commandsOnUsersAndMessagesGetTheirTarget() async throws {
        let tree = try CommandTree {
            UserCommand("Say hello") { context, target in try await context.reply("Hello \(target.displayName)") }
            MessageCommand("Quote it") { context, message in try await context.reply("> \(message.content)") }
            EntryPointCommand("launch", "Starts") { context in try await context.responder.launchActivity() }
        }
        let message =
            #"{"id":"9","channel_id":"8","author":{"id":"7","username":"bot","discriminator":"0"},"content":"wise words","timestamp":"2026-01-01T00:00:00Z","edited_timestamp":null,"tts":false,"mention_everyone":false,"mentions":[],"mention_roles":[],"attachments":[],"embeds":[],"pinned":false,"type":0}"#
        let calls = try await fixture.serve(
            tree,
            .command(
                #""name":"Say hello","type":2,"target_id":"8","resolved":{"users":{"8":{"id":"8","username":"ann","discriminator":"0"}}}"#
            ),
            .command(#""name":"Quote it","type":3,"target_id":"9","resolved":{"messages":{"9":\#(message)}}"#),
            .command(#""name":"launch","type":4"#))
        #expect(calls.count { $0.contains("Hello ann") } == 1)
        #expect(calls.count { $0.contains("> wise words") } == 1)
        #expect(calls.contains(#"answer {"type":12}"#))
    }

    @Test func nobodyIsLeftWithoutAnAnswerWhenAHandlerFails() async throws {
        struct Broken: Error {}
        let seen = Locked<[String]>([])
        let tree = try CommandTree {
            CommandFeature {
                SlashCommand("fails", "Fails") { _ in throw Broken() }
                SlashCommand("caught", "Fails") { _ in throw Broken() }
                    .catching { error, context in try await context.reply("caught \(error is Broken)") }
            }
            .after { context, error in seen.withLock { $0.append("\(context.path[0]) \(error is Broken)") } }
        }
        let calls = try await fixture.serve(
            tree, .command(#""name":"fails","type":1"#), .command(#""name":"caught","type":1"#))
        #expect(calls.contains { $0.contains("Something went wrong") })
        #expect(calls.contains { $0.contains("caught true") })
        #expect(seen.withLock { $0.sorted() } == ["caught false", "fails true"])
    }

    @Test func whatLiesOutsideGoesFirst() async throws {
        let order = Locked<[String]>([])
        @Sendable func note(_ text: String) { order.withLock { $0.append(text) } }
        let tree = try CommandTree {
            CommandFeature {
                SlashCommand("a", "A") {
                    Subcommand("b", "B") { context in
                        note("handler")
                        try await context.reply("done")
                    }
                    .before { _ in note("subcommand") }
                    .guarded(
                        by: CommandGuard { _ in
                            note("guard")
                            return nil
                        })
                }
                .around { context, next in
                    note("command in")
                    try await next(context)
                    note("command out")
                }
            }
            .before { _ in note("feature") }
        }
        try await fixture.serve(tree, .command(#""name":"a","type":1,"options":[{"name":"b","type":1}]"#))
        #expect(
            order.withLock { $0 } == ["feature", "command in", "subcommand", "guard", "handler", "command out"])
    }

    // MARK: - Components and modals

    @Test func componentsAndModalsAreFoundByTheirPatterns() async throws {
        let claim = CustomIDPattern<TaskID, Bool>("task.claim")
        let claimAll = PlainCustomIDPattern("task")
        let note = CustomIDPattern<String>("note")
        let tree = try CommandTree {
            ComponentHandler(claim) { context, id, isUrgent in
                try await context.update(MessageContent("claimed \(id) \(isUrgent)"))
            }
            ComponentHandler(claimAll) { context in try await context.update(MessageContent("all claimed")) }
            ModalHandler(note) { context, key in
                try await context.reply("\(key): \(context.text(of: "text") ?? "nothing")")
            }
        }
        let calls = try await fixture.serve(
            tree, .press(try claim(31, true)), .press(try claimAll()), .press("task.claim:x:1"),
            .press("task.claim:31"),
            .press("task.claim:31:1:2"), .press("tas"),
            .sample(
                5,
                data:
                    #"{"custom_id":"note:%c%%","components":[{"type":18,"component":{"type":4,"custom_id":"text","value":"hi"}}]}"#
            ))
        #expect(calls.count { $0.contains("claimed 31 true") } == 1)
        #expect(calls.count { $0.contains("all claimed") } == 1)
        #expect(calls.count { $0.contains("out of date") } == 4)
        #expect(calls.count { $0.contains(":%: hi") } == 1)
    }

    @Test(arguments: ["", ":", "%", "%c", "a:b%%c", "\u{301}accent", "🏠:🏡"])
    func aValueComesBackAsItWas(_ text: String) throws {
        let one = CustomIDPattern<String>("x")
        #expect(one.read(try one(text)) == text)
        let two = CustomIDPattern<String, String>("x")
        let read = try #require(two.read(try two(text, text)))
        #expect(read.0 == text && read.1 == text)
        #expect(one.read(try two(text, text)) == nil)
        #expect(CustomIDPattern<String>("xy").read(try one(text)) == nil)
    }

    @Test func aCustomIDThatIsTooLongIsAFault() throws {
        let pattern = CustomIDPattern<String>("note")
        #expect(try pattern(String(repeating: "x", count: 95)).utf8.count == 100)
        #expect(throws: EchordError.self) { try pattern(String(repeating: "x", count: 96)) }
    }
}

private typealias TaskID = Snowflake<IDMarker.Generic>
