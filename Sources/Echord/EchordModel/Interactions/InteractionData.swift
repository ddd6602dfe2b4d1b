import EchordPrimitives
public import JSON

/// What was done in an interaction; which it is shows in the fields, as it depends on the interaction's type.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-data>
public enum InteractionData: Hashable, Sendable {
    /// A command was used, or is being typed.
    case command(CommandData)
    /// A component was used.
    case component(ComponentData)
    /// A modal was filled in.
    case modal(ModalData)
    /// Something that is not known here.
    case unknown(JSONValue)
}

extension InteractionData: JSONDecodable, JSONEncodable {
    /// Reads a component by its `component_type`, a modal by its `custom_id`, a command by its `name`.
    public init(json: JSONReader) throws(JSONError) {
        if json["component_type"] != nil {
            self = .component(try ComponentData(json: json))
        } else if json["custom_id"] != nil {
            self = .modal(try ModalData(json: json))
        } else if json["name"] != nil {
            self = .command(try CommandData(json: json))
        } else {
            self = .unknown(try JSONValue(json: json))
        }
    }

    /// Writes what was done.
    public func encode(to writer: inout JSONWriter) {
        switch self {
        case .command(let data): data.encode(to: &writer)
        case .component(let data): data.encode(to: &writer)
        case .modal(let data): data.encode(to: &writer)
        case .unknown(let value): value.encode(to: &writer)
        }
    }
}
