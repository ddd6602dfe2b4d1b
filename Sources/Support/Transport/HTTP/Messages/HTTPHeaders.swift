/// Header fields in the order they were added; names compare without case, a name may occur many times.
///
/// All bytes live in one buffer, each name and value followed by a zero byte, so that a message of ten fields costs two
/// allocations and goes to a C library without copying. Nothing is checked when fields are added: `firstFault` says
/// what may not go on the wire, and both client and server ask it before they send.
package struct HTTPHeaders: Sendable {
    private struct Field {
        var start: UInt32
        var nameCount: UInt32
        var valueCount: UInt32

        var name: Range<Int> { Int(start)..<Int(start + nameCount) }
        var value: Range<Int> { Int(start + nameCount) + 1..<Int(start + nameCount + valueCount) + 1 }
    }

    private var bytes: [UInt8] = []
    private var fields: [Field] = []

    /// No fields.
    package init() {}

    /// The given fields in their order.
    package init(_ fields: [(String, String)]) {
        for (name, value) in fields { add(name, value) }
    }

    /// How many fields there are.
    package var count: Int { fields.count }

    /// Whether there are none.
    package var isEmpty: Bool { fields.isEmpty }

    // MARK: - Reading

    /// The first value under `name`.
    package subscript(name: String) -> String? {
        for field in fields where matches(field, name) { return text(field.value) }
        return nil
    }

    /// Every value under `name`, in order.
    package func values(_ name: String) -> [String] {
        var values: [String] = []
        for field in fields where matches(field, name) { values.append(text(field.value)) }
        return values
    }

    /// Whether there is a field `name`.
    package func contains(_ name: String) -> Bool { fields.contains { matches($0, name) } }

    /// Whether a comma-separated list under `name` holds `token`, compared without case (RFC 9110 §5.6.1).
    package func contains(_ name: String, token: String) -> Bool {
        values(name).contains { value in
            value.utf8.split(separator: UInt8(ascii: ",")).contains { part in
                ASCII.equalsIgnoringCase(ASCII.trimmed(part), token.utf8)
            }
        }
    }

    // MARK: - Writing

    /// Adds a field at the end.
    package mutating func add(_ name: String, _ value: String) {
        var name = name
        var value = value
        name.withUTF8 { name in
            value.withUTF8 { value in
                add(name: UnsafeRawBufferPointer(name), value: UnsafeRawBufferPointer(value))
            }
        }
    }

    /// Removes every field `name` and adds this one at the end.
    package mutating func set(_ name: String, _ value: String) {
        remove(name)
        add(name, value)
    }

    /// Removes every field `name`.
    package mutating func remove(_ name: String) {
        // The bytes stay: headers are short-lived, and moving them would cost more than it saves.
        if contains(name) { fields = fields.filter { !matches($0, name) } }
    }

    mutating func reserve(bytes byteCount: Int, fields fieldCount: Int) {
        bytes.reserveCapacity(byteCount)
        fields.reserveCapacity(fieldCount)
    }

    mutating func add(name: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer) {
        fields.append(
            Field(start: UInt32(bytes.count), nameCount: UInt32(name.count), valueCount: UInt32(value.count)))
        bytes.append(contentsOf: name)
        bytes.append(0)
        bytes.append(contentsOf: value)
        bytes.append(0)
    }

    // MARK: - Checking

    /// What makes a field unfit for the wire.
    package enum Fault: Sendable, Hashable {
        /// The name is empty or has a byte that is not of a token (RFC 9110 §5.6.2).
        case name
        /// The value has a control character: a line break would start another field.
        case value
    }

    /// The first field that may not be sent, by its place, or nil when all may.
    package var firstFault: (index: Int, fault: Fault)? {
        bytes.withUnsafeBytes { bytes in
            for (index, field) in fields.enumerated() {
                if !ASCII.isToken(bytes[field.name]) { return (index, .name) }
                if !ASCII.isFieldValue(bytes[field.value]) { return (index, .value) }
            }
            return nil
        }
    }

    /// Calls `body` with each name and value as zero-terminated strings. Both must have passed `firstFault`, which
    /// admits no zero byte.
    func forEachCString(_ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> Void) {
        bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
            for field in fields { body(base + field.name.lowerBound, base + field.value.lowerBound) }
        }
    }

    private func matches(_ field: Field, _ name: String) -> Bool {
        Int(field.nameCount) == name.utf8.count && ASCII.equalsIgnoringCase(bytes[field.name], name.utf8)
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension HTTPHeaders: Sequence {
    /// The fields as pairs of name and value, in order.
    package func makeIterator() -> AnyIterator<(name: String, value: String)> {
        var rest = fields.makeIterator()
        return AnyIterator { rest.next().map { (text($0.name), text($0.value)) } }
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    /// The fields of the literal, in order; a name may be given twice.
    package init(dictionaryLiteral elements: (String, String)...) { self.init(elements) }
}

extension HTTPHeaders: Equatable {
    /// The same names, without case, and the same values in the same order.
    package static func == (left: HTTPHeaders, right: HTTPHeaders) -> Bool {
        left.count == right.count
            && zip(left.fields, right.fields).allSatisfy { first, second in
                ASCII.equalsIgnoringCase(left.bytes[first.name], right.bytes[second.name])
                    && left.bytes[first.value] == right.bytes[second.value]
            }
    }
}

extension HTTPHeaders: CustomStringConvertible {
    /// The names alone: values may be secrets.
    package var description: String { "[" + map(\.name).joined(separator: ", ") + "]" }
}
