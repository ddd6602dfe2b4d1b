public import EchordPrimitives
public import JSON

/// Somebody wants to come.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-scheduled-event-user-add>
@JSONModel
public struct GuildScheduledEventUserAdd: Hashable, Sendable, DispatchEvent {
    /// `GUILD_SCHEDULED_EVENT_USER_ADD`.
    public static let eventName = DispatchEventName.guildScheduledEventUserAdd

    /// The event.
    public var guildScheduledEventID: ScheduledEventID
    /// Who.
    public var userID: UserID
    /// The guild.
    public var guildID: GuildID
}

/// Somebody no longer wants to come.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-scheduled-event-user-remove>
@JSONModel
public struct GuildScheduledEventUserRemove: Hashable, Sendable, DispatchEvent {
    /// `GUILD_SCHEDULED_EVENT_USER_REMOVE`.
    public static let eventName = DispatchEventName.guildScheduledEventUserRemove

    /// The event.
    public var guildScheduledEventID: ScheduledEventID
    /// Who.
    public var userID: UserID
    /// The guild.
    public var guildID: GuildID
}

/// An event was announced.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-scheduled-event-create>
public struct GuildScheduledEventCreate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_SCHEDULED_EVENT_CREATE`.
    public static let eventName = DispatchEventName.guildScheduledEventCreate
    /// What the event is about.
    public var event: ScheduledEvent

    /// An event.
    public init(event: ScheduledEvent) { self.event = event }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { event = try ScheduledEvent(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { event.encode(to: &writer) }
}

/// An announced event changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-scheduled-event-update>
public struct GuildScheduledEventUpdate: Hashable, Sendable, DispatchEvent {
    /// `GUILD_SCHEDULED_EVENT_UPDATE`.
    public static let eventName = DispatchEventName.guildScheduledEventUpdate
    /// What the event is about.
    public var event: ScheduledEvent

    /// An event.
    public init(event: ScheduledEvent) { self.event = event }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { event = try ScheduledEvent(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { event.encode(to: &writer) }
}

/// An announced event was deleted.
///
/// <https://docs.discord.com/developers/events/gateway-events#guild-scheduled-event-delete>
public struct GuildScheduledEventDelete: Hashable, Sendable, DispatchEvent {
    /// `GUILD_SCHEDULED_EVENT_DELETE`.
    public static let eventName = DispatchEventName.guildScheduledEventDelete
    /// What the event is about.
    public var event: ScheduledEvent

    /// An event.
    public init(event: ScheduledEvent) { self.event = event }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { event = try ScheduledEvent(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { event.encode(to: &writer) }
}

/// A stage went live.
///
/// <https://docs.discord.com/developers/events/gateway-events#stage-instance-create>
public struct StageInstanceCreate: Hashable, Sendable, DispatchEvent {
    /// `STAGE_INSTANCE_CREATE`.
    public static let eventName = DispatchEventName.stageInstanceCreate
    /// What the event is about.
    public var stage: StageInstance

    /// An event.
    public init(stage: StageInstance) { self.stage = stage }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { stage = try StageInstance(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { stage.encode(to: &writer) }
}

/// A stage changed.
///
/// <https://docs.discord.com/developers/events/gateway-events#stage-instance-update>
public struct StageInstanceUpdate: Hashable, Sendable, DispatchEvent {
    /// `STAGE_INSTANCE_UPDATE`.
    public static let eventName = DispatchEventName.stageInstanceUpdate
    /// What the event is about.
    public var stage: StageInstance

    /// An event.
    public init(stage: StageInstance) { self.stage = stage }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { stage = try StageInstance(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { stage.encode(to: &writer) }
}

/// A stage ended.
///
/// <https://docs.discord.com/developers/events/gateway-events#stage-instance-delete>
public struct StageInstanceDelete: Hashable, Sendable, DispatchEvent {
    /// `STAGE_INSTANCE_DELETE`.
    public static let eventName = DispatchEventName.stageInstanceDelete
    /// What the event is about.
    public var stage: StageInstance

    /// An event.
    public init(stage: StageInstance) { self.stage = stage }

    /// Reads the payload, which is what the event is about.
    public init(json: JSONReader) throws(JSONError) { stage = try StageInstance(json: json) }

    /// Writes the payload.
    public func encode(to writer: inout JSONWriter) { stage.encode(to: &writer) }
}
