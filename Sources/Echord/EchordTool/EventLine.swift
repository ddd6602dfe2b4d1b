internal import Echord
internal import EchordModel
internal import EchordPrimitives
internal import JSON

/// How one event is printed.
struct EventLine: Sendable {
    /// Whether as a JSON object, with the payload.
    let isJSON: Bool

    /// Members that would let a reader act in the bot's or a user's name.
    private static let secrets: Set<String> = ["token", "session_id", "resume_gateway_url"]

    func text(_ event: RawEvent) -> String {
        let payload = (try? JSON.decode(JSONValue.self, from: event.payload)) ?? .null
        let data = Self.masked(payload["d"] ?? .null)
        return isJSON ? json(event, data) : words(event, data)
    }

    private func json(_ event: RawEvent, _ data: JSONValue) -> String {
        let context = event.context
        return JSON.encodeToString(
            [
                "time": JSONValue("\(context.received)"), "event": JSONValue(context.name.rawValue),
                "shard": JSONValue(context.shard.description), "sequence": JSONValue(context.sequence), "data": data,
            ] as JSONValue)
    }

    private func words(_ event: RawEvent, _ data: JSONValue) -> String {
        let context = event.context
        var parts = ["\(context.received)", context.name.rawValue, "shard \(context.shard)", "#\(context.sequence)"]
        for key in ["guild_id", "channel_id", "id"] {
            if let value = data[key]?.stringValue { parts.append("\(key.replacing("_id", with: "")) \(value)") }
        }
        if let user = (data["author"] ?? data["user"] ?? data["member"]?["user"])?["username"]?.stringValue {
            parts.append("by \(Self.shown(user))")
        }
        if let words = (data["content"] ?? data["name"])?.stringValue, !words.isEmpty {
            parts.append("“\(Self.shown(words))”")
        }
        return parts.joined(separator: "  ")
    }

    /// One line of text that moves no cursor.
    private static func shown(_ text: String) -> String {
        let line = String(text.prefix(80).map { $0.isNewline || $0.unicodeScalars.allSatisfy(\.isControl) ? " " : $0 })
        return text.count > 80 ? line + "…" : line
    }

    private static func masked(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let object):
            .object(
                JSONObject(
                    zip(object.keys, object.values).map { key, value in
                        (key, secrets.contains(key) && value.stringValue != nil ? "***" : masked(value))
                    }))
        case .array(let list): .array(list.map(masked))
        default: value
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control || properties.generalCategory == .format }
}
