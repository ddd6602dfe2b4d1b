/// The variables of a `.env` file: `NAME=value` a line, `#` for comments, quotes around values, `export` ignored.
///
/// Nothing is expanded: where a shell would, the line is refused, so that nobody finds a folder named `$HOME`.
struct DotEnvironment {
    /// A variable as it was set.
    struct Entry {
        let name: String
        let value: String
        let place: SettingPlace
    }

    /// Every variable once, in the order of the file.
    private(set) var entries: [Entry] = []
    private(set) var faults: [ConfigurationError.Fault] = []
    private let file: String

    /// Nothing is set where there is no file.
    init(file: String) {
        self.file = file
        do {
            let lines = (try TextFile.read(file) ?? "").split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for (index, line) in lines.enumerated() { read(String(line).trimmed, index + 1) }
        } catch {
            faults.append(.init(.file(file), error.message))
        }
    }

    /// The variable of that name, if it is set.
    subscript(name: String) -> Entry? { entries.first { $0.name == name } }

    private mutating func read(_ line: String, _ number: Int) {
        guard !line.isEmpty, !line.hasPrefix("#") else { return }
        func place(_ name: String? = nil) -> SettingPlace { .line(number, file: file, variable: name) }
        let isExport = line.hasPrefix("export") && line.dropFirst(6).first?.isWhitespace == true
        let assignment = isExport ? line.dropFirst(7) : line[...]
        guard let equals = assignment.firstIndex(of: "=") else {
            faults.append(.init(place(), "is not of the form NAME=value"))
            return
        }
        let name = String(assignment[..<equals]).trimmed
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) else {
            faults.append(.init(place(), "the name before = has characters other than A-Z, 0-9 and _"))
            return
        }
        if let first = self[name] {
            faults.append(.init(place(name), "is set twice; the first time at \(first.place)"))
            return
        }
        do {
            let value = try Self.value(assignment[assignment.index(after: equals)...])
            entries.append(Entry(name: name, value: value, place: place(name)))
        } catch {
            faults.append(.init(place(name), error.message))
        }
    }

    // MARK: - Values

    private struct Refusal: Error {
        let message: String
        static let unclosed = Refusal(message: "the quote is not closed in this line")
        static let partlyQuoted = Refusal(message: "quotes must stand around the whole value")
        static let expansion = Refusal(
            message: "nothing is expanded here: write the value itself, or put single quotes around it")
    }

    /// What stands after `=`, without quotes and comment.
    private static func value(_ text: Substring) throws(Refusal) -> String {
        let trimmed = text.drop(while: \.isWhitespace)
        switch trimmed.first {
        case "'": return try single(trimmed.dropFirst())
        case "\"": return try double(trimmed.dropFirst())
        default: return try bare(text)
        }
    }

    private static func single(_ text: Substring) throws(Refusal) -> String {
        guard let end = text.firstIndex(of: "'") else { throw .unclosed }
        try refuseMore(text[end...].dropFirst())
        return String(text[..<end])
    }

    private static func double(_ text: Substring) throws(Refusal) -> String {
        var value = ""
        var rest = text
        while let character = rest.popFirst() {
            switch character {
            case "\"":
                try refuseMore(rest)
                return value
            case "\\":
                let isEscape = rest.first.map { "\"\\$`".contains($0) } ?? false
                value.append(isEscape ? rest.removeFirst() : character)
            case "$" where isExpansion(rest), "`": throw .expansion
            default: value.append(character)
            }
        }
        throw .unclosed
    }

    private static func bare(_ text: Substring) throws(Refusal) -> String {
        // A # begins a comment where white space stands before it.
        var end = text.startIndex
        var isAfterSpace = false
        while end < text.endIndex, !(text[end] == "#" && isAfterSpace) {
            isAfterSpace = text[end].isWhitespace
            end = text.index(after: end)
        }
        let value = String(text[..<end]).trimmed
        if value.contains(where: { $0 == "\"" || $0 == "'" }) { throw .partlyQuoted }
        for index in value.indices where value[index] == "$" {
            if isExpansion(value[index...].dropFirst()) { throw .expansion }
        }
        if value.contains("`") { throw .expansion }
        return value
    }

    /// Whether a shell would put something else for `$` and what follows it.
    private static func isExpansion(_ rest: Substring) -> Bool {
        rest.first.map { $0.isLetter || $0 == "_" || $0 == "{" || $0 == "(" } ?? false
    }

    private static func refuseMore(_ rest: Substring) throws(Refusal) {
        guard rest.allSatisfy(\.isWhitespace) || (rest.first?.isWhitespace == true && rest.trimmedStart.first == "#")
        else { throw .partlyQuoted }
    }
}

extension Substring {
    fileprivate var trimmedStart: Substring { drop(while: \.isWhitespace) }
}
