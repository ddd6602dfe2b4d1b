import JSON

/// What only forum and media channels have.
struct Forum: Sendable {
    /// A label for the threads of a forum.
    struct Tag: Sendable {
        var id: Flake
        var name: String
        /// Whether only those who manage threads may set it.
        var isModerated = false
        var emoji: EmojiReference?

        static let nameLimit = 20

        var json: JSONValue {
            [
                "id": id.json, "name": .string(name), "moderated": .bool(isModerated),
                "emoji_id": emoji?.id?.json ?? .null, "emoji_name": emoji?.id == nil ? .text(emoji?.name) : .null,
            ]
        }
    }

    static let tagLimit = 20

    var tags: [Tag] = []
    var reaction: EmojiReference?
    var sortOrder: Int?
    var layout = 0

    func add(to fields: inout JSONObject) {
        fields["available_tags"] = .array(tags.map(\.json))
        fields["default_reaction_emoji"] =
            reaction.map { emoji in
                ["emoji_id": emoji.id?.json ?? .null, "emoji_name": emoji.id == nil ? .string(emoji.name) : .null]
            } ?? .null
        fields["default_sort_order"] = sortOrder.map { .number($0) } ?? .null
        fields["default_forum_layout"] = .number(layout)
        fields["template"] = ""
    }
}
