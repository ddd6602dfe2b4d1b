public import JSON

/// A value that is one text wherever it leaves the process: a string in JSON, a text in a column.
public protocol TextCoded: JSONCodable, Sendable {
    /// Reads the text, nil when it is none of this type's.
    init?(coded text: String)
    /// The text that reads back as the same value.
    var coded: String { get }
}

extension TextCoded {
    /// Reads a string.
    public init(json: JSONReader) throws(JSONError) {
        guard let value = Self(coded: try json.string()) else {
            throw json.error(.invalidValue, "the text is not of the form expected")
        }
        self = value
    }

    /// Writes a string.
    public func encode(to writer: inout JSONWriter) { writer.write(coded) }
}

extension TextCoded where Self: LosslessStringConvertible {
    /// Reads the description.
    public init?(coded text: String) { self.init(text) }
    /// The description.
    public var coded: String { description }
}

extension TextCoded where Self: RawRepresentable, RawValue == String {
    /// Reads the raw value.
    public init?(coded text: String) { self.init(rawValue: text) }
    /// The raw value.
    public var coded: String { rawValue }
}

/// A value that is one integer wherever it leaves the process: a number in JSON, an integer in a column.
public protocol IntegerCoded: JSONCodable, Sendable {
    /// Reads the number, nil when it is none of this type's.
    init?(coded number: Int64)
    /// The number that reads back as the same value.
    var coded: Int64 { get }
}

extension IntegerCoded {
    /// Reads a number.
    public init(json: JSONReader) throws(JSONError) {
        guard let value = Self(coded: try Int64(json: json)) else {
            throw json.error(.outOfRange, "the number is not in the range expected")
        }
        self = value
    }

    /// Writes a number.
    public func encode(to writer: inout JSONWriter) { writer.write(coded) }
}

extension IntegerCoded where Self: RawRepresentable, RawValue: FixedWidthInteger {
    /// Reads the raw value.
    public init?(coded number: Int64) {
        guard let rawValue = RawValue(exactly: number) else { return nil }
        self.init(rawValue: rawValue)
    }

    /// The raw value.
    public var coded: Int64 { Int64(rawValue) }
}

extension Identifier: TextCoded {
    /// Reads the form with hyphens.
    public init?(coded text: String) { self.init(text) }
    /// The form with hyphens.
    public var coded: String { description }
}
extension TaskState: TextCoded {}
extension TaskPriority: TextCoded {}
extension TaskAction: TextCoded {}
extension Actor.Kind: TextCoded {}
extension TaskNumber: IntegerCoded {}
extension TaskPoints: IntegerCoded {}
extension TaskEffort: IntegerCoded {}
