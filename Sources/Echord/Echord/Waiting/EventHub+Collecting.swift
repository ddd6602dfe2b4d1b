public import EchordModel
internal import EchordPrimitives
internal import Telemetry

extension EventHub {
    /// Collects events of a type. The filter is called on the connection's own thread, so it must be quick; what does
    /// not pass takes no place in the buffer.
    public func collect<Event: DispatchEvent>(
        _ key: EventKey<Event>, limits: CollectorLimits = .init(), time: TimeSource = .continuous,
        where filter: @escaping @Sendable (Event) -> Bool = { _ in true }
    ) -> Collector<Event> {
        collect(Event.self, limits: limits, time: time) { event, _ in filter(event) ? event : nil }
    }

    /// Collects what `read` makes of the events of a type.
    ///
    /// - Parameter end: further reasons to end.
    func collect<Event: DispatchEvent, Element: Sendable>(
        _ type: Event.Type, limits: CollectorLimits, time: TimeSource,
        endingWith end: [CollectorTrigger] = [],
        _ read: @escaping @Sendable (Event, EventContext) -> Element?
    ) -> Collector<Element> {
        let core = CollectorCore<Element>(limits, time: time) { [metrics] in
            metrics.dropped.increment(Event.eventName.rawValue, "full")
        }
        let token = tap(type) { event, context in
            if let element = read(event, context) { core.offer(element) }
        }
        core.hold([token] + ends(of: core, end))
        return Collector(core)
    }

    /// Listens to what ends a collector.
    func ends<Element>(of core: CollectorCore<Element>, _ triggers: [CollectorTrigger]) -> [ListenerToken] {
        triggers.map { $0.attach(self) { core.finish(.gone) } } + [atEnd { core.finish(.clientEnded) }]
    }
}

/// An event after which a collector has nothing more to collect.
struct CollectorTrigger: Sendable {
    let attach: @Sendable (EventHub, _ end: @escaping @Sendable () -> Void) -> ListenerToken

    /// The events of a type that mean the end.
    static func on<Event: DispatchEvent>(
        _ type: Event.Type, where matches: @escaping @Sendable (Event) -> Bool
    ) -> CollectorTrigger {
        CollectorTrigger { hub, end in hub.tap(type) { event, _ in if matches(event) { end() } } }
    }

    /// The channel or thread is deleted, or its guild is left.
    static func channel(_ id: ChannelID, of guild: GuildID?) -> [CollectorTrigger] {
        var triggers = [
            on(ChannelDelete.self) { $0.channel.id == id }, on(ThreadDelete.self) { $0.id == id },
        ]
        if let guild {
            triggers.append(on(GuildDelete.self) { $0.guild.id == guild && $0.guild.isUnavailable != true })
        }
        return triggers
    }

    /// The message is deleted, or its channel is.
    static func message(_ id: MessageID, in channel: ChannelID, of guild: GuildID?) -> [CollectorTrigger] {
        [
            on(MessageDelete.self) { $0.id == id && $0.channelID == channel },
            on(MessageDeleteBulk.self) { $0.channelID == channel && $0.ids.contains(id) },
        ] + self.channel(channel, of: guild)
    }
}
