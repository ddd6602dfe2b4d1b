/// The title of a task: one line of 1 to 100 characters.
public struct TaskTitle: ParsedText {
    /// One visible line of 1 to 100 Unicode scalars.
    public static let rules: [Rule<String>] = [.visible, .singleLine, .length(1...100)]
    /// The title.
    public let rawValue: String
    /// Takes a title that has been found good.
    public init(trusted text: String) { rawValue = text }
}

/// What a task is about, in more than a line: up to 4,000 characters, which is what a modal's text input holds.
public struct TaskDetails: ParsedText {
    /// Visible text of 1 to 4,000 Unicode scalars, line breaks allowed.
    public static let rules: [Rule<String>] = [.visible, .multiLine, .length(1...4_000)]
    /// The text.
    public let rawValue: String
    /// Takes a text that has been found good.
    public init(trusted text: String) { rawValue = text }

    /// Reads a field that may be left empty: nil when nothing was written.
    ///
    /// - Throws: the first issue, with an empty path.
    public static func optional(_ text: String) throws(ValidationIssue) -> TaskDetails? {
        if text.trimmed.isEmpty { return nil }
        return try TaskDetails(validating: text)
    }
}
