internal import Core

/// An option of the command line. The settings that have a flag are options, and a few more are none.
struct CommandOption: Hashable, Sendable {
    /// What it does.
    enum Effect: Hashable, Sendable {
        case set
        case readFile
        case printReadyJSON
        case help
        case version
    }

    let effect: Effect
    /// All its names, the one that messages use first.
    let names: [String]
    /// What stands after it, such as `FILE`.
    var argument: String?
    /// One sentence of what it does.
    let meaning: String

    static let all: [CommandOption] =
        Setting.all.compactMap { setting in
            setting.flag.map {
                CommandOption(
                    effect: .set, names: [$0], argument: "VALUE",
                    meaning: "\(setting.meaning) (default: \(setting.standard))")
            }
        } + [
            CommandOption(
                effect: .readFile, names: ["--config"], argument: "FILE",
                meaning: "Reads this JSON file instead of those in config/."),
            CommandOption(
                effect: .printReadyJSON, names: ["--ready-json"],
                meaning: "Prints one line of JSON with every address when all is ready."),
            CommandOption(effect: .help, names: ["--help", "-h"], meaning: "Prints this."),
            CommandOption(effect: .version, names: ["--version"], meaning: "Prints the version."),
        ]

    /// The first name.
    var name: String { names[0] }

    /// Names and argument, as help writes them.
    var usage: String { names.joined(separator: ", ") + (argument.map { " \($0)" } ?? "") }

    /// Whether `command` takes it.
    func suits(_ command: Command) -> Bool {
        switch effect {
        case .set, .readFile: command.readsSettings
        case .printReadyJSON: command.serves
        case .help, .version: true
        }
    }
}
