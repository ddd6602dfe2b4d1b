/// One thing that the program can be asked to do. `Command.all` is the table of them: the command line is read and help
/// is written by it.
struct Command: Hashable, Sendable {
    /// What is done.
    enum Task: Hashable, Sendable {
        case run
        case simulate
        case listDeadLetters
        case replayDeadLetter
        case version
        case help
    }

    let task: Task
    /// The words that name it.
    let words: [String]
    /// What may follow the words.
    var operand = Operand.none
    /// Whether it reads the configuration, and so takes the options of the settings.
    var readsSettings = false
    /// Whether it is meant when the last of its words is left out.
    var isFirstOfGroup = false
    /// One sentence of what it does.
    let meaning: String

    /// What follows the words of a command.
    enum Operand: Hashable, Sendable {
        case none
        case one(String)
        case any(String)

        /// As usage lines write it.
        var usage: String {
            switch self {
            case .none: ""
            case .one(let name): " \(name)"
            case .any(let name): " [\(name)]"
            }
        }
    }

    static let all = [
        Command(
            task: .run, words: ["run"], readsSettings: true,
            meaning: "Starts the bot; without DISCORD_TOKEN the local Discord with its Playground too."),
        Command(
            task: .simulate, words: ["simulate"], readsSettings: true,
            meaning: "Starts the local Discord alone, for any bot; DISCORD_TOKEN is then the token it takes."),
        Command(
            task: .listDeadLetters, words: ["events", "list"], readsSettings: true, isFirstOfGroup: true,
            meaning: "Lists the events that could not be delivered."),
        Command(
            task: .replayDeadLetter, words: ["events", "replay"], operand: .one("ID"), readsSettings: true,
            meaning: "Delivers one of them again at the next start, or now if the bot runs."),
        Command(task: .version, words: ["version"], meaning: "Prints the version."),
        Command(
            task: .help, words: ["help"], operand: .any("COMMAND"),
            meaning: "Prints how the program, or one of its commands, is used."),
    ]

    /// Whether it stays until it is told to stop.
    var serves: Bool { task == .run || task == .simulate }

    /// Its words in a row.
    var name: String { words.joined(separator: " ") }

    /// How a message names it.
    var quoted: String { "`chorestree \(name)`" }

    /// The commands that `words` begin or name: all of them for none.
    static func named(by words: [String]) -> [Command] {
        all.filter { $0.words.starts(with: words) || words.starts(with: $0.words) }
    }

    /// The command that `words` ask for.
    ///
    /// - Throws: `Arguments.Fault` with the nearest name.
    static func find(_ words: [String]) throws(Arguments.Fault) -> Command {
        guard !words.isEmpty else {
            throw Arguments.Fault("say what to do, such as `chorestree run`; `chorestree help` lists the commands")
        }
        let isAsked = { (command: Command) in
            words.starts(with: command.words) || (command.isFirstOfGroup && words == command.words.dropLast())
        }
        guard let found = all.first(where: isAsked) else { throw unknown(words) }
        return found
    }

    /// The fault of words that name nothing.
    static func unknown(_ words: [String]) -> Arguments.Fault {
        let asked = words.prefix(2).joined(separator: " ")
        let names = all.map(\.name) + all.compactMap { $0.isFirstOfGroup ? $0.words.first : nil }
        return Arguments.Fault("unknown command “\(asked)”\(Arguments.advice(for: asked, among: names))")
    }
}
