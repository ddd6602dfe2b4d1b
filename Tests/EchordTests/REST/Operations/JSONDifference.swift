import JSON

/// Whether one document says everything another does.
struct JSONDifference {
    /// What a copy may do with the original's `null` and what it may say on top.
    enum Manner {
        /// A change: `null` at the top clears, so it must stay; deeper it says no more than absence. Nothing is added.
        case change
        /// Something new: `null` says no more than absence. Nothing is added.
        case making
        /// An answer: `null` says no more than absence, and what is added says nothing.
        case answer
    }

    private let manner: Manner
    private var found: [String] = []

    /// The paths of what `original` says and `copy` does not, or says otherwise. An id in digits and as a number are the same.
    static func between(_ original: JSONValue, _ copy: JSONValue, _ manner: Manner) -> [String] {
        var difference = JSONDifference(manner: manner)
        difference.compare(original, copy, path: "")
        return difference.found
    }

    private mutating func compare(_ original: JSONValue, _ copy: JSONValue, path: String) {
        switch (original, copy) {
        case (.object(let left), .object(let right)):
            for (key, value) in left {
                if let other = right[key] {
                    compare(value, other, path: "\(path).\(key)")
                } else if value != .null || manner == .change && path.isEmpty {
                    found.append("\(path).\(key) is lost")
                }
            }
            for (key, value) in right where left[key] == nil && !(manner == .answer && Self.isEmpty(value)) {
                found.append("\(path).\(key) is added")
            }
        case (.array(let left), .array(let right)):
            guard left.count == right.count else { return found.append("\(path) has another length") }
            for (index, pair) in zip(left, right).enumerated() { compare(pair.0, pair.1, path: "\(path)[\(index)]") }
        default:
            let isNothing = manner == .answer && original == .null && Self.isEmpty(copy)
            if !isNothing, !Self.isSame(original, copy) { found.append("\(path) is another value") }
        }
    }

    private static func isSame(_ left: JSONValue, _ right: JSONValue) -> Bool {
        switch (left, right) {
        case (.int(let number), .string(let text)), (.string(let text), .int(let number)): String(number) == text
        case (.int(let number), .double(let other)), (.double(let other), .int(let number)): Double(number) == other
        default: left == right
        }
    }

    private static func isEmpty(_ value: JSONValue) -> Bool {
        switch value {
        case .null, .bool(false), .int(0), .string(""): true
        case .array(let array): array.isEmpty
        case .object(let object): object.isEmpty
        default: false
        }
    }
}
