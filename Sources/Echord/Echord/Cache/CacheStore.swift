internal import Locking
internal import Telemetry

/// One kind of entity in its form, with its policy, its listeners and its figures.
final class CacheStore<Form: CacheForm, Key: Hashable & Sendable, Group: Hashable & Sendable>: SweptStore {
    typealias Entity = Form.Entity

    let kind: CacheKind
    let policy: CachePolicy<Entity>
    let listeners = CacheListeners<Key, Entity>()
    private let time: TimeSource
    private let metrics: CacheKindMetrics
    private let table: Locked<CacheTable<Key, Group, Form>>

    init(_ kind: CacheKind, _ policy: CachePolicy<Entity>, time: TimeSource, metrics: CacheMetrics) {
        self.kind = kind
        self.policy = policy
        self.time = time
        self.metrics = CacheKindMetrics(metrics, kind)
        let (entries, bytes, lifetime) = policy.limits
        table = Locked(CacheTable(.init(entries: entries, bytes: bytes, lifetime: lifetime)))
    }

    private var now: Int64 {
        let (seconds, attoseconds) = time.now.sinceOrigin.components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }

    // MARK: - Writing

    /// Keeps an entity as it is now. One that the policy does not want is let go.
    func put(_ entity: Entity, _ key: Key, in group: Group) {
        guard policy.isOn else { return }
        guard policy.keeps?(entity) ?? true else { return remove(key) }
        let form = Form(entity)
        let now = now
        let (old, evicted) = table.withLock { table in
            let (old, evicted) = table.set(key, in: group, form, bytes: form.bytes, at: now)
            measure(table)
            return (old, evicted)
        }
        metrics.evicted.increment(by: evicted.count)
        // Members come with every message, and seldom changed.
        if old != form { tell(key, old, entity) }
    }

    /// Changes an entity that is kept; nothing happens when it is not.
    func change(_ key: Key, in group: Group, _ change: (inout Entity) -> Void) {
        guard policy.isOn else { return }
        let now = now
        guard var entity = table.withLock({ $0.peek(key, at: now) })?.entity else { return }
        change(&entity)
        put(entity, key, in: group)
    }

    /// Lets an entity go.
    func remove(_ key: Key) {
        guard policy.isOn else { return }
        let now = now
        let old = table.withLock { table in
            let old = table.take(key, at: now)
            measure(table)
            return old
        }
        if let old { tell(key, old, nil) }
    }

    /// Lets an entity go without telling anybody: nothing happened to it.
    func forget(_ key: Key) {
        let now = now
        let isGone = table.withLock { table in
            defer { measure(table) }
            return table.take(key, at: now) != nil
        }
        if isGone { metrics.swept.increment() }
    }

    /// Lets all entities of a group go, and returns their keys.
    @discardableResult
    func removeAll(in group: Group) -> [Key] {
        guard policy.isOn else { return [] }
        let now = now
        let gone = table.withLock { table in
            let gone = table.keys(in: group).map { ($0, table.take($0, at: now)) }
            measure(table)
            return gone
        }
        for (key, form) in gone { if let form { tell(key, form, nil) } }
        return gone.map(\.0)
    }

    /// Makes the entities of a group exactly these.
    func replaceAll(in group: Group, with entities: [(key: Key, entity: Entity)]) {
        guard policy.isOn else { return }
        let wanted = Set(entities.map(\.key))
        for key in table.withLock({ $0.keys(in: group) }) where !wanted.contains(key) { remove(key) }
        for (key, entity) in entities { put(entity, key, in: group) }
    }

    // MARK: - Sweeping

    var sweepInterval: Duration? {
        guard policy.isOn else { return nil }
        return policy.sweep.map { max($0.interval, .seconds(1)) }
    }

    var hasLifetime: Bool { policy.isOn && policy.lifetime != nil }

    func sweep() -> Int {
        guard policy.isOn, policy.sweep != nil || hasLifetime else { return 0 }
        return sweep { [policy] _, entity in policy.sweep?.isUnwanted(entity) ?? false }
    }

    /// Lets go what is over, and what `isUnwanted` says. Returns how many went.
    ///
    /// The walk goes in steps, so that a connection's thread never waits for all of it. An entity that changes while it
    /// is looked at may go as well.
    @discardableResult
    func sweep(_ isUnwanted: @Sendable (Key, Entity) -> Bool) -> Int {
        let now = now
        let step = 512
        var (swept, place) = (0, 0)
        while true {
            let (good, over, extent) = table.withLock { table in
                let (good, over) = table.entries(from: place, upTo: step, at: now)
                return (good, over, table.extent)
            }
            let unwanted = good.filter { key, form in form.entity.map { isUnwanted(key, $0) } ?? true }.map(\.key)
            if !over.isEmpty || !unwanted.isEmpty {
                swept += table.withLock { table in
                    let gone =
                        over.count { table.removeOver($0, at: now) } + unwanted.count { table.take($0, at: now) != nil }
                    measure(table)
                    return gone
                }
            }
            place += step
            guard place < extent else { break }
        }
        metrics.swept.increment(by: swept)
        return swept
    }

    private func tell(_ key: Key, _ old: Form?, _ new: Entity?) {
        guard !listeners.isEmpty else { return }
        metrics.dropped.increment(by: listeners.tell(CacheChange(key: key, old: old?.entity, new: new)))
    }

    private func measure(_ table: borrowing CacheTable<Key, Group, Form>) {
        metrics.entries.set(Double(table.count))
        metrics.bytes.set(Double(table.bytes))
    }

    // MARK: - Reading

    func value(_ key: Key) -> Entity? {
        guard policy.isOn else { return nil }
        let now = now
        let entity = table.withLock { $0.value(key, at: now) }?.entity
        (entity == nil ? metrics.misses : metrics.hits).increment()
        return entity
    }

    /// The entity without counting as a use or a read.
    func peek(_ key: Key) -> Entity? {
        let now = now
        return table.withLock { $0.peek(key, at: now) }?.entity
    }

    func values(in group: Group) -> [Entity] {
        let now = now
        return table.withLock { $0.entries(in: group, at: now) }.compactMap(\.value.entity)
    }

    func entries(in group: Group) -> [(key: Key, value: Entity)] {
        let now = now
        return table.withLock { $0.entries(in: group, at: now) }.compactMap { key, form in
            form.entity.map { (key, $0) }
        }
    }

    func entries() -> [(key: Key, value: Entity)] {
        let now = now
        return table.withLock { $0.entries(at: now) }.compactMap { key, form in form.entity.map { (key, $0) } }
    }

    /// All keys, without reading an entity.
    func keys() -> [Key] {
        let now = now
        return table.withLock { $0.entries(at: now).map(\.key) }
    }

    /// Whether an entity is kept, without reading it.
    func contains(_ key: Key) -> Bool {
        let now = now
        return table.withLock { $0.peek(key, at: now) != nil }
    }

    func keys(in group: Group) -> [Key] { table.withLock { $0.keys(in: group) } }

    var count: Int { table.withLock { $0.count } }
    var bytes: Int { table.withLock { $0.bytes } }
}

/// A store that is walked over from time to time.
protocol SweptStore: Sendable {
    var kind: CacheKind { get }
    /// How often its policy's own sweep is due, if it has one.
    var sweepInterval: Duration? { get }
    /// Whether its entries are good for a time only.
    var hasLifetime: Bool { get }

    /// Lets go what is over, and what the policy's sweep says. Returns how many went.
    func sweep() -> Int
}

/// What is counted of the cache.
struct CacheMetrics: Sendable {
    let entries: Gauge
    let bytes: Gauge
    let reads: Counter
    let evicted: Counter
    let swept: Counter
    let dropped: Counter

    init(_ metrics: Metrics) {
        let kind = MetricLabel("kind", CacheKind.allCases.map(\.rawValue))
        entries = metrics.gauge("discord_cache_entries", help: "Entities in the cache, by kind.", labels: [kind])
        bytes = metrics.gauge("discord_cache_bytes", help: "Estimated size of the cache, by kind.", labels: [kind])
        reads = metrics.counter(
            "discord_cache_reads_total", help: "Entities asked for, by kind and outcome.",
            labels: [kind, MetricLabel("outcome", ["hit", "miss"])])
        evicted = metrics.counter(
            "discord_cache_evicted_total", help: "Entities that made room for others, by kind.", labels: [kind])
        swept = metrics.counter(
            "discord_cache_swept_total", help: "Entities whose time was over, by kind.", labels: [kind])
        dropped = metrics.counter(
            "discord_cache_changes_dropped_total", help: "Changes that a slow listener lost, by kind.",
            labels: [kind])
    }
}

/// The series of one kind, found once instead of at every count.
struct CacheKindMetrics: Sendable {
    let entries: LabelledGauge
    let bytes: LabelledGauge
    let hits: LabelledCounter
    let misses: LabelledCounter
    let evicted: LabelledCounter
    let swept: LabelledCounter
    let dropped: LabelledCounter

    init(_ metrics: CacheMetrics, _ kind: CacheKind) {
        let kind = kind.rawValue
        entries = metrics.entries.labelled(kind)
        bytes = metrics.bytes.labelled(kind)
        hits = metrics.reads.labelled(kind, "hit")
        misses = metrics.reads.labelled(kind, "miss")
        evicted = metrics.evicted.labelled(kind)
        swept = metrics.swept.labelled(kind)
        dropped = metrics.dropped.labelled(kind)
    }
}
