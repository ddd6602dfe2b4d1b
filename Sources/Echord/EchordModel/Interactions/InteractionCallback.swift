import EchordPrimitives
public import JSON

/// The first answer to an interaction, due within 3 seconds.
///
/// <https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object>
public enum InteractionCallback: Hashable, Sendable {
    /// To a ping.
    case pong
    /// A message.
    case message(InteractionMessage)
    /// A message that comes later; meanwhile Discord shows that the bot thinks. Flags: `ephemeral`.
    case deferredMessage(MessageFlags)
    /// A change of the component's message that comes later; nothing is shown meanwhile.
    case deferredUpdate
    /// A change of the component's message.
    case updateMessage(InteractionMessage)
    /// Choices while somebody types.
    case autocomplete([CommandChoice])
    /// A window with fields; not to a modal that was filled in.
    case modal(ModalBody)
    /// An upgrade button; Discord prefers buttons of style `premium`.
    case premiumRequired
    /// The application's activity.
    case launchActivity
    /// A kind that is not known here, with its data.
    case other(InteractionCallbackType, JSONValue?)

    /// The kind on the wire.
    public var type: InteractionCallbackType {
        switch self {
        case .pong: .pong
        case .message: .channelMessageWithSource
        case .deferredMessage: .deferredChannelMessageWithSource
        case .deferredUpdate: .deferredUpdateMessage
        case .updateMessage: .updateMessage
        case .autocomplete: .applicationCommandAutocompleteResult
        case .modal: .modal
        case .premiumRequired: .premiumRequired
        case .launchActivity: .launchActivity
        case .other(let type, _): type
        }
    }
}

extension InteractionCallback: JSONEncodable {
    /// Writes `type` and, where there is some, `data`.
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member(ready: "\"type\":", type)
        switch self {
        case .message(let message), .updateMessage(let message): writer.member(ready: "\"data\":", message)
        case .deferredMessage(let flags):
            if !flags.isEmpty { writer.member(ready: "\"data\":", InteractionMessage(flags: flags)) }
        case .autocomplete(let choices): writer.member(ready: "\"data\":", AutocompleteChoices(choices: choices))
        case .modal(let modal): writer.member(ready: "\"data\":", modal)
        case .other(_, let data): writer.member(ready: "\"data\":", data)
        case .pong, .deferredUpdate, .premiumRequired, .launchActivity: break
        }
        writer.endObject()
    }
}

extension InteractionCallback: JSONDecodable {
    /// Reads `type` and the `data` that belongs to it.
    public init(json: JSONReader) throws(JSONError) {
        let type = try json.decode(InteractionCallbackType.self, at: "type")
        switch type {
        case .pong: self = .pong
        case .channelMessageWithSource: self = .message(try json.decode(at: "data"))
        case .deferredChannelMessageWithSource:
            let data = try json.decodeIfPresent(InteractionMessage.self, at: "data")
            self = .deferredMessage(data?.flags ?? [])
        case .deferredUpdateMessage: self = .deferredUpdate
        case .updateMessage: self = .updateMessage(try json.decode(at: "data"))
        case .applicationCommandAutocompleteResult:
            self = .autocomplete(try json.decode(AutocompleteChoices.self, at: "data").choices)
        case .modal: self = .modal(try json.decode(at: "data"))
        case .premiumRequired: self = .premiumRequired
        case .launchActivity: self = .launchActivity
        default: self = .other(type, try json.decodeIfPresent(at: "data"))
        }
    }
}
