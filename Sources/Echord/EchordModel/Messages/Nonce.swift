public import JSON

/// What a sender gives to recognise a message by: a text, or a whole number.
///
/// <https://docs.discord.com/developers/resources/message#create-message>
public enum Nonce: Hashable, Sendable {
    /// Up to 25 characters.
    case string(String)
    /// A whole number.
    case integer(Int64)
}

extension Nonce: JSONDecodable, JSONEncodable {
    /// Reads a string or an integer.
    public init(json: JSONReader) throws(JSONError) {
        self = json.kind == .string ? .string(try json.string()) : .integer(try json.int64())
    }

    /// Writes the text or the number.
    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .string(let value): writer.write(value)
        case .integer(let value): writer.write(value)
        }
    }
}

extension Nonce: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
}
