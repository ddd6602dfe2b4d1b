/// What stands in the `custom_id` of a button, a select or a modal: `1.<kind>.<22 characters>[.<argument>]`.
///
/// It carries no state. The id points to a ``ComponentState`` in the database; whoever changes the text finds nothing.
public struct CustomID: Hashable, Sendable {
    /// The longest one, in characters; Discord allows 100.
    public static let greatestLength = 60
    /// The longest argument.
    public static let greatestArgumentLength = 16
    private static let version = "1"

    /// Who handles it: lower-case letters, digits and hyphens, at most 18.
    public let kind: String
    /// The state it points to.
    public let id: ComponentStateID
    /// What was pressed, where one state has several buttons: 1 to 16 of the same characters, or underscores.
    public let argument: String?

    /// A custom id.
    ///
    /// - Throws: `.malformed` at `kind` or `argument`.
    public init(kind: String, id: ComponentStateID, argument: String? = nil) throws(ValidationIssue) {
        guard Self.isWord(kind, upTo: 18, extra: "-") else { throw ValidationIssue(.malformed, path: "kind") }
        if let argument, !Self.isWord(argument, upTo: Self.greatestArgumentLength, extra: "-_") {
            throw ValidationIssue(.malformed, path: "argument")
        }
        self.kind = kind
        self.id = id
        self.argument = argument
    }

    /// Reads a custom id that came back from Discord.
    ///
    /// - Throws: `.malformed` for any other text, for instance one of an older version: its button is out of date.
    public init(validating text: String) throws(ValidationIssue) {
        guard text.utf8.count <= Self.greatestLength else { throw ValidationIssue(.malformed) }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (3...4).contains(parts.count), parts[0] == Self.version, let id = ComponentStateID(short: parts[2])
        else { throw ValidationIssue(.malformed) }
        try self.init(kind: String(parts[1]), id: id, argument: parts.count == 4 ? String(parts[3]) : nil)
    }

    private static func isWord(_ text: String, upTo length: Int, extra: String) -> Bool {
        (1...length).contains(text.utf8.count)
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || extra.utf8.contains($0) }
    }
}

extension CustomID: CustomStringConvertible {
    /// The text for Discord.
    public var description: String {
        "\(Self.version).\(kind).\(id.short)" + (argument.map { ".\($0)" } ?? "")
    }
}
