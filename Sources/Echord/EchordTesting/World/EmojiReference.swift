import JSON

/// An emoji as others name it: a Unicode one, or a custom one with an id, which alone counts then.
struct EmojiReference: Hashable, Sendable {
    var name: String
    var id: Flake?
    var isAnimated = false

    var json: JSONValue {
        var fields: JSONObject = ["id": id?.json ?? .null, "name": .string(name)]
        if isAnimated { fields["animated"] = true }
        return .object(fields)
    }

    init(name: String, id: Flake?, isAnimated: Bool = false) {
        (self.name, self.id, self.isAnimated) = (name, id, isAnimated)
    }

    static func == (lhs: EmojiReference, rhs: EmojiReference) -> Bool {
        lhs.id == rhs.id && (lhs.id != nil || lhs.name == rhs.name)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        if id == nil { hasher.combine(name) }
    }

    /// Reads the form of the reaction routes: "👍" or "name:id".
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2 {
            guard let id = Flake(parts[1]), !parts[0].isEmpty else { return nil }
            name = String(parts[0])
            self.id = id
        } else {
            guard Self.isUnicodeEmoji(text) else { return nil }
            name = text
        }
    }

    /// Whether the text is one Unicode emoji.
    static func isUnicodeEmoji(_ text: String) -> Bool {
        guard text.count == 1, let character = text.first else { return false }
        let scalars = character.unicodeScalars
        if scalars.contains(where: { $0.properties.isEmojiPresentation }) { return true }
        // Keycaps (1️⃣) and symbols such as ✔ that count as emoji with or without the variation selector.
        if scalars.contains(where: { $0.value == 0x20E3 || $0.value == 0xFE0F }) { return true }
        return scalars.count == 1 && scalars.allSatisfy { $0.properties.isEmoji && $0.value > 0xFF }
    }
}
