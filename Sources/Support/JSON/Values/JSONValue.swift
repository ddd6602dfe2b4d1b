/// Any JSON value in memory, for what has no type of its own. Integers are exact over the whole of `Int64` and `UInt64`.
public enum JSONValue: Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// An integer that fits `Int64`.
    case int(Int64)
    /// An integer above `Int64.max`; a smaller one is equal to the same ``int(_:)``.
    case uint(UInt64)
    /// A number with a fraction or an exponent. Never equal to an integer.
    case double(Double)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object, with its members in order.
    case object(JSONObject)

    /// Any integer of at most 64 bits.
    public init(_ value: some FixedWidthInteger & SignedInteger) { self = .int(Int64(value)) }

    /// Any unsigned integer of at most 64 bits.
    public init(_ value: some FixedWidthInteger & UnsignedInteger) {
        self = Int64(exactly: value).map(JSONValue.int) ?? .uint(UInt64(value))
    }

    /// A string.
    public init(_ value: some StringProtocol) { self = .string(String(value)) }

    /// A boolean.
    public init(_ value: Bool) { self = .bool(value) }

    /// A number.
    public init(_ value: Double) { self = .double(value) }

    /// What another type would write.
    ///
    /// - Throws: ``JSONError`` where the type's own ``JSONEncodable/encode(to:)`` writes no valid document.
    public init(encoding value: some JSONEncodable) throws(JSONError) {
        self = try JSON.decode(from: JSON.encode(value))
    }
}

// MARK: - Access

extension JSONValue {
    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The boolean, or nil.
    public var boolValue: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The integer where it fits `Int64`, or nil.
    public var intValue: Int64? {
        switch self {
        case .int(let value): value
        case .uint(let value): Int64(exactly: value)
        default: nil
        }
    }

    /// The integer where it is 0 or more, or nil.
    public var uintValue: UInt64? {
        switch self {
        case .int(let value): UInt64(exactly: value)
        case .uint(let value): value
        default: nil
        }
    }

    /// The number, an integer beyond 2⁵³ rounded, or nil.
    public var doubleValue: Double? {
        switch self {
        case .int(let value): Double(value)
        case .uint(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    /// The string, or nil.
    public var stringValue: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The elements, or nil.
    public var arrayValue: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The object, or nil.
    public var objectValue: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The member of an object, or nil where there is none or this is no object.
    ///
    /// Setting nil removes the member. Setting a member of what is no object makes it one.
    public subscript(key: String) -> JSONValue? {
        get { objectValue?[key] }
        set {
            var object = objectValue ?? [:]
            self = .null
            object[key] = newValue
            self = .object(object)
        }
    }

    /// The element of an array, or nil where there is none or this is no array.
    public subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}

// MARK: - Equality

extension JSONValue: Hashable {
    /// Whether two values mean the same: integers by value, objects whatever the order of their members, a double never
    /// equal to an integer.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.int(let left), .int(let right)): left == right
        case (.uint(let left), .uint(let right)): left == right
        case (.int(let left), .uint(let right)), (.uint(let right), .int(let left)): left == right
        case (.double(let left), .double(let right)): left == right
        case (.string(let left), .string(let right)): left == right
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }

    /// Hashes equal values alike.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        // The standard library hashes equal integers of different types differently.
        case .uint(let value): Int64(exactly: value).map { hasher.combine($0) } ?? hasher.combine(value)
        case .double(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .array(let value): hasher.combine(value)
        case .object(let value): hasher.combine(value)
        }
    }
}

// MARK: - Literals

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// `null`
    public init(nilLiteral: ()) { self = .null }
    /// A boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// An integer.
    public init(integerLiteral value: Int64) { self = .int(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .double(value) }
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object; where a key stands twice the last one wins.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}
