/// One thing that is wrong with a value from outside.
///
/// The edge turns `code` and `params` into a sentence in the reader's language; nothing here is text for people.
public struct ValidationIssue: Error, Hashable, Sendable {
    /// What is wrong, as a durable name. Open, so that a feature can add its own.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The durable name.
        public let rawValue: String
        /// A code of this name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// There is nothing to see in the value.
        public static let empty = Code(rawValue: "empty")
        /// Shorter than `min`.
        public static let tooShort = Code(rawValue: "too_short")
        /// Longer than `max`.
        public static let tooLong = Code(rawValue: "too_long")
        /// Outside `min` … `max`.
        public static let outOfRange = Code(rawValue: "out_of_range")
        /// Holds a control character, a line break or a direction override.
        public static let controlCharacter = Code(rawValue: "control_character")
        /// Not in the form that is asked for.
        public static let malformed = Code(rawValue: "malformed")
        /// Not one of the values that exist.
        public static let unknownValue = Code(rawValue: "unknown_value")
    }

    /// Where the value stands, for instance `title` or `tags.2`; empty for a lone value.
    public var path: String
    /// What is wrong.
    public let code: Code
    /// The numbers and names that the sentence needs, for instance `max: 100`.
    public let params: [String: String]

    /// An issue of `code` at `path`.
    public init(_ code: Code, path: String = "", params: [String: String] = [:]) {
        self.code = code
        self.path = path
        self.params = params
    }

    /// The same issue seen from one level up: `parent` is put before the path.
    public func within(_ parent: String) -> ValidationIssue {
        var issue = self
        issue.path = path.isEmpty ? parent : parent.isEmpty ? path : "\(parent).\(path)"
        return issue
    }
}

extension [ValidationIssue] {
    /// Parses a field that is there, and notes what is wrong with it.
    mutating func parsing<Raw, Value>(
        _ raw: Raw?, _ field: String, _ parse: (Raw) throws(ValidationIssue) -> Value
    ) -> Value? {
        guard let raw else { return nil }
        do {
            return try parse(raw)
        } catch {
            append(error.within(field))
            return nil
        }
    }
}

/// Everything that is wrong with a compound value; never empty.
public struct ValidationFailure: Error, Hashable, Sendable {
    /// The issues in the order in which the fields were checked.
    public let issues: [ValidationIssue]

    /// A failure of `first` and `others`.
    public init(_ first: ValidationIssue, _ others: [ValidationIssue] = []) {
        issues = [first] + others
    }

    /// A failure of `issues`, nil when there are none.
    public init?(_ issues: [ValidationIssue]) {
        guard !issues.isEmpty else { return nil }
        self.issues = issues
    }
}
