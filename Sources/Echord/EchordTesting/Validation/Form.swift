import JSON

/// One object of a request's body, read field by field; what is wrong is collected and thrown at the end by ``check()``.
///
/// A resource's fields are read over its present value (``set(_:_:_:)``, ``change(_:_:_:)``), so that making one and changing one are
/// the same reading over different beginnings.
struct Form: Sendable {
    let body: JSONValue
    let path: [String]
    var errors = FieldErrors()
    /// The pictures that came in its fields, for the store.
    var images: [ImageData] = []

    /// Takes an object; no body at all is an empty one.
    init(_ body: JSONValue, _ path: [String] = []) {
        self.path = path
        self.body = body.isNull ? [:] : body
        _ = errors.object(self.body, path, required: true)
    }

    /// Throws 50035 with every faulty field.
    func check() throws(Refusal) {
        try errors.throwIfAny()
    }

    /// Whether the key is there, be it null.
    func has(_ key: String) -> Bool { body.has(key) }

    mutating func complain(_ key: String, _ code: String, _ message: String) {
        errors.add(path + [key], code, message)
    }

    // MARK: - Over a present value

    /// Reads a field that cannot be cleared: absent or null leaves it as it is.
    mutating func set<Value>(_ key: String, _ target: inout Value, _ read: (inout Form, String) -> Value?) {
        guard body.present(key) != nil, let value = read(&self, key) else { return }
        target = value
    }

    /// Reads a field that null clears; absent leaves it as it is.
    mutating func change<Value>(_ key: String, _ target: inout Value?, _ read: (inout Form, String) -> Value?) {
        guard has(key) else { return }
        target = read(&self, key)
    }

    // MARK: - Plain values

    mutating func text(_ key: String, _ range: ClosedRange<Int>, required: Bool = false) -> String? {
        errors.text(body[key], path + [key], range, required: required)
    }

    mutating func int(_ key: String, _ range: ClosedRange<Int>, required: Bool = false) -> Int? {
        let bounds = Int64(range.lowerBound)...Int64(range.upperBound)
        return errors.int(body[key], path + [key], bounds, required: required).map { Int($0) }
    }

    mutating func flag(_ key: String) -> Bool? {
        errors.bool(body[key], path + [key])
    }

    mutating func choice(_ key: String, _ allowed: [Int], required: Bool = false) -> Int? {
        errors.oneOf(body[key], path + [key], allowed, required: required)
    }

    mutating func flake(_ key: String, required: Bool = false) -> Flake? {
        errors.flake(body[key], path + [key], required: required)
    }

    /// A bit set in a string or an integer.
    mutating func permissions(_ key: String) -> Perm? {
        guard let value = body.present(key) else { return nil }
        guard let bits = Perm(json: value) else {
            complain(key, "PERMISSION_TYPE_COERCE", "Could not interpret value as permissions.")
            return nil
        }
        return bits.intersection(.all)
    }

    /// A time in ISO 8601.
    mutating func moment(_ key: String, required: Bool = false) -> Moment? {
        guard let text = text(key, 0...64, required: required), !text.isEmpty else { return nil }
        guard let moment = Moment(iso: text) else {
            complain(key, "DATE_TIME_TYPE_PARSE", "Could not parse \(text). Should be ISO8601.")
            return nil
        }
        return moment
    }

    // MARK: - Lists and objects

    mutating func flakes(_ key: String, _ range: ClosedRange<Int>, required: Bool = false) -> [Flake]? {
        guard let list = errors.list(body[key], path + [key], range, required: required) else { return nil }
        return list.enumerated().compactMap { index, value in
            errors.flake(value, path + [key, String(index)], required: true)
        }
    }

    mutating func texts(
        _ key: String, _ range: ClosedRange<Int>, each: ClosedRange<Int>, required: Bool = false
    ) -> [String]? {
        guard let list = errors.list(body[key], path + [key], range, required: required) else { return nil }
        return list.enumerated().compactMap { index, value in
            errors.text(value, path + [key, String(index)], each, required: true)
        }
    }

    /// A list of objects, each read as a form of its own; faulty ones are left out.
    mutating func objects<Value>(
        _ key: String, _ range: ClosedRange<Int>, required: Bool = false, _ read: (inout Form) -> Value?
    ) -> [Value]? {
        guard let list = errors.list(body[key], path + [key], range, required: required) else { return nil }
        return list.enumerated().compactMap { index, value in inner(value, [key, String(index)], read) }
    }

    /// One object, read as a form of its own.
    mutating func object<Value>(
        _ key: String, required: Bool = false, _ read: (inout Form) -> Value?
    ) -> Value? {
        guard let value = errors.object(body[key], path + [key], required: required) else { return nil }
        return inner(value, [key], read)
    }

    /// The body itself as a list of objects.
    static func list<Value>(
        _ body: JSONValue, _ range: ClosedRange<Int>, _ read: (inout Form) -> Value?
    ) throws(Refusal) -> [Value] {
        var whole = Form([:])
        let list = whole.errors.list(body, [], range, required: true) ?? []
        let values = list.enumerated().compactMap { index, value in whole.inner(value, [String(index)], read) }
        try whole.check()
        return values
    }

    private mutating func inner<Value>(
        _ value: JSONValue, _ place: [String], _ read: (inout Form) -> Value?
    ) -> Value? {
        guard !value.isNull else {
            errors.required(path + place)
            return nil
        }
        var form = Form(value, path + place)
        let result = value.fields == nil ? nil : read(&form)
        errors.merge(form.errors)
        images += form.images
        return form.errors.isEmpty ? result : nil
    }
}
