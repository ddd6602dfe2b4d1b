import EchordPrimitives
public import JSON

/// The bot itself changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#user-update>
public struct UserUpdate: Hashable, Sendable, DispatchEvent {
    /// `USER_UPDATE`.
    public static let eventName = DispatchEventName.userUpdate
    /// What the event is about.
    public var user: User

    /// An event.
    public init(user: User) { self.user = user }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { user = try User(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { user.encode(to: &writer) }
}

/// Somebody came, left, or does something else.
///
/// <https://docs.discord.com/developers/events/gateway-events#presence-update>
public struct PresenceUpdate: Hashable, Sendable, DispatchEvent {
    /// `PRESENCE_UPDATE`.
    public static let eventName = DispatchEventName.presenceUpdate
    /// What the event is about.
    public var presence: Presence

    /// An event.
    public init(presence: Presence) { self.presence = presence }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { presence = try Presence(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { presence.encode(to: &writer) }
}
