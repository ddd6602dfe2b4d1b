public import JSON

/// What the library understands of a JSON document.
public struct Inspection: Sendable {
    /// The type it was read as.
    public let type: String
    /// The paths of what was read, such as `author.id` or `embeds[0].title`.
    public let understood: [String]
    /// The paths of what the type does not know; it is skipped.
    public let unknown: [String]
    /// Values of enumerations and bits of sets that are not documented, by the path of the Swift property; they are kept.
    public let undocumented: [String]
    /// The value, written back.
    public let encoded: JSONValue

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - document: The bytes of the JSON.
    ///   - name: What it is: an object such as `Message`, an event such as `MESSAGE_CREATE`, an enumeration, a set of
    ///     flags, a list of one of them as `[Message]`, or `payload` for whatever the gateway sends.
    /// - Throws: ``InspectionError`` when there is no such type, or with the path of what is missing or wrong.
    public init(_ document: [UInt8], as name: String) throws(InspectionError) {
        if name == "payload" {
            self = try Self.payload(try Self.parsed(document))
        } else if name.hasPrefix("["), name.hasSuffix("]") {
            let type = try SurfaceType(named: String(name.dropFirst().dropLast()))
            self = try Self.list(try Self.parsed(document), of: type)
        } else {
            let type = try SurfaceType(named: name)
            try self.init(try Self.parsed(document), type: type)
        }
    }

    private static func parsed(_ document: [UInt8]) throws(InspectionError) -> JSONValue {
        do throws(JSONError) { return try JSON.decode(from: document) } catch {
            throw InspectionError(.invalidDocument, "The document is not JSON: \(error)")
        }
    }

    /// Whatever the gateway sends: an event by its name, anything else by its opcode.
    private static func payload(_ value: JSONValue) throws(InspectionError) -> Inspection {
        guard let opcode = value["op"] else {
            throw InspectionError(.invalidDocument, "A payload of the gateway has op, d, s and t; op is missing.")
        }
        guard opcode == 0, let event = value["t"]?.stringValue else {
            return try Inspection(opcode, type: SurfaceType(named: "GatewayOpcode"))
        }
        return try Inspection(value["d"] ?? .null, type: SurfaceType(named: event))
    }

    private static func list(_ value: JSONValue, of type: SurfaceType) throws(InspectionError) -> Inspection {
        guard let elements = value.arrayValue else {
            throw InspectionError(.invalidDocument, "The document is no list.")
        }
        var parts: [Inspection] = []
        for (index, element) in elements.enumerated() {
            parts.append(try Inspection(element, type: type, at: "[\(index)]"))
        }
        return Inspection(
            type: "[\(type.name)]", understood: parts.flatMap(\.understood), unknown: parts.flatMap(\.unknown),
            undocumented: parts.flatMap(\.undocumented), encoded: .array(parts.map(\.encoded)))
    }

    private init(
        type: String, understood: [String], unknown: [String], undocumented: [String], encoded: JSONValue
    ) {
        (self.type, self.understood, self.unknown) = (type, understood, unknown)
        (self.undocumented, self.encoded) = (undocumented, encoded)
    }

    private init(_ value: JSONValue, type: SurfaceType, at path: String = "") throws(InspectionError) {
        do throws(JSONError) {
            let (decoded, encoded) = try type.copy(value)
            var comparison = DocumentComparison()
            comparison.compare(value, encoded, at: path)
            self.init(
                type: type.name, understood: comparison.kept, unknown: comparison.lost,
                undocumented: UndocumentedValues.paths(in: decoded, at: path), encoded: encoded)
        } catch {
            throw InspectionError(.notUnderstood, "This is no \(type.name): \(path.isEmpty ? "" : path + ": ")\(error)")
        }
    }
}

extension Inspection {
    /// The inspection as a JSON object.
    public var json: JSONValue {
        [
            "type": JSONValue(type), "understood": .array(understood.map { JSONValue($0) }),
            "unknown": .array(unknown.map { JSONValue($0) }),
            "undocumented": .array(undocumented.map { JSONValue($0) }), "encoded": encoded,
        ]
    }
}

/// What is wrong with a document that was to be inspected.
public struct InspectionError: Error, Sendable, CustomStringConvertible {
    /// The kinds of failure; more may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name.
        public let rawValue: String

        /// Makes a code from its name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The library has no type of that name.
        public static let unknownType = Code(rawValue: "unknown_type")
        /// The document is not what it should be at all.
        public static let invalidDocument = Code(rawValue: "invalid_document")
        /// A field is missing or has another kind of value.
        public static let notUnderstood = Code(rawValue: "not_understood")
    }

    /// What kind of failure it is.
    public let code: Code
    /// One sentence, with the path and never with what stands there.
    public let message: String

    init(_ code: Code, _ message: String) { (self.code, self.message) = (code, message) }

    /// The message.
    public var description: String { message }
}
