import JSON

/// Which parts of a document a copy of it still says.
///
/// `null` and absence say the same, and so do an id in digits and as a number.
struct DocumentComparison {
    /// Paths that the copy has.
    private(set) var kept: [String] = []
    /// Paths that the copy has not.
    private(set) var lost: [String] = []

    mutating func compare(_ original: JSONValue, _ copy: JSONValue?, at path: String) {
        guard let copy else {
            if original.isNull { kept.append(path) } else { lost.append(path) }
            return
        }
        switch (original, copy) {
        case (.object(let left), .object(let right)):
            for (key, value) in zip(left.keys, left.values) {
                compare(value, right[key], at: path.isEmpty ? key : "\(path).\(key)")
            }
        case (.array(let left), .array(let right)) where left.count == right.count:
            for (index, pair) in zip(left, right).enumerated() { compare(pair.0, pair.1, at: "\(path)[\(index)]") }
            if left.isEmpty { kept.append(path) }
        default:
            if Self.isSame(original, copy) { kept.append(path) } else { lost.append(path) }
        }
    }

    private static func isSame(_ left: JSONValue, _ right: JSONValue) -> Bool {
        if left == right { return true }
        return switch (left, right) {
        case (.int(let number), .string(let text)), (.string(let text), .int(let number)): String(number) == text
        case (.uint(let number), .string(let text)), (.string(let text), .uint(let number)): String(number) == text
        case (.int(let number), .double(let other)), (.double(let other), .int(let number)): Double(number) == other
        default: false
        }
    }
}
