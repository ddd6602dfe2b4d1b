public import Atoms

/// What makes an operation one: the interaction or request it came with. The same key has one effect and one answer.
public struct OperationKey: Hashable, Sendable {
    /// The text in the database, at most 100 characters.
    public let rawValue: String

    /// The key of an interaction; Discord may deliver one twice.
    public init(interaction id: UInt64) { rawValue = "interaction:\(id)" }

    /// The key of what a button, a select or a window offers to do once, however often it is used.
    public init(state id: ComponentStateID) { rawValue = "state:\(id)" }

    /// The key that a client of the HTTP API chose.
    ///
    /// - Throws: `.empty`, `.tooLong`, `.controlCharacter`.
    public init(client text: String) throws(ValidationIssue) {
        for rule in [Rule<String>.visible, .singleLine, .length(1...80)] {
            if let issue = rule.issues(text).first { throw issue }
        }
        rawValue = "client:\(text)"
    }
}
