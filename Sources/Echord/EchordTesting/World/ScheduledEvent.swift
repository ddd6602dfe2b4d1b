import JSON

/// Something that is to take place in a guild.
struct ScheduledEvent: Sendable {
    /// Source: https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-object-guild-scheduled-event-entity-types
    enum Kind: Int, Sendable {
        case stage = 1
        case voice = 2
        case external = 3
    }

    enum Status: Int, Sendable {
        case scheduled = 1
        case active = 2
        case completed = 3
        case canceled = 4

        var isOver: Bool { self == .completed || self == .canceled }

        /// Whether an event may be set from this to that.
        func leads(to next: Status) -> Bool {
            switch (self, next) {
            case (.scheduled, .active), (.scheduled, .canceled), (.active, .completed): true
            default: false
            }
        }
    }

    static let perGuild = 100
    /// How long an event that nobody has started waits before it is canceled; Discord says "a few hours".
    static let patience = Duration.seconds(4 * 3600)

    var id: Flake
    var guild: Flake
    var creator: Flake
    var name = ""
    var description: String?
    var kind = Kind.external
    var channel: Flake?
    var location: String?
    var start: Moment
    var end: Moment?
    var status = Status.scheduled
    var image: String?
    /// How often it recurs, as it was sent.
    var recurrence: JSONValue?
    /// Who is interested.
    var users: [Flake] = []

    static let audited = [
        "name", "description", "channel_id", "entity_type", "status", "privacy_level", "location", "image_hash",
        "scheduled_start_time", "scheduled_end_time",
    ]
}

extension World {
    /// Source: https://discord.com/developers/docs/resources/guild-scheduled-event#guild-scheduled-event-object
    func eventJSON(_ event: ScheduledEvent, isCounted: Bool = false) -> JSONValue {
        var fields: JSONObject = [
            "id": event.id.json, "guild_id": event.guild.json, "channel_id": event.channel?.json ?? .null,
            "creator_id": event.creator.json, "creator": userJSON(event.creator), "name": .string(event.name),
            "description": .text(event.description), "image": .text(event.image),
            "scheduled_start_time": event.start.json, "scheduled_end_time": event.end?.json ?? .null,
            "privacy_level": 2, "status": .number(event.status.rawValue), "entity_type": .number(event.kind.rawValue),
            "entity_id": .null, "recurrence_rule": event.recurrence ?? .null, "auto_start": false,
            "guild_scheduled_event_exceptions": [], "sku_ids": [],
            "entity_metadata": event.location.map { ["location": .string($0)] } ?? .null,
        ]
        if isCounted { fields["user_count"] = .number(event.users.count) }
        return .object(fields)
    }
}
