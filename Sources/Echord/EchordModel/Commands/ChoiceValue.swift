public import JSON

/// A value of a choice or an option: a text, a whole number, a number or a truth.
///
/// <https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure>
public enum ChoiceValue: Hashable, Sendable {
    /// A text, or an id in digits.
    case string(String)
    /// A whole number.
    case integer(Int64)
    /// A number with a fraction.
    case number(Double)
    /// Yes or no.
    case bool(Bool)
}

extension ChoiceValue: JSONDecodable, JSONEncodable {
    /// Reads a string, a number or a truth.
    public init(json: JSONReader) throws(JSONError) {
        switch json.kind {
        case .string: self = .string(try json.string())
        case .int64, .uint64: self = .integer(try json.int64())
        case .double: self = .number(try json.double())
        case .bool: self = .bool(try json.bool())
        default: throw json.error(.typeMismatch, "expected a string, a number or a boolean")
        }
    }

    /// Writes the value.
    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .string(let value): writer.write(value)
        case .integer(let value): writer.write(value)
        case .number(let value): writer.write(value)
        case .bool(let value): writer.write(value)
        }
    }
}

extension ChoiceValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    public init(integerLiteral value: Int64) { self = .integer(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// A truth.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension ChoiceValue {
    /// The number, whole or not; `nil` for texts and truths.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        case .string, .bool: nil
        }
    }
}
