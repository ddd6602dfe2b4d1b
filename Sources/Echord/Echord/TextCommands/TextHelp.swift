internal import EchordPrimitives

/// Tells of text commands how they are used.
struct TextHelp: Sendable {
    let commands: [TextCommand]
    let words: TextWords

    /// How a command is used: `!remind <who> [in] <what…>`; nil when there is none.
    func usage(_ path: [String], prefix: String) -> String? {
        guard let command = find(path)?.last else { return nil }
        let rest = command.children.isEmpty ? command.usage : ["…"]
        return prefix + (path + rest).joined(separator: " ")
    }

    /// The list of commands, or one of them explained.
    ///
    /// - Parameter text: the command's names; empty for the list.
    func text(for text: String, prefix: String) -> String {
        let names = text.split(whereSeparator: \.isWhitespace).prefix(TextCommandSet.deepest).map(String.init)
        guard !names.isEmpty else { return list(commands, path: [], prefix: prefix) }
        guard let chain = find(names), let command = chain.last else {
            return words.fault(.unknownSubcommand(text))
        }
        let path = chain.map(\.name)
        var lines = ["`\(usage(path, prefix: prefix) ?? "")`", command.description]
        if !command.aliases.isEmpty { lines.append(command.aliases.map { "`\($0)`" }.joined(separator: ", ")) }
        if !command.children.isEmpty { lines.append(list(command.children, path: path, prefix: prefix)) }
        return fitting(lines.joined(separator: "\n"))
    }

    private func list(_ commands: [TextCommand], path: [String], prefix: String) -> String {
        let shown = commands.filter { !$0.isHidden }.sorted { $0.name < $1.name }
        return fitting(
            shown.map { "`\(prefix)\((path + [$0.name]).joined(separator: " "))` \($0.description)" }
                .joined(separator: "\n"))
    }

    /// The commands along a path of names or aliases.
    private func find(_ path: [String]) -> [TextCommand]? {
        var chain: [TextCommand] = []
        var level = commands
        for name in path {
            guard let next = TextCommandSet.find(name, in: level) else { return nil }
            chain.append(next)
            level = next.children
        }
        return chain
    }

    /// Whole lines, as many as a message holds.
    private func fitting(_ text: String) -> String {
        let limit = DiscordLimits.Message.content
        guard text.unicodeScalars.count > limit else { return text }
        var result = ""
        for line in text.split(separator: "\n") {
            guard result.unicodeScalars.count + line.unicodeScalars.count + 2 < limit else { break }
            result += line + "\n"
        }
        return result + "…"
    }
}
