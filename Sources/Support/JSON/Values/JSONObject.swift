/// The members of a JSON object in their order, each key once.
public struct JSONObject: Sendable {
    private var entries: [(key: String, value: JSONValue)] = []
    /// Where each key stands; kept only for objects so large that searching would cost more.
    private var positions: [String: Int] = [:]

    private static let indexedFrom = 16

    /// An empty object.
    public init() {}

    /// An object of these members; where a key stands twice the last value wins, at the place of the first.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        for (key, value) in members { self[key] = value }
    }

    /// The keys in order.
    public var keys: [String] { entries.map(\.key) }

    /// The values in order.
    public var values: [JSONValue] { entries.map(\.value) }

    /// The value of a key. Setting keeps the place of a key that is there and appends one that is not; nil removes it.
    public subscript(key: String) -> JSONValue? {
        get { position(of: key).map { entries[$0].value } }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): entries[position].value = value
            case (let position?, nil): remove(at: position)
            case (nil, let value?): append(key, value)
            case (nil, nil): break
            }
        }
    }

    private func position(of key: String) -> Int? {
        entries.count < Self.indexedFrom ? entries.firstIndex { $0.key == key } : positions[key]
    }

    private mutating func append(_ key: String, _ value: JSONValue) {
        entries.append((key, value))
        if entries.count == Self.indexedFrom {
            rebuildPositions()
        } else if entries.count > Self.indexedFrom {
            positions[key] = entries.count - 1
        }
    }

    private mutating func remove(at position: Int) {
        entries.remove(at: position)
        rebuildPositions()
    }

    private mutating func rebuildPositions() {
        positions = [:]
        guard entries.count >= Self.indexedFrom else { return }
        for (index, entry) in entries.enumerated() { positions[entry.key] = index }
    }
}

extension JSONObject: RandomAccessCollection {
    /// The place of the first member.
    public var startIndex: Int { 0 }
    /// The place after the last member.
    public var endIndex: Int { entries.count }
    /// The member at a place.
    public subscript(position: Int) -> (key: String, value: JSONValue) { entries[position] }
}

extension JSONObject: Hashable {
    /// Whether both have the same members, in whatever order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.allSatisfy { right[$0.key] == $0.value }
    }

    /// Hashes equal objects alike, so the order of the members does not count.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for (key, value) in self {
            var member = Hasher()
            member.combine(key)
            member.combine(value)
            sum &+= member.finalize()
        }
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object of these members; where a key stands twice the last one wins.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
