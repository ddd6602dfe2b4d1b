/// An open enumeration: a struct over a string or an integer whose known values are static members, so that a value that
/// is not known yet is kept and written back.
///
/// ```swift
/// struct ChannelType: JSONRawValue {
///     let rawValue: Int
///     init(rawValue: Int) { self.rawValue = rawValue }
///     static let guildText = Self(rawValue: 0)
/// }
/// ```
public protocol JSONRawValue: RawRepresentable, Hashable, Sendable, JSONDecodable, JSONEncodable
where RawValue: JSONDecodable & JSONEncodable & Hashable & Sendable {
    /// Takes any value, known or not.
    init(rawValue: RawValue)
}

extension JSONRawValue {
    /// Reads the raw value.
    @inlinable
    public init(json: JSONReader) throws(JSONError) {
        let rawValue = try RawValue(json: json)
        self.init(rawValue: rawValue)
    }

    /// Writes the raw value.
    @inlinable
    public func encode(to writer: inout JSONWriter) { rawValue.encode(to: &writer) }
}

extension JSONKeyCodable where Self: JSONRawValue, RawValue == String {
    /// Takes any key.
    @inlinable
    public init?(jsonKey: JSONKey) {
        let rawValue: String = jsonKey.string
        self.init(rawValue: rawValue)
    }

    /// The raw value.
    @inlinable
    public var jsonKey: String { rawValue }
}
