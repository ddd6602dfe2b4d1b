/// Writes one JSON document into a growing buffer; commas come by themselves.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object { object in
///     object.member("op", 1)
///     object.member("d", sequence)
/// }
/// send(writer.bytes)
/// ```
public struct JSONWriter: Sendable {
    /// What is written so far.
    public internal(set) var bytes: [UInt8]

    /// How many doubles that were not finite have been written as `null`, because JSON cannot say them.
    public internal(set) var nonFiniteCount = 0

    @usableFromInline var needsComma = false

    /// An empty writer.
    ///
    /// - Parameter capacity: how many bytes to make room for at once.
    public init(capacity: Int = 256) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    // MARK: - Containers

    /// Opens an object; ``key(_:)-(String)`` and a value follow for each member, then ``endObject()``.
    public mutating func beginObject() { open(0x7B) }

    /// Closes the object.
    public mutating func endObject() { close(0x7D) }

    /// Opens an array; values follow, then ``endArray()``.
    public mutating func beginArray() { open(0x5B) }

    /// Closes the array.
    public mutating func endArray() { close(0x5D) }

    /// Writes an object around what `body` writes.
    @inlinable
    public mutating func object<Failure: Error>(_ body: (inout JSONWriter) throws(Failure) -> Void) throws(Failure) {
        beginObject()
        try body(&self)
        endObject()
    }

    /// Writes an array around what `body` writes.
    @inlinable
    public mutating func array<Failure: Error>(_ body: (inout JSONWriter) throws(Failure) -> Void) throws(Failure) {
        beginArray()
        try body(&self)
        endArray()
    }

    private mutating func open(_ byte: UInt8) {
        beforeValue()
        bytes.append(byte)
        needsComma = false
    }

    private mutating func close(_ byte: UInt8) {
        bytes.append(byte)
        needsComma = true
    }

    // MARK: - Keys and members

    /// Writes a key of any text; its value comes next.
    public mutating func key(_ key: String) {
        write(key)
        bytes.append(0x3A)
        needsComma = false
    }

    /// Writes a key that is ready: in quotes, escaped, with its colon, as in `#""name":"#`.
    public mutating func key(ready key: StaticString) {
        beforeValue()
        bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        needsComma = false
    }

    /// Writes a key and its value.
    @inlinable
    public mutating func member(_ key: String, _ value: some JSONEncodable) {
        self.key(key)
        value.encode(to: &self)
    }

    /// Writes a key and its value, or nothing where the value is nil.
    @inlinable
    public mutating func member<Value: JSONEncodable>(_ key: String, _ value: Value?) {
        if let value { member(key, value) }
    }

    /// Writes a key and its value or `null`, or nothing where the patch keeps.
    @inlinable
    public mutating func member<Value: JSONEncodable>(_ key: String, _ value: Patch<Value>) {
        if value.isKeep { return }
        self.key(key)
        value.encode(to: &self)
    }

    /// Writes a ready key (see ``key(ready:)``) and its value.
    @inlinable
    public mutating func member(ready key: StaticString, _ value: some JSONEncodable) {
        self.key(ready: key)
        value.encode(to: &self)
    }

    /// Writes a ready key and its value, or nothing where the value is nil.
    @inlinable
    public mutating func member<Value: JSONEncodable>(ready key: StaticString, _ value: Value?) {
        if let value { member(ready: key, value) }
    }

    /// Writes a ready key and its value or `null`, or nothing where the patch keeps.
    @inlinable
    public mutating func member<Value: JSONEncodable>(ready key: StaticString, _ value: Patch<Value>) {
        if value.isKeep { return }
        self.key(ready: key)
        value.encode(to: &self)
    }

    // MARK: - Plain bytes

    /// Puts a value in that is JSON already. The bytes must be exactly one valid document.
    public mutating func write(json document: some Sequence<UInt8>) {
        beforeValue()
        bytes.append(contentsOf: document)
        needsComma = true
    }

    mutating func beforeValue() {
        if needsComma { bytes.append(0x2C) }
    }
}
