/// The number by which the members of a guild know a task: #42.
public struct TaskNumber: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number, 1 or more.
    public let rawValue: Int64

    /// #1.
    public static let first = TaskNumber(trusted: 1)

    private init(trusted value: Int64) { rawValue = value }

    /// The number, nil below 1.
    public init?(rawValue: Int64) {
        guard rawValue >= 1 else { return nil }
        self.rawValue = rawValue
    }

    /// Reads what a member types: `42` or `#42`.
    ///
    /// - Throws: `.malformed` for anything else.
    public init(validating text: String) throws(ValidationIssue) {
        var digits = text.trimmed[...]
        if digits.hasPrefix("#") { digits = digits.dropFirst() }
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int64(digits), value >= 1 else {
            throw ValidationIssue(.malformed)
        }
        rawValue = value
    }

    /// The lower one comes first.
    public static func < (lhs: TaskNumber, rhs: TaskNumber) -> Bool { lhs.rawValue < rhs.rawValue }
    /// `#42`.
    public var description: String { "#\(rawValue)" }
}
