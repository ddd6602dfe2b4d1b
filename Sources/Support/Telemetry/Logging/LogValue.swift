/// A value in a log line. A `Secret` in a string interpolation prints as `***`.
public enum LogValue: Sendable, Hashable {
    /// Text; escaped when written.
    case string(String)
    /// A whole number.
    case int(Int64)
    /// A number; not-a-number and infinities are written as text.
    case double(Double)
    /// A truth value.
    case bool(Bool)

    /// Text from anything that describes itself.
    public static func text(_ value: some CustomStringConvertible) -> Self { .string(value.description) }
}

/// The fields of one log line.
public typealias LogFields = [String: LogValue]

extension LogValue: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral
{
    /// Text from a literal.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A whole number from a literal.
    public init(integerLiteral value: Int64) { self = .int(value) }
    /// A number from a literal.
    public init(floatLiteral value: Double) { self = .double(value) }
    /// A truth value from a literal.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}
