extension JSONDecodable where Self: FixedWidthInteger {
    /// Reads an integer that fits.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/typeMismatch`` or ``JSONError/Code-swift.struct/outOfRange``.
    @inlinable
    public init(json: JSONReader) throws(JSONError) { self = try json.integer() }
}

extension JSONEncodable where Self: FixedWidthInteger {
    /// Writes the decimal digits.
    @inlinable
    public func encode(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int: JSONDecodable, JSONEncodable {}
extension Int8: JSONDecodable, JSONEncodable {}
extension Int16: JSONDecodable, JSONEncodable {}
extension Int32: JSONDecodable, JSONEncodable {}
extension Int64: JSONDecodable, JSONEncodable {}
extension UInt: JSONDecodable, JSONEncodable {}
extension UInt8: JSONDecodable, JSONEncodable {}
extension UInt16: JSONDecodable, JSONEncodable {}
extension UInt32: JSONDecodable, JSONEncodable {}
extension UInt64: JSONDecodable, JSONEncodable {}

extension Double: JSONDecodable, JSONEncodable {
    /// Reads any number.
    @inlinable
    public init(json: JSONReader) throws(JSONError) { self = try json.double() }

    /// Writes the shortest text that reads back as the same double; `null` where it is not finite.
    @inlinable
    public func encode(to writer: inout JSONWriter) { writer.write(self) }
}

extension Float: JSONDecodable, JSONEncodable {
    /// Reads any number that stays finite as a float.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/outOfRange``.
    @inlinable
    public init(json: JSONReader) throws(JSONError) {
        self = Float(try json.double())
        if !isFinite { throw json.error(.outOfRange, "the number does not fit a float") }
    }

    /// Writes the shortest text that reads back as the same float; `null` where it is not finite.
    @inlinable
    public func encode(to writer: inout JSONWriter) { writer.write(self) }
}
