internal import Core

/// What `chorestree help` prints.
enum HelpText {
    static let version = "ChoresTree 0.1.0"

    /// Commands, options and every setting, from the same table that reads them.
    static var text: String {
        let options = Setting.all.compactMap { setting in
            setting.flag.map { row("\($0) VALUE", "\(setting.meaning) (default: \(setting.standard))") }
        }
        let variables = Setting.all.map { setting in
            row(setting.variable, "\(setting.meaning) Takes \(setting.values).")
        }
        return """
            \(version): chores and tasks on Discord.

            usage: chorestree COMMAND [OPTIONS]

            commands:
            \(row("run", "Starts the bot; without DISCORD_TOKEN the local Discord with its Playground too."))
            \(row("events list", "Lists the events that could not be delivered."))
            \(row("events replay ID", "Delivers one of them again at the next start, or now if the bot runs."))
            \(row("version", "Prints the version."))
            \(row("help", "Prints this."))

            options:
            \(options.joined(separator: "\n"))
            \(row("--config FILE", "Reads this JSON file instead of those in config/."))
            \(row("--ready-json", "Prints one line of JSON with every address when all is ready."))

            settings from the environment or .env (secrets also from the file named by NAME_FILE):
            \(variables.joined(separator: "\n"))
            """
    }

    private static func row(_ left: String, _ right: String) -> String {
        let padding = String(repeating: " ", count: max(1, 28 - left.count))
        return "  \(left)\(padding)\(right)"
    }
}
