internal import EchordModel
internal import EchordPrimitives
internal import JSON
internal import Locking
internal import Telemetry

/// A decoded event on its way to a listener.
struct Delivered<Event: DispatchEvent>: Sendable {
    let event: Event
    let context: EventContext
    /// Whose event it is, for the log.
    let guild: GuildID?

    /// What every line carries that is logged while the event is handled.
    var logFields: LogFields {
        var fields = context.logFields
        if let guild { fields["guild_id"] = .string("\(guild)") }
        return fields
    }
}

extension EventContext {
    /// What every line carries that is logged while the event is handled.
    var logFields: LogFields {
        ["event": .string(name.rawValue), "shard": .string(shard.description), "sequence": .int(Int64(sequence))]
    }
}

/// The listeners of one event's type.
protocol EventEntry: Sendable {
    var isWanted: Bool { get }

    /// Decodes the event and puts it into every buffer; returns how many were full.
    func deliver(_ json: JSONReader, _ context: EventContext) throws(JSONError) -> Int
}

final class TypedEventEntry<Event: DispatchEvent>: EventEntry {
    let buffers = Locked<[Int: EventBuffer<Delivered<Event>>]>([:])
    let taps = Locked<[Int: @Sendable (Event, EventContext) -> Void]>([:])
    private let metrics: EventMetrics

    init(metrics: EventMetrics) {
        self.metrics = metrics
    }

    var isWanted: Bool { !buffers.withLock { $0.isEmpty } || !taps.withLock { $0.isEmpty } }

    func deliver(_ json: JSONReader, _ context: EventContext) throws(JSONError) -> Int {
        let event = try Event(json: json)
        let taps = taps.withLock { Array($0.values) }
        for tap in taps { tap(event, context) }
        let buffers = buffers.withLock { Array($0.values) }
        guard !buffers.isEmpty else { return 0 }
        let guild = Self.guild(json)
        var full = 0
        for buffer in buffers {
            let put = buffer.put(Delivered(event: event, context: context, guild: guild))
            metrics.note(put, context.name.rawValue)
            if put == .droppedOldest || put == .droppedNewest { full += 1 }
        }
        return full
    }

    /// The guild that an event names, or is about.
    private static func guild(_ json: JSONReader) -> GuildID? {
        let id = isAboutGuild ? json["id"] : json["guild_id"]
        do throws(JSONError) { return try id.map { id throws(JSONError) in try GuildID(json: id) } } catch {
            return nil
        }
    }

    private static var isAboutGuild: Bool {
        [.guildCreate, .guildUpdate, .guildDelete].contains(Event.eventName)
    }
}

/// Lets the first message of a kind through, and then each time their number has doubled.
final class LogThrottle<Kind: Hashable & Sendable>: Sendable {
    private let counts = Locked<[Kind: Int]>([:])
    private let capacity = 1_024

    func isDue(_ kind: Kind) -> Bool {
        counts.withLock { counts in
            guard counts.count < capacity || counts[kind] != nil else { return false }
            let count = counts[kind, default: 0] + 1
            counts[kind] = count
            return count & (count - 1) == 0
        }
    }
}

/// What is counted of events.
struct EventMetrics: Sendable {
    let received: Counter
    let dropped: Counter
    let failures: Counter

    init(_ metrics: Metrics) {
        let known = DispatchEventName.documented.map(\.rawValue)
        let event = MetricLabel("event", known + ["raw"])
        received = metrics.counter("discord_events_total", help: "Events received, by name.", labels: [event])
        dropped = metrics.counter(
            "discord_events_dropped_total", help: "Events that did not reach a listener, by name and reason.",
            labels: [event, MetricLabel("reason", ["full", "undecodable"])])
        failures = metrics.counter(
            "discord_listener_failures_total", help: "Listeners that threw, by event.", labels: [event])
    }

    func note<Element>(_ put: EventBuffer<Element>.Put, _ name: String) {
        if put == .droppedOldest || put == .droppedNewest { dropped.increment(name, "full") }
    }
}
