import FoundationEssentials

/// The variables of a `.env` file: `NAME=value` a line, `#` for comments, quotes around values, `export` ignored.
struct DotEnvironment {
    private(set) var values: [String: String] = [:]
    private(set) var faults: [ConfigurationError.Fault] = []

    init(path: String) {
        guard let data = FileManager.default.contents(atPath: path) else { return }
        let lines = String(decoding: data, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated() {
            read(String(line).trimmed, place: "\(path):\(number + 1)")
        }
    }

    private mutating func read(_ line: String, place: String) {
        guard !line.isEmpty, !line.hasPrefix("#") else { return }
        let assignment = line.hasPrefix("export ") ? String(line.dropFirst(7)).trimmed : line
        guard let equals = assignment.firstIndex(of: "=") else {
            faults.append(.init(place: place, message: "is not of the form NAME=value"))
            return
        }
        let name = String(assignment[..<equals]).trimmed
        guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }) else {
            faults.append(.init(place: place, message: "the name before = has characters other than A-Z, 0-9 and _"))
            return
        }
        values[name] = Self.unquoted(String(assignment[assignment.index(after: equals)...]).trimmed)
    }

    private static func unquoted(_ text: String) -> String {
        if let quote = text.first, quote == "\"" || quote == "'" {
            let inner = text.dropFirst()
            if let end = inner.firstIndex(of: quote) { return String(inner[..<end]) }
        }
        guard let comment = text.firstRange(of: " #") else { return text }
        return String(text[..<comment.lowerBound]).trimmed
    }
}
