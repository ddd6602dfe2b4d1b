/// One fault in what was or is to be sent: where, which kind, and a sentence.
public struct FieldIssue: Hashable, Sendable, CustomStringConvertible {
    /// The place, such as `data.components[0].components[2].custom_id`; empty for the body as a whole.
    public var path: String
    /// The kind, as Discord names it, such as `BASE_TYPE_MAX_LENGTH`.
    public var code: String
    /// A sentence.
    public var message: String

    /// Makes an issue from its parts.
    public init(path: String, code: String, message: String) {
        self.path = path
        self.code = code
        self.message = message
    }

    /// `path: message (code)`.
    public var description: String { "\(path.isEmpty ? "body" : path): \(message) (\(code))" }
}
