import Echord
import EchordModel
import EchordPrimitives
import JSON
import Testing

private func long(_ count: Int) -> String { String(repeating: "x", count: count) }

@Suite("Declared commands")
struct CommandsTests {
    static let task = SlashCommand("task", "Chores of this server") {
        Subcommand("create", "Write down what is to be done") {
            StringOption("title", "What is to be done").required().length(1...100)
                .localized(names: [.dutch: "titel"], descriptions: [.dutch: "Wat er moet gebeuren"])
            UserOption("assignee", "Who does it")
        }
        .localized(names: [.dutch: "maken"], descriptions: [.dutch: "Schrijf op wat er moet gebeuren"])
        Subcommand("show", "Show a chore") { IntegerOption("task", "Which one").required().autocomplete() }
        SubcommandGroup("label", "Labels") {
            Subcommand("add", "Add a label") { StringOption("name", "Its name").choices([CommandChoice("Red", "red")]) }
        }
        .localized(names: [.dutch: "label"])
    }
    .contexts([.guild]).integrationTypes([.guildInstall]).localized(names: [.dutch: "taak"])

    @Test("A declaration is what Discord is sent")
    func declaration() throws {
        let command = try Self.task.command.validated()
        let text = JSON.encodeToString(command)
        #expect(command.options?.map(\.name) == ["create", "show", "label"])
        #expect(text.contains(#""autocomplete":true"#))
        #expect(text.contains(#""min_length":1,"max_length":100"#))
        #expect(text.contains(#""name_localizations":{"nl":"taak"}"#))
        #expect(!text.contains("default_member_permissions"))
    }

    @Test("All kinds of option and of command")
    func kinds() throws {
        let set = CommandSet {
            SlashCommand("all", "Everything") {
                NumberOption("number", "n").required().range(0.5...2).choices([CommandChoice("One", 1)])
                IntegerOption("integer", "i").range(1...5).choices([CommandChoice("One", 1, localized: [.dutch: "Een"])]
                )
                BooleanOption("boolean", "b")
                ChannelOption("channel", "c").types([.guildText])
                RoleOption("role", "r")
                MentionableOption("mentionable", "m")
                AttachmentOption("file", "f").fileTypes(["image", ".pdf"])
                for name in ["a", "b"] { StringOption(name, name).autocomplete() }
                if Bool(true) { NumberOption("late", "l").autocomplete() }
            }
            .nsfw().defaultMemberPermissions([.manageMessages])
            UserCommand("Assign chore").defaultMemberPermissions(nil)
            MessageCommand("Make a chore")
            EntryPointCommand("launch", "Start", handler: .discordLaunchActivity)
        }
        #expect(try set.validated().commands.count == 4)
        let types = set.commands[0].options?.map(\.type.rawValue)
        #expect(types == [10, 4, 5, 7, 8, 9, 11, 3, 3, 10])
        #expect(JSON.encodeToString(set.commands[1]).contains(#""default_member_permissions":null"#))
    }

    private static func slash(@CommandOptionBuilder _ options: () -> [CommandPart]) -> CreateCommand {
        SlashCommand("a", "a", options).command
    }

    private static func raw(_ option: CommandOption) -> CreateCommand { slash { [option] } }

    private static func option(_ type: CommandOptionType, _ change: (inout CommandOption) -> Void) -> CreateCommand {
        var option = CommandOption(type: type, name: "o", description: "o")
        change(&option)
        return raw(option)
    }

    static let faults: [Faulty] = [
        Faulty("name: 1–32 characters, is 0", SlashCommand("", "a").command),
        Faulty("name: 1–32 characters, is 33", SlashCommand(long(33), "a").command),
        Faulty("name: letters in lower case only", SlashCommand("Task", "a").command),
        Faulty("name: letters, digits, -, _ and ' only", SlashCommand("my task", "a").command),
        Faulty("name: letters, digits, -, _ and ' only", SlashCommand("a🔥", "a").command),
        Faulty("name: 1–32 characters, is 33", UserCommand(long(33)).command),
        Faulty("description: 1–100 characters, is 0", SlashCommand("a", "").command),
        Faulty("description: 1–100 characters, is 101", SlashCommand("a", long(101)).command),
        Faulty(
            "description: only slash commands have a description",
            CreateCommand(name: "a", description: "x", type: .user)),
        Faulty(
            "handler: an entry point needs a handler",
            CreateCommand(name: "a", description: "x", type: .primaryEntryPoint)),
        Faulty(
            "name_localizations.nl: letters in lower case only",
            SlashCommand("a", "a").localized(names: [.dutch: "Taak"]).command),
        Faulty(
            "name_localizations.xx: a language Discord knows",
            SlashCommand("a", "a").localized(names: [DiscordLocale(rawValue: "xx"): "a"]).command),
        Faulty(
            "description_localizations.nl: 1–100 characters, is 101",
            SlashCommand("a", "a").localized(descriptions: [.dutch: long(101)]).command),
        Faulty("options: at most 25 options, is 26", slash { for index in 0..<26 { StringOption("o\(index)", "a") } }),
        Faulty(
            "options[1].name: an option of this name is there already",
            slash {
                StringOption("a", "a")
                StringOption("a", "a")
            }),
        Faulty(
            "options[1]: required options stand before the others",
            slash {
                StringOption("a", "a")
                StringOption("b", "b").required()
            }),
        Faulty(
            "options: either subcommands and groups, or options, not both",
            slash {
                Subcommand("a", "a")
                StringOption("b", "b")
            }),
        Faulty(
            "options[0].options: a group needs subcommands", slash { SubcommandGroup("a", "a") {} }),
        Faulty(
            "options[0].options[0].type: a group holds subcommands only",
            slash { SubcommandGroup("a", "a") { StringOption("b", "b") } }),
        Faulty(
            "options[0].options[0].type: groups stand at the top only",
            slash { SubcommandGroup("a", "a") { SubcommandGroup("b", "b") { Subcommand("c", "c") } } }),
        Faulty(
            "options[0].options[0].type: subcommands do not stand in each other",
            slash { Subcommand("a", "a") { Subcommand("b", "b") } }),
        Faulty(
            "options[0].options: only subcommands and groups hold options", option(.string) { $0.options = [] }),
        Faulty("options[0].required: a subcommand can not be required", option(.subcommand) { $0.isRequired = true }),
        Faulty(
            "options[0].choices: at most 25 choices, is 26",
            slash { StringOption("a", "a").choices((0..<26).map { CommandChoice("\($0)", .string("\($0)")) }) }),
        Faulty(
            "options[0].choices[0].name: 1–100 characters, is 101",
            slash { StringOption("a", "a").choices([CommandChoice(long(101), "a")]) }),
        Faulty(
            "options[0].choices[0].name_localizations.nl: 1–100 characters, is 0",
            slash { StringOption("a", "a").choices([CommandChoice("a", "a", localized: [.dutch: ""])]) }),
        Faulty(
            "options[0].choices[0].value: 1–100 characters, is 101",
            slash { StringOption("a", "a").choices([CommandChoice("a", .string(long(101)))]) }),
        Faulty(
            "options[0].choices[0].value: a value of the option's kind",
            slash { IntegerOption("a", "a").choices([CommandChoice("a", "a")]) }),
        Faulty(
            "options[0].choices[0].value: a whole number between -2^53 and 2^53, is 9007199254740992",
            slash { IntegerOption("a", "a").choices([CommandChoice("a", 9_007_199_254_740_992)]) }),
        Faulty(
            "options[0].choices[0].value: a number from -2^53 to 2^53",
            slash { NumberOption("a", "a").choices([CommandChoice("a", 1e300)]) }),
        Faulty(
            "options[0].choices[1].name: the name is there already",
            slash { StringOption("a", "a").choices([CommandChoice("a", "a"), CommandChoice("a", "b")]) }),
        Faulty(
            "options[0].autocomplete: either choices or autocomplete",
            slash { StringOption("a", "a").choices([CommandChoice("a", "a")]).autocomplete() }),
        Faulty(
            "options[0].autocomplete: only texts and numbers have autocomplete",
            option(.user) { $0.hasAutocomplete = true }),
        Faulty("options[0].choices: only texts and numbers have choices", option(.boolean) { $0.choices = [] }),
        Faulty("options[0].min_value: only numbers have a least value", option(.string) { $0.minValue = 1 }),
        Faulty("options[0].max_value: only numbers have a greatest value", option(.string) { $0.maxValue = 1 }),
        Faulty("options[0].min_length: only texts have a length", option(.integer) { $0.minLength = 1 }),
        Faulty("options[0].max_length: only texts have a length", option(.integer) { $0.maxLength = 1 }),
        Faulty("options[0].channel_types: only channels have kinds", option(.user) { $0.channelTypes = [.dm] }),
        Faulty("options[0].file_types: only files have kinds", option(.user) { $0.fileTypes = ["image"] }),
        Faulty(
            "options[0].file_types[0]: image, video, audio or an ending such as .pdf",
            option(.attachment) { $0.fileTypes = ["x"] }),
        Faulty("options[0].min_length: at most 6000, is 6001", option(.string) { $0.minLength = 6001 }),
        Faulty("options[0].max_length: 1–6000, is 0", option(.string) { $0.maxLength = 0 }),
        Faulty(
            "options[0].min_length: at most max_length, which is 2, is 3",
            option(.string) {
                $0.minLength = 3
                $0.maxLength = 2
            }),
        Faulty(
            "options[0].min_value: at most max_value, which is 2.0, is 3.0",
            option(.integer) {
                $0.minValue = 3
                $0.maxValue = 2
            }),
        Faulty("options[0].min_value: a whole number", option(.integer) { $0.minValue = 0.5 }),
        Faulty("options[0].min_value: a number", option(.integer) { $0.minValue = "a" }),
        Faulty("options[0].max_value: from -2^53 to 2^53", option(.number) { $0.maxValue = 1e300 }),
        Faulty(
            "options: only slash commands have options",
            CreateCommand(
                name: "a", options: [CommandOption(type: .string, name: "a", description: "a")], type: .message)),
        Faulty(
            "[1].name: a command of this kind and name is there already",
            CommandSet {
                SlashCommand("a", "a")
                SlashCommand("a", "b")
                UserCommand("a")
            }),
        Faulty(
            "at most 15 user commands, is 16",
            CommandSet { for index in 0..<16 { UserCommand("\(index)") } }),
        Faulty(
            "at most 15 message commands, is 16",
            CommandSet { for index in 0..<16 { MessageCommand("\(index)") } }),
        Faulty(
            "at most 100 slash commands, is 101",
            CommandSet { for index in 0..<101 { SlashCommand("c\(index)", "a") } }),
        Faulty(
            "at most 1 entry points, is 2",
            CommandSet { for index in 0..<2 { EntryPointCommand("\(index)", "a", handler: .appHandler) } }),
    ]

    @Test("Faults", arguments: faults)
    func fault(_ faulty: Faulty) { #expect(faulty.found.contains(faulty.expected)) }

    @Test(
        "Names in any script", arguments: ["taak", "a-b_c", "l'été", "задача", "任务", "นี้", "कार्य", "task2", "ß"])
    func names(_ name: String) { #expect(SlashCommand(name, "a").command.issues == []) }

    @Test("A command's size counts the longest language of each text, and everything inside")
    func size() {
        let command = SlashCommand("ab", "abc") {
            StringOption("o", "oo").choices([CommandChoice("cc", "v", localized: [.dutch: "cccc"])])
        }.localized(names: [.dutch: "abcd", .german: "a"]).command
        #expect(command.size == 4 + 3 + 1 + 2 + 4 + 1)
        func filled(_ choices: Int) -> CreateCommand {
            SlashCommand("a", "a") {
                for option in 0..<choices {
                    StringOption("o\(option)", long(90)).choices(
                        (0..<4).map { CommandChoice(long(96) + "\($0)", .string(long(96) + "\($0)")) })
                }
            }.command
        }
        #expect(filled(9).issues == [])
        #expect(
            filled(10).issues.map(\.message) == [
                "at most 8000 characters with the longest languages, is \(filled(10).size)"
            ])
    }
}
