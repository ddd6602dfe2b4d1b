import JSON

/// A request of the control API, with readers that refuse what is malformed.
struct ControlCall: Sendable {
    let method: String
    /// The parts after `/control`.
    let path: [String]
    let query: [String: String]
    let contentType: String?
    let bytes: [UInt8]

    /// The body as an object.
    func body() throws(ActRefusal) -> JSONValue {
        if bytes.isEmpty { return [:] }
        guard let value = try? JSON.decode(JSONValue.self, from: bytes), value.fields != nil else {
            throw ActRefusal(.badRequest, "The body must be a JSON object.")
        }
        return value
    }

    /// The member a request looks through.
    func viewer() throws(ActRefusal) -> Flake? {
        try queryID("as")
    }

    func queryID(_ name: String) throws(ActRefusal) -> Flake? {
        guard let text = query[name] else { return nil }
        guard let id = Flake(text) else { throw ActRefusal(.badRequest, "\(name) must be an id.") }
        return id
    }

    func number(_ name: String, _ range: ClosedRange<Int>, default standard: Int) throws(ActRefusal) -> Int {
        guard let text = query[name] else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw ActRefusal(.badRequest, "\(name) must be a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    /// An id in the path.
    func id(at index: Int) throws(ActRefusal) -> Flake {
        guard path.indices.contains(index), let id = Flake(path[index]) else {
            throw ActRefusal(.badRequest, "The path must name an id.")
        }
        return id
    }
}

extension JSONValue {
    /// A required id of a control request.
    func requiredID(_ key: String) throws(ActRefusal) -> Flake {
        guard let id = Flake(json: present(key)) else { throw ActRefusal(.badRequest, "\(key) must be an id.") }
        return id
    }

    func optionalID(_ key: String) throws(ActRefusal) -> Flake? {
        guard present(key) != nil else { return nil }
        return try requiredID(key)
    }

    func requiredText(_ key: String) throws(ActRefusal) -> String {
        guard let text = present(key)?.text else { throw ActRefusal(.badRequest, "\(key) must be a text.") }
        return text
    }

    func idList(_ key: String) throws(ActRefusal) -> [Flake] {
        guard let value = present(key) else { return [] }
        guard let list = value.list else { throw ActRefusal(.badRequest, "\(key) must be a list of ids.") }
        let ids = list.compactMap { Flake(json: $0) }
        guard ids.count == list.count else { throw ActRefusal(.badRequest, "\(key) must be a list of ids.") }
        return ids
    }

    /// An object as a dictionary.
    func dictionary(_ key: String) throws(ActRefusal) -> [String: JSONValue] {
        guard let value = present(key) else { return [:] }
        guard let fields = value.fields else { throw ActRefusal(.badRequest, "\(key) must be an object.") }
        return Dictionary(fields.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    }
}
