internal import Core

/// What `chorestree help` prints: the tables of commands, options and settings, by which everything else works too.
enum HelpText {
    static let version = "ChoresTree 0.1.0"

    /// How the program is used.
    static var overview: String {
        """
        \(version): chores and tasks on Discord.

        usage: chorestree COMMAND [OPTIONS]

        commands:
        \(rows(Command.all.map { ($0.name + $0.operand.usage, $0.meaning) }))

        options:
        \(options { _ in true })

        settings from the environment, .env or config/ (a secret also from the file that NAME_FILE names):
        \(settings)

        exit status:
        \(rows(Console.Status.allCases.map { (String($0.rawValue), $0.meaning) }))
        """
    }

    /// How one command, or those that begin with the same word, are used.
    static func page(_ commands: [Command]) -> String {
        let usages = commands.map { command in
            """
            usage: chorestree \(command.name)\(command.operand.usage) [OPTIONS]

            \(command.meaning)
            """
        }
        var sections = usages + ["options:\n\(options { option in commands.contains { option.suits($0) } })"]
        if commands.contains(where: \.readsSettings) {
            sections.append("settings from the environment, .env or config/:\n\(settings)")
        }
        return sections.joined(separator: "\n\n")
    }

    private static func options(_ isShown: (CommandOption) -> Bool) -> String {
        rows(CommandOption.all.filter(isShown).map { ($0.usage, $0.meaning) })
    }

    private static var settings: String {
        rows(
            Setting.all.map { setting in
                let key = setting.standsInFiles ? ", in a file: \(setting.key)" : ""
                let facts = "(default: \(setting.standard)\(key))"
                return (setting.variable, "\(setting.meaning) Takes \(setting.values). \(facts)")
            })
    }

    private static func rows(_ rows: [(String, String)]) -> String {
        rows.map { left, right in
            "  \(left)\(String(repeating: " ", count: max(1, 28 - left.count)))\(right)"
        }.joined(separator: "\n")
    }
}
