internal import EchordModel
internal import EchordPrimitives
internal import JSON
internal import Locking
internal import Telemetry

/// A decoded event on its way to its listeners.
///
/// All of them share one: an event is a large value, and each place in a queue would hold, and each step on the way
/// copy, all of it.
final class Delivered<Event: DispatchEvent>: Sendable {
    let event: Event
    let context: EventContext
    /// Whose event it is, for the log.
    let guild: GuildID?

    init(event: Event, context: EventContext, guild: GuildID?) {
        self.event = event
        self.context = context
        self.guild = guild
    }

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
    /// How many came.
    var received: LabelledCounter { get }

    /// Decodes the event and puts it into every buffer; returns how many were full.
    func deliver(_ json: JSONReader, _ context: EventContext) throws(JSONError) -> Int
}

final class TypedEventEntry<Event: DispatchEvent>: EventEntry {
    private typealias Tap = @Sendable (Event, EventContext) -> Void
    private typealias Buffer = EventBuffer<Delivered<Event>>

    /// Both in the order in which they were added, and read for every event: a copy of them is two references.
    private struct Listeners {
        var taps: [(id: Int, tap: Tap)] = []
        var buffers: [(id: Int, buffer: Buffer)] = []
        var isEmpty: Bool { taps.isEmpty && buffers.isEmpty }
    }

    private let listeners = Locked(Listeners())
    private let metrics: EventMetrics
    /// Whether the event's own id is a guild's. Found once: it is asked for every event.
    private let isAboutGuild = [.guildCreate, .guildUpdate, .guildDelete].contains(Event.eventName)
    let received: LabelledCounter

    init(metrics: EventMetrics) {
        self.metrics = metrics
        received = metrics.received.labelled(Event.eventName.rawValue)
    }

    var isWanted: Bool { listeners.withLock { !$0.isEmpty } }

    func add(_ buffer: EventBuffer<Delivered<Event>>, _ id: Int) {
        listeners.withLock { $0.buffers.append((id, buffer)) }
    }

    func add(_ id: Int, _ tap: @escaping @Sendable (Event, EventContext) -> Void) {
        listeners.withLock { $0.taps.append((id, tap)) }
    }

    func remove(_ id: Int) {
        listeners.withLock { listeners in
            listeners.taps.removeAll { $0.id == id }
            listeners.buffers.removeAll { $0.id == id }
        }
    }

    func deliver(_ json: JSONReader, _ context: EventContext) throws(JSONError) -> Int {
        let event = try Event(json: json)
        let listeners = listeners.withLock { $0 }
        for (_, tap) in listeners.taps { tap(event, context) }
        guard !listeners.buffers.isEmpty else { return 0 }
        let delivered = Delivered(event: event, context: context, guild: guild(json))
        var full = 0
        for (_, buffer) in listeners.buffers {
            let put = buffer.put(delivered)
            metrics.note(put, context.name.rawValue)
            if put == .droppedOldest || put == .droppedNewest { full += 1 }
        }
        return full
    }

    /// The guild that an event names, or is about.
    private func guild(_ json: JSONReader) -> GuildID? {
        let id = isAboutGuild ? json["id"] : json["guild_id"]
        do throws(JSONError) { return try id.map { id throws(JSONError) in try GuildID(json: id) } } catch {
            return nil
        }
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
        let event = MetricLabel("event", known + ["raw", "cache_change"])
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
