internal import EchordModel
public import EchordPrimitives

/// Names, descriptions and choices of commands in other languages, by keys.
///
/// Keys are the names from the command on, with dots between, and then what it is: `task.name`, `task.description`,
/// `task.create.title.description`, and for the choice `low` of an option `task.create.priority.choices.low`, by the
/// value.
public struct CommandLocalization: Sendable {
    /// Texts by key, of each language.
    public let texts: [DiscordLocale: [String: String]]

    /// Texts by key, of each language. A key that belongs to nothing is a fault of the tree.
    public init(_ texts: [DiscordLocale: [String: String]]) { self.texts = texts }

    /// Adds texts where none are declared.
    ///
    /// - Returns: keys that belong to nothing.
    func apply(to items: inout [CommandTreeItem]) -> [FieldIssue] {
        var used: Set<String> = []
        for index in items.indices {
            guard case .command(var command, let actions) = items[index] else { continue }
            let key = command.name
            add(all("\(key).name", &used), to: &command.nameLocalizations)
            add(all("\(key).description", &used), to: &command.descriptionLocalizations)
            command.options = command.options?.map { localized($0, key, &used) }
            items[index] = .command(command, actions)
        }
        return texts.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { locale, table in
            table.keys.filter { !used.contains($0) }.sorted().map { key in
                FieldIssue(
                    path: "\(locale.rawValue) \(key)", code: "KEY_UNKNOWN",
                    message: "no command, option or choice has it")
            }
        }
    }

    private func localized(_ option: CommandOption, _ outer: String, _ used: inout Set<String>) -> CommandOption {
        var option = option
        let key = "\(outer).\(option.name)"
        add(all("\(key).name", &used), to: &option.nameLocalizations)
        add(all("\(key).description", &used), to: &option.descriptionLocalizations)
        option.options = option.options?.map { localized($0, key, &used) }
        option.choices = option.choices?.map { choice in
            var choice = choice
            add(all("\(key).choices.\(choice.value.text)", &used), to: &choice.nameLocalizations)
            return choice
        }
        return option
    }

    /// What is declared goes before the table.
    private func add(_ found: Localizations?, to declared: inout Localizations?) { declared = declared ?? found }

    private func all(_ key: String, _ used: inout Set<String>) -> Localizations? {
        let found = texts.compactMapValues { $0[key] }
        guard !found.isEmpty else { return nil }
        used.insert(key)
        return found
    }
}

extension ChoiceValue {
    /// The value as a text.
    fileprivate var text: String {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .bool(let truth): String(truth)
        }
    }
}
