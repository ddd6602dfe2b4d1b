public import EchordPrimitives
public import JSON

/// What an application receives over HTTP at its webhook events address.
///
/// <https://docs.discord.com/developers/events/webhook-events#payload-structure>
@JSONModel
public struct WebhookEventEnvelope: Hashable, Sendable {
    /// Always 1.
    public var version: Int = 1
    /// The application.
    public var applicationID: ApplicationID
    /// Whether it is an event, or only a ping.
    public var type: WebhookEventEnvelopeType
    /// The event; absent for a ping.
    public var event: WebhookEvent?
}

/// Something that happened, as an application receives it over HTTP.
///
/// <https://docs.discord.com/developers/events/webhook-events#event-body-object>
public struct WebhookEvent: Hashable, Sendable {
    /// Its kind.
    public var type: WebhookEventType
    /// When it happened.
    public var timestamp: DiscordTimestamp
    /// What happened.
    public var data: WebhookEventData

    /// Something that happened.
    public init(type: WebhookEventType, timestamp: DiscordTimestamp, data: WebhookEventData) {
        self.type = type
        self.timestamp = timestamp
        self.data = data
    }
}

/// What happened, by the event's kind.
public enum WebhookEventData: Hashable, Sendable {
    /// Somebody added the application to a guild or to their account.
    case authorized(ApplicationAuthorized)
    /// Somebody took back what they had allowed.
    case deauthorized(ApplicationDeauthorized)
    /// An entitlement was made, changed or deleted.
    case entitlement(Entitlement)
    /// A message was written or changed in a lobby.
    case lobbyMessage(LobbyMessage)
    /// A message was deleted in a lobby.
    case lobbyMessageDeleted(LobbyMessageDeleted)
    /// A direct message was written, changed or deleted while a player's game was connected.
    case gameMessage(GameMessage)
    /// Something that is not known here, or without data.
    case other(JSONValue?)
}

extension WebhookEvent: JSONDecodable, JSONEncodable {
    /// Reads `type`, `timestamp`, and the `data` that belongs to the type.
    public init(json: JSONReader) throws(JSONError) {
        type = try json.decode(at: "type")
        timestamp = try json.decode(at: "timestamp")
        switch type {
        case .applicationAuthorized: data = .authorized(try json.decode(at: "data"))
        case .applicationDeauthorized: data = .deauthorized(try json.decode(at: "data"))
        case .entitlementCreate, .entitlementUpdate, .entitlementDelete:
            data = .entitlement(try json.decode(at: "data"))
        case .lobbyMessageCreate, .lobbyMessageUpdate: data = .lobbyMessage(try json.decode(at: "data"))
        case .lobbyMessageDelete: data = .lobbyMessageDeleted(try json.decode(at: "data"))
        case .gameDirectMessageCreate, .gameDirectMessageUpdate, .gameDirectMessageDelete:
            data = .gameMessage(try json.decode(at: "data"))
        default: data = .other(try json.decodeIfPresent(at: "data"))
        }
    }

    /// Writes the event as it is read.
    public func encode(to writer: inout JSONWriter) {
        writer.object {
            $0.member("type", type)
            $0.member("timestamp", timestamp)
            switch data {
            case .authorized(let data): $0.member("data", data)
            case .deauthorized(let data): $0.member("data", data)
            case .entitlement(let data): $0.member("data", data)
            case .lobbyMessage(let data): $0.member("data", data)
            case .lobbyMessageDeleted(let data): $0.member("data", data)
            case .gameMessage(let data): $0.member("data", data)
            case .other(let data): $0.member("data", data)
            }
        }
    }
}

/// Somebody added the application to a guild or to their account.
///
/// <https://docs.discord.com/developers/events/webhook-events#application-authorized>
@JSONModel
public struct ApplicationAuthorized: Hashable, Sendable {
    /// Where it was installed; absent for a mere permission.
    public var integrationType: IntegrationInstallType?
    /// Who allowed it.
    public var user: User
    /// What was allowed.
    public var scopes: [OAuth2Scope] = []
    /// The guild, of an installation there.
    public var guild: Guild?
}

/// Somebody took back what they had allowed.
///
/// <https://docs.discord.com/developers/events/webhook-events#application-deauthorized>
@JSONModel
public struct ApplicationDeauthorized: Hashable, Sendable {
    /// Who.
    public var user: User
}

/// A message was deleted in a lobby.
///
/// <https://docs.discord.com/developers/events/webhook-events#lobby-message-delete>
@JSONModel
public struct LobbyMessageDeleted: Hashable, Sendable {
    /// The message.
    public var id: MessageID
    /// The lobby.
    public var lobbyID: LobbyID
}

/// A direct message that was sent while a player's game was connected: one of Discord's own, or one between players
/// without accounts that is in the game only.
///
/// <https://docs.discord.com/developers/events/webhook-events#sdk-dm-message-object>
@JSONModel
public struct GameMessage: Hashable, Sendable {
    /// The message's id.
    public var id: MessageID
    /// Its kind.
    public var type: MessageType?
    /// The text.
    public var content: String = ""
    /// The channel.
    public var channelID: ChannelID?
    /// The channel with whom it reaches.
    public var channel: Channel?
    /// Who wrote it.
    public var author: User
    /// Whom it is for, where the channel does not say so.
    public var recipientID: UserID?
    /// The lobby, of a message in its linked channel.
    public var lobbyID: LobbyID?
    /// When it was written.
    public var timestamp: DiscordTimestamp?
    /// When it was changed.
    public var editedTimestamp: DiscordTimestamp?
    /// Its flags.
    public var flags: MessageFlags = []
    /// The application that made it.
    public var applicationID: ApplicationID?
    /// Files.
    public var attachments: [Attachment] = []
    /// Components.
    public var components: [Component] = []
}
