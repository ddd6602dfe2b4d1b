extension JSONValue: JSONDecodable, JSONEncodable {
    /// Copies a parsed value into memory.
    public init(json: JSONReader) throws(JSONError) {
        switch json.kind {
        case .null: self = .null
        case .bool: self = .bool(try json.bool())
        case .int64: self = .int(try json.int64())
        case .uint64: self = .uint(try json.uint64())
        case .double: self = .double(try json.double())
        case .string: self = .string(try json.string())
        case .array: self = .array(try [JSONValue](json: json))
        case .object: self = .object(try JSONObject(json: json))
        }
    }

    /// Writes the value.
    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.writeNull()
        case .bool(let value): writer.write(value)
        case .int(let value): writer.write(value)
        case .uint(let value): writer.write(value)
        case .double(let value): writer.write(value)
        case .string(let value): writer.write(value)
        case .array(let value): value.encode(to: &writer)
        case .object(let value): value.encode(to: &writer)
        }
    }
}

extension JSONObject: JSONDecodable, JSONEncodable {
    /// Copies a parsed object into memory; where a key stands twice the last value wins, at the place of the first.
    public init(json: JSONReader) throws(JSONError) {
        var members = try json.members()
        self.init()
        while let member = members.next() { self[member.key.string] = try JSONValue(json: member.value) }
    }

    /// Writes the members in order.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        for (key, value) in self {
            writer.key(key)
            value.encode(to: &writer)
        }
        writer.endObject()
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as JSON on one line.
    public var description: String { JSON.encodeToString(self) }

    /// The value as JSON on many lines, two spaces a level, for people.
    public var prettyPrinted: String {
        var text = ""
        prettyPrint(into: &text, indentation: "\n")
        return text
    }

    private func prettyPrint(into text: inout String, indentation: String) {
        let inner = indentation + "  "
        switch self {
        case .array(let elements) where !elements.isEmpty:
            for (index, element) in elements.enumerated() {
                text += (index == 0 ? "[" : ",") + inner
                element.prettyPrint(into: &text, indentation: inner)
            }
            text += indentation + "]"
        case .object(let object) where !object.isEmpty:
            for (index, member) in object.enumerated() {
                text += (index == 0 ? "{" : ",") + inner + JSON.encodeToString(member.key) + ": "
                member.value.prettyPrint(into: &text, indentation: inner)
            }
            text += indentation + "}"
        default:
            text += description
        }
    }
}
