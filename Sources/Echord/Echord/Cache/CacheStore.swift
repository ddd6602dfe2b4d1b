internal import Locking
internal import Telemetry

/// One kind of entity in its form, with its policy, its listeners and its figures.
final class CacheStore<Form: CacheForm, Key: Hashable & Sendable, Group: Hashable & Sendable>: Sendable {
    typealias Entity = Form.Entity

    let policy: CachePolicy<Entity>
    let listeners = CacheListeners<Entity>()
    private let kind: CacheKind
    private let time: TimeSource
    private let metrics: CacheMetrics
    private let table: Locked<CacheTable<Key, Group, Form>>

    init(_ kind: CacheKind, _ policy: CachePolicy<Entity>, time: TimeSource, metrics: CacheMetrics) {
        self.kind = kind
        self.policy = policy
        self.time = time
        self.metrics = metrics
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
        if !evicted.isEmpty { metrics.evicted.increment(by: evicted.count, kind.rawValue) }
        tell(old, entity)
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
        if let old { tell(old, nil) }
    }

    /// Lets all entities of a group go.
    func removeAll(in group: Group) {
        guard policy.isOn else { return }
        let gone = table.withLock { table in
            let gone = table.takeGroup(group)
            measure(table)
            return gone
        }
        for form in gone { tell(form, nil) }
    }

    /// Makes the entities of a group exactly these.
    func replaceAll(in group: Group, with entities: [(key: Key, entity: Entity)]) {
        guard policy.isOn else { return }
        let wanted = Set(entities.map(\.key))
        for key in table.withLock({ $0.keys(in: group) }) where !wanted.contains(key) { remove(key) }
        for (key, entity) in entities { put(entity, key, in: group) }
    }

    /// Lets go what is over, and what `isUnwanted` says. Returns how many went.
    @discardableResult
    func sweep(_ isUnwanted: (@Sendable (Entity) -> Bool)? = nil) -> Int {
        let now = now
        let swept = table.withLock { table in
            let swept = table.sweep(at: now) { _, form in
                guard let isUnwanted, let entity = form.entity else { return false }
                return isUnwanted(entity)
            }
            measure(table)
            return swept.count
        }
        if swept > 0 { metrics.swept.increment(by: swept, kind.rawValue) }
        return swept
    }

    private func tell(_ old: Form?, _ new: Entity?) {
        guard !listeners.isEmpty else { return }
        let full = listeners.tell(CacheChange(old: old?.entity, new: new))
        if full > 0 { metrics.dropped.increment(by: full, kind.rawValue) }
    }

    private func measure(_ table: borrowing CacheTable<Key, Group, Form>) {
        metrics.entries.set(Double(table.count), kind.rawValue)
        metrics.bytes.set(Double(table.bytes), kind.rawValue)
    }

    // MARK: - Reading

    func value(_ key: Key) -> Entity? {
        guard policy.isOn else { return nil }
        let now = now
        let entity = table.withLock { $0.value(key, at: now) }?.entity
        metrics.reads.increment(kind.rawValue, entity == nil ? "miss" : "hit")
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

    var count: Int { table.withLock { $0.count } }
    var bytes: Int { table.withLock { $0.bytes } }
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
