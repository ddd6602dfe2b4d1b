import JSON

/// Short readers for outside data: each gives nil when the value is of another kind.
extension JSONValue {
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var flag: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }

    /// A whole number, also when it was written as 3.0.
    var integer: Int64? {
        switch self {
        case .int(let number): number
        case .uint(let number): Int64(exactly: number)
        case .double(let number): Int64(exactly: number)
        default: nil
        }
    }

    var number: Double? {
        switch self {
        case .int(let number): Double(number)
        case .uint(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }

    var list: [JSONValue]? {
        if case .array(let list) = self { list } else { nil }
    }

    var fields: JSONObject? {
        if case .object(let fields) = self { fields } else { nil }
    }

    /// The value of `key`, nil when absent or null.
    func present(_ key: String) -> JSONValue? {
        guard case .object(let fields) = self, let value = fields[key], !value.isNull else { return nil }
        return value
    }

    /// Whether the object has the key, be it null.
    func has(_ key: String) -> Bool {
        guard case .object(let fields) = self else { return false }
        return fields[key] != nil
    }

    static func text(_ text: String?) -> JSONValue {
        text.map(JSONValue.string) ?? .null
    }

    static func number(_ number: some BinaryInteger) -> JSONValue {
        .int(Int64(clamping: number))
    }

    static func flakes(_ flakes: some Sequence<Flake>) -> JSONValue {
        .array(flakes.map(\.json))
    }

    /// The object with one field more.
    func adding(_ key: String, _ value: JSONValue) -> JSONValue {
        guard case .object(var fields) = self else { return self }
        fields[key] = value
        return .object(fields)
    }

    /// The object without some fields.
    func without(_ keys: String...) -> JSONValue {
        guard case .object(var fields) = self else { return self }
        for key in keys { fields[key] = nil }
        return .object(fields)
    }
}
