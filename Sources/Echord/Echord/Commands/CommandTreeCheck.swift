internal import EchordModel
internal import EchordPrimitives

/// Finds what is wrong with a tree, and says where by the commands' names: `/task create title.description`.
enum CommandTreeCheck {
    static func faults(of items: [CommandTreeItem]) -> [FieldIssue] {
        let commands = items.compactMap(\.command)
        var faults = FaultCollector.collect { $0.commands(commands) }.map { issue in
            FieldIssue(path: named(issue.path, in: commands), code: issue.code, message: issue.message)
        }
        faults += items.flatMap(unanswered)
        faults += names(
            items.compactMap { if case .component(let handler) = $0 { handler.name } else { nil } }, "component")
        faults += names(items.compactMap { if case .modal(let handler) = $0 { handler.name } else { nil } }, "modal")
        return faults
    }

    // MARK: - Handlers

    /// Commands and subcommands that nothing is done for.
    private static func unanswered(_ item: CommandTreeItem) -> [FieldIssue] {
        guard case .command(let command, let actions) = item, command.handler != .discordLaunchActivity else {
            return []
        }
        let answered = Set(actions.map(\.path))
        return leaves(command.options ?? []).filter { !answered.contains($0) }.map { leaf in
            FieldIssue(
                path: ([shown(command)] + leaf).joined(separator: " "), code: "HANDLER_MISSING",
                message: "nothing is said of what it does")
        }
    }

    private static func leaves(_ options: [CommandOption]) -> [[String]] {
        let nested = options.filter { $0.type == .subcommand || $0.type == .subcommandGroup }
        guard !nested.isEmpty else { return [[]] }
        return nested.flatMap { option in
            option.type == .subcommand ? [[option.name]] : leaves(option.options ?? []).map { [option.name] + $0 }
        }
    }

    private static func names(_ names: [String], _ kind: String) -> [FieldIssue] {
        var seen: Set<String> = []
        var faults: [FieldIssue] = []
        for name in names {
            let place = "\(kind) \(name)"
            if !CustomIDText.isName(name) {
                faults.append(
                    FieldIssue(
                        path: place, code: "CUSTOM_ID_NAME",
                        message: "a name has 1–40 lower-case letters, digits, ., _ and -"))
            }
            if !seen.insert(name).inserted {
                faults.append(
                    FieldIssue(path: place, code: "HANDLER_DUPLICATED", message: "another handler has this name"))
            }
        }
        return faults
    }

    // MARK: - Paths

    /// `/name` of a slash command, the name of the others.
    private static func shown(_ command: CreateCommand) -> String {
        (command.type ?? .chatInput) == .chatInput ? "/\(command.name)" : command.name
    }

    /// `[0].options[1].name` by the names that stand there; a number stays where there is none.
    private static func named(_ path: String, in commands: [CreateCommand]) -> String {
        var keys = path.split(separator: ".").map(String.init)[...]
        guard let first = keys.first, first.hasPrefix("["), let index = number(first, after: ""),
            commands.indices.contains(index)
        else { return path }
        keys.removeFirst()
        var words = [commands[index].name.isEmpty ? "command \(index)" : shown(commands[index])]
        var options = commands[index].options ?? []
        while let key = keys.first, let index = number(key, after: "options"), options.indices.contains(index) {
            words.append(options[index].name.isEmpty ? "option \(index)" : options[index].name)
            options = options[index].options ?? []
            keys.removeFirst()
        }
        return ([words.joined(separator: " ")] + keys).joined(separator: ".")
    }

    /// The number in `key[number]`.
    private static func number(_ key: String, after name: String) -> Int? {
        guard key.hasPrefix(name + "["), key.hasSuffix("]") else { return nil }
        return Int(key.dropFirst(name.count + 1).dropLast())
    }
}
