import Echord
import EchordModel
import EchordPrimitives
import Testing

@Suite struct CommandTreeCheckTests {
    private func faults(
        localization: CommandLocalization? = nil, @CommandTreeBuilder _ items: () -> [CommandTreeItem]
    ) -> [String] {
        do throws(EchordError) {
            _ = try CommandTree(localization: localization, items)
            return []
        } catch {
            return error.issues.map { "\($0.path) \($0.code)" }
        }
    }

    @Test func faultsAreNamedByTheCommandsNames() {
        let found = faults {
            SlashCommand("task", "Chores") {
                SubcommandGroup("mine", "Mine") {
                    Subcommand(
                        "create", "", Argument<String>("title", "What").length(7_000...7_001),
                        Argument<Int>("Bad Name", "x").optional()
                    ) { context, _, _ in try await context.reply("x") }
                }
            }
        }
        #expect(found.contains { $0.hasPrefix("/task mine create.description ") })
        #expect(found.contains { $0.hasPrefix("/task mine create title.min_length ") })
        #expect(found.contains { $0.hasPrefix("/task mine create Bad Name.name ") })
    }

    @Test func everyCommandNeedsAHandler() {
        let found = faults {
            SlashCommand("bare", "Bare")
            SlashCommand("task", "Chores") {
                Subcommand("done", "Done") { context in try await context.reply("x") }
                Subcommand("list", "List")
                SubcommandGroup("label", "Labels") { Subcommand("add", "Adds") }
            }
            UserCommand("Greet")
            EntryPointCommand("launch", "Starts", handler: .discordLaunchActivity)
        }
        #expect(
            found.filter { $0.hasSuffix("HANDLER_MISSING") } == [
                "/bare HANDLER_MISSING", "/task list HANDLER_MISSING", "/task label add HANDLER_MISSING",
                "Greet HANDLER_MISSING",
            ])
    }

    @Test func twoOfAKindAreAFault() {
        let found = faults {
            SlashCommand("a", "A") { context in try await context.reply("x") }
            SlashCommand("a", "A") { context in try await context.reply("x") }
            ComponentHandler(CustomIDPattern<Int>("go")) { _, _ in }
            ComponentHandler(CustomIDPattern("go")) { _ in }
            ModalHandler(CustomIDPattern("go")) { _ in }
            ModalHandler(CustomIDPattern("Not: a name")) { _ in }
        }
        #expect(
            found == [
                "/a.name APPLICATION_COMMANDS_DUPLICATE_NAME", "component go HANDLER_DUPLICATED",
                "modal Not: a name CUSTOM_ID_NAME",
            ])
    }

    @Test func requiredOptionsComeFirst() {
        let found = faults {
            SlashCommand("a", "A", Argument<Int>("one", "1").optional(), Argument<Int>("two", "2")) {
                context, _, _ in try await context.reply("x")
            }
        }
        #expect(found == ["/a two APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"])
    }

    @Test func textsInOtherLanguagesAreAddedByKey() throws {
        let texts: [String: String] = [
            "task.name": "taak", "task.description": "Klussen", "task.create.name": "maken",
            "task.create.title.description": "Wat er moet gebeuren", "task.create.kind.choices.big": "Groot",
        ]
        let tree = try CommandTree(localization: CommandLocalization([.dutch: texts])) {
            SlashCommand("task", "Chores") {
                Subcommand(
                    "create", "Create", Argument<String>("title", "What"),
                    Argument<String>("kind", "Kind").choices([
                        CommandChoice("Big", "big"), CommandChoice("Small", "small"),
                    ])
                ) { context, _, _ in try await context.reply("x") }
                .localized(names: [.dutch: "schrijf"])
            }
        }
        let command = tree.commands.commands[0]
        #expect(
            command.nameLocalizations == [.dutch: "taak"] && command.descriptionLocalizations == [.dutch: "Klussen"])
        let create = try #require(command.options?.first)
        #expect(create.nameLocalizations == [.dutch: "schrijf"])
        #expect(create.options?[0].descriptionLocalizations == [.dutch: "Wat er moet gebeuren"])
        #expect(create.options?[1].choices?[0].nameLocalizations == [.dutch: "Groot"])
        #expect(create.options?[1].choices?[1].nameLocalizations == nil)
    }

    @Test func aTranslationOfNothingIsAFault() {
        let found = faults(localization: CommandLocalization([.dutch: ["tsk.name": "taak", "a.name": "a"]])) {
            SlashCommand("a", "A") { context in try await context.reply("x") }
        }
        #expect(found == ["nl tsk.name KEY_UNKNOWN"])
    }
}
