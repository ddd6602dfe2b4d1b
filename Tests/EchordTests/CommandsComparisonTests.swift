import Echord
import EchordModel
import EchordPrimitives
import JSON
import Testing

@Suite("Declared against registered")
struct CommandsComparisonTests {
    /// What Discord gives back for a command it was sent.
    private func registered(_ command: CreateCommand, id: CommandID) throws -> ApplicationCommand {
        var object = try JSON.decode(JSONObject.self, from: JSON.encode(command))
        object["id"] = .string(id.description)
        object["application_id"] = "1"
        object["version"] = "1"
        object["type"] = object["type"] ?? 1
        object["description"] = object["description"] ?? ""
        if object["default_member_permissions"] == nil { object["default_member_permissions"] = .null }
        return try JSON.decode(ApplicationCommand.self, from: JSONValue.object(object))
    }

    private let commands = [
        CommandsTests.task.command, UserCommand("Assign").command, SlashCommand("ping", "Answers").command,
    ]

    @Test("Nothing is written when all is as it should be")
    func same() throws {
        let known = try commands.enumerated().map { try registered($1, id: CommandID(UInt64($0 + 10))) }
        let comparison = CommandComparison(declared: commands, registered: known)
        #expect(comparison.isEmpty)
        #expect(comparison.unchanged == [10, 11, 12])
        #expect(comparison.overwrite.map(\.id) == [10, 11, 12])
    }

    @Test("What Discord fills in by itself is no difference")
    func filledIn() throws {
        let command = SlashCommand("a", "a") { NumberOption("n", "n").range(1...2) }.command
        var known = try registered(command, id: 5)
        known.integrationTypes = [.guildInstall]
        known.contexts = nil
        known.isNSFW = false
        known.dmPermission = true
        known.options[0].isRequired = false
        known.options[0].minValue = 1
        known.options[0].maxValue = 2
        known.options[0].nameLocalizations = [:]
        #expect(CommandComparison(declared: [command], registered: [known]).isEmpty)
    }

    @Test("New, changed and forgotten commands")
    func changes() throws {
        let known = [
            try registered(SlashCommand("ping", "Old words").command, id: 1),
            try registered(SlashCommand("gone", "x").command, id: 2),
            try registered(MessageCommand("Assign").command, id: 3),
        ]
        let comparison = CommandComparison(declared: commands, registered: known)
        #expect(comparison.creates.map(\.name) == ["task", "Assign"])
        #expect(comparison.edits == [.init(id: 1, changes: EditCommand(description: .set("Answers")))])
        #expect(comparison.deletes == [2, 3])
        #expect(comparison.overwrite.map(\.id) == [nil, nil, 1])
        #expect(comparison.requestCount == 5)
    }

    struct Change: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout CreateCommand) -> Void
        let expected: EditCommand
    }

    static let single: [Change] = [
        Change(
            testDescription: "names in other languages", change: { $0.nameLocalizations = [.dutch: "b"] },
            expected: EditCommand(nameLocalizations: .set([.dutch: "b"]))),
        Change(
            testDescription: "descriptions in other languages",
            change: { $0.descriptionLocalizations = [.dutch: "b"] },
            expected: EditCommand(descriptionLocalizations: .set([.dutch: "b"]))),
        Change(
            testDescription: "options", change: { $0.options = [] }, expected: EditCommand(options: .set([]))),
        Change(
            testDescription: "permissions", change: { $0.defaultMemberPermissions = .set([]) },
            expected: EditCommand(defaultMemberPermissions: .set([]))),
        Change(testDescription: "age", change: { $0.isNSFW = true }, expected: EditCommand(isNSFW: .set(true))),
        Change(
            testDescription: "contexts", change: { $0.contexts = [.guild] },
            expected: EditCommand(contexts: .set([.guild]))),
        Change(
            testDescription: "installations", change: { $0.integrationTypes = [.userInstall] },
            expected: EditCommand(integrationTypes: .set([.userInstall]))),
        Change(
            testDescription: "handler", change: { $0.handler = .appHandler },
            expected: EditCommand(handler: .set(.appHandler))),
    ]

    @Test("Only the part that changed is written", arguments: single)
    func one(_ change: Change) throws {
        let before = SlashCommand("a", "a") { StringOption("s", "s") }.command
        var after = before
        change.change(&after)
        let comparison = CommandComparison(declared: [after], registered: [try registered(before, id: 1)])
        #expect(comparison.edits == [.init(id: 1, changes: change.expected)])
        #expect(comparison.creates.isEmpty && comparison.deletes.isEmpty)
    }

    @Test("What is no longer declared is cleared")
    func cleared() throws {
        let before = SlashCommand("a", "a").localized(names: [.dutch: "b"]).defaultMemberPermissions(.banMembers)
            .command
        let comparison = CommandComparison(
            declared: [SlashCommand("a", "a").command], registered: [try registered(before, id: 1)])
        #expect(
            comparison.edits == [
                .init(id: 1, changes: EditCommand(nameLocalizations: .clear, defaultMemberPermissions: .clear))
            ])
        #expect(
            JSON.encodeToString(try #require(comparison.edits.first).changes)
                == #"{"name_localizations":null,"default_member_permissions":null}"#)
    }

    @Test("A change deep in the options is seen, whatever it is")
    func deep() throws {
        let known = try registered(CommandsTests.task.command, id: 1)
        var changed = CommandsTests.task.command
        changed.options?[2].options?[0].options?[0].choices?[0].value = "green"
        let comparison = CommandComparison(declared: [changed], registered: [known])
        #expect(comparison.edits.first?.changes.options == .set(changed.options ?? []))
    }
}

@Suite("Options read as Swift values")
struct CommandsInputTests {
    private func input(_ options: String, resolved: String = "{}") throws -> CommandInput {
        CommandInput(
            try JSON.decode(
                CommandData.self,
                from: #"{"id":"1","name":"task","type":1,"resolved":\#(resolved),"options":\#(options)}"#))
    }

    @Test("The path leads through groups and subcommands")
    func path() throws {
        let nested = try input(
            #"[{"type":2,"name":"label","options":[{"type":1,"name":"add","options":[{"type":3,"name":"name","value":"x"}]}]}]"#
        )
        #expect(nested.path == ["task", "label", "add"])
        #expect(try nested.value("name", as: String.self) == "x")
        #expect(try input("[]").path == ["task"])
        #expect(try input(#"[{"type":1,"name":"list"}]"#).path == ["task", "list"])
    }

    @Test("Every kind of value")
    func kinds() throws {
        let input = try input(
            """
            [{"type":3,"name":"s","value":"x"},{"type":4,"name":"i","value":7},{"type":10,"name":"n","value":2},\
            {"type":5,"name":"b","value":true},{"type":6,"name":"u","value":"5"},{"type":7,"name":"c","value":"6"},\
            {"type":8,"name":"r","value":"7"},{"type":9,"name":"m","value":"7"},{"type":11,"name":"f","value":"9"}]
            """,
            resolved: """
                {"users":{"5":{"id":"5","username":"a"}},"members":{"5":{"roles":["7"]}},\
                "roles":{"7":{"id":"7","name":"r","permissions":"0"}},"channels":{"6":{"id":"6","type":0}},\
                "attachments":{"9":{"id":"9","filename":"a.png","size":1,"url":"https://a","proxy_url":"https://a"}}}
                """)
        #expect(try input.value("s", as: String.self) == "x")
        #expect(try input.value("i", as: Int.self) == 7)
        #expect(try input.value("i", as: Int64.self) == 7)
        #expect(try input.value("n", as: Double.self) == 2)
        #expect(try input.value("b", as: Bool.self))
        #expect(try input.value("u", as: UserID.self) == 5)
        #expect(try input.value("c", as: ChannelID.self) == 6)
        #expect(try input.value("r", as: RoleID.self) == 7)
        #expect(try input.value("m", as: GenericID.self) == 7)
        #expect(try input.value("f", as: AttachmentID.self) == 9)
        #expect(try input.user("u")?.username == "a")
        #expect(try input.member("u")?.roles == [7])
        #expect(try input.role("r")?.name == "r")
        #expect(try input.role("m")?.name == "r")
        #expect(try input.channel("c")?.type == .guildText)
        #expect(try input.attachment("f")?.filename == "a.png")
        #expect(try input.user("nobody") == nil)
    }

    @Test("Declared options read themselves")
    func declared() throws {
        let title = StringOption("title", "t")
        let input = try input(#"[{"type":3,"name":"title","value":"x"}]"#)
        #expect(try input[title] == "x")
        #expect(try input[optional: UserOption("assignee", "a")] == nil)
    }

    @Test("A missing option and one of another kind are told by name")
    func wrong() throws {
        let input = try input(#"[{"type":3,"name":"title","value":"x"},{"type":4,"name":"i","value":"oops"}]"#)
        let missing = #expect(throws: EchordError.self) { try input.value("assignee", as: UserID.self) }
        #expect(missing?.code == .commandOption)
        #expect(missing?.message == "option assignee of /task is missing")
        let wrong = #expect(throws: EchordError.self) { try input.optional("title", as: Int.self) }
        #expect(wrong?.message == "option title of /task is STRING, expected INTEGER")
        #expect(throws: EchordError.self) { try input.value("i", as: Int.self) }
        #expect(throws: EchordError.self) { try input.user("title") }
        #expect(throws: EchordError.self) { try input.attachment("title") }
    }

    @Test("Autocomplete: what is typed, even where a number is wanted")
    func focused() throws {
        let text = try input(#"[{"type":4,"name":"task","value":"4x","focused":true}]"#)
        #expect(text.focused == .init(name: "task", type: .integer, text: "4x"))
        #expect(try input(#"[{"type":4,"name":"task","value":4,"focused":true}]"#).focused?.text == "4")
        #expect(try input(#"[{"type":10,"name":"task","value":4.5,"focused":true}]"#).focused?.text == "4.5")
        #expect(try input("[]").focused == nil)
    }

    @Test("Commands on users and messages have a target")
    func target() throws {
        let data = try JSON.decode(
            CommandData.self,
            from:
                #"{"id":"1","name":"x","type":2,"target_id":"5","resolved":{"users":{"5":{"id":"5","username":"a"}}}}"#)
        #expect(CommandInput(data).targetUser?.username == "a")
        #expect(CommandInput(data).targetMessage == nil)
    }

    @Test("Numbers keep to their type")
    func numbers() {
        #expect(Int(optionValue: 1.5) == nil)
        #expect(Int(optionValue: .number(3)) == 3)
        #expect(Int64(optionValue: true) == nil)
        #expect(Double(optionValue: "1") == nil)
        #expect(Double(optionValue: 3) == 3)
        #expect(Bool(optionValue: 1) == nil)
        #expect(String(optionValue: 1) == nil)
        #expect(UserID(optionValue: "x") == nil)
        #expect(UserID(optionValue: 5) == nil)
    }
}
