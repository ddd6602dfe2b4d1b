/// A statement, or a piece of one, whose values are bound and never part of the text.
///
/// ```swift
/// let statement: SQL = "SELECT * FROM tasks WHERE guild_id = \(guildID) AND state IN (\(list: states))"
/// ```
/// What is interpolated becomes a bound value. A name takes `\(identifier: name)`, another piece `\(piece)`, and text
/// that must go in as it is needs the word: `\(unsafe: text)`.
public struct SQL: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
    /// The text with a question mark where a value is bound.
    public private(set) var text: String
    /// The bound values in order.
    public private(set) var values: [SQLValue]
    /// Where in the text (in UTF-8) the question marks of the bound values stand.
    private var marks: [Int]

    /// A statement without values from a literal.
    public init(stringLiteral value: String) {
        text = value
        values = []
        marks = []
    }

    /// A statement from interpolation.
    public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.sql }

    /// A statement from text that is not a literal. The text is run as it is: never build it from outside data.
    public init(unsafe text: String) { self.init(stringLiteral: text) }

    /// Nothing.
    public static let empty = SQL(stringLiteral: "")

    /// True when there is no text.
    public var isEmpty: Bool { text.isEmpty }

    /// The text without the values.
    public var description: String { text }

    /// The text with the placeholders of a dialect.
    public func rendered(for dialect: Dialect) -> String {
        guard dialect != .sqlite, !marks.isEmpty else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var start = 0
        for (index, mark) in marks.enumerated() {
            result += bytes[start..<mark]
            result += Array(dialect.placeholder(index + 1).utf8)
            start = mark + 1
        }
        result += bytes[start...]
        return String(decoding: result, as: UTF8.self)
    }

    /// Appends another piece.
    public mutating func append(_ other: SQL) {
        let offset = text.utf8.count
        text += other.text
        values += other.values
        marks += other.marks.map { $0 + offset }
    }

    mutating func append(text more: String) { text += more }

    mutating func bind(_ value: SQLValue) {
        marks.append(text.utf8.count)
        values.append(value)
        text += "?"
    }

    mutating func reserve(text: Int, values: Int) {
        self.text.reserveCapacity(text)
        self.values.reserveCapacity(values)
        marks.reserveCapacity(values)
    }

    /// Two pieces as one, without anything between them.
    public static func + (left: SQL, right: SQL) -> SQL {
        var result = left
        result.append(right)
        return result
    }

    /// Appends a piece.
    public static func += (left: inout SQL, right: SQL) { left.append(right) }
}

extension Sequence<SQL> {
    /// All pieces with `separator` between them.
    public func joined(separator: SQL = ", ") -> SQL {
        var result = SQL.empty
        for (index, piece) in enumerated() {
            if index > 0 { result.append(separator) }
            result.append(piece)
        }
        return result
    }
}
