import JSON

/// What the bot asked and was told, in a bounded ring.
struct Recorder: Sendable {
    struct Entry: Sendable {
        enum Body: Sendable {
            case rest(
                method: String, route: String, path: String, request: JSONValue, status: Int, response: JSONValue,
                elapsed: Duration)
            case gateway(isOutgoing: Bool, shard: Int?, payload: JSONValue)
        }

        var number: Int
        var time: Moment
        var body: Body
    }

    /// Bodies above this many bytes are cut.
    static let bodyLimit = 16 * 1024

    let capacity: Int
    private var ring: [Entry] = []
    private var head = 0
    private(set) var lastNumber = 0
    private(set) var dropped = 0

    init(capacity: Int = 5000) {
        self.capacity = max(1, capacity)
    }

    /// Keeps an entry, the oldest going when the ring is full.
    mutating func add(_ body: Entry.Body, at time: Moment) -> Entry {
        lastNumber += 1
        let entry = Entry(number: lastNumber, time: time, body: body)
        if ring.count < capacity {
            ring.append(entry)
        } else {
            ring[head] = entry
            head = (head + 1) % capacity
            dropped += 1
        }
        return entry
    }

    mutating func clear() {
        ring = []
        head = 0
        dropped = 0
    }

    /// Entries after a number, oldest first.
    func entries(after number: Int = 0, limit: Int = .max, where wanted: (Entry) -> Bool = { _ in true }) -> [Entry] {
        var result: [Entry] = []
        for entry in ring[head...] + ring[..<head] where entry.number > number && wanted(entry) {
            result.append(entry)
            if result.count == limit { break }
        }
        return result
    }

    /// The body as it is kept: cut when large.
    static func kept(_ body: JSONValue, bytes: Int) -> JSONValue {
        bytes > bodyLimit ? ["truncated": .number(bytes)] : body
    }
}

extension Recorder.Entry {
    var json: JSONValue {
        var fields: JSONObject = ["seq": .number(number), "time": .string(time.short)]
        switch body {
        case .rest(let method, let route, let path, let request, let status, let response, let elapsed):
            fields["kind"] = "rest"
            fields["method"] = .string(method)
            fields["route"] = .string(route)
            fields["path"] = .string(path)
            fields["request"] = request
            fields["status"] = .number(status)
            fields["response"] = response
            fields["elapsed_ms"] = .double(elapsed.fractionalMilliseconds)
        case .gateway(let isOutgoing, let shard, let payload):
            fields["kind"] = "gateway"
            fields["direction"] = isOutgoing ? "out" : "in"
            fields["shard"] = shard.map { .number($0) } ?? .null
            for key in ["op", "t", "s", "d"] { fields[key] = payload[key] ?? .null }
        }
        return .object(fields)
    }
}
