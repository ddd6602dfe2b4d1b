import JSON

/// Readers of form fields: each gives the value, or notes the complaint Discord would make and gives nil.
extension FieldErrors {
    /// A string; lengths are counted in Unicode scalars, as Discord does.
    mutating func text(
        _ value: JSONValue?, _ path: [String], _ range: ClosedRange<Int>, required: Bool = false
    ) -> String? {
        guard let value, !value.isNull else {
            if required { self.required(path) }
            return nil
        }
        let text: String
        switch value {
        case .string(let string): text = string
        case .int, .uint: text = value.integer.map(String.init) ?? ""
        default:
            add(path, "STRING_TYPE_CONVERT", "Could not interpret value as string.")
            return nil
        }
        let length = text.unicodeScalars.count
        if length == 0, range.lowerBound > 0, required {
            self.required(path)
            return nil
        }
        if range.contains(length) { return text }
        if range.lowerBound > 0, range.upperBound < .max {
            badLength(path, range)
        } else if length > range.upperBound {
            tooLong(path, range.upperBound)
        } else {
            tooShort(path, range.lowerBound)
        }
        return nil
    }

    mutating func int(
        _ value: JSONValue?, _ path: [String], _ range: ClosedRange<Int64>, required: Bool = false
    ) -> Int64? {
        guard let value, !value.isNull else {
            if required { self.required(path) }
            return nil
        }
        guard let number = value.integer ?? value.text.flatMap({ Int64($0) }) else {
            add(path, "NUMBER_TYPE_COERCE", "Value \"\(Self.shown(value))\" is not int.")
            return nil
        }
        guard range.contains(number) else {
            outOfRange(path, range, number)
            return nil
        }
        return number
    }

    mutating func oneOf(_ value: JSONValue?, _ path: [String], _ allowed: [Int], required: Bool = false) -> Int? {
        guard let value, !value.isNull else {
            if required { self.required(path) }
            return nil
        }
        guard let number = value.integer ?? value.text.flatMap({ Int64($0) }), let small = Int(exactly: number),
            allowed.contains(small)
        else {
            choices(path, allowed.map(String.init))
            return nil
        }
        return small
    }

    mutating func bool(_ value: JSONValue?, _ path: [String]) -> Bool? {
        guard let value, !value.isNull else { return nil }
        guard let flag = value.flag else {
            add(path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.")
            return nil
        }
        return flag
    }

    mutating func list(
        _ value: JSONValue?, _ path: [String], _ range: ClosedRange<Int>, required: Bool = false
    ) -> [JSONValue]? {
        guard let value, !value.isNull else {
            if required { self.required(path) }
            return nil
        }
        guard let list = value.list else {
            add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return nil
        }
        guard range.contains(list.count) else {
            if range.lowerBound > 0 { badLength(path, range) } else { tooLong(path, range.upperBound) }
            return nil
        }
        return list
    }

    /// An object, or nil with a complaint.
    mutating func object(_ value: JSONValue?, _ path: [String], required: Bool = false) -> JSONValue? {
        guard let value, !value.isNull else {
            if required { self.required(path) }
            return nil
        }
        guard value.fields != nil else {
            add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
            return nil
        }
        return value
    }

    mutating func flake(_ value: JSONValue?, _ path: [String], required: Bool = false) -> Flake? {
        guard let value, !value.isNull else {
            if required { self.required(path) }
            return nil
        }
        guard let flake = Flake(json: value) else {
            add(path, "NUMBER_TYPE_COERCE", "Value \"\(Self.shown(value))\" is not snowflake.")
            return nil
        }
        return flake
    }

    /// A web address; `attachment://` counts where the caller says so.
    mutating func url(
        _ value: JSONValue?, _ path: [String], limit: Int = 2048, attachments: Bool = false, required: Bool = false
    ) -> String? {
        guard let text = text(value, path, 0...limit, required: required) else { return nil }
        guard let colon = text.firstRange(of: "://"), colon.lowerBound != text.startIndex else {
            add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
            return nil
        }
        let scheme = text[..<colon.lowerBound].lowercased()
        let rest = text[colon.upperBound...]
        let allowed = attachments ? ["http", "https", "attachment"] : ["http", "https"]
        guard allowed.contains(scheme) else {
            add(
                path, "URL_TYPE_INVALID_SCHEME",
                "Scheme \"\(scheme.prefix(20))\" is not supported. Scheme must be one of ('http', 'https').")
            return nil
        }
        guard !rest.isEmpty, !rest.contains(where: \.isWhitespace), rest.first != "/" else {
            add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.")
            return nil
        }
        return text
    }

    private static func shown(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): String(text.prefix(100))
        case .bool(let flag): flag ? "True" : "False"
        case .double(let number): String(number)
        case .int(let number): String(number)
        case .uint(let number): String(number)
        case .array: "[]"
        case .object: "{}"
        case .null: "None"
        }
    }
}
