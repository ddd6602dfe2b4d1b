public import JSON

/// Marks the identity of an event.
public enum EventMarker {}
/// The identity of an event; later ones sort behind earlier ones.
public typealias EventID = Identifier<EventMarker>

/// What an event is about.
@JSONModel
public struct EventSubject: Hashable, Sendable {
    /// The kind of thing, for instance `task`.
    public var type: String
    /// Its identity.
    public var id: String
    /// The number by which members know it.
    public var number: Int64?
}

/// Under which circumstances something happened; the same for all events of one operation.
public struct EventOrigin: Hashable, Sendable {
    /// The guild, which is also the partition in which order is kept.
    public let guildID: GuildID
    /// When it happened.
    public let occurredAt: Instant
    /// Who did it.
    public let actor: Actor
    /// Why, in the actor's words.
    public let reason: String?
    /// The interaction or request that started it all.
    public let correlationID: String?
    /// The event that this one follows from.
    public let causationID: EventID?

    /// The circumstances of an operation.
    public init(
        guildID: GuildID, occurredAt: Instant, actor: Actor, reason: String? = nil, correlationID: String? = nil,
        causationID: EventID? = nil
    ) {
        self.guildID = guildID
        self.occurredAt = occurredAt
        self.actor = actor
        self.reason = reason
        self.correlationID = correlationID
        self.causationID = causationID
    }
}

/// An event as it is stored and sent: the same for the outbox, webhooks and the audit log.
@JSONModel
public struct EventEnvelope: Hashable, Sendable {
    /// Its identity, by which a consumer knows that it has seen it.
    public var id: EventID
    /// The durable name.
    public var name: String
    /// The version of the fields in `before` and `after`.
    public var version: Int
    /// The guild, which is also the partition in which order is kept.
    @JSONKey("guild_id") public var guildID: GuildID
    /// When it happened.
    public var occurredAt: Instant
    /// Who did it.
    public var actor: Actor
    /// What it is about.
    public var subject: EventSubject
    /// The changed fields as they were.
    public var before: JSONObject?
    /// The changed fields as they are.
    public var after: JSONObject?
    /// Why, in the actor's words.
    public var reason: String?
    /// The interaction or request that started it all.
    @JSONKey("correlation_id") public var correlationID: String?
    /// The event that this one follows from.
    @JSONKey("causation_id") public var causationID: EventID?
}

extension EventEnvelope {
    /// Wraps an event.
    ///
    /// - Throws: `JSONError` when its fields write no valid object.
    public init<Event: DomainEvent>(
        _ event: Event, id: EventID, subject: EventSubject, origin: EventOrigin
    ) throws(JSONError) {
        self.init(
            id: id, name: Event.name, version: Event.version, guildID: origin.guildID, occurredAt: origin.occurredAt,
            actor: origin.actor, subject: subject, before: try Self.object(event.before),
            after: try Self.object(event.after), reason: origin.reason, correlationID: origin.correlationID,
            causationID: origin.causationID)
    }

    /// The event inside. Name and version must be the event's own.
    ///
    /// - Throws: `JSONError` when the fields do not fit.
    public func event<Event: DomainEvent>(_ type: Event.Type = Event.self) throws(JSONError) -> Event {
        Event(Difference(before: try Self.fields(before), after: try Self.fields(after)))
    }

    private static func object(_ fields: (some JSONEncodable)?) throws(JSONError) -> JSONObject? {
        guard let fields else { return nil }
        return try JSON.decode(from: JSON.encode(fields))
    }

    private static func fields<Fields: JSONCodable>(_ object: JSONObject?) throws(JSONError) -> Fields? {
        guard let object else { return nil }
        return try JSON.decode(from: JSON.encode(object))
    }
}
