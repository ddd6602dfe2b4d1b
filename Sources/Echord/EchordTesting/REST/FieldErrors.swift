import JSON

/// The error tree of "Invalid Form Body": which field is wrong, and how.
///
/// Source: https://discord.com/developers/docs/reference#error-messages
struct FieldErrors: Sendable {
    /// One complaint about one field.
    struct Entry: Hashable, Sendable {
        var path: [String]
        var code: String
        var message: String
    }

    private(set) var entries: [Entry] = []

    var isEmpty: Bool { entries.isEmpty }

    mutating func add(_ path: [String], _ code: String, _ message: String) {
        // A form with thousands of faults is answered by its first ones.
        guard entries.count < 200 else { return }
        entries.append(Entry(path: path, code: code, message: message))
    }

    /// Takes over what another reader has collected.
    mutating func merge(_ others: FieldErrors) {
        for entry in others.entries { add(entry.path, entry.code, entry.message) }
    }

    /// Throws what was collected as Discord's 50035.
    func throwIfAny() throws(Refusal) {
        if !isEmpty { throw .invalidForm(self) }
    }

    /// `{"embeds": {"0": {"title": {"_errors": [{"code": …, "message": …}]}}}}`
    var json: JSONValue {
        .object(Self.tree(entries[...], depth: 0))
    }

    private static func tree(_ entries: ArraySlice<Entry>, depth: Int) -> JSONObject {
        var result: JSONObject = [:]
        let here = entries.filter { $0.path.count == depth }
        if !here.isEmpty {
            result["_errors"] = .array(here.map { ["code": .string($0.code), "message": .string($0.message)] })
        }
        var seen: Set<String> = []
        for entry in entries where entry.path.count > depth {
            let key = entry.path[depth]
            guard seen.insert(key).inserted else { continue }
            let below = entries.filter { $0.path.count > depth && $0.path[depth] == key }
            result[key] = .object(tree(below[...], depth: depth + 1))
        }
        return result
    }
}

/// The complaints Discord has words for.
extension FieldErrors {
    mutating func required(_ path: [String]) {
        add(path, "BASE_TYPE_REQUIRED", "This field is required")
    }

    mutating func tooLong(_ path: [String], _ limit: Int) {
        add(path, "BASE_TYPE_MAX_LENGTH", "Must be \(limit) or fewer in length.")
    }

    mutating func tooShort(_ path: [String], _ limit: Int) {
        add(path, "BASE_TYPE_MIN_LENGTH", "Must be \(limit) or more in length.")
    }

    mutating func badLength(_ path: [String], _ range: ClosedRange<Int>) {
        add(path, "BASE_TYPE_BAD_LENGTH", "Must be between \(range.lowerBound) and \(range.upperBound) in length.")
    }

    mutating func choices(_ path: [String], _ choices: [String]) {
        add(path, "BASE_TYPE_CHOICES", "Value must be one of {\(choices.joined(separator: ", "))}.")
    }

    mutating func outOfRange(_ path: [String], _ range: ClosedRange<Int64>, _ value: Int64) {
        if value < range.lowerBound {
            add(path, "NUMBER_TYPE_MIN", "int value should be greater than or equal to \(range.lowerBound).")
        } else {
            add(path, "NUMBER_TYPE_MAX", "int value should be less than or equal to \(range.upperBound).")
        }
    }
}
