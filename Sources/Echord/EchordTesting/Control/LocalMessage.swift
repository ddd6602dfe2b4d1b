public import EchordPrimitives
public import JSON

/// A message as a member sees it, at the moment it was read.
public struct LocalMessage: Sendable {
    /// Discord's message object, with `local` as in the control API.
    public let json: JSONValue

    init(_ json: JSONValue) {
        self.json = json
    }

    /// The message's id.
    public var id: MessageID { MessageID(flake.value) }
    /// The text.
    public var content: String { json["content"]?.text ?? "" }
    /// Whether only one member sees it.
    public var isEphemeral: Bool { json["local"]?.present("visible_to") != nil }
    /// Whether the bot has deferred and not answered yet.
    public var isThinking: Bool { json["local"]?["state"]?.text == "thinking" }
    /// The embeds.
    public var embeds: [JSONValue] { json["embeds"]?.list ?? [] }
    /// The components, as a tree.
    public var components: [JSONValue] { json["components"]?.list ?? [] }
    /// The users who are pinged.
    public var mentions: [UserID] {
        (json["mentions"]?.list ?? []).compactMap { Flake(json: $0["id"]).map { UserID($0.value) } }
    }

    /// Every text in it: content, embeds, text displays, labels of buttons; joined by line breaks.
    public var wholeText: String {
        Self.texts(
            of: .object([
                "content": json["content"] ?? .null, "embeds": json["embeds"] ?? .null,
                "components": json["components"] ?? .null,
            ])
        )
        .joined(separator: "\n")
    }

    /// The buttons, wherever they stand.
    public var buttons: [LocalComponent] { LocalComponent.all(in: components).filter { $0.type == 2 } }

    /// The selects, wherever they stand.
    public var selects: [LocalComponent] {
        LocalComponent.all(in: components).filter { [3, 5, 6, 7, 8].contains($0.type) }
    }

    /// The first button with this label.
    ///
    /// - Throws: ``LocalDiscordError`` when there is none.
    public func button(_ label: String) throws -> LocalComponent {
        guard let button = buttons.first(where: { $0.label == label }) else {
            throw LocalDiscordError(.unknown, "The message has no button \(label).")
        }
        return button
    }

    var flake: Flake { Flake(json: json["id"]) ?? Flake(0) }
    var channel: Flake { Flake(json: json["channel_id"]) ?? Flake(0) }

    private static func texts(of value: JSONValue) -> [String] {
        switch value {
        case .array(let list): list.flatMap(texts)
        case .object(let fields):
            fields.flatMap { key, value -> [String] in
                if let text = value.text {
                    return ["content", "title", "description", "name", "value", "text", "label"].contains(key)
                        && !text.isEmpty ? [text] : []
                }
                return texts(of: value)
            }
        default: []
        }
    }
}

/// A component of a message or a form.
public struct LocalComponent: Sendable {
    /// Discord's component object.
    public let json: JSONValue

    /// Discord's component type.
    public var type: Int { Int(json["type"]?.integer ?? 0) }
    /// What the bot recognises it by.
    public var customID: String { json["custom_id"]?.text ?? "" }
    /// What stands on it.
    public var label: String { json["label"]?.text ?? "" }
    /// Whether it can be used.
    public var isEnabled: Bool { json["disabled"]?.flag != true }

    /// The components of a list and all that stand in them.
    static func all(in list: [JSONValue]) -> [LocalComponent] {
        list.flatMap { component -> [LocalComponent] in
            let below =
                (component["components"]?.list ?? [])
                + [component["accessory"], component["component"]]
                .compactMap { $0 }
            return [LocalComponent(json: component)] + all(in: below)
        }
    }
}
