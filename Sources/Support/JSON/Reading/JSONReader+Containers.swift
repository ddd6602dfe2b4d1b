extension JSONReader {
    /// The elements of an array, in order.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/typeMismatch``.
    @inlinable
    public func elements() throws(JSONError) -> JSONElements {
        guard tag == Tag.array else { throw mismatch("an array") }
        return JSONElements(array: self)
    }

    /// The members of an object, in order. A key that stands twice comes twice; who reads lets the last one win.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/typeMismatch``.
    @inlinable
    public func members() throws(JSONError) -> JSONMembers {
        guard tag == Tag.object else { throw mismatch("an object") }
        return JSONMembers(object: self)
    }

    /// Calls `body` for each element of an array.
    @inlinable
    public func forEachElement(_ body: (JSONReader) throws(JSONError) -> Void) throws(JSONError) {
        var elements = try elements()
        while let element = elements.next() { try body(element) }
    }

    /// Calls `body` for each member of an object.
    @inlinable
    public func forEachMember(_ body: (JSONKey, JSONReader) throws(JSONError) -> Void) throws(JSONError) {
        var members = try members()
        while let member = members.next() { try body(member.key, member.value) }
    }

    /// The value of a key, or nil where there is none or no object stands here. The last one where a key stands twice.
    @inlinable
    public subscript(key: StaticString) -> JSONReader? {
        guard tag == Tag.object else { return nil }
        var found: JSONReader?
        for member in JSONMembers(object: self) where member.key.matches(key) { found = member.value }
        return found
    }

    /// Reads the value that stands here.
    @inlinable
    public func decode<Value: JSONDecodable>(_ type: Value.Type = Value.self) throws(JSONError) -> Value {
        try Value(json: self)
    }

    /// Reads the value of a key.
    ///
    /// - Throws: ``JSONError/Code-swift.struct/missingField`` where the key is absent.
    @inlinable
    public func decode<Value: JSONDecodable>(
        _ type: Value.Type = Value.self, at key: StaticString
    ) throws(JSONError) -> Value {
        guard tag == Tag.object else { throw mismatch("an object") }
        guard let value = self[key] else { throw missing(key) }
        return try Value(json: value)
    }

    /// Reads the value of a key, or nil where the key is absent or `null`.
    @inlinable
    public func decodeIfPresent<Value: JSONDecodable>(
        _ type: Value.Type = Value.self, at key: StaticString
    ) throws(JSONError) -> Value? {
        guard tag == Tag.object else { throw mismatch("an object") }
        guard let value = self[key], !value.isNull else { return nil }
        return try Value(json: value)
    }
}

/// The elements of an array, in order: an iterator of four words.
public struct JSONElements: Sequence, IteratorProtocol {
    @usableFromInline var cursor: JSONReader
    @usableFromInline let end: Int

    @inlinable
    init(array: JSONReader) {
        cursor = array.at(array.index &+ 1)
        end = array.containerEnd &- 1
    }

    /// The next element.
    @inlinable
    public mutating func next() -> JSONReader? {
        guard cursor.index < end else { return nil }
        let element = cursor
        cursor = cursor.at(cursor.next)
        return element
    }
}

extension JSONReader {
    /// Of a container: how many elements or members it has, at most 2²⁴ − 1.
    @inlinable var declaredCount: Int {
        tag == Tag.array || tag == Tag.object ? Int(truncatingIfNeeded: (tape[index] &>> 32) & 0xFF_FFFF) : 0
    }
}

/// A key and its value.
public struct JSONMember {
    /// The key.
    public let key: JSONKey
    /// The value.
    public let value: JSONReader

    @inlinable
    init(key: JSONKey, value: JSONReader) {
        self.key = key
        self.value = value
    }
}

/// The members of an object, in order.
public struct JSONMembers: Sequence, IteratorProtocol {
    /// The object itself.
    @usableFromInline let object: JSONReader
    @usableFromInline var index: Int
    @usableFromInline let end: Int

    @inlinable
    init(object: JSONReader) {
        self.object = object
        index = object.index &+ 1
        end = object.containerEnd &- 1
    }

    /// The next member.
    @inlinable
    public mutating func next() -> JSONMember? {
        guard index < end else { return nil }
        let value = object.at(index &+ 1)
        let key = JSONKey(utf8: object.at(index).text)
        index = value.next
        return JSONMember(key: key, value: value)
    }

    /// The error for a field that the object must have and has not.
    public func missing(_ key: StaticString) -> JSONError { object.missing(key) }
}
