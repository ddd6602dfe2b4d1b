public import EchordModel
internal import JSON
internal import Locking
public import Telemetry

/// Where an event comes from.
public struct EventContext: Hashable, Sendable {
    /// The shard it arrived on.
    public let shard: ShardID
    /// Its number in the session.
    public let sequence: Int
    /// Its name.
    public let name: DispatchEventName
    /// When it arrived.
    public let received: Moment
}

/// An event as Discord sent it.
public struct RawEvent: Sendable {
    /// The whole payload, `op`, `s` and `t` included, as JSON.
    public let payload: [UInt8]
    /// Where it comes from.
    public let context: EventContext
}

/// How a listener is served.
public struct ListenerOptions: Sendable {
    /// Events that may wait for it.
    public var buffer: Int
    /// What happens when they would be more.
    public var policy: EventBufferPolicy
    /// How many of its handlers may run at once. With 1 each event is finished before the next one begins; with more
    /// they begin in order.
    public var concurrency: Int

    /// Makes options; by default events are handled one by one.
    public init(buffer: Int = 4_096, policy: EventBufferPolicy = .dropOldest, concurrency: Int = 1) {
        self.buffer = max(1, buffer)
        self.policy = policy
        self.concurrency = max(1, concurrency)
    }
}

/// A listener that was added; keep it to take the listener away again.
public struct ListenerToken: Sendable {
    private let remove: @Sendable () -> Void

    init(_ remove: @escaping @Sendable () -> Void) {
        self.remove = remove
    }

    /// Takes the listener away. What waits in its buffer is still handled.
    public func cancel() { remove() }
}

/// Brings events from the shards to whoever listens.
///
/// An event is decoded only when someone listens to it, once for all its listeners. Each listener has a buffer of its
/// own and is served in order; a slow or failing one touches neither the others nor the connection.
public final class EventHub: Sendable {
    private struct Table {
        var entries: [DispatchEventName: any EventEntry] = [:]
        var raw: [Int: EventBuffer<RawEvent>] = [:]
        var nextID = 0
        var isFinished = false
        /// Buffers to finish at the end.
        var finishers: [Int: @Sendable () -> Void] = [:]
    }

    private let table = Locked(Table())
    private let lanes: AsyncStream<@Sendable () async -> Void>
    private let addLane: AsyncStream<@Sendable () async -> Void>.Continuation
    private let logger: Logger
    let metrics: EventMetrics
    private let trouble = LogThrottle<Trouble>()

    /// What is told in the log: once, and then each time its number has doubled.
    private enum Trouble: Hashable {
        case undecodable(DispatchEventName)
        case full(DispatchEventName)
    }

    /// Makes a hub; its `run` must run for handlers to be served.
    public init(logger: Logger = .silent, metrics: Metrics = .discarded) {
        self.logger = logger
        self.metrics = EventMetrics(metrics)
        // One lane per listener that a program declares: the program's text is the bound.
        (lanes, addLane) = AsyncStream.makeStream(bufferingPolicy: .unbounded)
    }

    /// Serves the listeners until `finish`, and then until what waited is handled.
    public func run() async {
        await withDiscardingTaskGroup { group in
            for await lane in lanes { group.addTask { await lane() } }
        }
    }

    /// Takes no further events; `run` returns when what waits is handled.
    public func finish() {
        let finishers = table.withLock { table in
            table.isFinished = true
            return Array(table.finishers.values)
        }
        for finish in finishers { finish() }
        addLane.finish()
    }

    /// Whether anybody wants the events of a name decoded.
    func isListened(to name: DispatchEventName) -> Bool {
        table.withLock { $0.entries[name] }?.isWanted ?? false
    }

    // MARK: - Listening

    /// Calls `handler` for each event of a type.
    ///
    /// A handler that throws is logged and counted, and the next event comes.
    @discardableResult
    public func on<Event: DispatchEvent>(
        _ type: Event.Type, options: ListenerOptions = .init(),
        _ handler: @escaping @Sendable (Event, EventContext) async throws -> Void
    ) -> ListenerToken {
        let (buffer, token) = subscribe(type, options)
        addLane.yield(
            lane(buffer, name: Event.eventName.rawValue, options, fields: \.logFields) {
                try await handler($0.event, $0.context)
            })
        return token
    }

    /// Calls `handler` for each event, known or not, with its payload as it came.
    @discardableResult
    public func onRaw(
        options: ListenerOptions = .init(), _ handler: @escaping @Sendable (RawEvent) async throws -> Void
    ) -> ListenerToken {
        let buffer = EventBuffer<RawEvent>(capacity: options.buffer, policy: options.policy)
        let id = add { table, id in
            table.raw[id] = buffer
            table.finishers[id] = { buffer.finish() }
        }
        addLane.yield(lane(buffer, name: "raw", options, fields: \.context.logFields, handler))
        return ListenerToken { [weak self] in
            self?.table.withLock { table in
                table.raw[id] = nil
                table.finishers[id] = nil
            }
            buffer.finish()
        }
    }

    /// The events of a type as a sequence with a buffer of its own, which ends when the hub is finished.
    ///
    /// The buffer fills from this call on; leaving the loop, or letting go of the sequence, ends it.
    public func events<Event: DispatchEvent>(
        _ type: Event.Type, buffer: Int = 1_024, policy: EventBufferPolicy = .dropOldest
    ) -> EventSequence<Event> {
        let (buffer, token) = subscribe(type, ListenerOptions(buffer: buffer, policy: policy))
        return EventSequence(buffer: buffer, token: token)
    }

    /// Calls `handler` for each element of a buffer that something besides the hub fills, until the hub is finished.
    ///
    /// - Parameter remove: takes the buffer from whoever fills it.
    func serve<Element: Sendable>(
        _ buffer: EventBuffer<Element>, name: String, options: ListenerOptions,
        remove: @escaping @Sendable () -> Void, _ handler: @escaping @Sendable (Element) async throws -> Void
    ) -> ListenerToken {
        let id = add { table, id in table.finishers[id] = { buffer.finish() } }
        addLane.yield(lane(buffer, name: name, options, fields: { _ in ["event": .string(name)] }, handler))
        return ListenerToken { [weak self] in
            self?.table.withLock { $0.finishers[id] = nil }
            remove()
            buffer.finish()
        }
    }

    /// Calls `end` when the hub is finished, at once if it is.
    func atEnd(_ end: @escaping @Sendable () -> Void) -> ListenerToken {
        let id = add { table, id in table.finishers[id] = end }
        return ListenerToken { [weak self] in self?.table.withLock { $0.finishers[id] = nil } }
    }

    /// Calls `handler` on the connection's own thread, before all buffers and after the taps that were there before.
    /// It must return at once.
    @discardableResult
    func tap<Event: DispatchEvent>(
        _ type: Event.Type, _ handler: @escaping @Sendable (Event, EventContext) -> Void
    ) -> ListenerToken {
        let id = add { table, id in
            Self.entry(type, in: &table, metrics: metrics).add(id, handler)
        }
        return ListenerToken { [weak self] in
            self?.table.withLock { table in
                Self.entry(type, in: &table, metrics: self?.metrics).remove(id)
            }
        }
    }

    private func subscribe<Event: DispatchEvent>(
        _ type: Event.Type, _ options: ListenerOptions
    ) -> (EventBuffer<Delivered<Event>>, ListenerToken) {
        let buffer = EventBuffer<Delivered<Event>>(capacity: options.buffer, policy: options.policy)
        let id = add { table, id in
            Self.entry(type, in: &table, metrics: metrics).add(buffer, id)
            table.finishers[id] = { buffer.finish() }
        }
        let token = ListenerToken { [weak self] in
            self?.table.withLock { table in
                Self.entry(type, in: &table, metrics: self?.metrics).remove(id)
                table.finishers[id] = nil
            }
            buffer.finish()
        }
        return (buffer, token)
    }

    private func add(_ change: (inout Table, Int) -> Void) -> Int {
        let (id, isFinished) = table.withLock { table in
            table.nextID += 1
            change(&table, table.nextID)
            return (table.nextID, table.isFinished)
        }
        if isFinished { finish() }
        return id
    }

    private static func entry<Event: DispatchEvent>(
        _ type: Event.Type, in table: inout Table, metrics: EventMetrics?
    ) -> TypedEventEntry<Event> {
        if let known = table.entries[Event.eventName] as? TypedEventEntry<Event> { return known }
        let made = TypedEventEntry<Event>(metrics: metrics ?? EventMetrics(.discarded))
        table.entries[Event.eventName] = made
        return made
    }

    // MARK: - Serving

    private func lane<Element: Sendable>(
        _ buffer: EventBuffer<Element>, name: String, _ options: ListenerOptions,
        fields: @escaping @Sendable (Element) -> LogFields,
        _ handler: @escaping @Sendable (Element) async throws -> Void
    ) -> @Sendable () async -> Void {
        // Without the hub, which keeps the lanes until they are served: one that never runs would keep itself.
        let serve: @Sendable (Element) async -> Void = { [metrics, logger] element in
            await LogContext.deferring {
                fields(element)
            } _: {
                do {
                    try await handler(element)
                } catch is CancellationError {
                    // The client is being stopped.
                } catch {
                    metrics.failures.increment(name)
                    logger.error("a listener failed", ["error": .string("\(error)")])
                }
            }
        }
        guard options.concurrency > 1 else {
            return { while let element = await buffer.next() { await serve(element) } }
        }
        return {
            let places = Places(options.concurrency)
            await withDiscardingTaskGroup { group in
                while let element = await buffer.next() {
                    await places.take()
                    group.addTask {
                        await serve(element)
                        places.giveBack()
                    }
                }
            }
        }
    }

    /// Hands an event on; called on the shard's thread, and never waits.
    ///
    /// - Parameter payload: The whole payload.
    func dispatch(
        _ payload: UnsafeRawBufferPointer, name: DispatchEventName, shard: ShardID, sequence: Int, received: Moment,
        parser: JSONParser
    ) {
        let (entry, raw) = table.withLock { table in
            (table.entries[name], table.raw.isEmpty ? [] : Array(table.raw.values))
        }
        let typed = entry.flatMap { $0.isWanted ? $0 : nil }
        if let entry { entry.received.increment() } else { metrics.received.increment(name.rawValue) }
        guard typed != nil || !raw.isEmpty else { return }
        let context = EventContext(shard: shard, sequence: sequence, name: name, received: received)
        if !raw.isEmpty {
            let event = RawEvent(payload: Array(payload), context: context)
            for buffer in raw { metrics.note(buffer.put(event), "raw") }
        }
        guard let typed else { return }
        do {
            try parser.withDocument(payload) { json throws(JSONError) in
                guard let data = json["d"] else { throw json.error(.missingField, "an event has a payload") }
                let full = try typed.deliver(data, context)
                if full > 0 { noteFull(context, full) }
            }
        } catch {
            metrics.dropped.increment(context.name.rawValue, "undecodable")
            guard trouble.isDue(.undecodable(name)) else { return }
            logger.error(
                "an event was dropped: it does not have the documented shape",
                ["event": .string(context.name.rawValue), "path": .string(error.path), "error": .string(error.message)])
        }
    }

    private func noteFull(_ context: EventContext, _ count: Int) {
        guard trouble.isDue(.full(context.name)) else { return }
        logger.warning(
            "events are dropped: a listener is slower than they come",
            ["event": .string(context.name.rawValue), "listeners": .int(Int64(count))])
    }
}

/// The events of one type, one after the other.
public struct EventSequence<Event: DispatchEvent>: AsyncSequence, Sendable {
    private let buffer: EventBuffer<Delivered<Event>>
    private let lifetime: Lifetime

    init(buffer: EventBuffer<Delivered<Event>>, token: ListenerToken) {
        self.buffer = buffer
        lifetime = Lifetime(token)
    }

    /// Takes the listener away with its last owner.
    private final class Lifetime: Sendable {
        let token: ListenerToken
        init(_ token: ListenerToken) { self.token = token }
        deinit { token.cancel() }
    }

    /// Hands out the events.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let buffer: EventBuffer<Delivered<Event>>
        private let lifetime: Lifetime

        fileprivate init(_ sequence: EventSequence) {
            buffer = sequence.buffer
            lifetime = sequence.lifetime
        }

        /// The next event; `nil` at the end, or when the task is cancelled.
        public func next() async -> Event? { await buffer.next()?.event }
    }

    /// Iterates; one task at a time.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}
