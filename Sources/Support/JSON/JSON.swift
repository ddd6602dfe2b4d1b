/// Decoding and encoding in one call.
///
/// Decoding uses a parser that each thread keeps, with the default limits of ``JSONParser/Limits``.
public enum JSON {
    /// Reads a value from UTF-8 text.
    ///
    /// - Parameters:
    ///   - type: what to read.
    ///   - bytes: one JSON document, at most 16 MiB and 128 levels deep.
    /// - Throws: ``JSONError`` with the path of the first value that does not fit.
    @inlinable
    public static func decode<Value: JSONDecodable>(
        _ type: Value.Type = Value.self, from bytes: [UInt8]
    ) throws(JSONError) -> Value {
        try JSONParser.ofThread().withDocument(bytes) { json throws(JSONError) in try Value(json: json) }
    }

    /// Reads a value from UTF-8 text that lies anywhere in memory; the bytes are copied before reading.
    @inlinable
    public static func decode<Value: JSONDecodable>(
        _ type: Value.Type = Value.self, from bytes: UnsafeRawBufferPointer
    ) throws(JSONError) -> Value {
        try JSONParser.ofThread().withDocument(bytes) { json throws(JSONError) in try Value(json: json) }
    }

    /// Reads a value from a string.
    @inlinable
    public static func decode<Value: JSONDecodable>(
        _ type: Value.Type = Value.self, from text: String
    ) throws(JSONError) -> Value {
        try JSONParser.ofThread().withDocument(text) { json throws(JSONError) in try Value(json: json) }
    }

    /// Reads a value from a document that is in memory already; it is written and parsed once more.
    public static func decode<Value: JSONDecodable>(
        _ type: Value.Type = Value.self, from value: JSONValue
    ) throws(JSONError) -> Value {
        try decode(type, from: encode(value))
    }

    /// Writes a value as UTF-8 text. A double that is not finite, which JSON cannot say, becomes `null`.
    @inlinable
    public static func encode(_ value: some JSONEncodable) -> [UInt8] {
        var writer = JSONWriter()
        value.encode(to: &writer)
        return writer.bytes
    }

    /// Writes a value as a string.
    @inlinable
    public static func encodeToString(_ value: some JSONEncodable) -> String {
        String(decoding: encode(value), as: UTF8.self)
    }
}
