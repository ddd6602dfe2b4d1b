internal import EchordModel

/// Finds what is wrong with a set of text commands.
enum TextCommandCheck {
    static func faults(of commands: [TextCommand], hasHelp: Bool) -> [FieldIssue] {
        faults(of: commands, path: [], taken: hasHelp ? ["help"] : [])
    }

    private static func faults(of commands: [TextCommand], path: [String], taken: Set<String>) -> [FieldIssue] {
        var taken = taken
        var faults: [FieldIssue] = []
        for command in commands {
            let place = (path + [command.name]).joined(separator: " ")
            for name in command.names {
                if !(1...32).contains(name.count) || name.contains(where: \.isWhitespace) {
                    faults.append(
                        FieldIssue(path: place, code: "NAME", message: "a name is one word of 1–32 characters"))
                }
                if !taken.insert(name.lowercased()).inserted {
                    faults.append(
                        FieldIssue(path: place, code: "NAME_TAKEN", message: "\(name) is there already"))
                }
            }
            if command.forms.dropLast().contains(where: \.isLast) {
                faults.append(
                    FieldIssue(path: place, code: "ARGUMENT_ORDER", message: "nothing stands behind the rest"))
            }
            if command.run == nil, command.children.isEmpty {
                faults.append(FieldIssue(path: place, code: "GROUP_EMPTY", message: "a group needs commands"))
            }
            faults += Self.faults(of: command.children, path: path + [command.name], taken: [])
        }
        return faults
    }
}
