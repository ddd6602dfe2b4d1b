/// What somebody says about a task that they have done: up to 500 characters, line breaks allowed.
public struct CompletionNote: ParsedText {
    /// Visible text of 1 to 500 Unicode scalars.
    public static let rules: [Rule<String>] = [.visible, .multiLine, .length(1...500)]
    /// The text.
    public let rawValue: String
    /// Takes a text that has been found good.
    public init(trusted text: String) { rawValue = text }
}
