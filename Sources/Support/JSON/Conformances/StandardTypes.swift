extension String: JSONDecodable, JSONEncodable {
    /// Reads a string.
    @inlinable
    public init(json: JSONReader) throws(JSONError) { self = try json.string() }

    /// Writes the string with what JSON needs escaped.
    @inlinable
    public func encode(to writer: inout JSONWriter) { writer.write(self) }
}

extension Bool: JSONDecodable, JSONEncodable {
    /// Reads `true` or `false`.
    @inlinable
    public init(json: JSONReader) throws(JSONError) { self = try json.bool() }

    /// Writes `true` or `false`.
    @inlinable
    public func encode(to writer: inout JSONWriter) { writer.write(self) }
}

extension Optional: JSONDecodable where Wrapped: JSONDecodable {
    /// Reads `null` as nil.
    @inlinable
    public init(json: JSONReader) throws(JSONError) { self = json.isNull ? nil : try Wrapped(json: json) }
}

extension Optional: JSONEncodable where Wrapped: JSONEncodable {
    /// Writes nil as `null`. As a member of an object use ``JSONWriter/member(_:_:)-(String,Value?)``, which leaves it out.
    @inlinable
    public func encode(to writer: inout JSONWriter) {
        if let self { self.encode(to: &writer) } else { writer.writeNull() }
    }
}

extension Array: JSONDecodable where Element: JSONDecodable {
    /// Reads an array.
    @inlinable
    public init(json: JSONReader) throws(JSONError) {
        var elements = try json.elements()
        self = []
        reserveCapacity(json.declaredCount)
        while let element = elements.next() { append(try Element(json: element)) }
    }
}

extension Array: JSONEncodable where Element: JSONEncodable {
    /// Writes an array.
    @inlinable
    public func encode(to writer: inout JSONWriter) {
        writer.beginArray()
        for element in self { element.encode(to: &writer) }
        writer.endArray()
    }
}

extension Dictionary: JSONDecodable where Key: JSONKeyCodable, Value: JSONDecodable {
    /// Reads an object; where a key stands twice the last one wins.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/invalidValue`` for a key that is none.
    @inlinable
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.members()
        self = [:]
        reserveCapacity(json.declaredCount)
        while let member = members.next() {
            guard let key = Key(jsonKey: member.key) else {
                throw member.value.error(.invalidValue, "the key is not of the form expected")
            }
            self[key] = try Value(json: member.value)
        }
    }
}

extension Dictionary: JSONEncodable where Key: JSONKeyCodable, Value: JSONEncodable {
    /// Writes an object with its keys in order, so that equal dictionaries give equal bytes.
    @inlinable
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        for (key, value) in map({ ($0.key.jsonKey, $0.value) }).sorted(by: { $0.0 < $1.0 }) {
            writer.key(key)
            value.encode(to: &writer)
        }
        writer.endObject()
    }
}
